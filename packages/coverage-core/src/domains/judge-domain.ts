/** The counts of one domain's files → where it stands, and what brings it to its target. */
import type { DomainCloser, DomainFigures } from "../contract/domains.js";
import type { CoverageMetric } from "../contract/names.js";
import { pctOf, type Counts } from "../percent.js";
import type { DeclaredDomain } from "./model.js";

/** A file of the domain, and what its tests cover. */
export interface DomainFile {
  readonly file: string;
  readonly counts: Readonly<Record<CoverageMetric, Counts>>;
}

export interface DomainInput {
  readonly domain: DeclaredDomain;
  readonly metric: CoverageMetric;
  /** Those that are not exempt. */
  readonly files: readonly DomainFile[];
  readonly baseline: number | null;
  /** How many closers are listed at most. */
  readonly limit: number;
}

export function judgeDomain({ domain, metric, files, baseline, limit }: DomainInput): DomainFigures {
  const counts = files.map(({ file, counts: of }) => ({ file, ...of[metric] }));
  const covered = counts.reduce((sum, each) => sum + each.covered, 0);
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  const target = domain.target[metric];
  const current = pctOf(covered, total);
  const missing = missingTo(target, { covered, total });
  return {
    feature: domain.feature,
    package: domain.package.name,
    name: domain.name,
    status: current === null ? "nothing-to-measure" : missing > 0 ? "fail" : "pass",
    baseline,
    current,
    target,
    gap: current === null ? null : pointsTo(target, current),
    covered,
    total,
    missing,
    closers: closersOf(counts, missing).slice(0, limit),
  };
}

/** @returns how many more have to be covered until the percentage, floored as it is, reaches the target. */
export function missingTo(target: number, { covered, total }: Counts): number {
  const reaches = (more: number) => (pctOf(covered + more, total) ?? target) >= target;
  // Binary fractions may be one off.
  let missing = Math.max(0, Math.ceil((target * total) / 100) - covered);
  while (missing > 0 && reaches(missing - 1)) missing -= 1;
  while (!reaches(missing)) missing += 1;
  return missing;
}

/** Points, to two decimals; what is left of them is never rounded away. */
function pointsTo(target: number, current: number): number {
  return Math.max(0, Math.ceil(Number(((target - current) * 100).toFixed(6))) / 100);
}

/** Most is to be won where much is uncovered in a large file: by the product of both, and no more files than close the gap. */
function closersOf(counts: readonly (Counts & { readonly file: string })[], missing: number): DomainCloser[] {
  const ranked = counts
    .map(({ file, covered, total }) => ({ file, uncovered: total - covered, total }))
    .filter(({ uncovered }) => uncovered > 0)
    .sort((a, b) => b.uncovered * b.total - a.uncovered * a.total);
  const closers: DomainCloser[] = [];
  let open = missing;
  for (const each of ranked) {
    if (open <= 0) break;
    closers.push(each);
    open -= each.uncovered;
  }
  return closers;
}
