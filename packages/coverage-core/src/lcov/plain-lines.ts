/**
 * The lines that reports mostly consist of, read as bytes: `DA:12,3`, `FN:1,9,f`, `FNDA:3,f`, `BRDA:12,0,1,-`, with plain numbers.
 * Whatever is spelled in another way (checksums, signs, exponents, expressions, blanks) is left to the reader of text.
 */
import type { LcovLine } from "./read-lines.js";

type Taken = LcovLine | { readonly type: "named-hits"; readonly name: string; readonly hits: number };

/** Where the reading of a line is, and where the line ends. */
interface Cursor {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;
}

const [COMMA, COLON, DASH, ZERO, NINE, BLANK] = [44, 58, 45, 48, 57, 32];
const [A, B, D, F, N, R] = [65, 66, 68, 70, 78, 82];
/** More digits could stand for a number that does not come back as it was. */
const MOST_DIGITS = 15;

/** @returns undefined where the line is not a plain one. A function has no `id` yet. */
export function readPlainLine(bytes: Buffer, from: number, end: number): Taken | undefined {
  const cursor = { bytes, at: from, end };
  switch (bytes[from]) {
    case D:
      return starts(cursor, A) ? plainLine(cursor) : undefined;
    case B:
      return starts(cursor, R, D, A) ? plainArm(cursor) : undefined;
    case F:
      return starts(cursor, N) ? plainFunction(cursor) : starts(cursor, N, D, A) ? plainFunctionHits(cursor) : undefined;
    default:
      return undefined;
  }
}

/** Goes on behind the colon where the letters behind the first one are these. */
function starts(cursor: Cursor, ...letters: readonly number[]): boolean {
  const { bytes, at } = cursor;
  for (let index = 0; index < letters.length; index += 1) if (bytes[at + 1 + index] !== letters[index]) return false;
  if (bytes[at + 1 + letters.length] !== COLON) return false;
  cursor.at += 2 + letters.length;
  return true;
}

function plainLine(cursor: Cursor): Taken | undefined {
  const line = numberThen(cursor, COMMA);
  const hits = lastNumber(cursor);
  return line < 1 || hits < 0 ? undefined : { type: "line", line, hits };
}

function plainArm(cursor: Cursor): Taken | undefined {
  const line = numberThen(cursor, COMMA);
  const block = numberThen(cursor, COMMA);
  const arm = numberThen(cursor, COMMA);
  const isNever = cursor.bytes[cursor.at] === DASH && cursor.at === cursor.end - 1;
  const taken = isNever ? null : lastNumber(cursor);
  if (line < 1 || block < 0 || arm < 0 || (taken !== null && taken < 0)) return undefined;
  return { type: "arm", line, block: String(block), arm: String(arm), taken };
}

function plainFunction(cursor: Cursor): Taken | undefined {
  const line = numberThen(cursor, COMMA);
  const { at } = cursor;
  const endLine = numberThen(cursor, COMMA);
  // A name that begins with a digit, or an end with too many of them.
  if (endLine < 0 && cursor.at > at) return undefined;
  const name = rest(cursor);
  return line < 1 || name === undefined ? undefined : { type: "function", id: -1, name, line, endLine: endLine < 0 ? null : endLine };
}

function plainFunctionHits(cursor: Cursor): Taken | undefined {
  const hits = numberThen(cursor, COMMA);
  const name = rest(cursor);
  return hits < 0 || name === undefined ? undefined : { type: "named-hits", name, hits };
}

/** @returns the number in front of `mark`, and goes on behind it; -1 where there is none in its plain form. */
function numberThen(cursor: Cursor, mark: number): number {
  const value = digits(cursor);
  if (value < 0 || cursor.at >= cursor.end || cursor.bytes[cursor.at] !== mark) return -1;
  cursor.at += 1;
  return value;
}

function lastNumber(cursor: Cursor): number {
  const value = digits(cursor);
  return cursor.at === cursor.end ? value : -1;
}

/** A zero in front would not come back. */
function digits(cursor: Cursor): number {
  const { bytes, at, end } = cursor;
  let value = 0;
  let next = at;
  for (; next < end; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < ZERO || byte > NINE) break;
    value = value * 10 + byte - ZERO;
  }
  cursor.at = next;
  const count = next - at;
  return count === 0 || count > MOST_DIGITS || (count > 1 && bytes[at] === ZERO) ? -1 : value;
}

/** @returns undefined for a name that is empty or has blanks around it. */
function rest({ bytes, at, end }: Cursor): string | undefined {
  const [first = BLANK, last = BLANK] = [bytes[at], bytes[end - 1]];
  return at >= end || first <= BLANK || last <= BLANK ? undefined : bytes.toString("utf8", at, end);
}
