import { CONFORMANCE_RULES } from "@repo/coverage-core";
import { conformanceDocument } from "@repo/coverage-core/schemas";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { readFileSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import {
  CHECKS,
  MANIFEST,
  MANIFEST_TEXT,
  SCHEMA,
  STATE,
  STRYKER_CONFIG,
  USE_CASE,
  VITEST_CONFIG,
  WORKFLOW,
  WORKFLOW_TEXT,
  createConforming,
} from "./__fixtures__/conforming.js";
import { run, runDocument } from "./__fixtures__/run.js";
import { runConformance, type Io, type OutsideCheck } from "./index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

function conforming(more?: Readonly<Record<string, string | null>>): TempRepo {
  const repo = createConforming(more);
  repos.push(repo);
  return repo;
}

const withChecks = (checks: readonly OutsideCheck[]) => (argv: readonly string[], io: Io) => runConformance(argv, io, checks);
const conformance = ({ root }: Pick<TempRepo, "root">, argv: readonly string[] = [], checks = CHECKS) =>
  runDocument(conformanceDocument, withChecks(checks), argv, { cwd: root });
type Ran = Awaited<ReturnType<typeof conformance>>;

/** `rule status`, and below it `file:line code message`. */
const told = ({ document }: Ran) =>
  document.rules.flatMap(({ id, status, findings }) => [
    `${id} ${status}`,
    ...findings.map(({ file, line, code, message }) => `  ${file}:${line ?? "-"} ${code === null ? "" : `${code} `}${message}`),
  ]);
const failed = (ran: Ran) => told(ran).filter((line) => !/^[a-z-]+ (?:pass|skip)$/.test(line));

it("a repository in which each rule holds passes, and what is not there is skipped", async () => {
  const ran = await conformance(conforming());
  expect([ran.exitCode, ran.document.status, ran.document.nextActions, ran.document.errors]).toEqual([0, "pass", [], []]);
  expect(told(ran)).toEqual(CONFORMANCE_RULES.map((id) => `${id} ${id === "arrows" ? "skip" : "pass"}`));
  expect(ran.stderr).toContain("conformance pass: 7 of 8 rules hold, 1 skipped\n");
  expect(ran.stderr).toContain("  skip  arrows            there is no configuration of dependency-cruiser\n");
});

const without = (text: string, gone: string): string => {
  if (!text.includes(gone)) throw new Error(`nothing to take out: ${gone}`);
  return text.replace(gone, "");
};

describe("a violation is told, with file, line and mend", () => {
  it.each<[sentence: string, planted: Record<string, string | null>, findings: string[], nextAction: string]>([
    [
      "manifests: a percent that is none",
      { [MANIFEST]: MANIFEST_TEXT.replace("branches: 75", "branches: 750") },
      ["manifests fail", `  ${MANIFEST}:7 MANIFEST_INVALID coverage.bands.baseline.branches is 750; allowed: a number from 0 to 100`],
      `correct coverage.bands.baseline.branches in ${MANIFEST}`,
    ],
    [
      "manifests: one that does not load",
      { [MANIFEST]: MANIFEST_TEXT.replace("shopManifest = ", "shopManifest = = ") },
      ["manifests fail", `  ${MANIFEST}:1 MANIFEST_UNREADABLE the file has a syntax error`],
      `in ${MANIFEST}: write the manifest as a literal: strings, numbers, lists, objects, constants of the same file and DEFAULT_COVERAGE_BANDS`,
    ],
    [
      "manifests: a package without one",
      { "packages/cart/package.json": '{ "name": "@demo/cart" }' },
      ["manifests fail", "  packages/cart/src/feature.manifest.ts:- MANIFEST_MISSING the package @demo/cart has no manifest"],
      'write packages/cart/src/feature.manifest.ts: export const cartManifest = defineFeature({ name: "cart", coverage: { bands: DEFAULT_COVERAGE_BANDS } } as const);',
    ],
    [
      "manifests: a glob of the repository's that leads nowhere, beside one that leaves out",
      {
        "repo.manifest.ts":
          'export default defineRepo({\n  features: [\n    "packages/*",\n    "!packages/old",\n    "apps/*",\n  ],\n} as const);\n',
      },
      ["manifests fail", '  repo.manifest.ts:5 features has "apps/*", and no folder with a package matches it'],
      "correct the glob in repo.manifest.ts, or take it out",
    ],
    [
      "manifests: the repository's own",
      {
        "repo.manifest.ts": "export default defineRepo({\n  features: [],\n  basis: 1,\n} as const);\n",
        "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
      },
      [
        "manifests fail",
        "  repo.manifest.ts:3 MANIFEST_INVALID basis is not a known field; allowed: features, base, band, exempt, pathMaps, testTime (did you mean base?)",
      ],
      "correct basis in repo.manifest.ts",
    ],
    [
      "one-source: thresholds that a vitest config states",
      { [VITEST_CONFIG]: "export default {\n  test: { coverage: { thresholds: { lines: 80 } } },\n};\n" },
      ["one-source fail", `  ${VITEST_CONFIG}:2 the config states thresholds by itself, beside the manifest`],
      `make ${VITEST_CONFIG}: import { defineFeatureVitestConfig } from "@repo/core-testing"; import { shopManifest } from "./src/feature.manifest.js"; export default defineFeatureVitestConfig(shopManifest, { root: import.meta.dirname });`,
    ],
    [
      "one-source: no vitest config",
      { [VITEST_CONFIG]: null },
      ["one-source fail", `  ${VITEST_CONFIG}:- the package has tests and no vitest config, so no band of its manifest is held`],
      `make ${VITEST_CONFIG}: `,
    ],
    [
      "one-source: no Stryker config",
      { [STRYKER_CONFIG]: null },
      [
        "one-source fail",
        `  ${STRYKER_CONFIG}:- ${MANIFEST} names mutationTargets (entities), and without a config none of them is mutated`,
      ],
      `write ${STRYKER_CONFIG}: { "extends": "@repo/core-testing/stryker.base.json" }`,
    ],
    [
      "one-source: a threshold of Stryker's own",
      { [STRYKER_CONFIG]: '{\n  "extends": "../../testing/stryker.base.json",\n  "thresholds": { "break": 50 }\n}\n' },
      ["one-source fail", `  ${STRYKER_CONFIG}:3 the config states "thresholds" by itself, beside coverage.mutationScore of the manifest`],
      `take "thresholds" out of ${STRYKER_CONFIG}; coverage.mutationScore in ${MANIFEST} says it`,
    ],
    [
      "one-source: a Stryker config that cannot be composed",
      { [STRYKER_CONFIG]: '{ "extends": "./gone.json" }\n' },
      ["one-source fail", `  ${STRYKER_CONFIG}:- CONFIG_MISSING ${STRYKER_CONFIG} extends packages/shop/gone.json, which is not there`],
      `correct "extends" in ${STRYKER_CONFIG}`,
    ],
    [
      "layer-globs: a layer whose folder is gone",
      { "packages/shop/src/entities/price.ts": null },
      ["layer-globs fail", `  ${MANIFEST}:8 the layer "entities" has the glob src/entities/**, and no file below packages/shop matches it`],
      `correct src/entities/** in ${MANIFEST}, or take "entities" out of bands and mutationTargets`,
    ],
    [
      "use-case-tests: one without",
      { "packages/shop/src/application/use-cases/buy.test.ts": null },
      ["use-case-tests fail", `  ${USE_CASE}:1 the use case has no test beside it`],
      "write packages/shop/src/application/use-cases/buy.test.ts",
    ],
    [
      "pinned-workflows: an action by its tag, and another pnpm",
      { [WORKFLOW]: WORKFLOW_TEXT.replace(/checkout@.*/, "checkout@v5").replace("12.21.0", "9.0.0") },
      [
        "pinned-workflows fail",
        `  ${WORKFLOW}:8 actions/checkout@v5 is not pinned to a commit`,
        `  ${WORKFLOW}:9 pnpm@9.0.0, and package.json says pnpm@12.21.0`,
      ],
      "git ls-remote https://github.com/actions/checkout v5, then: uses: actions/checkout@COMMIT # v5",
    ],
    [
      "pinned-workflows: a composite action",
      { ".github/actions/setup/action.yml": "runs:\n  steps:\n    - uses: actions/cache@v4\n" },
      ["pinned-workflows fail", "  .github/actions/setup/action.yml:3 actions/cache@v4 is not pinned to a commit"],
      "git ls-remote https://github.com/actions/cache v4, then: uses: actions/cache@COMMIT # v4",
    ],
    [
      "work-state: a state that is out of date",
      { [STATE]: "[1]\n" },
      ["work-state fail", `  ${STATE}:- it is not what would be generated now`],
      `pnpm schemas, and commit ${STATE}`,
    ],
    [
      "generated-files: a schema and the rules of agents",
      { [SCHEMA]: null, "CLAUDE.md": "# Ours\n" },
      [
        "generated-files fail",
        "  CLAUDE.md:- it is not what would be generated now",
        `  ${SCHEMA}:- it is not what would be generated now`,
      ],
      "pnpm agents, and commit CLAUDE.md",
    ],
  ])("%s", async (_sentence, planted, findings, nextAction) => {
    const ran = await conformance(conforming(planted));
    expect(failed(ran)).toEqual(findings);
    expect([ran.exitCode, ran.document.status, ran.document.errors]).toEqual([1, "fail", []]);
    expect(ran.document.nextActions[0]).toContain(nextAction);
  });
});

it.each<[sentence: string, planted: Record<string, string | null>]>([
  [
    "a glob that matches only what git ignores",
    {
      [MANIFEST]: MANIFEST_TEXT.replace("mutationTargets", 'exempt: ["src/made/**"],\n    mutationTargets'),
      ".gitignore": "made\n",
      "packages/shop/src/made/a.ts": "",
    },
  ],
  [
    "a package without tests and without a config of vitest",
    { [VITEST_CONFIG]: null, "packages/shop/src/application/use-cases/buy.test.ts": null, [USE_CASE]: null },
  ],
  [
    "a package without targets and without a config of Stryker",
    { [STRYKER_CONFIG]: null, [MANIFEST]: without(MANIFEST_TEXT, '    mutationTargets: ["entities"],\n') },
  ],
  ["a workspace without a manifest of its own", { "repo.manifest.ts": null, "pnpm-workspace.yaml": 'packages: ["packages/*"]\n' }],
  ["a package.json that names no package manager", { "package.json": "{}\n" }],
  ["a package.json that is none", { "package.json": null, "pnpm-workspace.yaml": 'packages: ["packages/*"]\n' }],
])("nothing is wrong with %s", async (_sentence, planted) => expect(failed(await conformance(conforming(planted)))).toEqual([]));

it("a workflow that is a link to nowhere is none", async () => {
  const repo = conforming();
  symlinkSync("nowhere.yml", repo.path(".github/workflows/gone.yml"));
  expect(failed(await conformance(repo))).toEqual([]);
});

it("a repository that is one package is judged as a feature is", async () => {
  using repo = createTempRepo({
    "package.json": '{ "name": "solo" }',
    "src/feature.manifest.ts": MANIFEST_TEXT.replace("shop", "solo"),
    "src/entities/price.ts": "",
    "src/entities/price.test.ts": "",
    "vitest.config.ts": "export default { test: { coverage: { thresholds: {} } } };\n",
  });
  const ran = await conformance(repo, [], []);
  expect(failed(ran)).toEqual([
    "one-source fail",
    "  vitest.config.ts:1 the config states thresholds by itself, beside the manifest",
    "  stryker.config.json:- src/feature.manifest.ts names mutationTargets (entities), and without a config none of them is mutated",
  ]);
  expect(ran.document.rules.filter(({ status }) => status === "skip").map(({ id, reason }) => [id, reason])).toEqual([
    ["arrows", "there is no configuration of dependency-cruiser"],
    ["work-state", "this program knows no check of it: pnpm conformance in the repository may"],
    ["pinned-workflows", "there are no workflows in .github"],
    ["generated-files", "this program knows no check of it: pnpm conformance in the repository may"],
  ]);
  expect((await conformance(repo)).document.rules.find(({ id }) => id === "work-state")?.reason).toBe("there are no stories in docs/work");
});

describe("a rule that cannot be judged", () => {
  const broken: OutsideCheck = { rule: "work-state", name: "pnpm work state", needs: "docs/work", run: () => Promise.resolve(70) };

  it("is an error with its code, and the others are judged", async () => {
    const ran = await conformance(conforming(), [], [broken]);
    expect(ran.document.rules.map(({ status }) => status)).toEqual(["pass", "pass", "pass", "pass", "skip", "error", "pass", "pass"]);
    expect([ran.exitCode, ran.document.status, ran.document.errors]).toEqual([
      4,
      "error",
      [{ code: "CHECK_FAILED", message: "pnpm work state could not be asked: it answered no JSON", hint: "pnpm work state" }],
    ]);
    expect(ran.document.nextActions).toEqual(["pnpm work state"]);
  });

  it("is beside a rule that fails no reason to exit with anything but 1", async () => {
    const ran = await conformance(conforming({ [SCHEMA]: "{" }), [], [broken, ...CHECKS.slice(0, 1)]);
    expect([ran.exitCode, ran.document.status, ran.document.errors.length]).toEqual([1, "fail", 1]);
  });

  it("has its arrows stated, and no dependency-cruiser", async () => {
    const ran = await conformance(conforming({ ".dependency-cruiser.mjs": "export default {};\n" }), ["--rule", "arrows"]);
    expect([ran.exitCode, ran.document.errors]).toEqual([
      4,
      [
        {
          code: "CHECK_FAILED",
          message: "dependency-cruiser could not be asked: .dependency-cruiser.mjs is there, and it is not installed",
          hint: "pnpm add -D dependency-cruiser",
        },
      ],
    ]);
  });

  it("has arrows, and a dependency-cruiser that says nothing", async () => {
    const silent = {
      "node_modules/dependency-cruiser/package.json": "{}",
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs": "",
    };
    const repo = conforming({ ".dependency-cruiser.mjs": "export default {};\n", ...silent });
    symlinkSync("nowhere", repo.path("gone.ts"));
    expect((await conformance(repo, ["--rule", "arrows"])).document.errors).toEqual([
      {
        code: "CHECK_FAILED",
        message: "dependency-cruiser could not be asked: it ended with 0, and answered no JSON",
        hint: "pnpm exec depcruise --config .dependency-cruiser.mjs .",
      },
    ]);
  });

  it("has a file where a folder should be", async () => {
    const ran = await conformance(conforming({ [STRYKER_CONFIG]: null, [`${STRYKER_CONFIG}/a`]: "" }), ["--rule", "one-source"]);
    expect([ran.exitCode, ran.document.errors.map(({ code }) => code)]).toEqual([3, ["FILE_UNREADABLE"]]);
  });
});

describe("what is asked for", () => {
  it.each<[sentence: string, argv: string[], rules: string[]]>([
    ["one rule", ["--rule", "manifests"], ["manifests"]],
    ["several, in their order and once each", ["--rule", "layer-globs", "manifests", "--rule", "manifests"], ["manifests", "layer-globs"]],
    ["behind --", ["--", "--rule", "manifests"], ["manifests"]],
  ])("%s", async (_sentence, argv, rules) => {
    expect((await conformance(conforming(), argv)).document.rules.map(({ id }) => id)).toEqual(rules);
  });

  it("a list says what each rule holds and where it is explained, and judges nothing", async () => {
    const ran = await conformance(conforming({ [MANIFEST]: "" }), ["--list"]);
    expect(ran.document.rules.map(({ id, status, page }) => [id, status, page])).toEqual(
      CONFORMANCE_RULES.map((id) => [id, "skip", `docs/guides/conformance.md#${id}`]),
    );
    expect(ran.stderr).toMatch(
      /^manifests\n {2}Every package has a manifest, [^\n]+\n {2}docs\/guides\/conformance\.md#manifests\none-source\n/,
    );
    expect((await conformance(conforming(), ["--list", "--cwd", "gone"])).stderr).toMatch(/^manifests\n/);
    expect((await conformance(conforming(), ["--list", "--nope"])).stderr).toContain("USAGE");
  });

  it("exit 0 for a failed rule, but for no error", async () => {
    const ran = await conformance(conforming({ [SCHEMA]: "" }), ["--exit-zero"]);
    expect([ran.exitCode, ran.document.exitCode]).toEqual([0, 1]);
    expect((await conformance(conforming(), ["--exit-zero", "--rule", "x"])).exitCode).toBe(2);
  });

  it("annotations for GitHub on stderr, or in a file, and nothing else under --json", async () => {
    const repo = conforming({ [SCHEMA]: "" });
    const { stderr } = await conformance(repo, ["--json", "--format", "github"]);
    expect(stderr).toBe(
      `::error file=${SCHEMA},title=conformance%3A generated-files::it is not what would be generated now%0Anext: pnpm schemas, and commit ${SCHEMA}\n`,
    );
    expect((await conformance(repo, ["--json", "--format", "github=out.txt"])).stderr).toBe("");
    expect(readFileSync(repo.path("out.txt"), "utf8")).toBe(stderr);
  });

  it("another folder than this", async () => {
    const { root } = conforming();
    const ran = await runDocument(conformanceDocument, withChecks(CHECKS), ["--cwd", "packages/shop"], { cwd: root });
    expect(ran.exitCode).toBe(0);
  });

  it("help is the answer", async () => expect((await run(runConformance, ["--help"], { cwd: "." })).stdout).toContain("--rule <id...>"));

  it.each<[sentence: string, argv: string[], message: RegExp]>([
    [
      "a rule that nobody knows, with the nearest",
      ["--rule", "manifest"],
      /'manifest' is invalid\. It takes manifests, one-source, .* \(did you mean manifests\?\)/,
    ],
    ["an unknown flag", ["--rules"], /unknown option '--rules'/],
    ["an operand", ["manifests"], /too many arguments/],
    ["a format that it does not have", ["--format", "sarif=x"], /It takes json, human, github/],
  ])("%s is an error of usage", async (_sentence, argv, message) => {
    const { exitCode, document } = await conformance(conforming(), argv);
    expect([exitCode, document.status, document.errors[0]?.code, document.errors[0]?.hint]).toEqual([
      2,
      "error",
      "USAGE",
      "pnpm conformance --help",
    ]);
    expect(document.errors[0]?.message).toMatch(message);
  });

  it("a folder that is no repository is an error of the environment", async () => {
    const { exitCode, document } = await conformance({ root: "/" });
    expect([exitCode, document.errors[0]?.code]).toEqual([4, "NOT_A_REPOSITORY"]);
  });
});
