import type { FileCoverage } from "../lcov/model.js";

/** A statement that begins with a text, and may be a docstring. */
const BEGINS_WITH_TEXT = /^\s*[bru]{0,2}["']/i;

/**
 * Python runs docstrings, and coverage.py lists their lines without counting them.
 * @param text of the file, of which `count` lines that ran are docstrings.
 * @returns the coverage without them; as it was, where the text does not show which they are.
 */
export function withoutDocstrings(coverage: FileCoverage, text: string, count: number): FileCoverage {
  const rows = text.split("\n");
  const docstrings = [...coverage.lines].filter(([line, hits]) => hits > 0 && BEGINS_WITH_TEXT.test(rows[line - 1] ?? ""));
  if (docstrings.length !== count) return coverage;
  const lines = new Map(coverage.lines);
  for (const [line] of docstrings) lines.delete(line);
  return { ...coverage, lines };
}
