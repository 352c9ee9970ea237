import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileCoverage } from "../lcov/model.js";
import { mergeCoverage } from "../lcov/merge-records.js";
import type { StatedCounts } from "./summarize.js";
import { uniteLines } from "./unite-lines.js";
import { statementsOf, uniteStated } from "./unite-stated.js";

const FILE = "a.ts";

/** Statements by their lines; two on one line stand beside each other. */
const PLACES = Object.fromEntries(
  [1, 1, 1, 2, 4].map((line, key) => [key, { start: { line, column: key }, end: { line, column: key + 1 } }]),
);

/** A report of one run: how often each statement ran, and lcov's lines of that. */
function reportOf(hits: readonly number[], file = FILE) {
  const lines = new Map<number, number>();
  hits.forEach((count, key) => {
    const line = PLACES[key]?.start.line ?? 0;
    lines.set(line, Math.max(lines.get(line) ?? 0, count));
  });
  const coverage: FileCoverage = { file, lines, functions: [], branches: [] };
  return {
    files: [coverage],
    stated: new Map<string, StatedCounts>([[file, { statements: statementsOf(Object.fromEntries(hits.entries()), PLACES) }]]),
  };
}

/** What a merge of lcov makes of the reports. */
function mergedLines(reports: readonly { readonly files: readonly FileCoverage[] }[]): [number, number][] {
  const [first, ...more] = reports.flatMap(({ files }) => files);
  return first === undefined ? [] : [...mergeCoverage([first, ...more]).lines];
}

const runs = fc.array(fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 });
const together = (hits: readonly (readonly number[])[]) =>
  [0, 1, 2, 3, 4].map((key) => hits.reduce((sum, run) => sum + (run[key] ?? 0), 0));

it("shards come to the lines and the statements of one run of all tests", () => {
  fc.assert(
    fc.property(runs, (hits) => {
      const whole = reportOf(together(hits));
      const shards = hits.map((run) => reportOf(run));
      expect(mergedLines(uniteLines(shards))).toEqual(mergedLines([whole]));
      expect(uniteStated(shards.map(({ stated }) => stated.get(FILE)))).toEqual(whole.stated.get(FILE));
    }),
  );
});

describe("lines are left as they are", () => {
  const two = [reportOf([5, 1, 0, 0, 0]), reportOf([0, 7, 0, 0, 0])] as const;

  it("without this, the sum would be more than one run counts", () => {
    expect(mergedLines(two)[0]).toEqual([1, 12]);
    expect(mergedLines(uniteLines(two))[0]).toEqual([1, 8]);
  });

  it.each<[string, { readonly files: readonly FileCoverage[]; readonly stated: ReadonlyMap<string, StatedCounts> }]>([
    ["of a file that one report alone measured", reportOf([0, 7, 0, 0, 0], "b.ts")],
    ["where the other report states nothing", { ...two[1], stated: new Map() }],
    ["where the other report states no places", { ...two[1], stated: new Map([[FILE, { statements: { covered: 1, total: 5 } }]]) }],
  ])("%s", (_sentence, other) => {
    expect(uniteLines([two[0], other])).toEqual([two[0], other]);
  });

  it("where they are not counted by statements", () => {
    const other = {
      ...two[1],
      files: [
        {
          file: FILE,
          lines: new Map([
            [1, 9],
            [3, 2],
          ]),
          functions: [],
          branches: [],
        },
      ],
    };
    expect(uniteLines([two[0], other])[1]?.files[0]?.lines).toEqual(
      new Map([
        [1, 9],
        [3, 2],
      ]),
    );
  });
});

it("a statement that one report alone has did not run in the other", () => {
  const [a, b] = [reportOf([5, 0, 0, 0, 0]), reportOf([1, 0, 0, 0, 0])];
  b.stated.set(FILE, { statements: statementsOf({ 9: 1 }, { 9: { start: { line: 1, column: 90 } } }) });
  expect(mergedLines(uniteLines([a, b]))[0]).toEqual([1, 5]);
});

describe("what is stated", () => {
  it.each<[string, (StatedCounts | undefined)[], StatedCounts | undefined]>([
    ["by one report is what it states", [{ functions: { covered: 1, total: 2 } }], { functions: { covered: 1, total: 2 } }],
    ["without places cannot be united", [{ statements: { covered: 1, total: 2 } }, { statements: { covered: 1, total: 2 } }], undefined],
    ["by one report alone says nothing of the other", [reportOf([1, 0, 0, 0, 0]).stated.get(FILE), undefined], undefined],
  ])("%s", (_sentence, each, expected) => {
    expect(uniteStated(each)).toEqual(expected);
  });
});
