/**
 * The records of a few files out of a report of any size.
 * A regular report, in which every `SF:` stands behind an `end_of_record`, is searched for `SF:` alone; only what is asked for is read on.
 * Anything else is left to `splitRecords`, which knows every exception and every fault.
 */
import { bytesBetween, lineNumberAt, type ByteSource } from "./byte-source.js";
import { splitRecords, type LcovRecord } from "./split-records.js";

export interface Picked<T> {
  readonly record: LcovRecord;
  /** What the caller made of its path. */
  readonly as: T;
}

export interface Picking<T> {
  /** Asked for the paths of records, in order; undefined leaves the record out. Of an irregular report it may be asked twice. */
  readonly pick: (path: string) => T | undefined;
  /** Asked before, for the last part of the path; where it says no, the record is left out. */
  readonly mayPick?: (name: string) => boolean;
  /** How many bytes are looked at together. */
  readonly chunkSize?: number;
}

/**
 * @param name the report's path, for errors.
 * @returns the picked records, in order.
 * @throws BandlineError as `splitRecords`.
 */
export function findRecords<T>(source: ByteSource, name: string, picking: Picking<T>): Picked<T>[] {
  const found = findPlaces(source, picking)?.map((place) => ({ as: place.as, record: recordAt(source, place) }));
  if (found?.every(({ record }) => record !== undefined) === true) return found as Picked<T>[];
  return splitRecords(bytesBetween(source, 0, source.size), name).flatMap((record) => {
    const as = picking.mayPick?.(lastPartOf(record.file)) === false ? undefined : picking.pick(record.file);
    return as === undefined ? [] : [{ record, as }];
  });
}

interface Place<T> {
  readonly path: string;
  readonly as: T;
  readonly from: number;
  to: number;
}

/** @returns undefined where the bytes there are not one whole record. */
function recordAt(source: ByteSource, { path, from, to }: Place<unknown>): LcovRecord | undefined {
  const bytes = bytesBetween(source, from, to);
  // A second end or a second file in it is an exception.
  if (bytes.indexOf(END) !== bytes.lastIndexOf(END)) return undefined;
  let line: number | undefined;
  return {
    file: path,
    bytes,
    get line() {
      return (line ??= lineNumberAt(source, from));
    },
  };
}

const SF = Buffer.from("SF:");
const END = Buffer.from("\nend_of_record");
const END_LINE = Buffer.from("\nend_of_record\n");
const [NEWLINE, SLASH, BACKSLASH] = [10, 47, 92];
/** Enough for the lines between two records: `end_of_record`, and the name of a test. */
const LOOK_BEHIND = 512;

/** @returns where the picked records are; undefined where the report is not a regular one. */
function findPlaces<T>(source: ByteSource, { pick, mayPick, chunkSize = 1 << 20 }: Picking<T>): Place<T>[] | undefined {
  const window = Buffer.allocUnsafeSlow(Math.max(chunkSize, 2 * LOOK_BEHIND));
  const places: Place<T>[] = [];
  let isFirst = true;
  // The picked record that the search is in.
  let open: Place<T> | undefined;
  // `base` is the offset of the window's first byte, `next` where the search goes on in the window.
  for (let base = 0, filled = 0, next = 0; ;) {
    filled += source.read(window.subarray(filled), base + filled);
    const isEnd = base + filled >= source.size;
    const bytes = window.subarray(0, filled);
    let at = bytes.indexOf(SF, next);
    for (; at !== -1; at = bytes.indexOf(SF, at + SF.length)) {
      if (at + base > 0 && bytes[at - 1] !== NEWLINE) continue;
      const newline = bytes.indexOf(NEWLINE, at);
      if (newline === -1) break;
      const start = startOfRecord(bytes, at, base === 0 && isFirst);
      if (start === -1) return undefined;
      isFirst = false;
      const from = base + start;
      if (open !== undefined) open.to = from;
      open = undefined;
      if (mayPick !== undefined && !mayPick(lastPartIn(bytes, at + SF.length, newline))) continue;
      const path = bytes.toString("utf8", at + SF.length, newline).trim();
      if (path === "") return undefined;
      const as = pick(path);
      if (as === undefined) continue;
      open = { path, as, from, to: source.size };
      places.push(open);
    }
    if (isEnd) return at === -1 && !isFirst && endsWhole(bytes) ? places : undefined;
    // Three letters could be cut in two, too.
    const rest = at === -1 ? filled - SF.length + 1 : at;
    const kept = Math.max(0, rest - LOOK_BEHIND);
    if (kept === 0) return undefined;
    window.copyWithin(0, kept, filled);
    base += kept;
    filled -= kept;
    next = rest - kept;
  }
}

/** @returns where the lines begin that belong to the record of the `SF:` at `at`; -1 where no `end_of_record` stands before them. */
function startOfRecord(bytes: Buffer, at: number, isFirst: boolean): number {
  if (at === 0) return isFirst ? 0 : -1;
  if (at >= END_LINE.length && bytes.compare(END_LINE, 0, END_LINE.length, at - END_LINE.length, at) === 0) return at;
  const before = bytes.lastIndexOf(NEWLINE, at - 2);
  if (before === -1 && !isFirst) return -1;
  const line = bytes.toString("latin1", before + 1, at - 1).trimEnd();
  if (line === "end_of_record") return at;
  return line.startsWith("TN:") ? startOfRecord(bytes, before + 1, isFirst) : -1;
}

/** Without making text of the folders. */
function lastPartIn(bytes: Buffer, from: number, end: number): string {
  let at = end;
  while (at > from && bytes[at - 1] !== SLASH && bytes[at - 1] !== BACKSLASH) at -= 1;
  return bytes.toString("utf8", at, end).trim();
}

function lastPartOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

function endsWhole(bytes: Buffer): boolean {
  return /\nend_of_record\s*$/.test(bytes.toString("latin1", Math.max(0, bytes.length - LOOK_BEHIND)));
}
