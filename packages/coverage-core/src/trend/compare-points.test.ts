import { describe, expect, it } from "vitest";
import type { TrendPoint } from "../contract/trend.js";
import { ALL, commitOf, measuredOf, pointOf, type Figures, type Lines } from "./__fixtures__/points.js";
import { appearancesBetween, breakBetween, dropsBetween, scopedPoint } from "./compare-points.js";
import type { TrendSelection } from "./figures.js";
import { largestMoves } from "./largest-moves.js";

const scoped = (points: readonly TrendPoint[], selection: TrendSelection) => points.map((point) => scopedPoint(point, selection));
const movesBetween = (before: TrendPoint, after: TrendPoint, selection: TrendSelection) =>
  largestMoves(scoped([before, after], selection), selection).moves;

/** A drop in few words: where, from, to, why it is tolerated. */
function dropsOf(before: TrendPoint, after: TrendPoint, tolerance = 0, selection: TrendSelection = ALL): string[] {
  return dropsBetween(scopedPoint(before, selection), scopedPoint(after, selection), selection, tolerance).map(
    ({ scope, package: home, name, from, to, uncovered, tolerated }) =>
      `${[scope, home, name].filter((each) => each !== null).join(" ")} ${from} → ${to} ${uncovered?.from}/${uncovered?.to}${tolerated === null ? "" : ` (${tolerated})`}`,
  );
}

describe("a drop of the repository", () => {
  it.each<[string, Lines, Lines, number, string[]]>([
    ["is none where the figure stays", [9, 10], [9, 10], 0, []],
    ["is none where the figure rises", [8, 10], [9, 10], 0, []],
    ["is one where two more are uncovered", [98, 100], [96, 100], 0, ["repo 98 → 96 2/4"]],
    ["is tolerated within the points", [98, 100], [96, 100], 2, ["repo 98 → 96 2/4 (it is within 2 points)"]],
    ["is one beyond the points", [98, 100], [96, 100], 1.99, ["repo 98 → 96 2/4"]],
    ["is tolerated where one more is uncovered", [2, 2], [1, 2], 0, ["repo 100 → 50 0/1 (only one more is uncovered)"]],
    ["is one where a tiny file loses two", [3, 3], [1, 3], 0, ["repo 100 → 33.33 0/2"]],
    [
      "is tolerated where covered code is gone and as many are uncovered",
      [90, 100],
      [40, 50],
      0,
      ["repo 90 → 80 10/10 (no more is uncovered than before: covered code is gone)"],
    ],
    [
      "is tolerated where covered code is gone and fewer are uncovered",
      [90, 100],
      [1, 9],
      0,
      ["repo 90 → 11.11 10/8 (no more is uncovered than before: covered code is gone)"],
    ],
    ["is none from nothing to measure", [0, 0], [0, 5], 0, []],
    ["is none to nothing to measure", [5, 5], [0, 0], 0, []],
  ])("%s", (_sentence, from, to, tolerance, expected) => {
    expect(dropsOf(pointOf(1, from), pointOf(2, to), tolerance)).toEqual(expected);
  });

  it("is none across a change of provider", () => {
    expect(dropsOf(pointOf(1, [9, 10]), pointOf(2, [1, 10], {}, { provider: "istanbul" }))).toEqual([]);
  });

  it("has no counts where only percentages are known, and is judged by points alone", () => {
    const bare = (n: number, pct: number) => {
      const { repo, ...point } = pointOf(n, [1, 1]);
      return { ...point, repo: { ...repo, lines: { covered: null, total: null, pct } } };
    };
    expect(dropsOf(bare(1, 90), bare(2, 89.5), 0.5)).toEqual(["repo 90 → 89.5 undefined/undefined (it is within 0.5 points)"]);
    expect(dropsBetween(scopedPoint(bare(1, 90), ALL), scopedPoint(bare(2, 89.4), ALL), ALL, 0.5)).toMatchObject([
      { points: -0.6, uncovered: null, tolerated: null },
    ]);
  });
});

describe("drops of packages and layers", () => {
  const before: Figures = { auth: [10, 10], "auth:entities": [5, 5], "auth:other": [5, 5], blog: [20, 20], gone: [7, 7] };
  const after: Figures = { auth: [6, 10], "auth:entities": [1, 5], "auth:other": [5, 5], blog: [17, 20], born: [0, 7] };
  const check = (selection: Partial<TrendSelection>, expected: string[]) => {
    expect(dropsOf(pointOf(1, [30, 30], before), pointOf(2, [29, 30], after), 0, { ...ALL, ...selection })).toEqual(expected);
  };

  it.each<[string, Partial<TrendSelection>, string[]]>([
    [
      "come with those that are not tolerated first, the largest first; what is new or gone has none",
      {},
      [
        "layer auth entities 100 → 20 0/4",
        "package auth 100 → 60 0/4",
        "package blog 100 → 85 0/3",
        "repo 100 → 96.66 0/1 (only one more is uncovered)",
      ],
    ],
    ["are those of a package and its layers", { packages: ["auth"] }, ["layer auth entities 100 → 20 0/4", "package auth 100 → 60 0/4"]],
    ["are those of a layer", { layers: ["entities"] }, ["layer auth entities 100 → 20 0/4"]],
    ["are those of a layer of a package", { packages: ["blog"], layers: ["entities"] }, []],
    ["are those of a metric", { metrics: ["branches"] }, []],
  ])("%s", (_sentence, selection, expected) => {
    check(selection, expected);
  });
});

