import type { FileCoverage } from "../lcov/model.js";
import type { SourceFacts } from "../source/analyse-source.js";
import type { Gap, GapRange, SourceState } from "./model.js";

/** @param gaps ascending by line. @returns neighbours of one kind in one function as one range, in the order of the lines. */
export function rangesOf(gaps: readonly Gap[], source: SourceState | undefined, coverage: FileCoverage | undefined): GapRange[] {
  const ranges: GapRange[] = [];
  for (const gap of gaps) {
    const inside = functionAt(gap.line, source?.facts ?? null, coverage);
    const arms = gap.arms.map((arm) => ({ line: gap.line, arm }));
    const last = ranges.at(-1);
    if (last !== undefined && last.kind === gap.kind && last.lines.at(-1) === gap.line - 1 && last.function?.line === inside?.line) {
      ranges[ranges.length - 1] = { ...last, lines: [...last.lines, gap.line], arms: [...last.arms, ...arms] };
    } else ranges.push({ kind: gap.kind, lines: [gap.line], function: inside, arms });
  }
  return ranges;
}

/** The innermost function around a line, which is the last to begin: by the source, else by what the report knows of functions. */
export function functionAt(line: number, facts: SourceFacts | null, coverage: FileCoverage | undefined): GapRange["function"] {
  const known =
    facts?.functions ?? coverage?.functions.map((each) => ({ ...each, endLine: each.endLine ?? Number.POSITIVE_INFINITY })) ?? [];
  const innermost = known.findLast((each) => each.line > 0 && each.line <= line && line <= each.endLine);
  return innermost === undefined ? null : { name: innermost.name, line: innermost.line };
}
