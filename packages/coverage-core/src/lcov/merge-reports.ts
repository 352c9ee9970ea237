/**
 * Reports of any size → one. Each has been passed through to see where its records are; now, file by file, in order, its records are read
 * again, added up and written. What is in memory is the index, and one file at a time.
 */
import type { Notice } from "../failure.js";
import type { ByteSource } from "./byte-source.js";
import type { ByteWriter } from "./byte-writer.js";
import { countsOf, type CoverageCounts } from "./count-model.js";
import type { RecordIndex } from "./index-records.js";
import { mergeCoverage } from "./merge-records.js";
import type { FileCoverage } from "./model.js";
import { parseRecord } from "./parse-record.js";
import { RecordTable } from "./record-table.js";
import { renderRecord } from "./render-lcov.js";
import type { Rows } from "./rows.js";
import { createWindows } from "./read-windows.js";
import { orderRecords, type RecordPlace } from "./order-records.js";
import { writeTable } from "./write-table.js";

export interface MergeInput {
  readonly source: ByteSource;
  readonly index: RecordIndex;
  /** For errors. */
  readonly name: string;
  /** @returns the file that a path of this report means. */
  readonly fileOf: (path: string) => string;
  /** As for `parseRecord`. */
  readonly warn: (notice: Notice) => void;
  /** What lines of a file are counted with where other inputs have the file as well; as they stand where it is left out. */
  readonly recountOf?: ((file: string) => Recount | undefined) | undefined;
}

/** A line and its count → the count that is added up. */
export type Recount = (line: number, count: number) => number;

/** A file of the merged report. */
export interface MergedFile {
  readonly file: string;
  readonly counts: CoverageCounts;
  /** Places in the list of inputs, ascending, each once. */
  readonly inputs: readonly number[];
}

/**
 * Lines by sum, functions by name and line, branches by line, block and arm; commutative and associative, to the byte.
 * @param writer receives the merged report: sorted by file in code unit order, each file once, sums recounted.
 * @param tell is told after each file how many bytes have been read.
 * @returns the files, each as soon as it is written: a list of them would be the largest thing in memory.
 * @throws BandlineError as `splitRecords` and `parseRecord`; what was written until then is of no use.
 */
export function* mergeReports(
  inputs: readonly MergeInput[],
  writer: ByteWriter,
  tell: (bytes: number) => void = () => {},
): Generator<MergedFile> {
  const windows = createWindows(inputs.map(({ source }) => source));
  const readers = inputs.map((input, place) => ({ ...input, bytes: (from: number, to: number) => windows(place, from, to) }));
  const tables: RecordTable[] = [];
  let bytes = 0;
  for (const { file, places } of orderRecords(inputs)) {
    const counts = writeSum(writer, file, places, { readers, tables });
    for (const { from, to } of places) bytes += to - from;
    tell(bytes);
    yield { file, counts, inputs: [...new Set(places.map(({ input }) => input))] };
  }
}

interface Reader extends MergeInput {
  /** Valid until the next call. */
  readonly bytes: (from: number, to: number) => Buffer;
}

interface Merging {
  readonly readers: readonly Reader[];
  /** Used again for each file. */
  readonly tables: RecordTable[];
}

function writeSum(
  writer: ByteWriter,
  file: string,
  places: readonly [RecordPlace, ...RecordPlace[]],
  { readers, tables }: Merging,
): CoverageCounts {
  // Written out: a copy by `...` of each file's would lie in memory until the end.
  const whole: Whole = { readers, tables, file, isShared: places.length > 1 };
  const table = tableOf(places, whole, 0);
  if (table !== undefined) return writeTable(writer, table, file);
  const model = modelOf(places, whole);
  writer.text(renderRecord(model));
  return countsOf(model);
}

/** The records of one file. */
interface Whole extends Merging {
  readonly file: string;
  readonly isShared: boolean;
}

/** More are added by halves: a sum may be as long as its parts together, and to add them one by one would take the square of their number. */
const FEW = 64;

/** @returns undefined where a record is not a plain one. */
function tableOf(places: readonly RecordPlace[], whole: Whole, depth: number): RecordTable | undefined {
  const { readers, tables, file, isShared } = whole;
  const [sum, next] = [(tables[depth] ??= new RecordTable()), (tables[depth + 1] ??= new RecordTable())];
  if (places.length > FEW) {
    const [first, second] = halvesOf(places);
    if (tableOf(first, whole, depth) === undefined || tableOf(second, whole, depth + 1) === undefined) return undefined;
    sum.add(next);
    return sum;
  }
  const isPlain = places.every(({ input, from, to }, index) => {
    const table = index === 0 ? sum : next;
    const reader = readers[input] as Reader;
    if (!table.read(reader.bytes(from, to))) return false;
    if (isShared) recountRows(table.lines, reader.recountOf?.(file));
    if (index > 0) sum.add(table);
    else if (isShared) table.keep();
    return true;
  });
  return isPlain ? sum : undefined;
}

function modelOf(places: readonly RecordPlace[], whole: Whole): FileCoverage {
  if (places.length > FEW) {
    const [first, second] = halvesOf(places);
    return mergeCoverage([modelOf(first, whole), modelOf(second, whole)]);
  }
  const [first, ...others] = places as readonly [RecordPlace, ...RecordPlace[]];
  let model = recordModel(first, whole);
  for (const each of others) model = mergeCoverage([model, recordModel(each, whole)]);
  return model;
}

function halvesOf<T>(items: readonly T[]): [T[], T[]] {
  const half = items.length >> 1;
  return [items.slice(0, half), items.slice(half)];
}

function recountRows(lines: Rows, recount: Recount | undefined): void {
  if (recount === undefined) return;
  for (let row = 0; row < lines.count; row += 1) lines.set(row, 1, recount(lines.at(row, 0), lines.at(row, 1)));
}

function recounted(model: FileCoverage, recount: Recount | undefined): FileCoverage {
  if (recount === undefined) return model;
  return { ...model, lines: new Map([...model.lines].map(([line, count]) => [line, recount(line, count)])) };
}

function recordModel({ input, from, to }: RecordPlace, { readers, file, isShared }: Whole): FileCoverage {
  const { bytes, index, name, warn, recountOf } = readers[input] as Reader;
  // A copy: what the model says of functions may be read from it later.
  const model = parseRecord(index.recordOf(Buffer.from(bytes(from, to)), from), name, warn, file);
  return isShared ? recounted(model, recountOf?.(file)) : model;
}
