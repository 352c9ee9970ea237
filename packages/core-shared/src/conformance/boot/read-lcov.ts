/**
 * lcov → what ran of each file, counted as bandline's commands count it; a test of coverage-core holds the two to each other.
 * Strict: a program that starts has nobody who reads warnings, so a line that is not understood is an error.
 */
import { reportFault } from "./conformance-error.js";
import { readField, readPlainLine, type OpenRecord } from "./lcov-fields.js";

/** What is said of one file. What is named twice, in one record or in several, is one thing, and ran where it ran once. */
export interface FileHits {
  /** By line. */
  readonly lines: Map<number, boolean>;
  /** By line and name. */
  readonly functions: Map<string, boolean>;
  /** By line, block and arm. */
  readonly branches: Map<string, boolean>;
}

/** A report's text, and what an error says of it. */
export interface LcovReport {
  readonly text: string;
  readonly path: string;
  /** The command that makes it anew. */
  readonly rerun: string;
}

/**
 * @param fileOf the file that a record's path means; undefined for one that is not asked for, whose record is read and left out.
 * @param into receives the hits by file, beside what other reports say of it.
 * @throws FaultFound for the first line that is not understood, and for a report without a record.
 */
export function readLcov(report: LcovReport, fileOf: (path: string) => string | undefined, into: Map<string, FileHits>): void {
  let record: OpenRecord | undefined;
  let records = 0;
  let line = 0;
  const fail = (code: string, message: string) => reportFault(code, `${report.path}:${line}: ${message}`, report.rerun);
  const { text } = report;
  // Line by line: a list of all lines is as large as the report, and thrown away at once.
  for (let at = 0, end = 0; at < text.length; at = end + 1) {
    end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    line += 1;
    if (record !== undefined && readPlainLine(text, at, end, record)) continue;
    // A byte order mark is white space too.
    const trimmed = text.slice(at, end).trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const colon = trimmed.indexOf(":");
    const type = colon === -1 ? trimmed : trimmed.slice(0, colon);
    if (type === "SF") {
      const path = trimmed.slice(3).trim();
      if (record !== undefined) throw fail("REPORT_TRUNCATED", `the record of ${record.path} has no end_of_record before the next SF:`);
      if (path === "") throw fail("REPORT_NOT_LCOV", "SF: without a path");
      record = openRecord(path, fileOf(path), into);
    } else if (record === undefined) {
      if (type !== "TN") throw fail("REPORT_NOT_LCOV", `expected an lcov record, received ${shown(trimmed)}`);
    } else if (type === "end_of_record") {
      records += 1;
      record = undefined;
    } else {
      const expected = readField(type, trimmed.slice(colon + 1), record);
      if (expected !== undefined) throw fail("REPORT_MALFORMED", `expected ${expected}, received ${shown(trimmed)}`);
    }
  }
  if (record !== undefined) throw fail("REPORT_TRUNCATED", "the report stops inside a record: end_of_record is missing");
  if (records === 0) throw reportFault("REPORT_EMPTY", `${report.path} has no record`, report.rerun);
}

function openRecord(path: string, file: string | undefined, into: Map<string, FileHits>): OpenRecord {
  const hits = (file === undefined ? undefined : into.get(file)) ?? { lines: new Map(), functions: new Map(), branches: new Map() };
  if (file !== undefined) into.set(file, hits);
  return { path, hits, uncounted: new Map(), placeByIndex: new Map() };
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
