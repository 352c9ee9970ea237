import type { ChangedFile } from "../diff/model.js";
import { groupBy } from "../group-by.js";
import { commonPrefix } from "./common-prefix.js";
import type { KeyedMutant, MutantRange } from "./model.js";
import { bySource } from "./positions.js";

export interface SelectOptions {
  /** Only mutants that start on a changed line; none for a place where lines were only taken away. */
  readonly linesOnly?: boolean;
  /** Every mutant of a changed line instead of one. */
  readonly all?: boolean;
}

/**
 * The mutants of a change: of each changed line the most specific one that overlaps it, and where lines were only taken away the most specific one
 * around that place. A mutant that is the most specific of several lines comes once. The most specific has the shortest original;
 * of equals it is the one most like its original (`>` for `>=`, before `<` and `true`), then the first in the source.
 * @returns them in the order given; which they are does not depend on it.
 */
export function selectChanged<M extends KeyedMutant>(
  mutants: readonly M[],
  changes: readonly ChangedFile[],
  { linesOnly = false, all = false }: SelectOptions = {},
): M[] {
  const byFile = groupBy(mutants, ({ file }) => file);
  const chosen = new Set<M>();
  for (const change of changes) {
    const candidates = [...(byFile.get(change.file) ?? [])].sort(bySpecificity);
    for (const isAt of placesOf(change, linesOnly)) {
      const found = candidates.filter(({ range }) => isAt(range));
      for (const mutant of all ? found : found.slice(0, 1)) chosen.add(mutant);
    }
  }
  return mutants.filter((mutant) => chosen.has(mutant));
}

type Place = (range: MutantRange) => boolean;

function placesOf({ lines, hunks }: ChangedFile, linesOnly: boolean): Place[] {
  if (linesOnly)
    return lines.map(
      (line) =>
        ({ start }) =>
          start.line === line,
    );
  const gaps = hunks.filter(({ newCount }) => newCount === 0);
  return [...lines.map((line) => (range: MutantRange) => overlaps(range, line)), ...gaps.map(({ newStart }) => around(newStart))];
}

/** A range that ends before the first column of a line has nothing of that line. */
function overlaps({ start, end }: MutantRange, line: number): boolean {
  return start.line <= line && (end.line > line || (end.line === line && end.column > 1));
}

/** Lines were taken away before `line`: what has something both of this line and of the one before it. */
function around(line: number): Place {
  return (range) => range.start.line < line && overlaps(range, line);
}

function bySpecificity(a: KeyedMutant, b: KeyedMutant): number {
  return a.original.length - b.original.length || likeness(b) - likeness(a) || bySource(a, b);
}

/** How many characters of the original the replacement begins with. */
function likeness({ original, replacement }: KeyedMutant): number {
  return commonPrefix(original, replacement);
}
