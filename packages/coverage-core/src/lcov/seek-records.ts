/**
 * The records of a few files out of a report that is known to be in order, without reading the rest.
 * aggregate's own report is, as long as it is the one that aggregate wrote: `report` in sources.json says so.
 */
import { byText } from "../path/repo-path.js";
import { bytesBetween, lineNumberAt, type ByteSource } from "./byte-source.js";
import type { LcovRecord } from "./split-records.js";

const START = Buffer.from("TN:\nSF:");
const END = Buffer.from("\nend_of_record\n");
const BOUNDARY = Buffer.concat([END, START]);
const NEWLINE = 10;
/** Most records of a hundred lines of code are shorter; a longer one is read in several steps. */
const WINDOW = 1 << 13;

/**
 * @param files in code unit order, each once.
 * @returns their records in that order; undefined where one is not there, or the report turns out not to be in order: then it has to be read whole.
 */
export function seekRecords(source: ByteSource, files: readonly string[], windowSize = WINDOW): LcovRecord[] | undefined {
  // One for all: a new one for every look would give the collector more to do than the search itself takes.
  const reading = { source, window: Buffer.allocUnsafeSlow(windowSize + BOUNDARY.length) };
  const records: LcovRecord[] = [];
  let from = 0;
  for (const file of files) {
    const at = seek(reading, file, from);
    const bytes = at === undefined ? undefined : recordAt(reading, at);
    if (at === undefined || bytes === undefined) return undefined;
    records.push({
      file,
      bytes,
      get line() {
        return lineNumberAt(source, at);
      },
    });
    from = at + bytes.length;
  }
  return records;
}

interface Reading {
  readonly source: ByteSource;
  readonly window: Buffer;
}

/** A view on the window, until the next look. */
function look({ source, window }: Reading, from: number): Buffer {
  return window.subarray(0, source.read(window, from));
}

interface Start {
  readonly at: number;
  readonly file: string;
}

/** Binary search among the records that begin at `from` or later. @returns where the file's record begins. */
function seek(reading: Reading, file: string, from: number): number | undefined {
  let [low, high] = [from, reading.source.size];
  // The last path that was too early and the first that was too late: every other lies between them.
  let [before, after]: [string | undefined, string | undefined] = [undefined, undefined];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const start = firstStart(reading, middle, high);
    if (start === undefined) {
      high = middle;
      continue;
    }
    const isInOrder = (before === undefined || byText(before, start.file) < 0) && (after === undefined || byText(start.file, after) < 0);
    if (!isInOrder) return undefined;
    const order = byText(start.file, file);
    if (order === 0) return start.at;
    if (order < 0) {
      before = start.file;
      low = start.at + 1;
    } else {
      after = start.file;
      high = middle;
    }
  }
  return undefined;
}

/** @returns the first record that begins at `from` or later, and before `to`. */
function firstStart(reading: Reading, from: number, to: number): Start | undefined {
  if (from === 0 && look(reading, 0).subarray(0, START.length).equals(START)) return { at: 0, file: pathAt(reading, START.length) };
  const step = reading.window.length - BOUNDARY.length;
  // The end of the record before belongs to what is looked for.
  for (let base = Math.max(0, from - END.length); base < to; base += step) {
    const bytes = look(reading, base);
    const found = bytes.indexOf(BOUNDARY);
    if (found === -1) continue;
    const at = base + found + END.length;
    if (at >= to) return undefined;
    const path = found + BOUNDARY.length;
    const newline = bytes.indexOf(NEWLINE, path);
    return { at, file: newline === -1 ? pathAt(reading, at + START.length) : bytes.toString("utf8", path, newline) };
  }
  return undefined;
}

/** No system takes a longer path. */
const LONGEST_PATH = 1 << 14;

function pathAt({ source }: Reading, from: number): string {
  const bytes = bytesBetween(source, from, Math.min(source.size, from + LONGEST_PATH));
  const newline = bytes.indexOf(NEWLINE);
  return bytes.toString("utf8", 0, newline === -1 ? bytes.length : newline);
}

/** @returns the bytes of the record that begins at `at`, with its last line; undefined where it does not end. */
function recordAt(reading: Reading, at: number): Buffer | undefined {
  const bytes = look(reading, at);
  const end = bytes.indexOf(END);
  if (end !== -1) return Buffer.from(bytes.subarray(0, end + END.length));
  const { source, window } = reading;
  for (let size = 4 * window.length; ; size *= 4) {
    const more = bytesBetween(source, at, Math.min(source.size, at + size));
    const last = more.indexOf(END);
    if (last !== -1) return more.subarray(0, last + END.length);
    if (at + size >= source.size) return undefined;
  }
}
