/** The fields of lcov's lines: man page geninfo(1), section FILES. */
import type { FileHits } from "./read-lcov.js";

export interface OpenRecord {
  readonly path: string;
  readonly hits: FileHits;
  /** Functions that have no count yet, by name, in the order of their lines: names are not unique. */
  readonly uncounted: Map<string, string[]>;
  /** lcov 2.2 numbers functions: FNL says where one begins, FNA its count and name. */
  readonly placeByIndex: Map<string, number>;
}

/** @returns undefined; or for a line that cannot be read, what would have to stand there. */
type Take = (rest: string, record: OpenRecord) => string | undefined;

/**
 * Most of a report is `DA:line,count` in plain digits: that is read without making texts of it, which would take half of the time.
 * @param at where the line begins in `text`. @param end where it ends. @returns whether it is such a line; another one is for `readField`.
 */
export function readPlainLine(text: string, at: number, end: number, { hits }: OpenRecord): boolean {
  if (!text.startsWith("DA:", at)) return false;
  const first = at + 3;
  const comma = afterDigits(text, first, end);
  const last = afterDigits(text, comma + 1, end);
  if (comma === first || comma - first > 15 || text[comma] !== "," || last === comma + 1 || last !== end) return false;
  let [line, ran] = [0, false];
  for (let place = first; place < comma; place += 1) line = 10 * line + text.charCodeAt(place) - ZERO;
  for (let place = comma + 1; place < end; place += 1) ran ||= text.charCodeAt(place) !== ZERO;
  note(hits.lines, line, ran);
  return true;
}

const ZERO = 48;

function afterDigits(text: string, from: number, end: number): number {
  let place = from;
  while (place < end && text.charCodeAt(place) >= ZERO && text.charCodeAt(place) < ZERO + 10) place += 1;
  return place;
}

/** @param type what stands before a line's first colon. @param rest what stands behind it. @returns as `Take`. */
export function readField(type: string, rest: string, record: OpenRecord): string | undefined {
  const take = TAKERS.get(type);
  if (take !== undefined) return take(rest, record);
  return UNUSED.has(type) ? undefined : "a line of a known type";
}

/** Names of tests, versions, MC/DC, and sums, which are recounted. */
const UNUSED = new Set(["TN", "VER", "LF", "LH", "FNF", "FNH", "BRF", "BRH", "MCDC", "MCF", "MCH"]);

const takers: Readonly<Record<string, Take>> = {
  DA(rest, { hits }) {
    const [lineText = "", countText = ""] = rest.split(",", 2);
    const line = lineOf(lineText.trim());
    const ran = hasRun(countText.trim());
    if (line === undefined || ran === undefined) return "DA:line,count";
    note(hits.lines, line, ran);
    return undefined;
  },
  BRDA(rest, { hits }) {
    // An arm may be an expression with commas.
    const comma = rest.lastIndexOf(",");
    const taken = rest.slice(comma + 1);
    const ran = taken === "-" ? false : hasRun(taken);
    if (ran === undefined || !/^\d{1,15},e?\d+,./.test(rest.slice(0, Math.max(comma, 0)))) return "BRDA:line,block,arm,taken";
    note(hits.branches, rest.slice(0, comma).replace(/^0+(?=\d)/, ""), ran);
    return undefined;
  },
  FN(rest, { hits, uncounted }) {
    const [, lineText = "", end = "0", name] = /^(\d+),(?:(\d+),)?(.+)$/.exec(rest) ?? [];
    const line = lineOf(lineText);
    if (line === undefined || lineOf(end) === undefined || name === undefined) return "FN:line,name or FN:line,end,name";
    const key = `${line},${name}`;
    note(hits.functions, key, false);
    const sameName = uncounted.get(name);
    if (sameName === undefined) uncounted.set(name, [key]);
    else sameName.push(key);
    return undefined;
  },
  FNDA(rest, { hits, uncounted }) {
    const comma = rest.indexOf(",");
    const ran = hasRun(rest.slice(0, Math.max(comma, 0)));
    if (ran === undefined) return "FNDA:count,name";
    const key = uncounted.get(rest.slice(comma + 1))?.shift();
    if (key === undefined) return "FNDA:count,name behind its FN";
    note(hits.functions, key, ran);
    return undefined;
  },
  FNL(rest, { placeByIndex }) {
    const [, index, lineText = "", end = "0"] = /^(\d+),(\d+)(?:,(\d+))?$/.exec(rest) ?? [];
    const line = lineOf(lineText);
    if (index === undefined || line === undefined || lineOf(end) === undefined) return "FNL:index,line or FNL:index,line,end";
    placeByIndex.set(index, line);
    return undefined;
  },
  FNA(rest, { hits, placeByIndex }) {
    const [, index = "", count = "", name = ""] = /^(\d+),([^,]*),(.+)$/.exec(rest) ?? [];
    const line = placeByIndex.get(index);
    const ran = hasRun(count);
    if (line === undefined || ran === undefined) return "FNA:index,count,name behind its FNL";
    note(hits.functions, `${line},${name}`, ran);
    return undefined;
  },
};

/** By a line's type. */
const TAKERS = new Map(Object.entries(takers));

function note<K>(hits: Map<K, boolean>, key: K, ran: boolean): void {
  if (ran || !hits.has(key)) hits.set(key, ran);
}

/** A line number; `0` is what some producers write for code that has no line, and counts. */
function lineOf(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Whether a count of executions is one at least; a negative one, which some producers write for an overflow, is none. */
function hasRun(text: string): boolean | undefined {
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Math.round(Number(text)) > 0 : undefined;
}
