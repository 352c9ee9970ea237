import type { PointTotals, TrendPoint } from "../../contract/trend.js";
import { pctOf } from "../../percent.js";
import type { TrendSelection } from "../figures.js";

/** Everything. */
export const ALL: TrendSelection = { packages: [], layers: [], metrics: [] };

/** Covered and total of lines; the other metrics have one of one. */
export type Lines = readonly [covered: number, total: number];

export function totalsOf([covered, total]: Lines): PointTotals {
  const one = { covered: 1, total: 1, pct: 100 };
  return { statements: one, branches: one, functions: one, lines: { covered, total, pct: pctOf(covered, total) } };
}

/** Lines of each package; of a layer, behind a colon. */
export type Figures = Readonly<Record<string, Lines>>;

/** The n-th point: a day and a commit of its own. */
export function pointOf(n: number, repo: Lines, packages: Figures = {}, more: Partial<TrendPoint> = {}): TrendPoint {
  const names = [...new Set(Object.keys(packages).map((each) => each.split(":")[0] as string))];
  const layersOf = (name: string) => Object.entries(packages).filter(([each]) => each.startsWith(`${name}:`));
  return {
    commit: commitOf(n),
    subject: `change ${n}`,
    measured: measuredOf(n),
    at: `2026-01-${String(n).padStart(2, "0")}T00:00:00.000Z`,
    provider: "v8",
    source: "git",
    repo: totalsOf(repo),
    byPackage: Object.fromEntries(
      names.map((name) => {
        const byLayer = Object.fromEntries(layersOf(name).map(([each, lines]) => [each.slice(name.length + 1), totalsOf(lines)]));
        return [name, { ...totalsOf(packages[name] ?? [1, 1]), byLayer }];
      }),
    ),
    ...more,
  };
}

export function commitOf(n: number): string {
  return `c${n}`.padStart(40, "0");
}

export function measuredOf(n: number): string {
  return `a${n}`.padStart(7, "0");
}
