/** lcov bytes → records. The seam between "which files does this report speak of" (cheap) and "what does it say" (parsing). */
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { isOtherReport } from "../formats/detect-format.js";
import { shellWord } from "../shell-word.js";

/** One record, from its first line to the end of its `end_of_record` line. */
export interface LcovRecord {
  /** The path behind `SF:`, as it stands there. */
  readonly file: string;
  /** A view on the report's bytes, not a copy. */
  readonly bytes: Buffer;
  /** Line number, 1-based, of the record's first line in its report. */
  readonly line: number;
}

const SF = Buffer.from("SF:");
const END = Buffer.from("end_of_record");
const LFS_POINTER = "version https://git-lfs.github.com/spec/";
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * @param report whole bytes of one tracefile.
 * @param name the report's path, for errors.
 * @returns its records in order.
 * @throws BandlineError REPORT_EMPTY, REPORT_NOT_LCOV (a Git LFS pointer, a log, …), REPORT_TRUNCATED or REPORT_MALFORMED, with a line: all exit 3.
 */
export function splitRecords(report: Uint8Array, name: string): LcovRecord[] {
  const bytes = withoutBom(Buffer.from(report.buffer, report.byteOffset, report.byteLength));
  const records: LcovRecord[] = [];
  let line = 1;
  for (let at = 0; at < bytes.length;) {
    const end = endOfRecord(bytes, at);
    if (end === undefined) {
      assertOnlyTrailer(bytes.subarray(at), name, line, records.length);
      break;
    }
    const first = line;
    records.push(recordOf(bytes.subarray(at, end), name, () => first));
    line += countLines(bytes, at, end);
    at = end;
  }
  if (records.length === 0) throw emptyError(name);
  return records;
}

/** The offset after the line of the next `end_of_record` that begins a line. */
function endOfRecord(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(END, from); at !== -1; at = bytes.indexOf(END, at + 1)) {
    if (at !== from && bytes[at - 1] !== 10) continue;
    const newline = bytes.indexOf(10, at);
    return newline === -1 ? bytes.length : newline + 1;
  }
  return undefined;
}

/**
 * @param bytes of one record.
 * @param line the number of its first line, asked for only where a place is told: it may take a look at the whole report.
 * @throws BandlineError as `splitRecords`.
 */
export function recordOf(bytes: Buffer, name: string, line: () => number): LcovRecord {
  const at = startOfLine(bytes, SF);
  if (at === -1) throw notLcov(name, line(), "a record without an SF: line");
  const newline = bytes.indexOf(10, at);
  const file = bytes
    .subarray(at + SF.length, newline)
    .toString("utf8")
    .trim();
  if (file === "") throw notLcov(name, line() + countLines(bytes, 0, at), "SF: without a path");
  const second = startOfLine(bytes.subarray(newline), SF);
  if (second !== -1) {
    const secondLine = line() + countLines(bytes, 0, newline + second);
    throw dataError(
      "REPORT_TRUNCATED",
      `${name}:${secondLine}: the record of ${file.slice(0, 200)} has no end_of_record before the next SF:`,
    );
  }
  return {
    file,
    bytes,
    get line() {
      return line();
    },
  };
}

function startOfLine(bytes: Buffer, word: Buffer): number {
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) {
    if (at === 0 || bytes[at - 1] === 10) return at;
  }
  return -1;
}

/** Behind the last record only comments, blank lines and the name of a test may stand. @throws BandlineError as `splitRecords`. */
export function assertOnlyTrailer(bytes: Buffer, name: string, line: number, records: number): void {
  const text = bytes.toString("utf8");
  const lines = text.split("\n");
  const first = lines.findIndex((each) => /\S/.test(each) && !/^(#|TN:)/.test(each));
  if (first === -1) return;
  if (records === 0 && text.startsWith(LFS_POINTER)) {
    throw dataError("REPORT_NOT_LCOV", `${name}:1: a Git LFS pointer stands where the report should be`, "git lfs pull");
  }
  const received = JSON.stringify(lines[first]?.slice(0, 60));
  if (records === 0 && isOtherReport(bytes)) {
    throw notLcov(name, line + first, received, `pnpm coverage:aggregate --input ${shellWord(name)}; then: pnpm coverage:diff`);
  }
  const isRecord = /^(SF|DA|FN|FNDA|FNL|FNA|BRDA|VER|LF|LH):/m.test(text);
  if (!isRecord) throw notLcov(name, line + first, received);
  throw dataError("REPORT_TRUNCATED", `${name}:${line + first}: the report stops inside a record: end_of_record is missing`);
}

export function emptyError(name: string): BandlineError {
  return dataError("REPORT_EMPTY", `${name} has no record`);
}

export function longRecord(name: string, line: number, size: number, longest: number): BandlineError {
  const message = `${name}:${line}: the record that begins here has ${size} bytes, and no more than ${longest} are read`;
  return dataError(
    "REPORT_TOO_LARGE",
    message,
    "leave its file out of coverage, or let several runs measure it: their records are added up",
  );
}

export function longTrailer(name: string, line: number, longest: number): BandlineError {
  return notLcov(name, line, `more than ${longest} bytes of blank lines and comments`);
}

function notLcov(name: string, line: number, received: string, hint?: string): BandlineError {
  return dataError("REPORT_NOT_LCOV", `${name}:${line}: expected an lcov record, received ${received}`, hint);
}

function dataError(code: string, message: string, hint = "run the tests again with coverage: pnpm test --coverage"): BandlineError {
  return new BandlineError({ code, message, hint, exitCode: EXIT.data });
}

function withoutBom(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes;
}

function countLines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10, from); at !== -1 && at < to; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
