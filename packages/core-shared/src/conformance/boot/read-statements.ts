/** istanbul's coverage-final.json, which vitest writes beside its lcov: lcov has no statements, so where this is, it says which ran. */

/** By place, whether the statement ran. Places of one text are the same in all its reports. */
export type StatementHits = Map<string, boolean>;

/** @returns undefined where the text is none, or says of a file's statement neither that it ran nor that it did not. */
export function readStatements(text: string): Map<string, StatementHits> | undefined {
  const files = objectOf(parsed(text));
  if (files === undefined) return undefined;
  const byPath = new Map<string, StatementHits>();
  for (const [path, coverage] of Object.entries(files)) {
    const { s: counts, statementMap } = objectOf(coverage) ?? {};
    const hits = hitsOf(objectOf(counts), objectOf(statementMap) ?? {});
    if (hits === undefined) return undefined;
    byPath.set(path, hits);
  }
  return byPath;
}

function hitsOf(counts: JsonObject | undefined, places: JsonObject): StatementHits | undefined {
  if (counts === undefined) return undefined;
  const hits: StatementHits = new Map();
  for (const [key, count] of Object.entries(counts)) {
    if (typeof count !== "number" || !Number.isFinite(count)) return undefined;
    let place = JSON.stringify(places[key] ?? key);
    while (hits.has(place)) place += "'"; // two statements in one place are two
    hits.set(place, count > 0);
  }
  return hits;
}

type JsonObject = Readonly<Record<string, unknown>>;

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
