/** Points → the rows of a table: a figure over time. */
import type { TrendMetric } from "../contract/names.js";
import type { TrendDocument, TrendPoint } from "../contract/trend.js";
import { byText } from "../path/repo-path.js";
import { isComparable } from "./compare-points.js";
import { difference, figureOf, keyOfScope, metricsOf, scopesOf, type Scope, type ScopedTotals } from "./figures.js";

export interface TrendRow extends Scope {
  readonly metric: TrendMetric;
  /** Figures of each point, in parts between breaks; null where nobody knows, or where there is nothing to measure. */
  readonly series: readonly (readonly (number | null)[])[];
  /** The first that is known behind the last break: what lies before it is not compared. */
  readonly first: number | null;
  /** Of the last point. */
  readonly last: number | null;
  readonly change: number | null;
}

/**
 * The repository by metric; then every package by one metric, the first that was asked for, else lines, or every layer where layers were asked for.
 * What no point has a figure for has no row.
 */
export function trendRows({ points, selected }: Pick<TrendDocument, "points" | "selected">): TrendRow[] {
  const parts = partsOf(points).map((part) => part.map((point) => byKey(scopesOf(point, selected))));
  const scopes = byKey(points.flatMap((point) => scopesOf(point, selected)));
  const inner = selected.layers.length > 0 ? "layer" : "package";
  const inOrder = [...scopes].sort(([a], [b]) => byText(a, b));
  const rowsOf = (metric: TrendMetric, wanted: Scope["scope"]) =>
    inOrder.filter(([, { is }]) => is.scope === wanted).map(([key, { is }]) => rowOf(is, metric, parts, key));
  const rows = [...metricsOf(selected).flatMap((metric) => rowsOf(metric, "repo")), ...rowsOf(selected.metrics[0] ?? "lines", inner)];
  return rows.filter(({ series }) => series.flat().some((figure) => figure !== null));
}

function byKey(scopes: readonly ScopedTotals[]): Map<string, ScopedTotals> {
  return new Map(scopes.map((each) => [keyOfScope(each.is), each]));
}

function partsOf(points: readonly TrendPoint[]): TrendPoint[][] {
  const parts: TrendPoint[][] = [];
  for (const point of points) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part === undefined || before === undefined || !isComparable(before, point)) parts.push([point]);
    else part.push(point);
  }
  return parts;
}

function rowOf(is: Scope, metric: TrendMetric, parts: readonly (readonly ReadonlyMap<string, ScopedTotals>[])[], key: string): TrendRow {
  const figureAt = (scopes: ReadonlyMap<string, ScopedTotals>) => {
    const totals = scopes.get(key);
    return totals === undefined ? null : figureOf(totals, metric);
  };
  const series = parts.map((part) => part.map(figureAt));
  const current = series.at(-1) as (number | null)[];
  const first = current.find((figure) => figure !== null) ?? null;
  const last = current.at(-1) ?? null;
  const isCompared = current.length > 1 && first !== null && last !== null;
  return { ...is, metric, series, first, last, change: isCompared ? difference(first, last) : null };
}
