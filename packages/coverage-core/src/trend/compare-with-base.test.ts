import { expect, it } from "vitest";
import { COVERAGE_METRICS } from "../contract/names.js";
import type { Totals } from "../contract/summary.js";
import { pctOf } from "../percent.js";
import { compareWithBase, type WholeRepository } from "./compare-with-base.js";

/** Ten of each metric, of which `covered` are. */
function totals(covered: number, lines: readonly [number, number] = [covered, 10]): Totals {
  const figure = (some: number, all: number) => ({ covered: some, total: all, pct: pctOf(some, all) });
  const ten = figure(covered, 10);
  return { statements: ten, branches: ten, functions: ten, lines: figure(...lines) };
}

const whole = (repo: Totals, byPackage: Record<string, Totals> = {}): WholeRepository => ({ repo, byPackage });

/** Each figure as `name metric: from to points`. */
function check(base: WholeRepository, now: WholeRepository, expected: readonly string[]): void {
  const said = compareWithBase(base, now).map(
    ({ name, metric, from, to, points }) => `${name ?? "repo"} ${metric}: ${String(from?.pct)} ${String(to?.pct)} ${String(points)}`,
  );
  expect(said).toEqual(expected);
}

const repoAt = (pct: string) => COVERAGE_METRICS.map((metric) => `repo ${metric}: ${pct}`);
const allOf = (name: string, pct: string) => COVERAGE_METRICS.map((metric) => `${name} ${metric}: ${pct}`);

it.each<[string, WholeRepository, WholeRepository, readonly string[]]>([
  [
    "the repository is told where nothing moved, a package is not",
    whole(totals(5), { a: totals(5) }),
    whole(totals(5), { a: totals(5) }),
    repoAt("50 50 0"),
  ],
  ["what rose and what fell", whole(totals(5)), whole(totals(6, [4, 10])), [...repoAt("50 60 10").slice(0, 3), "repo lines: 50 40 -10"]],
  [
    "a package by the metric that moved alone",
    whole(totals(5), { a: totals(5) }),
    whole(totals(5), { a: totals(5, [1, 3]) }),
    [...repoAt("50 50 0"), "a lines: 50 33.33 -16.67"],
  ],
  [
    "a package that is new, and one that is gone",
    whole(totals(5), { b: totals(5) }),
    whole(totals(5), { a: totals(1) }),
    [...repoAt("50 50 0"), ...allOf("a", "undefined 10 null"), ...allOf("b", "50 undefined null")],
  ],
  [
    "nothing to measure has no points",
    whole(totals(5, [0, 0])),
    whole(totals(5)),
    [...repoAt("50 50 0").slice(0, 3), "repo lines: null 50 null"],
  ],
  [
    "a package called as what every object has",
    whole(totals(5)),
    whole(totals(5), { constructor: totals(1) }),
    [...repoAt("50 50 0"), ...allOf("constructor", "undefined 10 null")],
  ],
])("%s", (_sentence, base, now, expected) => check(base, now, expected));
