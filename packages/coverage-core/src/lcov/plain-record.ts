/**
 * Records as geninfo and aggregate write them, section by section, read without a loop over their bytes: a process that judges a few files
 * ends before such a loop is compiled. The numbers of a section become an array by way of JSON, which is.
 */
import type { ArmHits, FunctionHits } from "./model.js";

/** In the record's order. */
export interface PlainRecord {
  readonly lines: readonly (readonly [line: number, hits: number])[];
  /** Most verdicts need none of them. */
  readonly readFunctions: () => readonly FunctionHits[];
  readonly branches: readonly ArmHits[];
}

/** Matching takes memory for every line, and a loop over as many bytes is worth compiling. */
const LARGEST = 1 << 16;

/** A line's number, any number that comes back as it was, and a name without blanks around it. */
const [L, N, NAME] = ["[1-9]\\d{0,14}", "(?:0|[1-9]\\d{0,14})", "[^\\s\\d,](?:[^\\r\\n]*\\S)?"];
const sums = (...types: string[]) => types.map((type) => `(?:${type}:\\d+\\n)?`).join("");
const PLAIN = new RegExp(
  [
    `^(?:TN:[^\\r\\n]*\\n)?SF:[^\\r\\n]+\\n((?:FN:${L},(?:${L},)?${NAME}\\n)*)((?:FNDA:${N},${NAME}\\n)*)${sums("FNF", "FNH")}`,
    `((?:BRDA:${L},${N},${N},(?:-|${N})\\n)*)${sums("BRF", "BRH")}((?:DA:${L},${N}\\n)*)${sums("LF", "LH")}end_of_record\\n?$`,
  ].join(""),
);

/** @returns undefined where a section or a line is spelled in another way, or functions are not counted in the order in which they are declared. */
export function readPlainRecord(bytes: Buffer): PlainRecord | undefined {
  if (bytes.length > LARGEST) return undefined;
  const [, declared, counted = "", arms = "", lines = ""] = PLAIN.exec(bytes.toString("utf8")) ?? [];
  if (declared === undefined || declared.replaceAll(DECLARED, "") !== counted.replaceAll(COUNTED, "")) return undefined;
  const branches = rowsIn<[number, number, number, number | null]>(arms, "BRDA").map(([line, block, arm, taken]): ArmHits => ({
    line,
    block: String(block),
    arm: String(arm),
    taken,
  }));
  return { lines: rowsIn<[number, number]>(lines, "DA"), branches, readFunctions: () => functionsIn(declared, counted) };
}

/** `DA:1,2\nDA:3,-\n` → `[[1, 2], [3, null]]`. */
function rowsIn<Row>(section: string, type: string): Row[] {
  const rows = section
    .slice(type.length + 1, -1)
    .replaceAll(`\n${type}:`, "],[")
    .replaceAll(",-", ",null");
  return rows === "" ? [] : (JSON.parse(`[[${rows}]]`) as Row[]);
}

/** What stands before the names. */
const [DECLARED, COUNTED] = [/^FN:\d+,(?:\d+,)?/gm, /^FNDA:\d+,/gm];

/** The same names in the same order, so that the nth count is the nth function's. */
function functionsIn(declared: string, counted: string): FunctionHits[] {
  const counts = counted.split("\n").map((each) => Number(each.slice("FNDA:".length, each.indexOf(","))));
  return [...declared.matchAll(/^FN:(\d+),(?:(\d+),)?(.*)$/gm)].map(([, line, endLine, name = ""], index) => ({
    name,
    line: Number(line),
    endLine: endLine === undefined ? null : Number(endLine),
    hits: counts[index] as number,
  }));
}
