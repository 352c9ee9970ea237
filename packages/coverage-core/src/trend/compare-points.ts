/** Two points beside each other: what moved, what came and went, what dropped. */
import type { TrendAppearance, TrendDocument, TrendDrop, TrendMove, TrendPoint } from "../contract/trend.js";
import {
  coverageMetricsOf,
  difference,
  figureOf,
  keyOfScope,
  metricsOf,
  scopesOf,
  type ScopedTotals,
  type TrendSelection,
} from "./figures.js";

export type TrendBreak = TrendDocument["breaks"][number];

/** Providers count differently, so that no figure of one says anything of the other's. */
export function isComparable(before: TrendPoint, after: TrendPoint): boolean {
  return before.provider === after.provider;
}

export function breakBetween(before: TrendPoint, after: TrendPoint): TrendBreak[] {
  if (isComparable(before, after)) return [];
  return [{ commit: after.commit, at: after.at, reason: "provider-changed", from: before.provider, to: after.provider }];
}

/** Of each scope that both points have, the one before and the one after. */
interface Pair {
  readonly before: ScopedTotals;
  readonly after: ScopedTotals;
}

function pairsOf(before: TrendPoint, after: TrendPoint, selection: TrendSelection): Pair[] {
  const known = new Map(scopesOf(before, selection).map((each) => [keyOfScope(each.is), each]));
  return scopesOf(after, selection).flatMap((each) => {
    const same = known.get(keyOfScope(each.is));
    return same === undefined ? [] : [{ before: same, after: each }];
  });
}

/** @returns in the order of scopes and metrics; nothing across a break. */
export function movesBetween(before: TrendPoint, after: TrendPoint, selection: TrendSelection): TrendMove[] {
  if (!isComparable(before, after)) return [];
  const { commit, subject, at, measured: until } = after;
  return pairsOf(before, after, selection).flatMap((pair) =>
    metricsOf(selection).flatMap((metric) => {
      const from = figureOf(pair.before, metric);
      const to = figureOf(pair.after, metric);
      if (from === null || to === null || from === to) return [];
      return [{ ...pair.after.is, metric, from, to, points: difference(from, to), since: before.measured, until, commit, subject, at }];
    }),
  );
}

/** Packages, and layers of packages that both have, in the order of their names; nothing across a break. */
export function appearancesBetween(before: TrendPoint, after: TrendPoint, selection: TrendSelection): TrendAppearance[] {
  if (!isComparable(before, after)) return [];
  const { commit, at } = after;
  const missingIn = (point: TrendPoint, other: TrendPoint, is: "new" | "gone") => {
    const there = new Set(scopesOf(point, selection).map((each) => keyOfScope(each.is)));
    return scopesOf(other, selection)
      .filter((each) => !there.has(keyOfScope(each.is)))
      .filter((each) => each.is.package === null || Object.hasOwn(point.byPackage, each.is.package))
      .map((each) => ({ ...each.is, is, commit, at }));
  };
  return [...missingIn(after, before, "gone"), ...missingIn(before, after, "new")];
}

/**
 * @param tolerance percentage points that a figure may fall by.
 * @returns those that are not tolerated first, of each kind the largest first; nothing across a break.
 */
export function dropsBetween(before: TrendPoint, after: TrendPoint, selection: TrendSelection, tolerance: number): TrendDrop[] {
  if (!isComparable(before, after)) return [];
  const drops = pairsOf(before, after, selection).flatMap((pair) =>
    coverageMetricsOf(selection).flatMap((metric) => {
      const [from, to] = [pair.before.totals[metric], pair.after.totals[metric]];
      // 0 of 0 has no percentage: it neither drops, nor is anything dropped to it.
      if (from.pct === null || to.pct === null || to.pct >= from.pct) return [];
      const points = difference(from.pct, to.pct);
      const [were, are] = [uncoveredOf(from), uncoveredOf(to)];
      const uncovered = were === null || are === null ? null : { from: were, to: are };
      return [
        { ...pair.after.is, metric, from: from.pct, to: to.pct, points, uncovered, tolerated: whyTolerated(points, uncovered, tolerance) },
      ];
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
