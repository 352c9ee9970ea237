/** SimpleCov's `.resultset.json`: what Ruby's Coverage counted, by command and file. */
import { z } from "zod";
import { parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import { mergeCoverage } from "../lcov/merge-records.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import { shaped } from "./json.js";
import { reportError, shown, type ReadFiles, type ReportContext } from "./model.js";
import { coverageOf } from "./parts.js";

/** Executions by line, from line 1; null for a line that cannot run. */
const lines = z.array(z.number().nullable());
const counts = z.record(z.string(), z.number());
/** Before SimpleCov 0.18 a file was its lines. */
const fileData = z.union([
  lines,
  z.looseObject({ lines: lines.nullish(), branches: z.record(z.string(), counts).nullish(), methods: counts.nullish() }),
]);
type FileData = z.infer<typeof fileData>;

const resultset = z.record(z.string(), z.looseObject({ coverage: z.record(z.string(), z.unknown()) }));
const EXPECTED = "SimpleCov's resultset";

/** Commands that ran the same file are added up. */
export function readSimplecov(json: unknown, { name, warn }: ReportContext): ReadFiles {
  const byFile = new Map<string, [FileCoverage, ...FileCoverage[]]>();
  for (const [command, { coverage }] of Object.entries(shaped(resultset, json, name, [], EXPECTED))) {
    for (const [file, each] of Object.entries(coverage)) {
      const data = shaped(fileData, each, name, [command, "coverage", file], EXPECTED);
      const read = fileOf(file, data, { place: () => `${name}: ${file}`, warn });
      const same = byFile.get(file);
      if (same === undefined) byFile.set(file, [read]);
      else same.push(read);
    }
  }
  return { files: [...byFile.values()].map(mergeCoverage) };
}

function fileOf(file: string, data: FileData, context: FieldContext): FileCoverage {
  const { lines: perLine, branches, methods } = Array.isArray(data) ? { lines: data, branches: null, methods: null } : data;
  const counted = (perLine ?? []).flatMap((hits, index): [number, number][] =>
    hits === null ? [] : [[index + 1, parseCount(String(hits), context)]],
  );
  const ran = new Map(counted);
  return coverageOf(
    file,
    counted,
    Object.entries(methods ?? {}).map(([key, hits]) => functionOf(key, hits, context)),
    Object.entries(branches ?? {}).flatMap(([key, arms]) => armsOf(key, arms, ran, context)),
    context.place(),
  );
}

/** `[:if, 0, 3, 4, 7, 7]`: type, number, first line and column, last line and column; its arms in the order in which Ruby counts them. */
function armsOf(key: string, arms: Readonly<Record<string, number>>, ran: ReadonlyMap<number, number>, context: FieldContext): ArmHits[] {
  const [, block, text] = /^\[:\w+, (\d+), (\d+), \d+, \d+, \d+\]$/.exec(key) ?? [];
  if (block === undefined || text === undefined) throw malformedKey(key, "[:type, number, line, column, line, column]", context);
  const line = parseLine(text, context);
  return Object.values(arms).map((hits, arm) => {
    const taken = parseCount(String(hits), context);
    return { line, block, arm: String(arm), taken: taken === 0 && ran.get(line) === 0 ? null : taken };
  });
}

/** `["Shop", :price, 3, 2, 7, 5]`: owner, name, first line and column, last line and column. */
function functionOf(key: string, hits: number, context: FieldContext): FunctionHits {
  const [, owner, name, begin, end] = /^\[(.*), :(.+), (\d+), \d+, (\d+), \d+\]$/s.exec(key) ?? [];
  if (name === undefined || begin === undefined || end === undefined)
    throw malformedKey(key, "[owner, :name, line, column, line, column]", context);
  return {
    name: `${(owner ?? "").replace(/^"|"$/g, "")}#${name}`,
    line: parseLine(begin, context),
    endLine: parseLine(end, context),
    hits: parseCount(String(hits), context),
  };
}

function malformedKey(key: string, expected: string, { place }: FieldContext): Error {
  return reportError("REPORT_MALFORMED", `${place()}: expected ${expected}, received ${shown(key)}`);
}
