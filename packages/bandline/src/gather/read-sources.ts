import { dirname, join } from "node:path";
import { BandlineError, EXIT, sourcesDocument, type SourceRecord } from "@repo/coverage-core";
import { readIfThere } from "@repo/coverage-io";

/** The record beside a report of which text was measured; undefined where there is none. @throws BandlineError SOURCES_MALFORMED. */
export async function readSources(reportPath: string): Promise<Record<string, SourceRecord> | undefined> {
  const path = join(dirname(reportPath), "sources.json");
  const bytes = await readIfThere(path);
  if (bytes === undefined) return undefined;
  const parsed = sourcesDocument.safeParse(jsonOf(bytes.toString("utf8")));
  if (parsed.success) return parsed.data.sources;
  throw new BandlineError({
    code: "SOURCES_MALFORMED",
    message: `${path} is no record of measured sources`,
    hint: "run the tests again with coverage: pnpm test --coverage",
    exitCode: EXIT.data,
  });
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
