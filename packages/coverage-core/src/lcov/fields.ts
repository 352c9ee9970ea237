/** The fields of lcov's lines. */
import { EXIT } from "../contract/exit-code.js";
import { BandlineError, type Notice } from "../failure.js";

/** Where a line stands, and where notices go. */
export interface FieldContext {
  /** `report:line` of the line being read. */
  readonly place: () => string;
  readonly warn: (notice: Notice) => void;
}

export function malformed(context: FieldContext, expected: string, received: string): BandlineError {
  return new BandlineError({
    code: "REPORT_MALFORMED",
    message: `${context.place()}: expected ${expected}, received ${JSON.stringify(received.slice(0, 80))}`,
    hint: "run the tests again with coverage: pnpm test --coverage",
    exitCode: EXIT.data,
  });
}

/** A count of executions: negative is 0 with a warning, past 2^53 is 2^53 - 1. */
export function parseCount(text: string, context: FieldContext): number {
  const count = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(count)) throw malformed(context, "a count", text);
  if (count < 0) context.warn({ code: "COUNT_NEGATIVE", message: `${context.place()}: the count ${text.slice(0, 80)} is read as 0` });
  return Math.min(Math.max(0, Math.round(count)), Number.MAX_SAFE_INTEGER);
}

/** A line number; some producers write `0` for code that has no line, which is kept: sums count it, and no change touches it. */
export function parseLine(text: string, context: FieldContext): number {
  const line = parseInteger(text, context);
  if (line === 0) context.warn({ code: "LINE_ZERO", message: `${context.place()}: line 0 counts in the sums alone` });
  return line;
}

/** Where a function ends; null where the report does not say. */
export function parseEndLine(text: string | undefined, context: FieldContext): number | null {
  return text === undefined ? null : parseInteger(text, context);
}

/** More digits would not come back as they were when they are rendered. */
function parseInteger(text: string, context: FieldContext): number {
  if (!/^\d{1,15}$/.test(text)) throw malformed(context, "a line number", text);
  return Number(text);
}

/** `line,name` or, since lcov 2, `line,end,name`; a name may hold commas, but does not begin with digits and a comma. */
export function parseFunctionLine(text: string, context: FieldContext): { line: number; endLine: number | null; name: string } {
  const [, line = "", endLine, name] = /^(\d+),(?:(\d+),)?(.+)$/.exec(text) ?? [];
  if (name === undefined) throw malformed(context, "FN:line,name or FN:line,end,name", text);
  return { line: parseLine(line, context), endLine: parseEndLine(endLine, context), name };
}

/** `line,[e]block,arm,taken`; an arm may be an expression with commas, so `taken` stands behind the last one. */
export function parseBranchLine(text: string, context: FieldContext): { line: number; block: string; arm: string; taken: number | null } {
  const [, line = "", block = "", arm = "", taken] = /^(\d+),(e?\d+),(.+),([^,]+)$/.exec(text) ?? [];
  if (taken === undefined) throw malformed(context, "BRDA:line,block,arm,taken", text);
  return { line: parseLine(line, context), block, arm, taken: taken === "-" ? null : parseCount(taken, context) };
}
