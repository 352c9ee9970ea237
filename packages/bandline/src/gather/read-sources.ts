import { dirname, join } from "node:path";
import { BandlineError, EXIT, sourcesDocument, type SourceRecord } from "@repo/coverage-core";
import { modifiedAt, readIfThere } from "@repo/coverage-io";

/**
 * The record beside a report of which text was measured; undefined where there is none.
 * What aggregate wrote down speaks of the report that it wrote before it, not of one that a test run has put in its place since.
 * @throws BandlineError SOURCES_MALFORMED.
 */
export async function readSources(reportPath: string): Promise<Record<string, SourceRecord> | undefined> {
  const path = join(dirname(reportPath), "sources.json");
  const bytes = await readIfThere(path);
  if (bytes === undefined) return undefined;
  const parsed = sourcesDocument.safeParse(jsonOf(bytes.toString("utf8")));
  if (!parsed.success) {
    throw new BandlineError({
      code: "SOURCES_MALFORMED",
      message: `${path} is no record of measured sources`,
      hint: "run the tests again with coverage: pnpm test --coverage",
      exitCode: EXIT.data,
    });
  }
  const { sources } = parsed.data;
  const isOlder = ((await modifiedAt(reportPath)) ?? 0) > ((await modifiedAt(path)) ?? 0);
  return isOlder ? Object.fromEntries(Object.entries(sources).filter(([, { by }]) => by === undefined)) : sources;
}

/** Two records of one file agree, or nobody knows which text was measured. */
export function mergeRecord(known: SourceRecord | undefined, more: SourceRecord): SourceRecord {
  return known === undefined || known.blob === more.blob ? more : { blob: null };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
