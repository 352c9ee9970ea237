/** One changed file × its coverage × its policy → a verdict. */
import type { ChangedFile } from "../diff/model.js";
import { groupBy } from "../group-by.js";
import type { FileCoverage } from "../lcov/model.js";
import type { FilePolicy } from "../policy/file-policy.js";
import { changedArms, type ChangedArm } from "./changed-arms.js";
import { executionsOf, possiblyExecutable } from "./executable-lines.js";
import type { LostLines } from "./lost-coverage.js";
import { rangesOf } from "./ranges.js";
import type { FileVerdict, Gap, GapRange, LineVerdict, SourceState } from "./model.js";

export interface FileInput {
  readonly change: ChangedFile;
  readonly policy: FilePolicy;
  /** undefined where the file is in no report. */
  readonly coverage: FileCoverage | undefined;
  /** undefined where the file cannot be read, e.g. a diff that is judged without its repository. */
  readonly source: SourceState | undefined;
  /** undefined without a baseline, and where it is the same as the report. */
  readonly lost?: LostLines | undefined;
}

/** @returns the verdict; never throws. A stale file is one gap: its numbers speak of another text. */
export function judgeFile(input: FileInput): FileVerdict {
  return withLosses(judgeChange(input), input);
}

function judgeChange(input: FileInput): FileVerdict {
  const { coverage, source } = input;
  if (coverage === undefined) return withoutReport(input, runnableOf(input));
  if (source?.freshness === "stale") return stale(input, runnableOf(input));
  return judged(input, coverage);
}

function runnableOf({ change, source }: FileInput): readonly number[] {
  return source === undefined ? change.lines : possiblyExecutable(change.lines, source);
}

function withoutReport(input: FileInput, runnable: readonly number[]): FileVerdict {
  const [first] = input.change.lines;
  if (first === undefined || runnable.length === 0) return verdict(input, []);
  return {
    ...verdict(input, [{ line: first, kind: "no-coverage-data", arms: [] }]),
    executableLines: runnable.length,
    lines: runnable.map(neverRan),
  };
}

function stale(input: FileInput, runnable: readonly number[]): FileVerdict {
  const [first] = input.change.lines;
  if (first === undefined || runnable.length === 0) return verdict(input, []);
  return { ...verdict(input, [{ line: first, kind: "stale-coverage", arms: [] }]), status: "error" };
}

function judged(input: FileInput, coverage: FileCoverage): FileVerdict {
  const executions = executionsOf(input.change.lines, coverage, input.source);
  const arms = changedArms(input.change.lines, coverage, input.source);
  const armsByLine = groupBy(arms, ({ line }) => line);
  const uncovered = [...executions].filter(([, hits]) => hits === 0).map(([line]): Gap => ({ line, kind: "uncovered", arms: [] }));
  const partial = partialBranches(arms, executions, input.policy.band.branches);
  const gaps = [...uncovered, ...partial].sort((a, b) => a.line - b.line);
  return {
    ...verdict(input, gaps),
    executableLines: executions.size,
    coveredLines: executions.size - uncovered.length,
    branches: countOf(arms),
    lines: [...executions].map(([line, hits]) => ({ line, hits, branches: countOf(armsByLine.get(line) ?? []) })),
  };
}

function neverRan(line: number): LineVerdict {
  return { line, hits: 0, branches: countOf([]) };
}

function countOf(arms: readonly ChangedArm[]): LineVerdict["branches"] {
  return { total: arms.length, taken: arms.filter(({ taken }) => taken).length };
}

function withLosses(changed: FileVerdict, input: FileInput): FileVerdict {
  const { coverage, source, lost = { lost: [], unspoken: [] } } = input;
  if (coverage !== undefined && source?.freshness === "stale") return changed.ranges.length > 0 ? changed : staleLosses(lost, input);
  const gaps = lost.lost.map((line): Gap => ({ line, kind: "lost-coverage", arms: [] }));
  if (gaps.length === 0) return changed;
  const ranges = [...changed.ranges, ...rangesOf(gaps, source, coverage)];
  return { ...changed, status: "fail", ranges: ranges.sort((a, b) => firstOf(a) - firstOf(b)) };
}

/** The baseline says which lines ran, and the report of another text cannot say whether they still do. */
function staleLosses({ lost, unspoken }: LostLines, input: FileInput): FileVerdict {
  const line = Math.min(...lost.slice(0, 1), ...unspoken.slice(0, 1));
  const gaps: Gap[] = Number.isFinite(line) ? [{ line, kind: "stale-coverage", arms: [] }] : [];
  return { ...verdict(input, gaps), status: gaps.length === 0 ? "pass" : "error" };
}

function firstOf({ lines }: GapRange): number {
  return lines[0] ?? 0;
}

/** Listed only where the band is missed; an arm on a line that never ran is part of that line's gap. */
function partialBranches(arms: readonly ChangedArm[], executions: ReadonlyMap<number, number>, requiredPercent: number): Gap[] {
  const taken = arms.filter((arm) => arm.taken).length;
  if (taken * 100 >= requiredPercent * arms.length) return [];
  const missing = arms.filter((arm) => !arm.taken && executions.get(arm.line) !== 0);
  return [...new Set(missing.map(({ line }) => line))].map((line) => ({
    line,
    kind: "partial-branch",
    arms: missing.filter((arm) => arm.line === line).map(({ name }) => name),
  }));
}

function verdict(input: FileInput, gaps: readonly Gap[]): FileVerdict {
  return {
    file: input.change.file,
    policy: input.policy,
    status: gaps.length === 0 ? "pass" : "fail",
    changedLines: input.change.lines.length,
    executableLines: 0,
    coveredLines: 0,
    branches: countOf([]),
    lines: [],
    ranges: rangesOf(gaps, input.source, input.coverage),
  };
}
