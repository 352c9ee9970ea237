/** What the results of mutants come to. */
import type { MutantCounts, MutationDrift, MutationPackage } from "../contract/mutate.js";
import { EXIT, type ExitCode } from "../contract/exit-code.js";
import { MUTANT_STATUSES, type MutantStatus } from "../contract/names.js";
import { pctOf } from "../percent.js";

/** @returns a count for each status, in the order of `MUTANT_STATUSES`. */
export function countMutants(results: readonly { readonly status: MutantStatus }[]): MutantCounts {
  const counts = Object.fromEntries(MUTANT_STATUSES.map((status) => [status, 0])) as MutantCounts;
  for (const { status } of results) counts[status] += 1;
  return counts;
}

export function addCounts(a: MutantCounts, b: MutantCounts): MutantCounts {
  return Object.fromEntries(MUTANT_STATUSES.map((status) => [status, a[status] + b[status]])) as MutantCounts;
}

/** How many mutants there are, whatever became of them. */
export function sizeOf(counts: MutantCounts): number {
  return MUTANT_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** @returns percent of the mutants that count, which tests noticed; null where none counts. What is ignored or cannot be compiled or loaded does not count. */
export function scoreOf(counts: MutantCounts): number | null {
  return pctOf(noticed(counts), noticed(counts) + unnoticed(counts));
}

/** Between which the score will lie when the open mutants are known: low where none of them is noticed, high where all are. @returns null where none is open. */
export function intervalOf(counts: MutantCounts): { low: number; high: number } | null {
  const open = openOf(counts);
  const total = countedOf(counts);
  if (open === 0) return null;
  return { low: pctOf(noticed(counts), total) as number, high: pctOf(noticed(counts) + open, total) as number };
}

/** The score, or what it can at best become. */
export function bestScoreOf(counts: MutantCounts): number | null {
  return intervalOf(counts)?.high ?? scoreOf(counts);
}

/** How many mutants count, open ones among them. */
export function countedOf(counts: MutantCounts): number {
  return noticed(counts) + unnoticed(counts) + openOf(counts);
}

/** Survivors, those that no test runs among them. */
export function unnoticed({ survived, noCoverage }: MutantCounts): number {
  return survived + noCoverage;
}

function openOf({ notRun, inconclusive }: MutantCounts): number {
  return notRun + inconclusive;
}

function noticed({ killed, timeout }: MutantCounts): number {
  return killed + timeout;
}

/**
 * `fail` where even the best that the score can become misses the threshold; else `error` where a run said nothing of a mutant, for that run is to be
 * mended; else `partial` where mutants were left out; `nothing-to-do` where none counts.
 */
export function judgeCounts(counts: MutantCounts, threshold: number): Pick<MutationPackage, "status" | "score" | "interval"> {
  const best = bestScoreOf(counts);
  return { status: statusOf(counts, best, threshold), score: scoreOf(counts), interval: intervalOf(counts) };
}

function statusOf({ inconclusive, notRun }: MutantCounts, best: number | null, threshold: number): MutationPackage["status"] {
  if (best === null) return "nothing-to-do";
  if (best < threshold) return "fail";
  if (inconclusive > 0) return "error";
  return notRun > 0 ? "partial" : "pass";
}

type Judged = readonly Pick<MutationPackage, "status">[];
type Drifts = readonly Pick<MutationDrift, "kind">[];

/** The worst of the packages: fail, a drift among them, before error before partial before pass; `nothing-to-do` where no package has anything to do. */
export function statusOfRun(packages: Judged, drifts: Drifts): MutationPackage["status"] {
  const has = (wanted: MutationPackage["status"]) => packages.some(({ status }) => status === wanted);
  if (drifts.length > 0 || has("fail")) return "fail";
  return (["error", "partial", "pass"] as const).find(has) ?? "nothing-to-do";
}

/** @param options.requireComplete whether a run that left mutants out is one that failed. */
export function exitCodeOf(packages: Judged, options: { readonly drifts: Drifts; readonly requireComplete: boolean }): ExitCode {
  const status = statusOfRun(packages, options.drifts);
  if (status === "fail") return EXIT.gateFailed;
  if (status === "error") return EXIT.environment;
  return status === "partial" && options.requireComplete ? EXIT.partial : EXIT.pass;
}
