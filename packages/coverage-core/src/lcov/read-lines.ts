/** One record's bytes → typed lines, the common ground of both readers. Source of the format: man page geninfo(1), section FILES. */
import type { Notice } from "../failure.js";
import {
  malformed,
  parseBranchLine,
  parseCount,
  parseEndLine,
  parseFunctionLine,
  parseHits,
  parseLine,
  type FieldContext,
} from "./fields.js";
import type { ArmHits } from "./model.js";
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
  /** Not counted yet, in their order; undefined where the function itself was left out. */
  readonly idsByName: Map<string, (number | undefined)[]>;
  readonly placeByIndex: Map<string, { line: number | undefined; endLine: number | null }>;
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
  let index = -1;
  // The record's own line number may take a look at the whole report, so it is asked for only where a place is told.
  const context: FieldContext = { place: () => `${name}:${record.line + index}`, warn };
  return record.bytes
    .toString("utf8")
    .split("\n")
    .flatMap((text) => {
      index += 1;
      return readLine(text.trim(), declared, context);
    });
}

/** Line types that carry nothing a verdict needs: names of tests, versions, MC/DC and the sums. */
const UNUSED = new Set(["", "end_of_record", "TN", "SF", "VER", "LF", "LH", "FNF", "FNH", "BRF", "BRH", "MCDC", "MCF", "MCH"]);

function readLine(text: string, declared: Declared, context: FieldContext): readonly LcovLine[] {
  const colon = text.indexOf(":");
  const type = colon === -1 ? text : text.slice(0, colon);
  const take = Object.hasOwn(TAKERS, type) ? TAKERS[type] : undefined;
  if (take !== undefined) return take(text.slice(colon + 1), declared, context);
  if (!UNUSED.has(type) && !text.startsWith("#")) {
    context.warn({ code: "RECORD_UNKNOWN", message: `${context.place()}: a line of unknown type is left out: ${type.slice(0, 40)}` });
  }
  return [];
}

const TAKERS: Readonly<Record<string, Take>> = {
  DA(rest, _declared, context) {
    const read = parseHits(rest, context);
    return read === undefined ? [] : [{ type: "line", ...read }];
  },
  BRDA(rest, _declared, context) {
    const { line, ...arm } = parseBranchLine(rest, context);
    return line === undefined ? [] : [{ type: "arm", line, ...arm }];
  },
  FN(rest, declared, context) {
    const { line, ...named } = parseFunctionLine(rest, context);
    const id = line === undefined ? undefined : declared.nextId++;
    const sameName = declared.idsByName.get(named.name);
    if (sameName === undefined) declared.idsByName.set(named.name, [id]);
    else sameName.push(id);
    return id === undefined || line === undefined ? [] : [{ type: "function", id, line, ...named }];
  },
  FNDA(rest, declared, context) {
    const [, count, name] = /^([^,]*),(.+)$/.exec(rest) ?? [];
    if (count === undefined || name === undefined) throw malformed(context, "FNDA:count,name", rest);
    const hits = parseCount(count, context);
    const sameName = declared.idsByName.get(name) ?? [];
    if (sameName.length > 0) {
      const id = sameName.shift();
      return id === undefined ? [] : [{ type: "function-hits", id, hits }];
    }
    context.warn({ code: "FUNCTION_UNDECLARED", message: `${context.place()}: FNDA without its FN is left out: ${name}` });
    return [];
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
    if (place.line === undefined) return [];
    const id = declared.nextId++;
    return [
      { type: "function", id, name, line: place.line, endLine: place.endLine },
      { type: "function-hits", id, hits },
    ];
  },
};
