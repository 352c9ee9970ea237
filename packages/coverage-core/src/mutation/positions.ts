/** Positions ↔ offsets of a text, and the order of mutants. */
import { byText } from "../path/repo-path.js";
import type { Mutant, MutantRange, Position } from "./model.js";

/** What ends a line for Babel, whose positions Stryker reports: more than git knows. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** @returns for a range of `text` where it starts and ends, in UTF-16 code units; what lies behind the end of the text is its end. */
export function createOffsetsOf(text: string): (range: MutantRange) => { readonly start: number; readonly end: number } {
  const starts = [0, ...[...text.matchAll(LINE_END)].map(({ 0: { length }, index }) => index + length)];
  const offsetOf = ({ line, column }: Position) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  return ({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) });
}

/** Before, at or behind: negative, 0 or positive. */
export function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** In the order of the source: by file, then by place, an outer one before those in it; the same place by mutator and replacement. */
export function bySource(a: Mutant, b: Mutant): number {
  return (
    byText(a.file, b.file) ||
    byPosition(a.range.start, b.range.start) ||
    byPosition(b.range.end, a.range.end) ||
    byText(a.mutator, b.mutator) ||
    byText(a.replacement, b.replacement)
  );
}
