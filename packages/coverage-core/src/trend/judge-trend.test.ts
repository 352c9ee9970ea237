import { describe, expect, it } from "vitest";
import type { TrendPoint } from "../contract/trend.js";
import { ALL, measuredOf, pointOf, type Lines } from "./__fixtures__/points.js";
import { knownNames, narrowed } from "./figures.js";
import { judgeTrend } from "./judge-trend.js";

const judge = (points: readonly TrendPoint[], failOnDrop: number | null = null) => judgeTrend({ points, selection: ALL, failOnDrop });
const [GOOD, BAD]: [Lines, Lines] = [
  [100, 100],
  [90, 100],
];
const other = { provider: "istanbul" };

describe("the verdict", () => {
  it.each<[string, readonly TrendPoint[], number | null, string, string | null, string[]]>([
    ["is pass without a point", [], null, "pass", "no-points", []],
    ["is pass of one point", [pointOf(1, BAD)], null, "pass", "one-point", []],
    ["is pass of a drop that nobody asked about", [pointOf(1, GOOD), pointOf(2, BAD)], null, "pass", null, []],
    ["is fail of a drop", [pointOf(1, GOOD), pointOf(2, BAD)], 9.99, "fail", null, []],
    ["is pass of a drop within the points", [pointOf(1, GOOD), pointOf(2, BAD)], 10, "pass", null, []],
    ["is pass of a drop that lies behind", [pointOf(1, GOOD), pointOf(2, BAD), pointOf(3, BAD)], 0, "pass", null, []],
    [
      "says that it compared nothing without a point",
      [],
      0,
      "pass",
      "no-points",
      ["there is no summary, neither on disk nor in the history"],
    ],
    ["says that it compared nothing of one point", [pointOf(1, BAD)], 0, "pass", "one-point", ["there is one point, and none before it"]],
    [
      "says that it compared nothing across a change of provider",
      [pointOf(1, GOOD), pointOf(2, BAD, {}, other)],
      0,
      "pass",
      "provider-changed",
      ["the last point is of istanbul, the one before it of v8, and providers count differently"],
    ],
  ])("%s", (_sentence, points, failOnDrop, status, reason, said) => {
    const judged = judge(points, failOnDrop);
    expect([judged.status, judged.exitCode, judged.reason]).toEqual([status, status === "fail" ? 1 : 0, reason]);
    expect(judged.notices).toEqual(said.map((each) => ({ code: "NOTHING_COMPARED", message: `--fail-on-drop compared nothing: ${each}` })));
  });
});

describe("what to do next", () => {
  const actions = (before: Parameters<typeof pointOf>, after: Parameters<typeof pointOf>) =>
    judge([pointOf(...before), pointOf(...after)], 0).nextActions;

  it("is nothing where nothing failed", () => {
    expect(actions([1, GOOD], [2, GOOD])).toEqual([]);
  });

  it("is to look at the change since the commit that was measured, and at the packages", () => {
    expect(actions([1, GOOD, { auth: [9, 9] }], [2, BAD, { auth: [6, 9] }])).toEqual([
      `pnpm coverage:diff --base ${measuredOf(1)}`,
      "test what is new in auth: lines fell from 100 % to 66.66 % (3 uncovered, 0 before)",
    ]);
  });

  it("names layers where the package itself did not drop", () => {
    const before = { auth: [95, 100], "auth:entities": [9, 9] } as const;
    expect(actions([1, GOOD, before], [2, GOOD, { ...before, "auth:entities": [6, 9] }])[1]).toBe(
      "test what is new in auth: lines of entities fell from 100 % to 66.66 % (3 uncovered, 0 before)",
    );
  });

  it("names no base where the point before names no commit, and no counts where there are none", () => {
    const bare = (n: number, pct: number) => {
      const point = pointOf(n, [1, 1], { core: [1, 1] }, { measured: "2026-01-01" });
      const lines = { covered: null, total: null, pct };
      return { ...point, byPackage: { core: { ...point.repo, lines, byLayer: {} } } };
    };
    expect(judge([bare(1, 90), bare(2, 80)], 0).nextActions).toEqual([
      "pnpm coverage:diff",
      "test what is new in core: lines fell from 90 % to 80 %",
    ]);
  });

  it("names five packages, and how many more", () => {
    const packages = (lines: Lines) => Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`p${index}`, lines]));
    const said = actions([1, GOOD, packages([9, 9])], [2, GOOD, packages([6, 9])]);
    expect([said.length, said.at(-1)]).toEqual([7, "and 2 more packages, as drops has them"]);
  });
});

describe("the moves of all points", () => {
  it("come with the largest first, of equals the later first, coverage before tests", () => {
    const tests = (count: number) => ({ tests: { count, durationMs: 0 } });
    const points = [pointOf(1, [5, 10], {}, tests(1)), pointOf(2, [6, 10], {}, tests(900)), pointOf(3, [5, 10]), pointOf(4, [8, 10])];
    expect(judge(points).moves.map(({ metric, points: moved, until }) => [metric, moved, until])).toEqual([
      ["lines", 30, measuredOf(4)],
      ["lines", -10, measuredOf(3)],
      ["lines", 10, measuredOf(2)],
      ["tests", 899, measuredOf(2)],
    ]);
  });

  it("are at most a hundred of a metric, the count is of all", () => {
    const equal = judge(Array.from({ length: 120 }, (_, index) => pointOf(index, [index, 120])));
    expect([equal.moves.length, equal.moveCount]).toEqual([100, 119]);
    const growing = judge(Array.from({ length: 120 }, (_, index) => pointOf(index, [index * index, 14_161])));
    expect([growing.moves.length, growing.moves[0]?.until, growing.moves.at(-1)?.until]).toEqual([100, measuredOf(119), measuredOf(20)]);
  });
});

it("breaks and appearances are of all points", () => {
  const { breaks, appearances } = judge([
    pointOf(1, GOOD),
    pointOf(2, GOOD, {}, other),
    pointOf(3, GOOD, { a: [1, 1] }, other),
    pointOf(4, GOOD),
  ]);
  expect(breaks.map(({ from, to }) => `${from} ${to}`)).toEqual(["v8 istanbul", "istanbul v8"]);
  expect(appearances.map(({ name, is }) => `${name} ${is}`)).toEqual(["a new"]);
});

describe("a choice", () => {
  const point = pointOf(1, GOOD, { b: [1, 1], "b:y": [1, 1], a: [1, 1], "a:x": [1, 1], "a:y": [1, 1] });

  it("knows the names of all points, sorted", () => {
    expect(knownNames([pointOf(1, GOOD, { c: [1, 1] }), point])).toEqual({ packages: ["a", "b", "c"], layers: ["x", "y"] });
  });

  it.each<[string, string[], string[], Record<string, string[]>]>([
    ["of nothing leaves everything", [], [], { b: ["y"], a: ["x", "y"] }],
    ["of a package leaves it with its layers", ["a"], [], { a: ["x", "y"] }],
    ["of a layer leaves it in each package", [], ["x"], { b: [], a: ["x"] }],
    ["of both leaves the layer of the package", ["b"], ["y"], { b: ["y"] }],
  ])("%s", (_sentence, packages, layers, expected) => {
    const { byPackage } = narrowed(point, { packages, layers, metrics: [] });
    expect(Object.fromEntries(Object.entries(byPackage).map(([name, each]) => [name, Object.keys(each.byLayer)]))).toEqual(expected);
  });
});
