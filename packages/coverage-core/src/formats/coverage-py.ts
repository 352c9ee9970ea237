/**
 * coverage.py's JSON. It counts no executions: what ran has the count 1. Its lists hold more than it counts: lines of docstrings among
 * those that ran, and arms that no branch has. Where its own figures are there, they are taken as they are stated.
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
  summary: z
    .looseObject({
      covered_lines: z.number(),
      num_statements: z.number(),
      covered_branches: z.number().optional(),
      num_branches: z.number().optional(),
    })
    .optional(),
});
type FileData = z.infer<typeof fileData>;

const report = z.looseObject({ files: z.record(z.string(), z.unknown()) });
const EXPECTED = "coverage.py's JSON";

export function readCoveragePy(json: unknown, { name, warn }: ReportContext): ReadFiles {
  const { files } = shaped(report, json, name, [], EXPECTED);
  const stated = new Map<string, StatedCounts>();
  const uncounted = new Map<string, number>();
  return {
    stated,
    uncounted,
    files: Object.entries(files).map(([file, each]): FileCoverage => {
      const data = shaped(fileData, each, name, ["files", file], EXPECTED);
      const counts = statedIn(data);
      if (counts !== undefined) {
        stated.set(file, counts);
        const more = data.executed_lines.length - counts.statements.covered;
        if (more > 0) uncounted.set(file, more);
      }
      const context = { place: () => `${name}: ${file}`, warn };
      const ran = counted(data.executed_lines, 1, context);
      const all = [...ran, ...counted(data.missing_lines, 0, context)];
      return coverageOf(file, all, functionsOf(data, context), armsOf(data, new Map(ran), context), context.place());
    }),
  };
}

/** @returns undefined where there are no figures, or they are not of these lists. */
function statedIn({
  executed_lines,
  missing_lines,
  summary,
}: FileData): (StatedCounts & Required<Pick<StatedCounts, "statements">>) | undefined {
  if (summary === undefined) return undefined;
  const { covered_lines: covered, num_statements: total, covered_branches: taken, num_branches: arms } = summary;
  if (total - covered !== missing_lines.length || covered < 0 || covered > executed_lines.length) return undefined;
  const statements = { covered, total };
  const knowsArms = taken !== undefined && arms !== undefined && taken >= 0 && taken <= arms;
  return knowsArms ? { statements, branches: { covered: taken, total: arms } } : { statements };
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
