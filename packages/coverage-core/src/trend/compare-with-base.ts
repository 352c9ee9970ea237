/** What the whole repository is now, beside what its base has recorded. */
import type { Deltas } from "../contract/coverage-diff.js";
import { COVERAGE_METRICS } from "../contract/names.js";
import type { Totals } from "../contract/summary.js";
import { difference } from "./figures.js";

/** As a summary has it. */
export interface WholeRepository {
  readonly repo: Totals;
  readonly byPackage: Readonly<Record<string, Totals>>;
}

/** @returns the repository by every metric; then, package by package in the order of their names, the metrics that moved. Never throws. */
export function compareWithBase(base: WholeRepository, now: WholeRepository): Deltas["figures"] {
  const names = [...new Set([...Object.keys(base.byPackage), ...Object.keys(now.byPackage)])].sort();
  const packages = names.flatMap((name) => figuresOf(name, ownOf(base, name), ownOf(now, name)));
  return [...figuresOf(null, base.repo, now.repo), ...packages.filter(({ from, to }) => from?.pct !== to?.pct)];
}

function ownOf({ byPackage }: WholeRepository, name: string): Totals | undefined {
  return Object.hasOwn(byPackage, name) ? byPackage[name] : undefined;
}

function figuresOf(name: string | null, before: Totals | undefined, after: Totals | undefined): Deltas["figures"] {
  return COVERAGE_METRICS.map((metric) => {
    const [from, to] = [before?.[metric] ?? null, after?.[metric] ?? null];
    return { name, metric, from, to, points: pointsBetween(from?.pct ?? null, to?.pct ?? null) };
  });
}

function pointsBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : difference(from, to);
}
