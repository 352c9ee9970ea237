import { isReadableSource, parseSource } from "../source/parse-source.js";
import type { Mutant } from "./model.js";
import { createOffsetsOf } from "./positions.js";

/**
 * The text with one mutant in it, as Stryker runs it. Stryker puts the replacement in as an expression of its own, so where the bare text would be
 * read in another way (`a || b` for `a && b` in `a && b && c`), it comes in parentheses.
 */
export function mutatedText(text: string, { file, range, mutator, replacement }: Mutant): string {
  const { start, end } = createOffsetsOf(text)(range);
  const withText = (inside: string) => text.slice(0, start) + inside + text.slice(end);
  const bare = withText(replacement);
  if (ALONE.test(replacement) || mutator === "BlockStatement" || !isReadableSource(file)) return bare;
  const closed = withText(`(${replacement})`);
  const meant = treeOf(file, closed);
  // What cannot stand in parentheses is no expression: a `case`, a whole `for`.
  return meant === undefined || meant === treeOf(file, bare) ? bare : closed;
}

/** What means the same wherever it stands. */
const ALONE = /^(?:[\w$]+|""|``|\[\])$/;

const PLACES: ReadonlySet<string> = new Set(["start", "end", "range"]);

/** The program without its places and parentheses. @returns undefined where the text cannot be parsed. */
function treeOf(file: string, text: string): string | undefined {
  const parsed = parseSource(file, text);
  if (parsed === undefined) return undefined;
  return JSON.stringify(parsed.program, (key, value: unknown) => {
    if (PLACES.has(key)) return undefined;
    return typeof value === "bigint" ? String(value) : value;
  });
}
