/** istanbul's `coverage-final.json`, as istanbul and vitest's v8 provider write it: the same lines, functions and arms as their lcov. */
import istanbul, { type CoverageMapData } from "istanbul-lib-coverage";
import { z } from "zod";
import { parseCount, parseLine, type FieldContext } from "../lcov/fields.js";
import type { ArmHits, FileCoverage, FunctionHits } from "../lcov/model.js";
import type { StatedCounts } from "../summary/tally.js";
import { statementsOf } from "../summary/unite-stated.js";
import { shaped } from "./json.js";
import type { ReadFiles, ReportContext } from "./model.js";
import { coverageOf } from "./parts.js";

const position = z.looseObject({ line: z.number() });
const range = z.looseObject({ start: position });
/** Older instrumenters say only where a function, or a branch, begins. */
const located = z.looseObject({ name: z.string().optional(), line: z.number().optional(), decl: range.optional(), loc: range.optional() });

const fileData = z.looseObject({
  path: z.string(),
  statementMap: z.record(z.string(), range),
  fnMap: z.record(z.string(), located),
  branchMap: z.record(z.string(), located),
  s: z.record(z.string(), z.number()),
  f: z.record(z.string(), z.number()),
  b: z.record(z.string(), z.array(z.number())),
});
type FileData = z.infer<typeof fileData>;

export function readIstanbul(json: unknown, { name, warn }: ReportContext): ReadFiles {
  const entries = shaped(z.record(z.string(), z.unknown()), json, name, [], EXPECTED);
  const data = Object.entries(entries).map(([key, each]) => shaped(fileData, each, name, [key], EXPECTED));
  const map = istanbul.createCoverageMap(Object.fromEntries(data.map((each) => [each.path, each])) as unknown as CoverageMapData);
  const stated = new Map<string, StatedCounts>();
  const files = data.map((each): FileCoverage => {
    const context = { place: () => `${name}: ${each.path}`, warn };
    const coverage = map.fileCoverageFor(each.path);
    stated.set(each.path, { statements: statementsOf(each.s, each.statementMap) });
    const lines = Object.entries(coverage.getLineCoverage()).map(([text, hits]): [number, number] => [
      parseLine(text, context),
      parseCount(String(hits), context),
    ]);
    return coverageOf(each.path, lines, functionsOf(each, context), armsOf(each, context), context.place());
  });
  return { files, stated };
}

const EXPECTED = "istanbul's coverage-final.json";

function functionsOf({ fnMap, f }: FileData, context: FieldContext): FunctionHits[] {
  return Object.entries(fnMap).map(([key, { name = `(anonymous_${key})`, line: old, decl, loc }]) => ({
    name,
    line: lineOf(decl?.start.line ?? loc?.start.line ?? old, context),
    endLine: null,
    hits: parseCount(String(f[key] ?? 0), context),
  }));
}

function armsOf({ branchMap, b }: FileData, context: FieldContext): ArmHits[] {
  return Object.entries(branchMap).flatMap(([block, { loc, line: old }]) => {
    const line = lineOf(loc?.start.line ?? old, context);
    return (b[block] ?? []).map((taken, arm) => ({ line, block, arm: String(arm), taken: parseCount(String(taken), context) }));
  });
}

function lineOf(line: number | undefined, context: FieldContext): number {
  return parseLine(String(line ?? 0), context);
}
