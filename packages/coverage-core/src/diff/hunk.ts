/** One hunk while it is read: how many lines of each side are still to come, and the run of differing lines at hand. */
import type { Hunk } from "./model.js";

export interface OpenHunk {
  oldLeft: number;
  newLeft: number;
  oldAt: number;
  newAt: number;
  /** Differing lines without context between them. */
  run: Hunk | undefined;
}

/** Where a hunk's lines and runs go. */
export interface HunkTarget {
  readonly lines: number[];
  readonly hunks: Hunk[];
}

const [PLUS, MINUS, BLANK, BACKSLASH, CR] = [43, 45, 32, 92, 13];

/** @returns undefined where the line is no hunk header, or one of lines that cannot be. A count that is left out is 1. */
export function parseHunkHeader(text: string): Hunk | undefined {
  const [, oldStart, oldCount = "1", newStart, newCount = "1"] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
  if (oldStart === undefined || newStart === undefined) return undefined;
  const hunk = { oldStart: Number(oldStart), oldCount: Number(oldCount), newStart: Number(newStart), newCount: Number(newCount) };
  return hunk.newStart === 0 && hunk.newCount > 0 ? undefined : hunk;
}

/** A count of 0 names the line before the gap: the next line of that side comes one later. */
export function createHunk({ oldStart, oldCount, newStart, newCount }: Hunk): OpenHunk {
  return {
    oldLeft: oldCount,
    newLeft: newCount,
    oldAt: oldStart + (oldCount === 0 ? 1 : 0),
    newAt: newStart + (newCount === 0 ? 1 : 0),
    run: undefined,
  };
}

/** @returns what is wrong with the line, or undefined. */
export function takeHunkLine(hunk: OpenHunk, line: Uint8Array, target: HunkTarget): string | undefined {
  const mark = line[0] ?? BLANK;
  if (mark === BACKSLASH) return undefined; // "\ No newline at end of file"
  if (mark === PLUS) takeAdded(hunk, target);
  else if (mark === MINUS) takeRemoved(hunk);
  else if (mark === BLANK || mark === CR) takeContext(hunk, target);
  else return "inside a hunk a line begins with a blank, + or -";
  return hunk.oldLeft < 0 || hunk.newLeft < 0 ? "the hunk is longer than its header says" : undefined;
}

function takeAdded(hunk: OpenHunk, { lines }: HunkTarget): void {
  lines.push(hunk.newAt);
  hunk.run = grown(hunk, 0, 1);
  hunk.newAt += 1;
  hunk.newLeft -= 1;
}

function takeRemoved(hunk: OpenHunk): void {
  hunk.run = grown(hunk, 1, 0);
  hunk.oldAt += 1;
  hunk.oldLeft -= 1;
}

function takeContext(hunk: OpenHunk, { hunks }: HunkTarget): void {
  if (hunk.run !== undefined) hunks.push(hunk.run);
  hunk.run = undefined;
  hunk.oldAt += 1;
  hunk.newAt += 1;
  hunk.oldLeft -= 1;
  hunk.newLeft -= 1;
}

function grown({ run, oldAt, newAt }: OpenHunk, oldMore: number, newMore: number): Hunk {
  const at = run ?? { oldStart: oldAt, oldCount: 0, newStart: newAt, newCount: 0 };
  return { ...at, oldCount: at.oldCount + oldMore, newCount: at.newCount + newMore };
}
