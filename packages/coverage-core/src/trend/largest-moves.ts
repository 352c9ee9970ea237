/** The largest moves of a history: of a thousand points there are hundreds of thousands, so only those are made that are told. */
import { TREND_METRICS, type TrendMetric } from "../contract/names.js";
import type { TrendMove } from "../contract/trend.js";
import { visitMoves, type ScopedPoint } from "./compare-points.js";
import { difference, metricsOf, type TrendSelection } from "./figures.js";

export interface LargestMoves {
  /** Percentage points, tests and seconds are of different kinds: coverage first, then tests, then test time; of each the largest first, of equals the later. */
  readonly moves: TrendMove[];
  /** Of all. */
  readonly count: number;
}

const MOST_OF_A_METRIC = 100;

/** @param points oldest first. */
export function largestMoves(points: readonly ScopedPoint[], selection: TrendSelection): LargestMoves {
  const metrics = metricsOf(selection);
  const pairs = points.slice(1).map((after, index) => [points[index] as ScopedPoint, after] as const);
  const sizes = new Map<TrendMetric, number[]>(TREND_METRICS.map((metric) => [metric, []]));
  for (const pair of pairs) visitMoves(...pair, metrics, (_, metric, from, to) => sizes.get(metric)?.push(sizeOf(from, to)));
  const smallest = new Map([...sizes].map(([metric, all]) => [metric, smallestTold(all)]));
  const moves = new Map<TrendMetric, TrendMove[]>(TREND_METRICS.map((metric) => [metric, []]));
  for (const [before, after] of pairs.toReversed()) {
    const { commit, subject, at, measured: until } = after.point;
    const since = before.point.measured;
    visitMoves(before, after, metrics, ({ is }, metric, from, to) => {
      if (sizeOf(from, to) < (smallest.get(metric) as number)) return;
      moves.get(metric)?.push({ ...is, metric, from, to, points: difference(from, to), since, until, commit, subject, at });
    });
  }
  const told = [...moves].map(([metric, all]) => ({ metric, largest: bySize(all).slice(0, MOST_OF_A_METRIC) }));
  const isOfTests = (metric: TrendMetric) => metric === "tests" || metric === "test-time";
  return {
    moves: [
      ...bySize(told.flatMap(({ metric, largest }) => (isOfTests(metric) ? [] : largest))),
      ...told.flatMap(({ metric, largest }) => (isOfTests(metric) ? largest : [])),
    ],
    count: [...sizes.values()].reduce((sum, all) => sum + all.length, 0),
  };
}

function sizeOf(from: number, to: number): number {
  return Math.abs(difference(from, to));
}

function smallestTold(sizes: readonly number[]): number {
  return Float64Array.from(sizes).sort().at(-MOST_OF_A_METRIC) ?? 0;
}

/** Equals stay as they come. */
function bySize(moves: readonly TrendMove[]): TrendMove[] {
  return [...moves].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
