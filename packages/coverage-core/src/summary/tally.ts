/** Counts of many files, added up one after the other by package and layer: sums of counts, never means of percentages. */
import { METRICS, type Metric } from "@repo/core-shared/conformance/coverage";
import type { CoverageCounts } from "../lcov/count-model.js";
import { asRepoPath } from "../path/repo-path.js";
import type { Counts } from "../percent.js";
import type { PolicyOf } from "../policy/file-policy.js";

/** The counts of one file, or of several, by metric. */
export type FileCounts = Readonly<Record<Metric, Counts>>;

/** Statements; where their places are known, those of several reports can be united. */
export interface StatementCounts extends Counts {
  /** Made when it is asked for, because most files are in one report; undefined where the report has no places. */
  readonly hitsByPlace?: () => StatementHits | undefined;
}

/** `line:column-line:column` → executions. */
export type StatementHits = ReadonlyMap<string, number>;

/** What a report counts of a file without saying where. */
export type StatedCounts = Partial<Omit<FileCounts, "lines"> & { readonly statements: StatementCounts }>;

export interface Tally {
  /** @param stated in the place of what the file's lines, functions and arms sum up to. Where nobody states statements, lines stand for them. @returns the file's own. */
  readonly add: (file: string, counts: CoverageCounts, stated?: StatedCounts) => FileCounts;
  /** Package → layer → counts. */
  readonly byPackage: ReadonlyMap<string, ReadonlyMap<string, FileCounts>>;
}

/** As the summary names what lies in no package. */
export const NO_PACKAGE = "(no package)";

export function createTally(policyOf: PolicyOf): Tally {
  const byPackage = new Map<string, Map<string, Sums>>();
  return {
    byPackage,
    add(file, counts, stated) {
      const { package: home, layer } = policyOf(asRepoPath(file));
      const byLayer = entryOf(byPackage, home?.name ?? NO_PACKAGE, () => new Map<string, Sums>());
      const own = { statements: counts.lines, ...counts, ...stated };
      addTo(entryOf(byLayer, layer, noCounts), own);
      return own;
    },
  };
}

export function sumOf(each: Iterable<FileCounts>): FileCounts {
  const sums = noCounts();
  for (const counts of each) addTo(sums, counts);
  return sums;
}

type Sums = Record<Metric, { covered: number; total: number }>;

function noCounts(): Sums {
  return {
    statements: { covered: 0, total: 0 },
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
    lines: { covered: 0, total: 0 },
  };
}

function addTo(sums: Sums, counts: FileCounts): void {
  for (const metric of METRICS) {
    sums[metric].covered += counts[metric].covered;
    sums[metric].total += counts[metric].total;
  }
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