describe("moves", () => {
  const tests = (count: number, durationMs: number | null) => ({ tests: { count, durationMs } });

  it("have the commits that were measured, and the one that recorded it", () => {
    expect(movesBetween(pointOf(1, [8, 10]), pointOf(2, [9, 10]), ALL)).toEqual([
      {
        scope: "repo",
        package: null,
        name: null,
        metric: "lines",
        from: 80,
        to: 90,
        points: 10,
        since: measuredOf(1),
        until: measuredOf(2),
        commit: commitOf(2),
        subject: "change 2",
        at: "2026-01-02T00:00:00.000Z",
      },
    ]);
  });

  it.each<[string, TrendPoint, TrendPoint, Partial<TrendSelection>, [string, number][]]>([
    ["are none where nothing moved", pointOf(1, [1, 1]), pointOf(2, [1, 1]), {}, []],
    ["are none across a change of provider", pointOf(1, [1, 2]), pointOf(2, [2, 2], {}, { provider: "x" }), {}, []],
    [
      "are also of tests and seconds",
      pointOf(1, [1, 1], {}, tests(5, 1500)),
      pointOf(2, [1, 1], {}, tests(8, 1250)),
      {},
      [
        ["tests", 3],
        ["test-time", -0.25],
      ],
    ],
    [
      "are of a metric",
      pointOf(1, [1, 1], {}, tests(5, 1500)),
      pointOf(2, [1, 2], {}, tests(8, 1250)),
      { metrics: ["tests"] },
      [["tests", 3]],
    ],
    ["are none of a time that nobody knows", pointOf(1, [1, 1], {}, tests(5, null)), pointOf(2, [1, 1], {}, tests(5, 1)), {}, []],
    ["are none to where tests are not counted", pointOf(1, [1, 1], {}, tests(5, 1)), pointOf(2, [1, 1]), {}, []],
    ["have no dust of binary fractions", pointOf(1, [9994, 10_000]), pointOf(2, [9997, 10_000]), {}, [["lines", 0.03]]],
    [
      "are of packages and their layers",
      pointOf(1, [1, 1], { a: [1, 2], "a:x": [1, 2] }),
      pointOf(2, [1, 1], { a: [2, 2], "a:x": [2, 2] }),
      {},
      [
        ["lines", 50],
        ["lines", 50],
      ],
    ],
  ])("%s", (_sentence, before, after, selection, expected) => {
    expect(movesBetween(before, after, { ...ALL, ...selection }).map(({ metric, points }) => [metric, points])).toEqual(expected);
  });
});

describe("what comes and goes", () => {
  it.each<[string, Figures, Figures, Partial<TrendPoint>, [string, string | null, string | null][]]>([
    ["is nothing where all stays", { a: [1, 1] }, { a: [1, 1] }, {}, []],
    ["is a package that is gone, without its layers", { a: [1, 1], "a:x": [1, 1] }, {}, {}, [["gone", null, "a"]]],
    ["is a package that is new, without its layers", {}, { a: [1, 1], "a:x": [1, 1] }, {}, [["new", null, "a"]]],
    [
      "is a layer of a package that stays",
      { a: [1, 1], "a:x": [1, 1] },
      { a: [1, 1], "a:y": [1, 1] },
      {},
      [
        ["gone", "a", "x"],
        ["new", "a", "y"],
      ],
    ],
    ["is nothing across a change of provider", {}, { a: [1, 1] }, { provider: "x" }, []],
  ])("%s", (_sentence, before, after, more, expected) => {
    const appearances = appearancesBetween(scopedPoint(pointOf(1, [1, 1], before), ALL), scopedPoint(pointOf(2, [1, 1], after, more), ALL));
    expect(appearances.map(({ is, package: home, name }) => [is, home, name])).toEqual(expected);
    expect(appearances.every(({ commit, at }) => commit === commitOf(2) && at === "2026-01-02T00:00:00.000Z")).toBe(true);
  });
});

it("a break stands at the first point of another provider", () => {
  const other = pointOf(2, [1, 1], {}, { provider: "istanbul" });
  expect(breakBetween(pointOf(1, [1, 1]), pointOf(2, [1, 1]))).toEqual([]);
  expect(breakBetween(pointOf(1, [1, 1]), other)).toEqual([
    { commit: commitOf(2), at: "2026-01-02T00:00:00.000Z", reason: "provider-changed", from: "v8", to: "istanbul" },
  ]);
});
