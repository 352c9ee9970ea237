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
import { coverageOf, createSpanCount, plausibleLine } from "./parts.js";

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
type FileData = z.infer<typeof fileData>;
type FunctionData = z.infer<typeof functionData>;

const EXPECTED = "llvm-cov's export with segments (not --summary-only)";

export function readLlvmCov(json: unknown, { name, warn }: ReportContext): ReadFiles {
  const units = shaped(report, json, name, [], EXPECTED).data.map(({ files, functions = [] }, unit) => ({
    files: files.map((each, index) => shaped(fileData, each, name, ["data", String(unit), "files", String(index)], EXPECTED)),
    functions: functions.map((each, index) =>
      shaped(functionData, each, name, ["data", String(unit), "functions", String(index)], EXPECTED),
    ),
  }));
  const contextOf = ({ filename }: FileData) => ({ place: () => `${name}: ${filename}`, warn });
  const countSpan = createSpanCount();
  for (const file of units.flatMap(({ files }) => files)) countSpan(spanOf(file.segments, contextOf(file)), contextOf(file));
  return {
    files: units.flatMap(({ files, functions }) => {
      const byFile = groupBy(functions, ({ filenames }) => filenames[0] ?? "");
      return files.map((file) => fileOf(file, byFile.get(file.filename) ?? [], contextOf(file)));
    }),
  };
}

function fileOf({ filename, segments, branches = [] }: FileData, functions: readonly FunctionData[], context: FieldContext): FileCoverage {
  const named = functions.map((each) => functionOf(each, context));
  return coverageOf(filename, linesOf(segments, context), named, armsOf(branches, context), context.place());
}

/** How many lines there are from the first segment to the last one. */
function spanOf(segments: readonly Segment[], context: FieldContext): number {
  const numbers = segments.map(([line]) => plausibleLine(line, context));
  return numbers.reduce((a, b) => Math.max(a, b), 0) - numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
}

/** Every line from the first segment's to the last one's, by the segments on it and the last one before it. */
function linesOf(segments: readonly Segment[], context: FieldContext): Map<number, number> {
  const byLine = groupBy(segments, ([line]) => line);
  const numbers = [...byLine.keys()].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let wrapped: Segment | undefined;
  for (const [index, begin] of numbers.entries()) {
    for (let line = begin; line < (numbers[index + 1] ?? begin + 1); line += 1) {
      const on = line === begin ? (byLine.get(line) ?? []) : [];
      const count = lineCount(on, wrapped);
      if (count !== undefined) lines.set(parseLine(String(line), context), parseCount(String(count), context));
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

function functionOf({ name, count, regions: [first] }: FunctionData, context: FieldContext): FunctionHits {
  const line = parseLine(String(first?.[0] ?? 0), context);
  return {
    name,
    line,
    endLine: first === undefined ? null : parseLine(String(first[2]), context),
    hits: parseCount(String(count), context),
  };
}

/** Two arms a condition, numbered through on each line; neither was ever reached where both are 0. */
function armsOf(branches: readonly Branch[], context: FieldContext): ArmHits[] {
  return [...groupBy(branches, ([line]) => line)].flatMap(([text, same]) => {
    const line = parseLine(String(text), context);
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
