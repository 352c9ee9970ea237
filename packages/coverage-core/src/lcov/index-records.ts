/** Where the records of a report are, and whose they are. The report is passed through once, in pieces: it may be of any size. */
import { bytesBetween, createLineCounter, type ByteSource } from "./byte-source.js";
import { createSearch, searchWindow, type Search } from "./search-bytes.js";
import { assertOnlyTrailer, emptyError, longRecord, longTrailer, recordOf, type LcovRecord } from "./split-records.js";

export interface RecordIndex {
  /** As they stand behind `SF:`, in the report's order. */
  readonly paths: readonly string[];
  /** Where each record begins, and where the last one ends: the next one begins where one ends. */
  readonly bounds: readonly number[];
  /** The record of these bytes, which were read from `from` on. @throws BandlineError as `splitRecords`. */
  readonly recordOf: (bytes: Buffer, from: number) => LcovRecord;
}

const [SF, END, NEWLINE] = [Buffer.from("SF:"), Buffer.from("end_of_record"), Buffer.from("\n")];
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** What stands behind the last record is shorter, or it is something else. */
const LONGEST_TRAILER = 1 << 20;
/** What is said of a file is in memory while it is added up, in thirty times as many bytes where its lines are spelled oddly. */
const LONGEST_RECORD = 1 << 25;

/**
 * @param name the report's path, for errors.
 * @param window of `searchWindow`, which can be used again.
 * @throws BandlineError as `splitRecords`, for what stands between records. What stands in a record is looked at when it is read.
 */
export function indexRecords(source: ByteSource, name: string, window = searchWindow()): RecordIndex {
  const lineAt = createLineCounter(source);
  const readRecord = (bytes: Buffer, from: number) => recordOf(bytes, name, () => lineAt(from));
  const paths: string[] = [];
  const search = createSearch(source, window);
  let from = bytesBetween(source, 0, Math.min(source.size, BOM.length)).equals(BOM) ? BOM.length : 0;
  const bounds = [from];
  while (from < source.size) {
    const end = startOfLine(search, END, { from, to: source.size });
    if (end === -1) {
      const trailer = bytesBetween(source, from, Math.min(source.size, from + LONGEST_TRAILER));
      assertOnlyTrailer(trailer, name, lineAt(from), paths.length);
      if (source.size - from > LONGEST_TRAILER) throw longTrailer(name, lineAt(from), LONGEST_TRAILER);
      break;
    }
    const newline = search.find(NEWLINE, end, source.size);
    const to = newline === -1 ? source.size : newline + 1;
    if (to - from > LONGEST_RECORD) throw longRecord(name, lineAt(from), to - from, LONGEST_RECORD);
    paths.push(pathIn(search, { from, to: end }) ?? readRecord(bytesBetween(source, from, to), from).file);
    bounds.push(to);
    from = to;
  }
  if (paths.length === 0) throw emptyError(name);
  return { paths, bounds, recordOf: readRecord };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** @returns undefined where the record has none: then its reader says what is wrong. */
function pathIn(search: Search, range: Range): string | undefined {
  const at = startOfLine(search, SF, range);
  if (at === -1) return undefined;
  // What the range ends before begins a line of its own.
  const path = search.text(at + SF.length, search.find(NEWLINE, at, range.to)).trim();
  return path === "" ? undefined : path;
}

function startOfLine(search: Search, word: Buffer, { from, to }: Range): number {
  for (let at = search.find(word, from, to); at !== -1; at = search.find(word, at + 1, to)) {
    if (at === from || search.byte(at - 1) === NEWLINE[0]) return at;
  }
  return -1;
}
