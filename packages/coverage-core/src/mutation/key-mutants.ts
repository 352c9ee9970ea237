import type { RepoPath } from "../path/repo-path.js";
import { isReadableSource, parseSource } from "../source/parse-source.js";
import { createSymbolAt } from "../source/symbols.js";
import type { KeyedMutant, Mutant } from "./model.js";
import { bySource, createOffsetsOf } from "./positions.js";

const KEY_LENGTH = 12;

/**
 * Gives mutants names that last: a hash of package, file, mutator, replacement, original, symbol, and the ordinal among those that are otherwise alike.
 * A key stays when lines move, when the text is laid out in another way or gets comments, and when other code changes; it goes when its own code changes.
 * @param mutants of one file, in any order. @param hash text → hex digits. @returns them in the order given, no two keys alike.
 */
export function keyMutants<M extends Mutant>(
  packageName: string,
  file: RepoPath,
  text: string,
  mutants: readonly M[],
  hash: (text: string) => string,
): (M & KeyedMutant)[] {
  const offsetsOf = createOffsetsOf(text);
  const symbolAt = createSymbolAt(file, text);
  const comments = commentsOf(file, text);
  const seen = new Map<string, number>();
  const keyed = new Map<M, M & KeyedMutant>();
  for (const mutant of [...mutants].sort(bySource)) {
    const { start, end } = offsetsOf(mutant.range);
    const symbol = symbolAt(start, end);
    const inside = comments.filter((comment) => start <= comment.start && comment.end <= end).map((at) => text.slice(at.start, at.end));
    const original = text.slice(start, end);
    const parts = [packageName, file, mutant.mutator, bare(mutant.replacement, inside), bare(original, inside), symbol];
    const alike = JSON.stringify(parts);
    const ordinal = seen.get(alike) ?? 0;
    seen.set(alike, ordinal + 1);
    keyed.set(mutant, { ...mutant, key: hash(JSON.stringify([...parts, ordinal])).slice(0, KEY_LENGTH), symbol, original });
  }
  return mutants.map((mutant) => keyed.get(mutant) as M & KeyedMutant);
}

function commentsOf(file: string, text: string): readonly { readonly start: number; readonly end: number }[] {
  return (isReadableSource(file) ? parseSource(file, text)?.comments : undefined) ?? [];
}

/** Without comments, without blanks but those between words, and without the comma that stands last when a list has a line for each item. */
function bare(text: string, comments: readonly string[]): string {
  return comments
    .reduce((rest, comment) => rest.replace(comment, () => " "), text)
    .replace(/\s+/g, " ")
    .replace(/ (?![\w$\u0080-\uffff])|(?<![\w$\u0080-\uffff]) /g, "")
    .replace(/,(?=[)\]}])/g, "");
}
