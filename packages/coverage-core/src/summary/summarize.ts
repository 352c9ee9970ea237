/** Tally → Summary. */
import { METRICS, type CoverageBand, type Metric } from "@repo/core-shared/conformance/coverage";
import type { MetricCounts, SummaryDocument, Totals } from "../contract/summary.js";
import { byText } from "../path/repo-path.js";
import { pctOf, type Counts } from "../percent.js";
import { addFacts, type TestFacts } from "../tests/test-facts.js";
import { sumOf, type FileCounts, type Tally } from "./tally.js";

export interface SummaryInput {
  readonly tally: Tally;
  readonly tests: ReadonlyMap<string, TestFacts>;
  readonly generatedAt: string;
  readonly commit: string;
  readonly provider: string;
}

export function summarize({ tally: { byPackage }, tests, generatedAt, commit, provider }: SummaryInput): SummaryDocument {
  const layersOf = (name: string) => byPackage.get(name) ?? new Map<string, FileCounts>();
  const withTests = [...new Set([...byPackage.keys(), ...tests.keys()])].sort(byText);
  const summaryOf = (name: string) => {
    const byLayer = [...layersOf(name)].sort(([a], [b]) => byText(a, b)).map(([layer, counts]) => [layer, totalsOf(counts)] as const);
    const ran = tests.get(name);
    return {
      ...totalsOf(sumOf([...layersOf(name).values()])),
      byLayer: Object.fromEntries(byLayer),
      ...(ran === undefined ? {} : { tests: ran }),
    };
  };
  return {
    schemaVersion: "1.0",
    generatedAt,
    commit,
    provider,
    repo: totalsOf(sumOf([...byPackage.values()].flatMap((byLayer) => [...byLayer.values()]))),
    ...(tests.size === 0 ? {} : { tests: [...tests.values()].reduce(addFacts) }),
    byPackage: Object.fromEntries(withTests.map((name) => [name, summaryOf(name)])),
  };
}

/** Counts with their percentages. */
export function totalsOf(counts: FileCounts): Totals {
  const total = ({ covered, total: all }: Counts): MetricCounts => ({ covered, total: all, pct: pctOf(covered, all) });
  const { statements, branches, functions, lines } = counts;
  return { statements: total(statements), branches: total(branches), functions: total(functions), lines: total(lines) };
}

/** A band that totals miss, by metric; nothing to measure misses nothing. */
export function missedMetrics(totals: Totals, band: CoverageBand): { metric: Metric; actual: number; required: number }[] {
  return METRICS.flatMap((metric) => {
    const actual = totals[metric].pct;
    return actual !== null && actual < band[metric] ? [{ metric, actual, required: band[metric] }] : [];
  });
}
