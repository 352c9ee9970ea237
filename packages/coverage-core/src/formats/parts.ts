/** Parts of FileCoverage, as several formats tell them. */
import { malformed, type FieldContext } from "../lcov/fields.js";
import type { Notice } from "../failure.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import { canonical } from "../lcov/ordering.js";
import { reportError } from "./model.js";

/** More arms than a line can have, or more lines than a file: a number that would only fill the memory. */
const MOST_ARMS = 10_000;
const MOST_LINES = 5_000_000;

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

/** Some producers count arms that they place on no line: in lcov such an arm has its line, here it is lost. */
export function warnOfLostArms(stated: number, files: readonly FileCoverage[], name: string, warn: (notice: Notice) => void): void {
  const placed = files.reduce((sum, { branches }) => sum + branches.length, 0);
  if (stated > placed)
    warn({
      code: "BRANCHES_WITHOUT_LINE",
      message: `${name}: ${stated - placed} of ${stated} arms of branches are on no line, and left out`,
    });
}

/** @returns the line number. @throws BandlineError REPORT_MALFORMED for one that no file has. */
export function plausibleLine(line: number, context: FieldContext): number {
  if (line > MOST_LINES) throw malformed(context, `a line number up to ${MOST_LINES}`, String(line));
  return line;
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
