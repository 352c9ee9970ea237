/** One record → FileCoverage. */
import type { Notice } from "../failure.js";
import type { ArmHits, FileCoverage, FunctionHits } from "./model.js";
import { canonical } from "./ordering.js";
import { readPlainRecord } from "./plain-record.js";
import { readLines } from "./read-lines.js";
import type { LcovRecord } from "./split-records.js";

/** @param name, warn, throws as for `readLines`. @param file the path that the report's own one means. */
export function parseRecord(record: LcovRecord, name: string, warn: (notice: Notice) => void = () => {}, file = record.file): FileCoverage {
  const plain = readPlainRecord(record.bytes);
  if (plain !== undefined) return canonical(file, plain.lines, plain.readFunctions, plain.branches);
  const lines: [number, number][] = [];
  const functions: FunctionHits[] = [];
  const branches: ArmHits[] = [];
  for (const read of readLines(record, name, warn)) {
    switch (read.type) {
      case "line":
        lines.push([read.line, read.hits]);
        break;
      case "arm":
        branches.push({ line: read.line, block: read.block, arm: read.arm, taken: read.taken });
        break;
      case "function":
        functions[read.id] = { name: read.name, line: read.line, endLine: read.endLine, hits: 0 };
        break;
      case "function-hits":
        functions[read.id] = { ...(functions[read.id] as FunctionHits), hits: read.hits };
    }
  }
  return canonical(file, lines, functions, branches);
}
