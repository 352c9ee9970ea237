/** Parts of FileCoverage, as several formats tell them. */
import { malformed, type FieldContext } from "../lcov/fields.js";
import type { Notice } from "../failure.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import { canonical } from "../lcov/ordering.js";
import type { Counts } from "../percent.js";
import { reportError } from "./model.js";

/** More arms than a line can have, or more lines than a file: a number that would only fill the memory. */
const MOST_ARMS = 10_000;
const MOST_LINES = 5_000_000;
const MOST_SPANNED = 20_000_000;

/**
 * Arms of which a report says how many were taken, and not which: the first ones count as taken, once each.
 * @param hits of the line; where it never ran, nor did its condition.
 */
export function unnamedArms(line: number, block: number, taken: number, total: number, hits: number, context: FieldContext): ArmHits[] {
  if (total > MOST_ARMS || taken > total) throw malformed(context, "arms taken out of arms", `${taken}/${total}`);
  return Array.from({ length: total }, (_, arm) => ({
    line,
    block: String(block),
    arm: String(arm),
    taken: arm < taken ? 1 : hits > 0 ? 0 : null,
  }));
}

/** Arms that a report speaks of: in its own sum, by file, and by line. */
interface ArmTotals {
  readonly stated: number;
  readonly counted: number;
  readonly placed: number;
}

/** Some producers count arms that they place on no line: in lcov such an arm has its line. */
export function warnOfLostArms({ stated, counted, placed }: ArmTotals, name: string, warn: (notice: Notice) => void): void {
  const warnOf = (count: number, what: string) => {
    if (count > 0) warn({ code: "BRANCHES_WITHOUT_LINE", message: `${name}: arms of branches on no line: ${count}; ${what}` });
  };
  warnOf(counted - placed, "they count in the sums while no other report has their file, and are not in the merged lcov");
  warnOf(stated - counted, "the report does not say of which file, so they are left out");
}

/** @returns the line number. @throws BandlineError REPORT_MALFORMED for one that no file has. */
export function plausibleLine(line: number, context: FieldContext): number {
  if (line > MOST_LINES) throw malformed(context, `a line number up to ${MOST_LINES}`, String(line));
  return line;
}

/** Two numbers can stand for millions of lines. @returns what adds up the lines of a report's spans, and throws REPORT_MALFORMED where they are too many. */
export function createSpanCount(): (lines: number, context: FieldContext) => void {
  let sum = 0;
  return (lines, context) => {
    sum += Math.max(0, lines);
    if (sum > MOST_SPANNED) throw malformed(context, `up to ${MOST_SPANNED} lines in all`, String(sum));
  };
}

/** lcov has no escapes: what would break its lines is a blank there. */
export function coverageOf(
  file: string,
  lines: Iterable<readonly [number, number]>,
  functions: readonly FunctionHits[],
  branches: readonly ArmHits[],
  place: string,
): FileCoverage {
  if (file.trim() === "" || /[\r\n\0]/.test(file))
    throw reportError("REPORT_MALFORMED", `${place}: expected a path, received ${JSON.stringify(file)}`);
  return canonical(
    file,
    [...lines],
    functions.map((each) => ({ ...each, name: each.name.replace(/[\r\n]+/g, " ").trim() || "(anonymous)" })),
    branches,
  );
}

export function plusCounts(a: Counts, b: Counts): Counts {
  return { covered: a.covered + b.covered, total: a.total + b.total };
}

export function takenOf(arms: readonly ArmHits[]): Counts {
  return { covered: arms.filter(({ taken }) => (taken ?? 0) > 0).length, total: arms.length };
}
