/** The records of all reports in the order of their files. */
import { byText } from "../path/repo-path.js";
import type { RecordIndex } from "./index-records.js";

/** Where a record is. */
export interface RecordPlace {
  /** The input's place in the list of inputs. */
  readonly input: number;
  readonly from: number;
  readonly to: number;
}

export interface FileRecords {
  readonly file: string;
  /** In the order of the inputs. */
  readonly places: readonly [RecordPlace, ...RecordPlace[]];
}

export interface OrderInput {
  readonly index: RecordIndex;
  /** @returns the file that a path of this report means. */
  readonly fileOf: (path: string) => string;
}

/** @returns the files in code unit order, each once. Of each record there are but numbers in memory, and its file: reports can have millions. */
export function* orderRecords(inputs: readonly OrderInput[]): Generator<FileRecords> {
  const files = inputs.flatMap(({ index, fileOf }) => index.paths.map(fileOf));
  const inputOf = new Uint32Array(files.length);
  const firstOf: number[] = [];
  let first = 0;
  for (const [input, { index }] of inputs.entries()) {
    firstOf.push(first);
    inputOf.fill(input, first, (first += index.paths.length));
  }
  const placeOf = (record: number): RecordPlace => {
    const input = inputOf[record] as number;
    const { bounds } = (inputs[input] as OrderInput).index;
    const at = record - (firstOf[input] as number);
    return { input, from: bounds[at] as number, to: bounds[at + 1] as number };
  };
  const fileAt = (record: number) => files[record] as string;
  const order = [...files.keys()].sort((a, b) => byText(fileAt(a), fileAt(b)));
  for (let next = 0; next < order.length;) {
    const record = order[next++] as number;
    const file = fileAt(record);
    const places: [RecordPlace, ...RecordPlace[]] = [placeOf(record)];
    for (; next < order.length && fileAt(order[next] as number) === file; next += 1) places.push(placeOf(order[next] as number));
    yield { file, places };
  }
}
