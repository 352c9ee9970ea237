/** What `mutate` answers before any Stryker is started. */
import { createTempRepo } from "@repo/core-testing";
import { asRepoPath } from "@repo/coverage-core";
import { describe, expect, it } from "vitest";
import { mutateIn } from "./__fixtures__/graded-workspace.js";
import { planOf } from "./__fixtures__/plans.js";
import { captured } from "./__fixtures__/run.js";
import { runMutate } from "./mutate.js";
import { inPackage, repoPathOf } from "./mutate/plan-package.js";

/** Nothing is installed in it. */
const BARE = { "package.json": '{ "name": "bare" }\n', "stryker.config.json": '{ "testRunner": "vitest" }\n', "src/a.ts": "" };
const EMPTY = { "package.json": '{ "name": "empty" }\n' };

describe("mutate", () => {
  const rows: [
    sentence: string,
    files: Readonly<Record<string, string>>,
    argv: string[],
    expected: [exitCode: number, status: string, codes: string[]],
  ][] = [
    ["has nothing to do where no package has a configuration", EMPTY, [], [0, "nothing-to-do", []]],
    ["takes the -- that pnpm hands on", EMPTY, ["--", "--list"], [0, "nothing-to-do", []]],
    ["takes another folder", EMPTY, ["--cwd", "src", "--list"], [4, "error", ["FOLDER_MISSING"]]],
    ["tells that Stryker is not installed", BARE, ["--json"], [4, "error", ["STRYKER_MISSING"]]],
    ["tells it in a list too", BARE, ["--list"], [4, "error", ["STRYKER_MISSING"]]],
    ["tells it of a key, for nobody knows whether it is one", BARE, ["--key", "k"], [4, "error", ["STRYKER_MISSING"]]],
    ["knows no key where there is no package", EMPTY, ["--key", "k"], [2, "error", ["KEY_UNKNOWN"]]],
    ["has nothing to do for a change elsewhere", BARE, ["--since", "HEAD"], [0, "nothing-to-do", []]],
    ["refuses a filter that names nothing", EMPTY, ["--filter", "emty"], [2, "error", ["USAGE"]]],
    ["refuses flags that do not go together", EMPTY, ["--all"], [2, "error", ["USAGE"]]],
    [
      "refuses a configuration that says what Stryker does not know",
      { ...BARE, "stryker.config.json": '{ "extend": "x" }' },
      [],
      [2, "error", ["CONFIG_INVALID"]],
    ],
  ];
  it.each(rows)("%s", async (_, files, argv, [exitCode, status, codes]) => {
    using repo = createTempRepo(files);
    const { document, exitCode: ended } = await mutateIn(repo, argv);
    expect([ended, document.exitCode, document.status, document.errors.map(({ code }) => code)]).toEqual([
      exitCode,
      exitCode,
      status,
      codes,
    ]);
  });

  it.each<[string[], RegExp]>([
    [["--help"], /--since <base>[^]*--require-complete/],
    [["merge", "--help"], /FILE…[^]*--require-complete/],
  ])("explains %s", async (argv, expected) => {
    const { io, ran } = captured({ cwd: "/", env: {} });
    const { exitCode, stdout, stderr } = ran(await runMutate(argv, { ...io, signal: new AbortController().signal, now: () => 0 }));
    expect([exitCode, stdout + stderr]).toEqual([0, expect.stringMatching(expected)]);
  });
});

describe("a file of a package", () => {
  it.each([
    ["packages/shop", "src/a.ts", "packages/shop/src/a.ts"],
    ["", "src/a.ts", "src/a.ts"],
  ])("in %j is named from there, and from the repository", (folder, own, file) => {
    const { target } = planOf("shop", []);
    const placed = { ...target, package: { ...target.package, folder: folder === "" ? ("" as const) : asRepoPath(folder) } };
    expect([repoPathOf(placed, own), inPackage(placed, asRepoPath(file))]).toEqual([file, own]);
  });
});
