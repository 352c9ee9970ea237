/** Where in a report the counts of a line stand. */
import type { LcovRecord } from "./split-records.js";

/** Line numbers are those of the report, from 1. */
export interface RecordCitation {
  readonly report: string;
  /** The line of `SF:`. */
  readonly line: number;
  /** The path behind `SF:`, as it stands there. */
  readonly path: string;
  /** The `DA` lines that speak for the line, with the count as it stands there. */
  readonly counts: readonly { readonly line: number; readonly count: string }[];
}

/** @param statementLine the source line whose `DA` is looked for; null for none. @param report the report's name. */
export function citeRecord(record: LcovRecord, report: string, statementLine: number | null): RecordCitation {
  const texts = record.bytes.toString("utf8").split("\n");
  const counts = texts.flatMap((text, index) => {
    const [, line, count] = /^\s*DA:\s*(\d+)\s*,\s*([^,\s]+)/.exec(text) ?? [];
    return count === undefined || Number(line) !== statementLine ? [] : [{ line: record.line + index, count }];
  });
  const at = texts.findIndex((text) => text.startsWith("SF:"));
  return { report, line: record.line + Math.max(0, at), path: record.file, counts };
}
