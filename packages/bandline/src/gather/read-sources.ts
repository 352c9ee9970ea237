import { dirname, join } from "node:path";
import { BandlineError, EXIT, findSources, parseSources, type SourceRecord, type SourcesDocument } from "@repo/coverage-core";
import { modifiedAt, readIfThere } from "@repo/coverage-io";

/** The record beside a report. */
export interface RecordedSources {
  readonly sources: Readonly<Record<string, SourceRecord>>;
  /** The report's size where aggregate wrote it, in order; it may have been written over since. */
  readonly orderedBytes: number | undefined;
}

/**
 * The record beside a report of which text was measured; undefined where there is none.
 * What aggregate wrote down speaks of the report that it wrote before it, not of one that a test run has put in its place since.
 * @param files where only some are of interest: the others need not be in the answer.
 * @throws BandlineError SOURCES_MALFORMED.
 */
export async function readSources(reportPath: string, files?: readonly string[]): Promise<RecordedSources | undefined> {
  const path = sourcesPath(reportPath);
  return recordOf(reportPath, path, await readDocument(path, files));
}

/** @returns as `readSources`, for reports of which several may lie in one folder: its record is read once. */
export function createSourcesReader(): (reportPath: string) => Promise<RecordedSources | undefined> {
  const documents = new Map<string, Promise<SourcesDocument | undefined>>();
  return async (reportPath) => {
    const path = sourcesPath(reportPath);
    const document = documents.get(path) ?? readDocument(path);
    documents.set(path, document);
    return recordOf(reportPath, path, await document);
  };
}

function sourcesPath(reportPath: string): string {
  return join(dirname(reportPath), "sources.json");
}

async function readDocument(path: string, files?: readonly string[]): Promise<SourcesDocument | undefined> {
  const text = (await readIfThere(path))?.toString("utf8");
  if (text === undefined) return undefined;
  const found = files === undefined ? undefined : findSources(text, files);
  const document =
    found === undefined ? parseSources(text) : { ...found, schemaVersion: "1.0" as const, sources: Object.fromEntries(found.sources) };
  if (document !== undefined) return document;
  throw new BandlineError({
    code: "SOURCES_MALFORMED",
    message: `${path} is no record of measured sources`,
    hint: "run the tests again with coverage: pnpm test --coverage",
    exitCode: EXIT.data,
  });
}

async function recordOf(reportPath: string, path: string, document: SourcesDocument | undefined): Promise<RecordedSources | undefined> {
  if (document === undefined) return undefined;
  const { sources, report } = document;
  const isOlder = ((await modifiedAt(reportPath)) ?? 0) > ((await modifiedAt(path)) ?? 0);
  if (!isOlder) return { sources, orderedBytes: report?.bytes };
  return { sources: Object.fromEntries(Object.entries(sources).filter(([, { by }]) => by === undefined)), orderedBytes: undefined };
}

/** Two records of one file agree, or nobody knows which text was measured. */
export function mergeRecord(known: SourceRecord | undefined, more: SourceRecord): SourceRecord {
  return known === undefined || known.blob === more.blob ? more : { blob: null };
}
