/** The reader of `coverage/sources.json`, by hand: every run of the gate reads it, and a schema library takes longer to load than the file. */
import type { SourceRecord, SourcesDocument } from "./sources.js";
import { jsonOf, recordOf } from "../json-value.js";

/** @returns undefined for anything but a sources document. */
export function parseSources(text: string): SourcesDocument | undefined {
  const { schemaVersion, sources, report, ...rest } = recordOf(jsonOf(text)) ?? {};
  const records = recordOf(sources);
  if (schemaVersion !== "1.0" || records === undefined || Object.keys(rest).length > 0) return undefined;
  if (!Object.values(records).every(isSourceRecord)) return undefined;
  const document = { schemaVersion, sources: records as SourcesDocument["sources"] } as const;
  if (report === undefined) return document;
  return isReportFacts(report) ? { ...document, report } : undefined;
}

/**
 * The records of a few files, and what is said of the report, without reading the others.
 * @returns undefined where the document is written in another way than ours, or lacks one of the files: then `parseSources` tells.
 */
export function findSources(text: string, files: readonly string[]): FoundSources | undefined {
  const [{ length: head } = "", bytes] = HEAD.exec(text) ?? [];
  if (head === 0 || !/\}\s*\}\s*\}\s*$/.test(text.slice(-100))) return undefined;
  const found = new Map<string, SourceRecord>();
  let from = head;
  for (const file of files) {
    const key = `${JSON.stringify(file)}:`;
    // Both are sorted by name as a rule, so that the whole is passed through once.
    const ahead = text.indexOf(key, from);
    const at = ahead === -1 ? text.indexOf(key, head) : ahead;
    const entry = at === -1 ? null : ENTRY.exec(text.slice(at + key.length, at + key.length + LONGEST_ENTRY));
    if (entry === null) return undefined;
    const [, blob = null, by] = entry;
    found.set(file, by === undefined ? { blob } : { blob, by: "aggregate" });
    from = at;
  }
  return bytes === undefined ? { sources: found } : { sources: found, report: { bytes: Number(bytes) } };
}

/** What `findSources` found. */
export interface FoundSources extends Pick<SourcesDocument, "report"> {
  readonly sources: ReadonlyMap<string, SourceRecord>;
}

const HEAD = /^\{\s*"schemaVersion":\s*"1\.0",\s*(?:"report":\s*\{\s*"bytes":\s*(\d{1,15})\s*\},\s*)?"sources":\s*\{/;
const ENTRY = /^\s*\{\s*"blob":\s*(?:"([0-9a-f]{40})"|null)\s*(?:,\s*"by":\s*"(aggregate)"\s*)?\}/;
const LONGEST_ENTRY = 200;

function isSourceRecord(value: unknown): value is SourceRecord {
  const record = recordOf(value) ?? {};
  const { blob, by } = record;
  const isBlob = blob === null || (typeof blob === "string" && /^[0-9a-f]{40}$/.test(blob));
  return isBlob && (by === undefined || by === "aggregate") && Object.keys(record).length === (by === undefined ? 1 : 2);
}

function isReportFacts(value: unknown): value is { bytes: number } {
  const { bytes, ...rest } = recordOf(value) ?? {};
  return Number.isSafeInteger(bytes) && (bytes as number) >= 0 && Object.keys(rest).length === 0;
}
