/**
 * Which unchanged lines ran at the base and do not run now?
 * Pure, and linear in the lines of the two reports and the hunks.
 */
import type { Hunk } from "../diff/model.js";

/** Executions by line, ascending. */
type LineHits = ReadonlyMap<number, number>;

/** Lines of the new side, ascending, that are unchanged and were covered at the base. */
export interface LostLines {
  /** They do not run now. */
  readonly lost: readonly number[];
  /** The report does not speak of them: a sign that it was made from another text, and no more than a sign. */
  readonly unspoken: readonly number[];
}

/**
 * @param before the baseline, by old line number.
 * @param now the report, by new line number; undefined where the file is in no report: then no line of it ran.
 * @param hunks from the old text to the new one, ascending and without context.
 */
export function compareLines(before: LineHits, now: LineHits | undefined, hunks: readonly Hunk[]): LostLines {
  const kept = newNumbers(
    [...before].filter(([line, hits]) => line > 0 && hits > 0).map(([line]) => line),
    hunks,
  );
  return {
    lost: kept.filter((line) => now === undefined || now.get(line) === 0),
    unspoken: kept.filter((line) => now?.has(line) === false),
  };
}

/** @param oldLines ascending. @returns where they are now, ascending; a line that the diff takes away is left out. */
function newNumbers(oldLines: readonly number[], hunks: readonly Hunk[]): number[] {
  const numbers: number[] = [];
  let shift = 0;
  let at = 0;
  for (const line of oldLines) {
    for (let hunk = hunks[at]; hunk !== undefined && hunk.oldStart + hunk.oldCount <= line; hunk = hunks[at]) {
      shift += hunk.newCount - hunk.oldCount;
      at += 1;
    }
    const next = hunks[at];
    if (next === undefined || line < next.oldStart) numbers.push(line + shift);
  }
  return numbers;
}
