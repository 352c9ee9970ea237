/** Two points beside each other: what moved, what came and went, what dropped. */
import type { TrendMetric } from "../contract/names.js";
import type { TrendAppearance, TrendDocument, TrendDrop, TrendPoint } from "../contract/trend.js";
import { coverageMetricsOf, difference, figureOf, lookUp, scopesOf, type ScopedTotals, type TrendSelection } from "./figures.js";

export type TrendBreak = TrendDocument["breaks"][number];

/** Providers count differently, so that no figure of one says anything of the other's. */
export function isComparable(before: TrendPoint, after: TrendPoint): boolean {
  return before.provider === after.provider;
}

export function breakBetween(before: TrendPoint, after: TrendPoint): TrendBreak[] {
  if (isComparable(before, after)) return [];
  return [{ commit: after.commit, at: after.at, reason: "provider-changed", from: before.provider, to: after.provider }];
}

/** A point with its figures at hand: each is compared with the one before it and the one after. */
export interface ScopedPoint {
  readonly point: TrendPoint;
  readonly scopes: readonly ScopedTotals[];
}

export function scopedPoint(point: TrendPoint, selection: TrendSelection): ScopedPoint {
  return { point, scopes: scopesOf(point, selection) };
}

type Visit = (after: ScopedTotals, metric: TrendMetric, from: number, to: number) => void;

/** Visits what moved, in the order of scopes and metrics; nothing across a break. There may be very many: nothing is kept of them here. */
export function visitMoves(before: ScopedPoint, after: ScopedPoint, metrics: readonly TrendMetric[], visit: Visit): void {
  if (!isComparable(before.point, after.point)) return;
  for (const each of after.scopes) {
    const same = lookUp(before.point, each.is);
    if (same === undefined) continue;
    for (const metric of metrics) {
      const from = figureOf(same, metric);
      const to = figureOf(each, metric);
      if (from !== null && to !== null && from !== to) visit(each, metric, from, to);
    }
  }
}

/** Packages, and layers of packages that both have, in the order of their names; nothing across a break. */
export function appearancesBetween(before: ScopedPoint, after: ScopedPoint): TrendAppearance[] {
  if (!isComparable(before.point, after.point)) return [];
  const { commit, at } = after.point;
  const missingIn = (one: ScopedPoint, other: ScopedPoint, is: "new" | "gone") =>
    other.scopes
      .filter(({ is: scope }) => lookUp(one.point, scope) === undefined)
      .filter((each) => each.is.package === null || Object.hasOwn(one.point.byPackage, each.is.package))
      .map((each) => ({ ...each.is, is, commit, at }));
  return [...missingIn(after, before, "gone"), ...missingIn(before, after, "new")];
}

/**
 * @param tolerance percentage points that a figure may fall by.
 * @returns those that are not tolerated first, of each kind the largest first; nothing across a break.
 */
export function dropsBetween(before: ScopedPoint, after: ScopedPoint, selection: TrendSelection, tolerance: number): TrendDrop[] {
  if (!isComparable(before.point, after.point)) return [];
  const pairs = after.scopes.flatMap((each) => {
    const same = lookUp(before.point, each.is);
    return same === undefined ? [] : [{ is: each.is, before: same.totals, after: each.totals }];
  });
  const drops = pairs.flatMap((pair) =>
    coverageMetricsOf(selection).flatMap((metric) => {
      const [from, to] = [pair.before[metric], pair.after[metric]];
      // 0 of 0 has no percentage: it neither drops, nor is anything dropped to it.
      if (from.pct === null || to.pct === null || to.pct >= from.pct) return [];
      const points = difference(from.pct, to.pct);
      const [were, are] = [uncoveredOf(from), uncoveredOf(to)];
      const uncovered = were === null || are === null ? null : { from: were, to: are };
      return [{ ...pair.is, metric, from: from.pct, to: to.pct, points, uncovered, tolerated: whyTolerated(points, uncovered, tolerance) }];
    }),
  );
  return drops.sort((a, b) => Number(a.tolerated !== null) - Number(b.tolerated !== null) || a.points - b.points);
}

function uncoveredOf({ covered, total }: { readonly covered: number | null; readonly total: number | null }): number | null {
  return covered === null || total === null ? null : total - covered;
}

function whyTolerated(points: number, uncovered: TrendDrop["uncovered"], tolerance: number): string | null {
  if (uncovered !== null && uncovered.to <= uncovered.from) return "no more is uncovered than before: covered code is gone";
  if (uncovered !== null && uncovered.to === uncovered.from + 1) return "only one more is uncovered";
  return -points <= tolerance ? `it is within ${tolerance} points` : null;
}
