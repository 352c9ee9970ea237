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
  const repo = isWhole ? [{ is: { scope: "repo", package: null, name: null }, totals: point.repo, tests: point.tests } as const] : [];
  const chosen = Object.entries(point.byPackage).filter(([name]) => isChosen(name, packages));
  return [...repo, ...chosen.flatMap(([name, each]) => [...packageScope(name, each, layers), ...layerScopes(name, each, layers)])];
}

type PackageTotals = TrendPoint["byPackage"][string];

function packageScope(name: string, totals: PackageTotals, layers: readonly string[]): ScopedTotals[] {
  return layers.length > 0 ? [] : [{ is: { scope: "package", package: null, name }, totals, tests: totals.tests }];
}

function layerScopes(name: string, { byLayer }: PackageTotals, layers: readonly string[]): ScopedTotals[] {
  const chosen = Object.entries(byLayer).filter(([layer]) => isChosen(layer, layers));
  return chosen.map(([layer, totals]) => ({ is: { scope: "layer", package: name, name: layer }, totals, tests: undefined }));
}

function isChosen<T>(name: T, chosen: readonly T[]): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

/** One text for each scope. */
export function keyOfScope({ scope, package: home, name }: Scope): string {
  return JSON.stringify([scope, home, name]);
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
