/** Which of a file's changed lines can run, and how often each did. `DA` decides; the source only says which `DA` speaks for a line. */
import type { FileCoverage } from "../lcov/model.js";
import type { SourceFacts } from "../source/analyse-source.js";

/** @returns executions by changed line, in the order of `lines`; a line that is absent has no executable code. */
export function executionsOf(lines: readonly number[], coverage: FileCoverage, facts: SourceFacts | null): Map<number, number> {
  const executions = new Map<number, number>();
  for (const line of lines) {
    const hits = coverage.lines.get(line) ?? coverage.lines.get(facts?.statementAt.get(line) ?? line);
    if (hits !== undefined) executions.set(line, hits);
  }
  return executions;
}

/** Without a report: which lines could run, as far as the text tells; of a line that it does not have it tells nothing. */
export function possiblyExecutable(lines: readonly number[], facts: SourceFacts | null, text: string): number[] {
  if (facts !== null) return lines.filter((line) => facts.statementAt.has(line));
  const texts = text.split("\n");
  return lines.filter((line) => texts[line - 1]?.trim() !== "");
}
