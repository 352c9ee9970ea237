/**
 * coverage.py's JSON. It counts no executions: what ran has the count 1. Among the lines that ran are those of docstrings, which it
 * counts nowhere: its own figures are of statements, and are taken as they are stated.
 */
import { z } from "zod";
import { parseLine, type FieldContext } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import { shaped } from "./json.js";
import type { StatedCounts } from "../summary/tally.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { coverageOf } from "./parts.js";

const lines = z.array(z.number());
/** From one line to another; below 0 to the end of what begins there. */
const jumps = z.array(z.tuple([z.number(), z.number()]));
const region = z.looseObject({ executed_lines: lines, missing_lines: lines, start_line: z.number().optional() });
const fileData = z.looseObject({
  executed_lines: lines,
  missing_lines: lines,
  executed_branches: jumps.optional(),
  missing_branches: jumps.optional(),
  functions: z.record(z.string(), region).optional(),
  summary: z.looseObject({ covered_lines: z.number(), num_statements: z.number() }).optional(),
});
type FileData = z.infer<typeof fileData>;

const report = z.looseObject({ files: z.record(z.string(), z.unknown()) });
const EXPECTED = "coverage.py's JSON";

export function readCoveragePy(json: unknown, { name, warn }: ReportContext): ReadFiles {
  const { files } = shaped(report, json, name, [], EXPECTED);
  const stated = new Map<string, StatedCounts>();
  return {
    stated,
    files: Object.entries(files).map(([file, each]): FileCoverage => {
      const data = shaped(fileData, each, name, ["files", file], EXPECTED);
      if (data.summary !== undefined)
        stated.set(file, { statements: { covered: data.summary.covered_lines, total: data.summary.num_statements } });
      const context = { place: () => `${name}: ${file}`, warn };
      const ran = counted(data.executed_lines, 1, context);
      const all = [...ran, ...counted(data.missing_lines, 0, context)];
      return coverageOf(file, all, functionsOf(data, context), armsOf(data, new Map(ran), context), context.place());
    }),
  };
}

function counted(numbers: readonly number[], hits: number, context: FieldContext): [number, number][] {
  return numbers.map((number) => [parseLine(String(number), context), hits]);
}

/** Arms have the names that coverage.py gives them in its lcov. */
function armsOf(
  { executed_branches = [], missing_branches = [] }: FileData,
  ran: ReadonlyMap<number, number>,
  context: FieldContext,
): ArmHits[] {
  const arm = ([from, to]: readonly [number, number], taken: number): ArmHits => {
    const line = parseLine(String(from), context);
    return { line, block: "0", arm: to < 0 ? "exit" : `jump to line ${to}`, taken: taken === 0 && !ran.has(line) ? null : taken };
  };
  return [...executed_branches.map((jump) => arm(jump, 1)), ...missing_branches.map((jump) => arm(jump, 0))];
}

/** Only from coverage.py 7.10 on is it said where a function begins; the name "" stands for what is in none. */
function functionsOf({ functions = {} }: FileData, context: FieldContext): FunctionHits[] {
  return Object.entries(functions).flatMap(([name, { executed_lines, missing_lines, start_line }]) => {
    if (name === "" || start_line === undefined) return [];
    const line = parseLine(String(start_line), context);
    const last = [...executed_lines, ...missing_lines].reduce((a, b) => Math.max(a, b), line);
    return [{ name, line, endLine: last, hits: Math.min(1, executed_lines.length) }];
  });
}
