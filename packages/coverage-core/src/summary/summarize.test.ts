import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summaryDocument } from "../contract/summary.js";
import { countsOf } from "../lcov/count-model.js";
import { asRepoPath } from "../path/repo-path.js";
import { pctOf } from "../percent.js";
import { createPolicy } from "../policy/file-policy.js";
import { missedMetrics, summarize } from "./summarize.js";
import { createTally, type StatedCounts } from "./tally.js";

describe("a percentage", () => {
  it.each<[string, number, number, number | null]>([
    ["is floored to two decimals", 2, 3, 66.66],
    ["never reads 100 where something is missing", 99_999, 100_000, 99.99],
    ["of all is 100", 7, 7, 100],
    ["of nothing covered is 0", 0, 7, 0],
    ["of nothing at all is null", 0, 0, null],
    ["does not lose a hundredth to binary fractions", 29, 100, 29],
  ])("%s", (_sentence, covered, total, expected) => {
    expect(pctOf(covered, total)).toBe(expected);
  });

  it("is 100 exactly where everything is covered", () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.integer({ min: 1, max: 1e9 }),
        (covered, total) => (pctOf(Math.min(covered, total), total) === 100) === covered >= total,
      ),
    );
  });
});

function fileOf(file: string, hits: readonly number[], arms: readonly (number | null)[] = []) {
  const coverage = {
    file,
    lines: new Map(hits.map((count, index) => [index + 1, count])),
    functions: [{ name: "f", line: 1, endLine: null, hits: hits[0] ?? 0 }],
    branches: arms.map((taken, index) => ({ line: 1, block: "0", arm: String(index), taken })),
  };
  return { file, counts: countsOf(coverage) };
}

const policyOf = createPolicy([{ name: "@repo/shop", folder: asRepoPath("packages/shop"), manifest: null, manifestFile: null }], null);
function tallyOf(files: readonly ReturnType<typeof fileOf>[], stated: ReadonlyMap<string, StatedCounts>) {
  const tally = createTally(policyOf);
  for (const { file, counts } of files) tally.add(file, counts, stated.get(file));
  return tally;
}

const input = {
  tally: tallyOf(
    [fileOf("packages/shop/src/entities/a.ts", [1, 0, 2], [1, 0, null]), fileOf("packages/shop/src/b.ts", [0]), fileOf("lib/c.ts", [1])],
    new Map([["lib/c.ts", { statements: { covered: 3, total: 5 } }]]),
  ),
  tests: new Map([["@repo/idle", { count: 3, durationMs: 9, failed: 1, skipped: 2 }]]),
  generatedAt: "2026-01-02T03:04:05.678Z",
  commit: "abc1234",
  provider: "v8",
};

it("a summary adds counts by package and layer, takes statements from where they are known, and is of the contract", () => {
  const summary = summaryDocument.parse(summarize(input));
  expect(Object.keys(summary.byPackage)).toEqual(["(no package)", "@repo/idle", "@repo/shop"]);
  expect(summary.repo).toEqual({
    statements: { covered: 5, total: 9, pct: 55.55 },
    branches: { covered: 1, total: 3, pct: 33.33 },
    functions: { covered: 2, total: 3, pct: 66.66 },
    lines: { covered: 3, total: 5, pct: 60 },
  });
  expect(
    Object.entries(summary.byPackage["@repo/shop"]?.byLayer ?? {}).map(([layer, { lines }]) => [layer, lines.covered, lines.total]),
  ).toEqual([
    ["baseline", 0, 1],
    ["entities", 2, 3],
  ]);
  expect(summary.byPackage["@repo/idle"]?.tests).toEqual({ count: 3, durationMs: 9, failed: 1, skipped: 2 });
  expect(summary.byPackage["@repo/idle"]?.lines.pct).toBeNull();
  expect(Object.keys(summary.byPackage["@repo/shop"] ?? {})).not.toContain("tests");
});

it("tests of the repository are those of its packages, added up; without any test report there are none", () => {
  const more = { count: 4, durationMs: 20.5, failed: 0, skipped: 1 };
  const { tests } = summaryDocument.parse(summarize({ ...input, tests: new Map([...input.tests, ["@repo/shop", more]]) }));
  expect(tests).toEqual({ count: 7, durationMs: 29.5, failed: 1, skipped: 3 });
  expect(Object.keys(summarize({ ...input, tests: new Map() }))).not.toContain("tests");
});

it("a band is missed by each metric below it, and by none that has nothing to measure", () => {
  const { repo } = summarize(input);
  expect(missedMetrics(repo, { statements: 55.55, branches: 33.34, functions: 66.66, lines: 60.01 })).toEqual([
    { metric: "branches", actual: 33.33, required: 33.34 },
    { metric: "lines", actual: 60, required: 60.01 },
  ]);
  expect(
    missedMetrics(summarize({ ...input, tally: createTally(policyOf) }).repo, {
      statements: 100,
      branches: 100,
      functions: 100,
      lines: 100,
    }),
  ).toEqual([]);
});
