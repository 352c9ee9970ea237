import type { CoverageBand } from "@repo/core-shared/conformance/coverage";
import type { CoverageDiffDocument, DiffRange } from "../../../contract/coverage-diff.js";
import type { MutantCounts } from "../../../contract/mutate.js";
import type { Totals } from "../../../contract/summary.js";
import type { TrendPoint } from "../../../contract/trend.js";
import { pctOf } from "../../../percent.js";
import type { Page, PageDomains, PageFile, PagePackage, PageTrend } from "../model.js";

export const BAND: CoverageBand = { statements: 90, branches: 80, functions: 100, lines: 90 };

/** Every metric but lines is all covered. */
export function totals(covered: number, total: number): Totals {
  const of = (done: number, all: number) => ({ covered: done, total: all, pct: pctOf(done, all) });
  return { statements: of(total, total), branches: of(2, 2), functions: of(1, 1), lines: of(covered, total) };
}

export function file(name: string, covered: number, total: number, more: Partial<PageFile> = {}): PageFile {
  return { file: name, layer: "entities", band: BAND, totals: totals(covered, total), isStale: false, exempt: null, ...more };
}

export function pack(name: string, files: readonly PageFile[], more: Partial<PagePackage> = {}): PagePackage {
  const sum = (field: "covered" | "total") => files.reduce((all, each) => all + each.totals.lines[field], 0);
  const all = totals(sum("covered"), sum("total"));
  return { name, totals: all, band: BAND, layers: [{ name: "entities", totals: all, band: BAND }], tests: null, files, ...more };
}

const NONE = { data: null, missing: { why: "nobody asked", next: "pnpm ask" } } as const;

/** One package whose one file is covered, and nothing else known. */
export function page(more: Partial<Page> = {}): Page {
  return {
    name: "shop",
    commit: "bf0b049",
    madeAt: "2026-05-13T12:00:00.000Z",
    provider: "v8",
    reports: ["packages/a/coverage/lcov.info"],
    repo: { totals: totals(95, 100), band: BAND },
    packages: [pack("@shop/a", [file("packages/a/src/a.ts", 95, 100)])],
    change: NONE,
    trend: NONE,
    domains: NONE,
    mutants: NONE,
    tests: NONE,
    notices: [],
    ...more,
  };
}

export function range(start: number, end: number, more: Partial<DiffRange> = {}): DiffRange {
  return {
    start,
    end,
    lines: Array.from({ length: end - start + 1 }, (_, at) => start + at),
    kind: "uncovered",
    function: null,
    branches: [],
    snippet: null,
    nearestTest: null,
    command: "pnpm test",
    ...more,
  };
}

const BRANCHES = { total: 0, taken: 0, percent: null };

export function diffFile(name: string, ranges: readonly DiffRange[]): CoverageDiffDocument["fileSummaries"][number] {
  const counts = { changedLines: 5, executableLines: 4, coveredLines: 1, percent: 25, branches: BRANCHES };
  return { file: name, package: "@shop/a", layer: "entities", band: BAND, status: "fail", ...counts, lines: null, ranges: [...ranges] };
}

export function change(more: Partial<CoverageDiffDocument> = {}): CoverageDiffDocument {
  const counts = { filesChanged: 3, filesGated: 2, uncoveredCount: 3, changedLines: 9, executableLines: 4, coveredLines: 1 };
  return {
    $schema: "",
    schemaVersion: "1.0",
    status: "fail",
    reason: null,
    exitCode: 1,
    base: { ref: "origin/main", sha: "aaaaaaaaaa", mergeBase: "bbbbbbbbbb", chosenBy: "flag" },
    head: null,
    summary: { ...counts, percent: 25, branches: BRANCHES },
    fileSummaries: [],
    uncovered: [],
    guard: [],
    unasserted: null,
    deltas: null,
    explain: [],
    nextActions: [],
    truncated: null,
    warnings: [],
    errors: [],
    ...more,
  };
}

/** @param lines percent of lines; branches are five points below. */
export function point(at: string, lines: number | null, more: Partial<TrendPoint> = {}): TrendPoint {
  const of = (pct: number | null) => ({ covered: null, total: null, pct });
  const share = { statements: of(lines), branches: of(lines === null ? null : lines - 5), functions: of(lines), lines: of(lines) };
  const commit = `c${at.replace(/\D/g, "")}`;
  return {
    commit,
    subject: "Change",
    measured: commit,
    at: `${at}T00:00:00Z`,
    provider: "v8",
    source: "git",
    repo: share,
    byPackage: {},
    ...more,
  };
}

export function trend(points: readonly TrendPoint[], more: Partial<PageTrend> = {}): PageTrend {
  return { points: [...points], breaks: [], moves: [], ...more };
}

export function domains(all: PageDomains["domains"] = []): PageDomains {
  return { metric: "lines", domains: all };
}

export function counts(killed: number, survived: number): MutantCounts {
  return { killed, timeout: 0, survived, noCoverage: 0, ignored: 0, compileError: 0, runtimeError: 0, inconclusive: 0, notRun: 0 };
}
