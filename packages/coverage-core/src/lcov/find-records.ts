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

/**
 * @param name the report's path, for errors.
 * @param pick is asked once for the path of every record, in order; undefined leaves the record out.
 * @param chunkSize how many bytes are looked at together.
 * @returns the picked records, in order.
 * @throws BandlineError as `splitRecords`.
 */
export function findRecords<T>(source: ByteSource, name: string, pick: (path: string) => T | undefined, chunkSize = 1 << 20): Picked<T>[] {
  const places = findPlaces(source, chunkSize);
  const picked = places?.flatMap((place) => {
    const as = pick(place.path);
    return as === undefined ? [] : [{ place, as }];
  });
  const found = picked?.map(({ place, as }) => ({ as, record: recordAt(source, place) }));
  if (found?.every(({ record }) => record !== undefined) === true) return found as Picked<T>[];
  return splitRecords(bytesBetween(source, 0, source.size), name).flatMap((record) => {
    const as = pick(record.file);
    return as === undefined ? [] : [{ record, as }];
  });
}

interface Place {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** @returns undefined where the bytes there are not one whole record. */
function recordAt(source: ByteSource, { path, from, to }: Place): LcovRecord | undefined {
  const bytes = bytesBetween(source, from, to);
  const end = bytes.lastIndexOf(END);
  // Of the record itself; a second end or a second file in it is an exception.
  const isWhole = bytes.indexOf(END) === end;
  let line: number | undefined;
  return isWhole ? { file: path, bytes, get line() { return (line ??= lineNumberAt(source, from)); } } : undefined; // prettier-ignore
}

const SF = Buffer.from("SF:");
const END = Buffer.from("\nend_of_record");
const NEWLINE = 10;
/** Enough for the lines between two records: `end_of_record`, and the name of a test. */
const LOOK_BEHIND = 512;

/** @returns where each record is; undefined where the report is not a regular one. */
function findPlaces(source: ByteSource, chunkSize: number): Place[] | undefined {
  const window = Buffer.allocUnsafeSlow(Math.max(chunkSize, 2 * LOOK_BEHIND));
  const places: { path: string; from: number; to: number }[] = [];
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
      const from = base + startOfRecord(bytes, at, base === 0 && places.length === 0);
      const path = bytes.toString("utf8", at + SF.length, newline).trim();
      if (from < base || path === "") return undefined;
      const last = places.at(-1);
      if (last !== undefined) last.to = from;
      places.push({ path, from, to: source.size });
    }
    if (isEnd) return at === -1 && places.length > 0 && endsWhole(bytes) ? places : undefined;
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
  const before = bytes.lastIndexOf(NEWLINE, at - 2);
  if (before === -1 && !isFirst) return -1;
  const line = bytes.toString("latin1", before + 1, at - 1).trimEnd();
  if (line === "end_of_record") return at;
  return line.startsWith("TN:") ? startOfRecord(bytes, before + 1, isFirst) : -1;
}

function endsWhole(bytes: Buffer): boolean {
  return /\nend_of_record\s*$/.test(bytes.toString("latin1", Math.max(0, bytes.length - LOOK_BEHIND)));
}
