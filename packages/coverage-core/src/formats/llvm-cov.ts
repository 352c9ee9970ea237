/**
 * `llvm-cov export`, JSON. Lines are counted as LLVM counts them (LineCoverageStats in its CoverageMapping.cpp),
 * functions and arms are numbered as in its lcov; arms that the compiler folded away are not marked in the JSON and count.
 */
import { z } from "zod";
import { groupBy } from "../group-by.js";
import { parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import { shaped } from "./json.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { coverageOf, plausibleLine } from "./parts.js";

/** Line, column, count, has a count, begins a region, is a gap (since LLVM 11). */
const segment = z.tuple([z.number(), z.number(), z.number(), z.boolean(), z.boolean()]).rest(z.unknown());
/** First line and column, last line and column, count of true, count of false, … */
const branch = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]).rest(z.unknown());
/** First line and column, last line and column, count, … */
const region = z.tuple([z.number(), z.number(), z.number(), z.number()]).rest(z.unknown());
const fileData = z.looseObject({ filename: z.string(), segments: z.array(segment), branches: z.array(branch).optional() });
const functionData = z.looseObject({ name: z.string(), count: z.number(), filenames: z.array(z.string()), regions: z.array(region) });
const report = z.looseObject({
  data: z.array(z.looseObject({ files: z.array(z.unknown()), functions: z.array(z.unknown()).optional() })),
});
type Segment = z.infer<typeof segment>;
type Branch = z.infer<typeof branch>;
type FunctionData = z.infer<typeof functionData>;

const EXPECTED = "llvm-cov's export with segments (not --summary-only)";

export function readLlvmCov(json: unknown, { name, warn }: ReportContext): ReadFiles {
  const files = shaped(report, json, name, [], EXPECTED).data.flatMap(({ files: inFiles, functions = [] }, unit) => {
    const read = functions.map((each, index) =>
      shaped(functionData, each, name, ["data", String(unit), "functions", String(index)], EXPECTED),
    );
    const byFile = groupBy(read, ({ filenames }) => filenames[0] ?? "");
    return inFiles.map((each, index): FileCoverage => {
      const data = shaped(fileData, each, name, ["data", String(unit), "files", String(index)], EXPECTED);
      const context = { place: () => `${name}: ${data.filename}`, warn };
      const lines = linesOf(data.segments, context);
      const functions = (byFile.get(data.filename) ?? []).flatMap((one) => functionOf(one, context));
      return coverageOf(data.filename, lines, functions, armsOf(data.branches ?? [], context), context.place());
    });
  });
  return { files };
}

/** Every line from the first segment's to the last one's, by the segments on it and the last one before it. */
function linesOf(segments: readonly Segment[], context: FieldContext): Map<number, number> {
  const byLine = groupBy(segments, ([line]) => plausibleLine(line, context));
  const numbers = [...byLine.keys()].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let wrapped: Segment | undefined;
  for (const [index, begin] of numbers.entries()) {
    for (let line = begin; line < (numbers[index + 1] ?? begin + 1); line += 1) {
      const on = line === begin ? (byLine.get(line) ?? []) : [];
      const count = lineCount(on, wrapped);
      const number = count === undefined ? undefined : parseLine(String(line), context);
      if (number !== undefined && count !== undefined) lines.set(number, parseCount(String(count), context));
      wrapped = on.at(-1) ?? wrapped;
    }
  }
  return lines;
}

/** @returns undefined for a line that has no code. */
function lineCount(on: readonly Segment[], wrapped: Segment | undefined): number | undefined {
  const counted = on.filter(([, , , hasCount, isEntry]) => hasCount && isEntry);
  const starts = counted.filter(([, , , , , isGap]) => isGap !== true);
  const [first] = on;
  const isSkipped = first !== undefined && !first[3] && first[4];
  const isMapped = (!isSkipped && (wrapped?.[3] === true || starts.length > 0)) || counted.length > 0;
  return isMapped ? [wrapped?.[2] ?? 0, ...starts.map(([, , count]) => count)].reduce((a, b) => Math.max(a, b)) : undefined;
}

function functionOf({ name, count, regions: [first] }: FunctionData, context: FieldContext): FunctionHits[] {
  const line = parseLine(String(first?.[0] ?? 0), context);
  if (first === undefined || line === undefined) return [];
  return [{ name, line, endLine: parseLine(String(first[2]), context) ?? null, hits: parseCount(String(count), context) }];
}

/** Two arms a condition, numbered through on each line; neither was ever reached where both are 0. */
function armsOf(branches: readonly Branch[], context: FieldContext): ArmHits[] {
  return [...groupBy(branches, ([line]) => line)].flatMap(([text, same]) => {
    const line = parseLine(String(text), context);
    if (line === undefined) return [];
    return same.flatMap(([, , , , yes, no], block) =>
      [yes, no].map((count, arm) => ({
        line,
        block: String(block),
        arm: String(2 * block + arm),
        taken: yes === 0 && no === 0 ? null : parseCount(String(count), context),
      })),
    );
  });
}
