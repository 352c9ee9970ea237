/** One record's bytes → typed lines, the common ground of both readers. Source of the format: man page geninfo(1), section FILES. */
import type { Notice } from "../failure.js";
import { malformed, parseBranchLine, parseCount, parseEndLine, parseFunctionLine, parseLine, type FieldContext } from "./fields.js";
import type { ArmHits } from "./model.js";
import { readPlainLine } from "./plain-lines.js";
import type { LcovRecord } from "./split-records.js";

/** `id` numbers a record's functions from 0, because their names are not unique. */
export type LcovLine =
  | { readonly type: "line"; readonly line: number; readonly hits: number }
  | { readonly type: "function"; readonly id: number; readonly name: string; readonly line: number; readonly endLine: number | null }
  | { readonly type: "function-hits"; readonly id: number; readonly hits: number }
  | ({ readonly type: "arm" } & ArmHits);

/** What FNDA and FNA lines refer back to. */
interface Declared {
  nextId: number;
  /** Not counted yet, in their order. */
  readonly idsByName: Map<string, number[]>;
  readonly placeByIndex: Map<string, { line: number; endLine: number | null }>;
}

type Take = (rest: string, declared: Declared, context: FieldContext) => readonly LcovLine[];

/**
 * @param name the report's path, for errors and notices.
 * @param warn receives what was mended on the way: unknown lines, negative counts, line 0, functions that are counted but not declared.
 * @returns the lines that a verdict needs, in order; sums (`LF`, `LH`, …) are left out, because they are recounted.
 * @throws BandlineError REPORT_MALFORMED with the line.
 */
export function readLines(record: LcovRecord, name: string, warn: (notice: Notice) => void): LcovLine[] {
  const declared: Declared = { nextId: 0, idsByName: new Map(), placeByIndex: new Map() };
  let index = 0;
  // The record's own line number may take a look at the whole report, so it is asked for only where a place is told.
  const context: FieldContext = { place: () => `${name}:${record.line + index}`, warn };
  const { bytes } = record;
  const lines: LcovLine[] = [];
  for (let at = 0, end = 0; at < bytes.length; at = end + 1, index += 1) {
    end = bytes.indexOf(NEWLINE, at);
    if (end === -1) end = bytes.length;
    const plain = readPlainLine(bytes, at, end);
    if (plain === undefined) lines.push(...readLine(bytes.toString("utf8", at, end).trim(), declared, context));
    else if (plain.type === "function") lines.push(declareFunction(plain, declared));
    else if (plain.type === "named-hits") lines.push(...countFunction(plain, declared, context));
    else lines.push(plain);
  }
  return lines;
}

const NEWLINE = 10;

/** Line types that carry nothing a verdict needs: names of tests, versions, MC/DC and the sums. */
const UNUSED = new Set(["", "end_of_record", "TN", "SF", "VER", "LF", "LH", "FNF", "FNH", "BRF", "BRH", "MCDC", "MCF", "MCH"]);

function readLine(text: string, declared: Declared, context: FieldContext): readonly LcovLine[] {
  const colon = text.indexOf(":");
  const type = colon === -1 ? text : text.slice(0, colon);
  const take = Object.hasOwn(TAKERS, type) ? TAKERS[type] : undefined;
  if (take !== undefined) return take(text.slice(colon + 1), declared, context);
  if (!UNUSED.has(type) && !text.startsWith("#")) {
    const about = type.slice(0, 40);
    context.warn({ code: "RECORD_UNKNOWN", message: `${context.place()}: lines of an unknown type are left out: ${about}`, about });
  }
  return [];
}

const TAKERS: Readonly<Record<string, Take>> = {
  DA(rest, _declared, context) {
    const [lineText = "", count] = rest.split(",");
    if (count === undefined) throw malformed(context, "DA:line,count", rest);
    const line = parseLine(lineText.trim(), context);
    const hits = parseCount(count.trim(), context);
    return [{ type: "line", line, hits }];
  },
  BRDA(rest, _declared, context) {
    return [{ type: "arm", ...parseBranchLine(rest, context) }];
  },
  FN(rest, declared, context) {
    return [declareFunction({ type: "function", id: -1, ...parseFunctionLine(rest, context) }, declared)];
  },
  FNDA(rest, declared, context) {
    const [, count, name] = /^([^,]*),(.+)$/.exec(rest) ?? [];
    if (count === undefined || name === undefined) throw malformed(context, "FNDA:count,name", rest);
    return countFunction({ name, hits: parseCount(count, context) }, declared, context);
  },
  FNL(rest, { placeByIndex }, context) {
    const [, index, line, endLine] = /^(\d+),(\d+)(?:,(\d+))?$/.exec(rest) ?? [];
    if (index === undefined || line === undefined) throw malformed(context, "FNL:index,line or FNL:index,line,end", rest);
    placeByIndex.set(index, { line: parseLine(line, context), endLine: parseEndLine(endLine, context) });
    return [];
  },
  FNA(rest, declared, context) {
    const [, index, count, name] = /^(\d+),([^,]*),(.+)$/.exec(rest) ?? [];
    const place = index === undefined ? undefined : declared.placeByIndex.get(index);
    if (count === undefined || name === undefined || place === undefined)
      throw malformed(context, "FNA:index,count,name behind its FNL", rest);
    const hits = parseCount(count, context);
    const id = declared.nextId++;
    return [
      { type: "function", id, name, line: place.line, endLine: place.endLine },
      { type: "function-hits", id, hits },
    ];
  },
};

type FunctionLine = Extract<LcovLine, { type: "function" }>;

function declareFunction(line: FunctionLine, declared: Declared): FunctionLine {
  const id = declared.nextId++;
  const sameName = declared.idsByName.get(line.name);
  if (sameName === undefined) declared.idsByName.set(line.name, [id]);
  else sameName.push(id);
  return { ...line, id };
}

function countFunction({ name, hits }: { name: string; hits: number }, { idsByName }: Declared, context: FieldContext): LcovLine[] {
  const id = idsByName.get(name)?.shift();
  if (id !== undefined) return [{ type: "function-hits", id, hits }];
  context.warn({ code: "FUNCTION_UNDECLARED", message: `${context.place()}: FNDA without its FN is left out: ${name.slice(0, 80)}` });
  return [];
}
