/** What reports state of one file's statements, from one report and from several. */
import { isRecord } from "../json-value.js";
import { plus } from "../lcov/ordering.js";
import type { Counts } from "../percent.js";
import type { StatedCounts, StatementCounts, StatementHits } from "./tally.js";

/** istanbul's counts of statements by key, and its `statementMap`, where there is one. */
export function statementsOf(
  hits: Readonly<Record<string, number>>,
  places: Readonly<Record<string, unknown>> | undefined,
): StatementCounts {
  return { ...countsOf(Object.values(hits)), hitsByPlace: () => (places === undefined ? undefined : placedHits(hits, places)) };
}

/** @returns undefined where a statement has no place. */
function placedHits(hits: Readonly<Record<string, number>>, places: Readonly<Record<string, unknown>>): StatementHits | undefined {
  const placed = new Map<string, number>();
  for (const [key, count] of Object.entries(hits)) {
    let place = placeText(places[key]);
    if (place === undefined) return undefined;
    while (placed.has(place)) place += "'"; // two statements in one place are two
    placed.set(place, count);
  }
  return placed;
}

/** Where a statement ends, a line's end has no column. */
function placeText(range: unknown): string | undefined {
  const { start, end } = isRecord(range) ? range : {};
  const [from, to] = [positionText(start), positionText(end)];
  return from === undefined ? undefined : `${from}-${to ?? ""}`;
}

function positionText(position: unknown): string | undefined {
  const { line, column } = isRecord(position) ? position : {};
  return typeof line === "number" ? `${line}:${typeof column === "number" ? column : ""}` : undefined;
}

function countsOf(hits: readonly number[]): Counts {
  return { covered: hits.filter((count) => count > 0).length, total: hits.length };
}

/**
 * What several reports state of one file, as one report of all their runs would: a statement ran where it ran in any of them.
 * @param each what each report states; undefined for a report that states nothing.
 * @returns undefined where that cannot be told: then what its lines, functions and arms sum up to stands for it.
 */
export function uniteStated(each: readonly (StatedCounts | undefined)[]): StatedCounts | undefined {
  if (each.length === 1) return each[0];
  const known = each.map((stated) => stated?.statements?.hitsByPlace?.()).filter((hits) => hits !== undefined);
  return known.length < each.length ? undefined : { statements: countsOf([...uniteHits(known).values()]) };
}

export function uniteHits(each: readonly StatementHits[]): Map<string, number> {
  const united = new Map<string, number>();
  for (const hits of each) for (const [place, count] of hits) united.set(place, plus(united.get(place) ?? 0, count));
  return united;
}
