/** One record's lines alone, for who compares many files: functions and branches cost most of a record's reading. */
import type { Notice } from "../failure.js";
import { parseHits, type FieldContext } from "./fields.js";
import { plus } from "./ordering.js";
import type { LcovRecord } from "./split-records.js";

/** @returns executions by line, ascending, as `parseRecord` has them. @param name, warn, throws as for `readLines`. */
export function readHits(record: LcovRecord, name: string, warn: (notice: Notice) => void): Map<number, number> {
  const hits = new Map<number, number>();
  let at = record.line - 1;
  const context: FieldContext = { place: () => `${name}:${at}`, warn };
  let isAscending = true;
  let last = 0;
  for (const untrimmed of record.bytes.toString("latin1").split("\n")) {
    at += 1;
    const text = untrimmed.trim();
    if (!text.startsWith("DA:")) continue;
    const read = parseHits(text.slice(3), context);
    if (read === undefined) continue;
    isAscending &&= read.line >= last;
    last = read.line;
    hits.set(read.line, plus(hits.get(read.line) ?? 0, read.hits));
  }
  return isAscending ? hits : new Map([...hits].sort(([a], [b]) => a - b));
}
