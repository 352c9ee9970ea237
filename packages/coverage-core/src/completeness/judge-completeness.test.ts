import type { FeatureManifest } from "@repo/core-shared/conformance/feature";
import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { createPolicy, type PackageFacts } from "../policy/file-policy.js";
import type { TestRun } from "../tests/test-facts.js";
import { judgeCompleteness, type CompletenessInput } from "./judge-completeness.js";

const BAND = { statements: 0, branches: 0, functions: 0, lines: 0 };
const MANIFEST = { name: "shop", coverage: { bands: { baseline: BAND } } } as FeatureManifest;
const packageIn = (folder: string, manifest: FeatureManifest | null = null): PackageFacts => ({
  name: `@x/${folder}`,
  folder: folder === "" ? "" : asRepoPath(folder),
  manifest,
  manifestFile: null,
});

interface Case {
  readonly packages?: readonly PackageFacts[];
  readonly files?: readonly string[];
  readonly reported?: readonly string[];
  readonly missing?: readonly string[];
  readonly expectsAll?: boolean;
  readonly runs?: readonly TestRun[];
  readonly unread?: readonly string[];
}

function judged({
  packages = [packageIn("shop")],
  files = [],
  reported = [],
  missing = [],
  expectsAll = true,
  runs = [],
  unread = [],
}: Case) {
  const input: CompletenessInput = {
    packages,
    expectsAll,
    files: files.map(asRepoPath),
    policyOf: createPolicy(packages, null),
    reported: new Set(reported),
    missing: new Set(missing),
    runs,
    unread,
  };
  return judgeCompleteness(input);
}

const textOf = (input: Case) => judged(input).map(({ code, message }) => `${code} ${message}`);

describe("a package without a report", () => {
  const told = (what: string) => [`PACKAGE_WITHOUT_REPORT @x/shop has ${what}`];

  it.each<[string, Case, string[]]>([
    [
      "is told where it has sources",
      { files: ["shop/package.json", "shop/src/a.ts"] },
      told("source files, such as shop/src/a.ts, and no report"),
    ],
    ["is told in any language", { files: ["shop/a.py"] }, told("source files, such as shop/a.py, and no report")],
    ["is told where it has a manifest", { packages: [packageIn("shop", MANIFEST)] }, told("a manifest, and a report of it is not there")],
    [
      "is told where one of its reports is missing",
      { packages: [packageIn("shop", MANIFEST)], reported: ["@x/shop"], missing: ["@x/shop"] },
      told("a manifest, and a report of it is not there"),
    ],
    ["is no matter where another report speaks of it", { files: ["shop/src/a.ts"], reported: ["@x/shop"], missing: ["@x/shop"] }, []],
    ["is no matter where it has a manifest and its reports", { packages: [packageIn("shop", MANIFEST)], reported: ["@x/shop"] }, []],
    ["is no matter where all its files are exempt", { files: ["shop/src/index.ts", "shop/src/a.test.ts", "shop/x.config.ts"] }, []],
    ["is no matter where no coverage is measured for its files", { files: ["shop/LICENSE", "shop/logo.png"] }, []],
    [
      "is no matter where the sources are another package's",
      { packages: [packageIn("shop"), packageIn("shop/in")], files: ["shop/in/a.ts"], reported: ["@x/shop/in"] },
      [],
    ],
    ["is no matter where flags say which reports are meant", { files: ["shop/src/a.ts"], expectsAll: false }, []],
  ])("%s", (_sentence, input, expected) => {
    expect(textOf(input)).toEqual(expected);
  });
});

describe("a test run", () => {
  const run = (count: number, failed: number, skipped: number, name = "shop/tests.json"): TestRun => ({
    package: "@x/shop",
    name,
    facts: { count, failed, skipped, durationMs: 1 },
  });

  it.each<[string, TestRun[], string[]]>([
    ["in which all tests passed is complete, whatever was skipped", [run(1, 0, 9)], []],
    ["of no test is told", [run(0, 0, 0)], ["NO_TESTS_RAN @x/shop: no test ran, 0 were skipped (shop/tests.json)"]],
    ["that skipped all is told", [run(0, 0, 4)], ["NO_TESTS_RAN @x/shop: no test ran, 4 were skipped (shop/tests.json)"]],
    ["that skipped all is no matter where another shard ran some", [run(0, 0, 4), run(1, 0, 0)], []],
    [
      "of no test is told once of all shards",
      [run(0, 0, 4), run(0, 0, 1), run(0, 0, 0)],
      ["NO_TESTS_RAN @x/shop: no test ran, 5 were skipped (shop/tests.json and 2 more)"],
    ],
    [
      "with tests that failed is told",
      [run(7, 2, 0)],
      ["TESTS_FAILED @x/shop: 2 of 7 tests failed (shop/tests.json), and what they did not reach counts as not run"],
    ],
  ])("%s", (_sentence, runs, expected) => {
    expect(textOf({ runs })).toEqual(expected);
  });
});

it("a file with a test report's name that is none is told", () => {
  expect(textOf({ unread: ["shop/junit.xml"] })).toEqual(["TESTS_UNKNOWN shop/junit.xml bears the name of a test report and is none"]);
});

it("the next command is that of the package, and of all where there is none to name", () => {
  const of = (name: string): TestRun => ({ package: name, name: "t", facts: { count: 0, failed: 0, skipped: 0, durationMs: 0 } });
  const hints = judged({
    packages: [packageIn(""), packageIn("a b")],
    files: ["a b/x.ts"],
    reported: ["@x/"],
    runs: [of("@x/"), of("@x/a b"), of("(no package)")],
  });
  expect(hints.map(({ hint }) => hint)).toEqual([
    "pnpm test --coverage --filter '@x/a b', or name its report with --input",
    "pnpm test --coverage",
    "pnpm test --coverage --filter '@x/a b'",
    "pnpm test --coverage",
  ]);
});
