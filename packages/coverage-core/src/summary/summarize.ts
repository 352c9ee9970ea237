/** CoverageMap → Summary. Sums of counts, never means of percentages. */
import { METRICS, type CoverageBand, type Metric } from "@repo/core-shared/conformance/coverage";
import type { SummaryDocument, MetricCounts, Totals } from "../contract/summary.js";
import { groupBy } from "../group-by.js";
import type { CoverageCounts } from "../lcov/count-model.js";
import { asRepoPath, byText } from "../path/repo-path.js";
import type { PolicyOf } from "../policy/file-policy.js";
import { pctOf, type Counts } from "../percent.js";
import type { TestFacts } from "../tests/test-facts.js";

/** The counts of one file by metric. */
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

export interface SummaryInput {
  /** Sorted or not; `file` is a RepoPath. */
  readonly files: readonly { readonly file: string; readonly counts: CoverageCounts }[];
  /** By file, in the place of what its lines, functions and arms sum up to. Where nobody states statements, lines stand for them. */
  readonly stated: ReadonlyMap<string, StatedCounts>;
  readonly policyOf: PolicyOf;
  readonly tests: ReadonlyMap<string, TestFacts>;
  readonly generatedAt: string;
  readonly commit: string;
  readonly provider: string;
}

export function summarize(input: SummaryInput): SummaryDocument {
  const counted = input.files.map((file) => ({
    policy: input.policyOf(asRepoPath(file.file)),
    counts: { statements: file.counts.lines, ...file.counts, ...input.stated.get(file.file) },
  }));
  const byPackage = groupBy(counted, ({ policy }) => policy.package?.name ?? "(no package)");
  const withTests = [...new Set([...byPackage.keys(), ...input.tests.keys()])].sort(byText);
  return {
    schemaVersion: "1.0",
    generatedAt: input.generatedAt,
    commit: input.commit,
    provider: input.provider,
    repo: totalsOf(counted.map(({ counts }) => counts)),
    byPackage: Object.fromEntries(
      withTests.map((name) => {
        const files = byPackage.get(name) ?? [];
        const byLayer = [...groupBy(files, ({ policy }) => policy.layer)].sort(([a], [b]) => byText(a, b));
        const tests = input.tests.get(name);
        return [
          name,
          {
            ...totalsOf(files.map(({ counts }) => counts)),
            byLayer: Object.fromEntries(byLayer.map(([layer, inLayer]) => [layer, totalsOf(inLayer.map(({ counts }) => counts))])),
            ...(tests === undefined ? {} : { tests }),
          },
        ];
      }),
    ),
  };
}

function totalsOf(files: readonly FileCounts[]): Totals {
  const total = (metric: Metric): MetricCounts => {
    const covered = files.reduce((sum, file) => sum + file[metric].covered, 0);
    const all = files.reduce((sum, file) => sum + file[metric].total, 0);
    return { covered, total: all, pct: pctOf(covered, all) };
  };
  return { statements: total("statements"), branches: total("branches"), functions: total("functions"), lines: total("lines") };
}

/** A band that totals miss, by metric; nothing to measure misses nothing. */
export function missedMetrics(totals: Totals, band: CoverageBand): { metric: Metric; actual: number; required: number }[] {
  return METRICS.flatMap((metric) => {
    const actual = totals[metric].pct;
    return actual !== null && actual < band[metric] ? [{ metric, actual, required: band[metric] }] : [];
  });
}
