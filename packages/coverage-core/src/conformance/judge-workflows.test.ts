import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { judgeWorkflows } from "./judge-workflows.js";

const SHA = "08c6903cd8c0fde910a37f88322edcfb5dd907a8";
const DIGEST = `sha256:${"a".repeat(64)}`;
const FILE = asRepoPath(".github/workflows/ci.yml");

const told = (text: string, packageManager: string | null = "pnpm@12.21.0+sha512.abc"): string[] =>
  judgeWorkflows({ workflows: [{ file: FILE, text }], packageManager }).map(
    ({ line, message, hint }) => `${line ?? "-"} ${message} | ${hint}`,
  );

/** Line 6 is the first of the job, 8 that of its first step. */
const job = (steps: string, more = "") =>
  `on: push\npermissions:\n  contents: read\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}${more}`;
const step = (uses: string, more = "") => job(`      - uses: ${uses}\n${more}`);

describe("of a workflow is told", () => {
  it.each<[sentence: string, text: string, findings: string[]]>([
    ["nothing where an action has its commit and version", step(`actions/checkout@${SHA} # v5.0.0`), []],
    ["nothing of what lies in the repository", step("./.github/actions/setup"), []],
    ["nothing of an image with its digest", step(`docker://alpine:3@${DIGEST}`), []],
    [
      "an action by its tag",
      step("actions/checkout@v5"),
      [
        "8 actions/checkout@v5 is not pinned to a commit | git ls-remote https://github.com/actions/checkout v5, then: uses: actions/checkout@COMMIT # v5",
      ],
    ],
    [
      "an action by its branch, in a folder of a repository",
      step("github/codeql-action/init@main"),
      [
        "8 github/codeql-action/init@main is not pinned to a commit | git ls-remote https://github.com/github/codeql-action main, then: uses: github/codeql-action/init@COMMIT # main",
      ],
    ],
    [
      "an action by nothing",
      step("actions/checkout"),
      [
        "8 actions/checkout is not pinned to a commit | git ls-remote https://github.com/actions/checkout HEAD, then: uses: actions/checkout@COMMIT # HEAD",
      ],
    ],
    [
      "a commit that is cut short",
      step("actions/checkout@08c6903 # v5"),
      [expect.stringContaining("8 actions/checkout@08c6903 is not pinned")],
    ],
    [
      "a commit of which nobody says the version",
      step(`actions/checkout@${SHA} # the commit`),
      [
        `8 actions/checkout is pinned, and no comment says to which version | add the version behind it: uses: actions/checkout@${SHA} # VERSION`,
      ],
    ],
    [
      "an image by its tag",
      step("docker://alpine:3"),
      ["8 the image alpine:3 is not pinned to a digest | docker buildx imagetools inspect alpine:3, then: alpine:3@sha256:DIGEST"],
    ],
    [
      "a workflow that a job calls",
      "permissions: {}\njobs:\n  call:\n    uses: o/r/.github/workflows/x.yml@v1\n",
      [
        "4 o/r/.github/workflows/x.yml@v1 is not pinned to a commit | git ls-remote https://github.com/o/r v1, then: uses: o/r/.github/workflows/x.yml@COMMIT # v1",
      ],
    ],
    [
      "what an anchor stands for once, where it stands",
      job(`      - &setup\n        uses: actions/checkout@v5\n      - *setup\n`),
      [expect.stringContaining("9 actions/checkout@v5")],
    ],
    [
      "images of containers and services",
      job(
        "",
        "    container: node:20\n    services:\n      db:\n        image: postgres:16\n      cache:\n        image: ${{ matrix.cache }}\n  other:\n    container:\n      image: node:22\n",
      ),
      ["8 the image node:20", "11 the image postgres:16", "16 the image node:22"].map(
        (text) => expect.stringContaining(text) as unknown as string,
      ),
    ],
    [
      "setup-node with a name that moves",
      step(`actions/setup-node@${SHA} # v5`, "        with:\n          node-version: lts/*\n"),
      ["10 node-version is lts/*, which is another one tomorrow | state a version: node-version: 24, or node-version-file: .nvmrc"],
    ],
    [
      "setup-node without a version",
      step(`actions/setup-node@${SHA} # v5`),
      ["8 setup-node is told no version | state a version: node-version: 24, or node-version-file: .nvmrc"],
    ],
    [
      "nothing of setup-node with a version",
      step(`actions/setup-node@${SHA} # v5`, "        with:\n          node-version: ${{ matrix.node }}\n"),
      [],
    ],
    [
      "nothing of setup-node with a file",
      step(`actions/setup-node@${SHA} # v5`, "        with:\n          node-version-file: .nvmrc\n"),
      [],
    ],
    [
      "another version of the package manager",
      job("      - run: npx --yes pnpm@12.20.0 test\n      - run: npx pnpm@12.21.0 test && npx @scope/pnpm@1\n"),
      ["8 pnpm@12.20.0, and package.json says pnpm@12.21.0 | write pnpm@12.21.0"],
    ],
    [
      "jobs without permissions, where the workflow has none",
      "on: push\njobs:\n  a:\n    permissions: {}\n  b:\n    runs-on: x\n",
      [
        "5 the job b states no permissions, so its token may do what the repository's settings say | add below on: permissions: { contents: read }",
      ],
    ],
    [
      "permissions that are all of them",
      "permissions: write-all\njobs:\n  a:\n    permissions: write-all\n",
      [1, 4].map((line) => `${line} permissions is write-all | name each permission that is needed, such as contents: read`),
    ],
    [
      "what is no YAML",
      "jobs:\n  a: [\n",
      [expect.stringMatching(/^3 it is no YAML: .+ \| correct the YAML of \.github\/workflows\/ci\.yml$/)],
    ],
    ["nothing of what is no workflow", "- a\n", []],
    [
      "nothing of jobs and steps that are none",
      "permissions: {}\njobs:\n  a: 1\n  b:\n    steps: 1\n  c:\n    steps: [1, { uses: [1] }]\n",
      [],
    ],
    ["nothing of an empty file", "", []],
  ])("%s", (_sentence, text, findings) => expect(told(text)).toEqual(findings));

  it.each<[sentence: string, text: string, findings: string[]]>([
    [
      "the steps of a composite action",
      "runs:\n  using: composite\n  steps:\n    - uses: actions/cache@v4\n",
      ["4 actions/cache@v4 is not pinned to a commit"],
    ],
    [
      "the image of a Docker action",
      "runs:\n  using: docker\n  image: docker://alpine:3\n",
      ["3 the image alpine:3 is not pinned to a digest"],
    ],
    ["nothing of an image that is built", "runs:\n  using: docker\n  image: Dockerfile\n", []],
    ["nothing of an image that is built of another file", "runs:\n  using: docker\n  image: ./alpine.Dockerfile\n", []],
  ])("%s", (_sentence, text, findings) => expect(told(text).map((each) => each.split(" | ")[0])).toEqual(findings));

  it.each([null, "", "nonsense"])("no version where package.json states none: %s", (packageManager) =>
    expect(told(job("      - run: npx pnpm@1 test\n"), packageManager)).toEqual([]),
  );
});
