/** A committed summary → what a point takes from it. By hand: a thousand of them are read at once, and a schema library would take longer than git. */
import type { Totals } from "../contract/summary.js";
import type { PointTests, TrendPoint } from "../contract/trend.js";
import { jsonOf, recordOf } from "../json-value.js";
import { pctOf } from "../percent.js";
import { momentOf } from "./moment-of.js";

export interface Snapshot {
  /** The commit that was measured. */
  readonly measured: string;
  /** As `2026-05-13T12:00:00.000Z`. */
  readonly generatedAt: string;
  readonly provider: string;
  readonly repo: Totals;
  /** Of all packages together; absent where none says. */
  readonly tests?: PointTests;
  readonly byPackage: Record<string, PackageSnapshot>;
}

interface PackageSnapshot extends Totals {
  byLayer: Record<string, Totals>;
  tests?: PointTests;
}

/**
 * Percentages are made anew from the counts. What a later version adds is left out.
 * @returns what is wrong with it as a text, the first thing alone. Never throws.
 */
export function parseSnapshot(text: string): Snapshot | string {
  const value = jsonOf(text.replace(/^\uFEFF/, ""));
  if (value === undefined) return faultOfText(text);
  return snapshotOf(value);
}

function faultOfText(text: string): string {
  if (text.trim() === "") return "it is empty";
  if (/^<{7} /m.test(text)) return "it holds a merge conflict";
  if (text.startsWith("version https://git-lfs.")) return "it is a Git LFS pointer";
  return "it is no JSON";
}

function snapshotOf(value: unknown): Snapshot | string {
  const { schemaVersion, commit, generatedAt, provider, repo, tests, byPackage } = recordOf(value) ?? {};
  const moment = typeof generatedAt === "string" ? momentOf(generatedAt) : null;
  if (typeof schemaVersion !== "string" || !/^1\./.test(schemaVersion))
    return schemaVersion === undefined ? "it has no schemaVersion" : `its schemaVersion is ${JSON.stringify(schemaVersion)}`;
  if (typeof commit !== "string") return "it names no commit";
  if (moment === null) return "its generatedAt is no moment";
  if (typeof provider !== "string") return "it names no provider";
  const faults: string[] = [];
  const packages = entriesOf(byPackage, "byPackage", faults).map(([name, each]) => [name, packageOf(each, name, faults)] as const);
  const snapshot = {
    measured: commit,
    generatedAt: moment,
    provider,
    repo: totalsOf(repo, "repo", faults),
    ...(tests === undefined ? sumOf(packages.flatMap(([, each]) => each.tests ?? [])) : { tests: testsOf(tests, "tests", faults) }),
    byPackage: Object.fromEntries(packages),
  };
  return faults[0] ?? snapshot;
}

/** @param record where and when it was recorded. */
export function pointOfSnapshot(snapshot: Snapshot, record: Pick<TrendPoint, "commit" | "subject" | "at" | "source">): TrendPoint {
  const { measured, provider, repo, tests, byPackage } = snapshot;
  return { ...record, measured, provider, repo, ...(tests === undefined ? {} : { tests }), byPackage };
}

function packageOf(value: unknown, name: string, faults: string[]): PackageSnapshot {
  const { byLayer, tests } = recordOf(value) ?? {};
  const layers = entriesOf(byLayer, `${name}.byLayer`, faults);
  return {
    ...totalsOf(value, name, faults),
    byLayer: Object.fromEntries(layers.map(([layer, each]) => [layer, totalsOf(each, `${name}.${layer}`, faults)])),
    ...(tests === undefined ? {} : { tests: testsOf(tests, `${name}.tests`, faults) }),
  };
}

function entriesOf(value: unknown, place: string, faults: string[]): [string, unknown][] {
  const record = recordOf(value);
  if (record === undefined) faults.push(`${place} is no object`);
  return Object.entries(record ?? {});
}

function totalsOf(value: unknown, place: string, faults: string[]): Totals {
  const { statements, branches, functions, lines } = recordOf(value) ?? {};
  return {
    statements: metricOf(statements, place, "statements", faults),
    branches: metricOf(branches, place, "branches", faults),
    functions: metricOf(functions, place, "functions", faults),
    lines: metricOf(lines, place, "lines", faults),
  };
}

function metricOf(value: unknown, place: string, metric: string, faults: string[]): Totals["lines"] {
  const { covered, total } = recordOf(value) ?? {};
  if (isCount(covered) && isCount(total) && covered <= total) return { covered, total, pct: pctOf(covered, total) };
  faults.push(`${place}.${metric} has no counts`);
  return { covered: 0, total: 0, pct: null };
}

function testsOf(value: unknown, place: string, faults: string[]): PointTests {
  const { count, durationMs, failed, skipped } = recordOf(value) ?? {};
  const isRight =
    isCount(count) &&
    typeof durationMs === "number" &&
    durationMs >= 0 &&
    [failed, skipped].every((each) => each === undefined || isCount(each));
  if (!isRight) faults.push(`${place} has no counts`);
  return { count, durationMs, ...(failed === undefined ? {} : { failed }), ...(skipped === undefined ? {} : { skipped }) } as PointTests;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Older summaries say it by package alone. */
function sumOf(tests: readonly PointTests[]): { tests?: PointTests } {
  if (tests.length === 0) return {};
  const sum = (countOf: (each: PointTests) => number | null | undefined) => tests.reduce((total, each) => total + (countOf(each) ?? 0), 0);
  return {
    tests: {
      count: sum(({ count }) => count),
      durationMs: sum(({ durationMs }) => durationMs),
      ...(tests.some(({ failed }) => failed !== undefined) ? { failed: sum(({ failed }) => failed) } : {}),
      ...(tests.some(({ skipped }) => skipped !== undefined) ? { skipped: sum(({ skipped }) => skipped) } : {}),
    },
  };
}
