/** A point as figures: what belongs to the repository, to a package, to a layer, by metric. */
import { COVERAGE_METRICS, TREND_METRICS, type CoverageMetric, type TrendMetric } from "../contract/names.js";
import type { PointTests, PointTotals, TrendPoint } from "../contract/trend.js";

/** What was asked for; an empty list is everything. */
export interface TrendSelection {
  readonly packages: readonly string[];
  readonly layers: readonly string[];
  readonly metrics: readonly TrendMetric[];
}

/** What a figure belongs to. */
export interface Scope {
  readonly scope: "repo" | "package" | "layer";
  readonly package: string | null;
  readonly name: string | null;
}

export interface ScopedTotals {
  readonly is: Scope;
  readonly totals: PointTotals;
  readonly tests: PointTests | undefined;
}

/** The repository, then each package with its layers behind it; the repository only where neither packages nor layers are chosen. */
export function scopesOf(point: TrendPoint, { packages, layers }: TrendSelection): ScopedTotals[] {
  const isWhole = packages.length === 0 && layers.length === 0;
  const scopes = isWhole ? [scoped({ scope: "repo", package: null, name: null }, point.repo, point.tests)] : [];
  for (const [name, each] of Object.entries(point.byPackage)) {
    if (!isChosen(name, packages)) continue;
    if (layers.length === 0) scopes.push(scoped({ scope: "package", package: null, name }, each, each.tests));
    for (const [layer, totals] of Object.entries(each.byLayer)) {
      if (isChosen(layer, layers)) scopes.push(scoped({ scope: "layer", package: name, name: layer }, totals, undefined));
    }
  }
  return scopes;
}

function scoped(is: Scope, totals: PointTotals, tests: PointTests | undefined): ScopedTotals {
  return { is, totals, tests };
}

function isChosen<T>(name: T, chosen: readonly T[]): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

/** Of the same scope in another point; undefined where that does not have it. Asked for each figure of each point, so no table is made. */
export function lookUp({ repo, tests, byPackage }: TrendPoint, { package: home, name }: Scope): Omit<ScopedTotals, "is"> | undefined {
  if (name === null) return { totals: repo, tests };
  const found = Object.hasOwn(byPackage, home ?? name) ? byPackage[home ?? name] : undefined;
  if (home === null || found === undefined) return found === undefined ? undefined : { totals: found, tests: found.tests };
  const layer = Object.hasOwn(found.byLayer, name) ? found.byLayer[name] : undefined;
  return layer === undefined ? undefined : { totals: layer, tests: undefined };
}

/** One text for each scope. No name has a NUL in it. */
export function keyOfScope({ scope, package: home, name }: Scope): string {
  return `${scope}\0${home ?? ""}\0${name ?? ""}`;
}

/** @returns percent, a number of tests, or seconds; null where nobody knows, or there is nothing to measure. */
export function figureOf({ totals, tests }: Omit<ScopedTotals, "is">, metric: TrendMetric): number | null {
  if (metric === "tests") return tests?.count ?? null;
  if (metric !== "test-time") return totals[metric].pct;
  const durationMs = tests?.durationMs ?? null;
  return durationMs === null ? null : Math.round(durationMs) / 1000;
}

/** `to` less `from`, without the dust of binary fractions. */
export function difference(from: number, to: number): number {
  return Math.round((to - from) * 1000) / 1000;
}

export function metricsOf({ metrics }: TrendSelection): TrendMetric[] {
  return TREND_METRICS.filter((metric) => isChosen(metric, metrics));
}

export function coverageMetricsOf({ metrics }: TrendSelection): CoverageMetric[] {
  return COVERAGE_METRICS.filter((metric) => isChosen<TrendMetric>(metric, metrics));
}

/** The point without the packages and layers that were not asked for. */
export function narrowed(point: TrendPoint, { packages, layers }: TrendSelection): TrendPoint {
  if (packages.length === 0 && layers.length === 0) return point;
  const chosen = Object.entries(point.byPackage).filter(([name]) => isChosen(name, packages));
  const byPackage = chosen.map(([name, each]) => {
    const byLayer = Object.fromEntries(Object.entries(each.byLayer).filter(([layer]) => isChosen(layer, layers)));
    return [name, { ...each, byLayer }] as const;
  });
  return { ...point, byPackage: Object.fromEntries(byPackage) };
}

/** Names that any of the points has, sorted. */
export function knownNames(points: readonly TrendPoint[]): { readonly packages: string[]; readonly layers: string[] } {
  const packages = new Set<string>();
  const layers = new Set<string>();
  for (const { byPackage } of points) {
    for (const [name, { byLayer }] of Object.entries(byPackage)) {
      packages.add(name);
      for (const layer of Object.keys(byLayer)) layers.add(layer);
    }
  }
  return { packages: [...packages].sort(), layers: [...layers].sort() };
}
