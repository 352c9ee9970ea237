/** `--since` → which points are shown. */
import type { TrendPoint } from "@repo/coverage-core";
import { momentOf } from "@repo/coverage-core/trend";
import { commitsSince, committedAt, findCommit, type Git } from "@repo/coverage-io";
import { usageError } from "../command/parse-args.js";

export interface SinceContext {
  readonly git: Git;
  /** The commit whose history was read; undefined where there is none. */
  readonly tip: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What git knows as a commit is one, even if it looks like a date. The last point at or before it is kept too: the others are compared with it.
 * @throws BandlineError USAGE, which lists what it takes.
 */
export async function pointsSince(
  points: readonly TrendPoint[],
  since: string,
  { git, tip, now }: SinceContext,
): Promise<readonly TrendPoint[]> {
  const commit = await findCommit(git, since);
  if (commit === undefined) return after(points, momentSince(since, now));
  const newer = await commitsSince(git, commit.sha, tip ?? commit.sha);
  // A branch of data, or a file, has no commit in common with the sources: then the dates tell.
  if (newer === undefined || points.some(({ source }) => source === "file")) return after(points, await committedAt(git, commit.sha));
  return from(points, ({ commit: each }) => each === null || newer.has(each));
}

function after(points: readonly TrendPoint[], moment: number): readonly TrendPoint[] {
  return from(points, ({ at }) => Date.parse(at) > moment);
}

function from(points: readonly TrendPoint[], isNewer: (point: TrendPoint) => boolean): readonly TrendPoint[] {
  const first = points.findIndex(isNewer);
  return first === -1 ? points.slice(-1) : points.slice(Math.max(0, first - 1));
}

/** @throws BandlineError USAGE. */
export function momentSince(text: string, now: number): number {
  const moment = momentOf(text);
  if (moment !== null) return Date.parse(moment);
  const [, number, unit] = /^(\d{1,5}) ?(d|w|m|y|days? ago|weeks? ago|months? ago|years? ago)$/.exec(text) ?? [];
  if (number !== undefined && unit !== undefined) return before(now, Number(number), unit);
  throw usageError(
    "coverage:trend",
    `--since ${text} is no commit and no date: it takes a branch, a tag or a commit, a date such as 2026-05-13, or 90d, 12w, 6m, 1y, 3 months ago`,
  );
}

/** By the calendar, in UTC; a day that a month does not have is its last. */
function before(now: number, number: number, unit: string): number {
  const date = new Date(now);
  if (unit.startsWith("d")) date.setUTCDate(date.getUTCDate() - number);
  else if (unit.startsWith("w")) date.setUTCDate(date.getUTCDate() - number * DAYS_OF_WEEK);
  else {
    const day = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() - number * (unit.startsWith("m") ? 1 : MONTHS_OF_YEAR));
    if (date.getUTCDate() !== day) date.setUTCDate(0);
  }
  return date.getTime();
}

const DAYS_OF_WEEK = 7;
const MONTHS_OF_YEAR = 12;
