/** istanbul's coverage-final.json, which vitest writes beside its lcov: lcov has no statements, so where this is, it says which ran. */

/** The statements of one file. */
export interface Statements {
  readonly covered: number;
  readonly total: number;
  /** By place, whether each ran: what several reports of one text are united by. */
  readonly byPlace: () => ReadonlyMap<string, boolean>;
}

/** @returns by the path that the map has; undefined where the text is no such map. */
export function readStatements(text: string): Map<string, Statements> | undefined {
  const files = objectOf(parsed(text));
  if (files === undefined) return undefined;
  const byPath = new Map<string, Statements>();
  for (const [path, coverage] of Object.entries(files)) {
    const { s: counts, statementMap } = objectOf(coverage) ?? {};
    if (!isCounts(counts)) return undefined;
    const hits = Object.values(counts);
    const covered = hits.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    byPath.set(path, { covered, total: hits.length, byPlace: () => placed(counts, objectOf(statementMap) ?? {}) });
  }
  return byPath;
}

/** A statement ran where it ran in one of them. */
export function uniteStatements(a: Statements, b: Statements): Statements {
  const united = new Map(a.byPlace());
  for (const [place, ran] of b.byPlace()) united.set(place, ran || united.get(place) === true);
  return { covered: [...united.values()].filter(Boolean).length, total: united.size, byPlace: () => united };
}

function placed(counts: Counts, places: JsonObject): Map<string, boolean> {
  const hits = new Map<string, boolean>();
  for (const [key, count] of Object.entries(counts)) {
    let place = JSON.stringify(places[key] ?? key);
    while (hits.has(place)) place += "'"; // two statements in one place are two
    hits.set(place, count > 0);
  }
  return hits;
}

type JsonObject = Readonly<Record<string, unknown>>;
type Counts = Readonly<Record<string, number>>;

function isCounts(value: unknown): value is Counts {
  const counts = objectOf(value);
  return counts !== undefined && Object.values(counts).every(Number.isFinite);
}

function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
