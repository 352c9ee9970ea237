/** Which of a file's changed lines can run, and how often each did. `DA` decides; the source only says which `DA` speaks for a line. */
import type { FileCoverage } from "../lcov/model.js";
import type { SourceState } from "./model.js";

/** @returns executions by changed line, in the order of `lines`; a line that is absent has no executable code. */
export function executionsOf(lines: readonly number[], coverage: FileCoverage, source: SourceState | undefined): Map<number, number> {
  const executions = new Map<number, number>();
  for (const line of lines) {
    // Most changed lines have a count of their own, and the source need not be parsed for them.
    const hits = coverage.lines.get(line) ?? coverage.lines.get(source?.facts?.statementAt.get(line) ?? line);
    if (hits !== undefined) executions.set(line, hits);
  }
  return executions;
}

/** Without a report: which lines could run, as far as the text tells; of a line that it does not have it tells nothing. */
export function possiblyExecutable(lines: readonly number[], { facts, text }: SourceState): number[] {
  if (facts !== null) return lines.filter((line) => facts.statementAt.has(line));
  const texts = text.split("\n");
  return lines.filter((line) => texts[line - 1]?.trim() !== "");
}
