import { describe, expect, it } from "vitest";
import type { TrendPoint } from "../contract/trend.js";
import { ALL, pointOf } from "./__fixtures__/points.js";
import { trendRows } from "./trend-rows.js";
import type { TrendSelection } from "./figures.js";

/** Each row in one text: what it is of, its series, and its cells. */
function rowsOf(points: TrendPoint[], selection: Partial<TrendSelection> = {}): string[] {
  const { packages, layers, metrics } = { ...ALL, ...selection };
  return trendRows({ points, selected: { packages: [...packages], layers: [...layers], metrics: [...metrics] } }).map(
    ({ scope, package: home, name, metric, series, first, last, change }) =>
      `${[scope, home, name].filter((each) => each !== null).join(" ")} ${metric}: ${series.map((part) => part.map(String).join(" ")).join(" | ")} = ${first} ${last} ${change}`,
  );
}

const lines = (rows: string[]) => rows.filter((row) => row.includes(" lines:"));

describe("the rows", () => {
  const points = [pointOf(1, [1, 2], { b: [1, 4], "b:x": [1, 2], a: [1, 1] }), pointOf(2, [3, 4], { b: [1, 2], "b:x": [1, 1] })];

  it("are the repository's of each metric that is known, then the packages' lines by name, also of one that is gone", () => {
    expect(rowsOf(points)).toEqual([
      "repo statements: 100 100 = 100 100 0",
      "repo branches: 100 100 = 100 100 0",
      "repo functions: 100 100 = 100 100 0",
      "repo lines: 50 75 = 50 75 25",
      "package a lines: 100 null = 100 null null",
      "package b lines: 25 50 = 25 50 25",
    ]);
  });

  it.each<[string, Partial<TrendSelection>, string[]]>([
    [
      "are of a metric",
      { metrics: ["branches"] },
      ["repo branches: 100 100 = 100 100 0", "package a branches: 100 null = 100 null null", "package b branches: 100 100 = 100 100 0"],
    ],
    ["are of a package", { packages: ["b"] }, ["package b lines: 25 50 = 25 50 25"]],
    ["are of layers", { layers: ["x"] }, ["layer b x lines: 50 100 = 50 100 50"]],
    ["are none of what nobody knows", { metrics: ["test-time"] }, []],
  ])("%s", (_sentence, selection, expected) => {
    expect(rowsOf(points, selection)).toEqual(expected);
  });

  it("are compared behind the last break alone", () => {
    const other = { provider: "istanbul" };
    expect(lines(rowsOf([pointOf(1, [1, 2]), pointOf(2, [1, 4], {}, other), pointOf(3, [3, 4], {}, other)]))).toEqual([
      "repo lines: 50 | 25 75 = 25 75 50",
    ]);
    expect(lines(rowsOf([pointOf(1, [1, 2]), pointOf(2, [1, 4], {}, other)]))).toEqual(["repo lines: 50 | 25 = 25 25 null"]);
  });

  it("begin with the first figure that is known", () => {
    expect(lines(rowsOf([pointOf(1, [0, 0]), pointOf(2, [1, 4]), pointOf(3, [3, 4])]))).toEqual(["repo lines: null 25 75 = 25 75 50"]);
  });

  it("are none without a point", () => {
    expect(rowsOf([])).toEqual([]);
  });
});
