import type { Counts } from "../percent.js";
import type { FileCoverage } from "./model.js";

/** What can be counted of a file without knowing its source. */
export interface CoverageCounts {
  readonly lines: Counts;
  readonly functions: Counts;
  readonly branches: Counts;
}

export function countsOf({ lines, functions, branches }: FileCoverage): CoverageCounts {
  return {
    lines: { covered: countIf([...lines.values()], (hits) => hits > 0), total: lines.size },
    functions: { covered: countIf(functions, ({ hits }) => hits > 0), total: functions.length },
    branches: { covered: countIf(branches, ({ taken }) => taken !== null && taken > 0), total: branches.length },
  };
}

function countIf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.reduce((count, item) => count + (holds(item) ? 1 : 0), 0);
}
