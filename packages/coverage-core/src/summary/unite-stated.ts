/** What reports state of one file's statements, from one report and from several. */
import { plus } from "../lcov/ordering.js";
import type { StatedCounts, StatementCounts, StatementHits } from "./summarize.js";

/** Where istanbul says that a statement stands. */
interface Range {
  readonly start: Position;
  readonly end?: Position | undefined;
}

/** The end of a line has no column. */
interface Position {
  readonly line: number;
  readonly column?: unknown;
}

/** istanbul's counts of statements by key; with places where each key has one. */
export function statementsOf(
  hits: Readonly<Record<string, number>>,
  places: Readonly<Record<string, Range | undefined>> | undefined,
): StatementCounts {
  const placed = new Map<string, number>();
  for (const [key, count] of Object.entries(hits)) {
    const place = places?.[key];
    if (place === undefined) return countsOf(Object.values(hits));
    let name = `${positionText(place.start)}-${positionText(place.end)}`;
    while (placed.has(name)) name += "'"; // two statements in one place are two
    placed.set(name, count);
  }
  return { ...countsOf([...placed.values()]), hits: placed };
}

function countsOf(hits: readonly number[]): StatementCounts {
  return { covered: hits.filter((count) => count > 0).length, total: hits.length };
}

function positionText(position: Position | undefined): string {
  return `${position?.line ?? ""}:${typeof position?.column === "number" ? position.column : ""}`;
}

/**
 * What several reports state of one file, as one report of all their runs would: a statement ran where it ran in any of them.
 * @param each what each report states; undefined for a report that states nothing.
 * @returns undefined where that cannot be told: then what its lines, functions and arms sum up to stands for it.
 */
export function uniteStated(each: readonly (StatedCounts | undefined)[]): StatedCounts | undefined {
  if (each.length === 1) return each[0];
  const known = each.map((stated) => stated?.statements?.hits).filter((hits) => hits !== undefined);
  if (known.length < each.length) return undefined;
  const hits = uniteHits(known);
  return { statements: { ...countsOf([...hits.values()]), hits } };
}

export function uniteHits(each: readonly StatementHits[]): Map<string, number> {
  const united = new Map<string, number>();
  for (const hits of each) for (const [place, count] of hits) united.set(place, plus(united.get(place) ?? 0, count));
  return united;
}
