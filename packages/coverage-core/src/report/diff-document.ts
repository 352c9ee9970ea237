/** DiffVerdict → the document of `coverage:diff`. */
import type { CoverageDiffDocument, DiffBase, DiffHead, DiffRange, FileSummary, Hit } from "../contract/coverage-diff.js";
import type { Problem } from "../contract/common.js";
import { EXIT, type ExitCode } from "../contract/exit-code.js";
import { schemaId } from "../contract/schema-id.js";
import type { Notice } from "../failure.js";
import type { DiffVerdict, FileVerdict, GapRange } from "../gate/model.js";
import type { GuardFinding } from "../guard/model.js";
import { pctOf } from "../percent.js";
import type { PackageFacts } from "../policy/file-policy.js";
import { nearestCommand, testCommand } from "./commands.js";
import { explainEntryOf, guardEntryOf, type ExplainedLine } from "./explain-entry.js";
import { nextActionsOf } from "./next-actions.js";
import { snippetOf } from "./snippet.js";

export interface DiffDocumentInput {
  readonly verdict: DiffVerdict;
  readonly guard: readonly GuardFinding[];
  readonly base: DiffBase | null;
  readonly head: DiffHead | null;
  readonly warnings: readonly Notice[];
  readonly textOf: (file: string) => string | undefined;
  /** Asked only for files with ranges. */
  readonly nearestTestOf: (file: string) => string | null;
  /** Names the changed tests that may have taken a file's coverage away; empty where there are none. */
  readonly touchedTestsOf: (file: string) => string;
  /** A test's package, which need not be that of the file it tests. */
  readonly packageOf: (file: string) => PackageFacts | null;
  /** Ranges that are shown at most; undefined for all. */
  readonly limit?: number | undefined;
  /** Without snippets and files that pass. */
  readonly brief?: boolean | undefined;
  /** With the changed lines that can run. */
  readonly lines?: boolean | undefined;
  /** Lines of `--explain`, in that order. */
  readonly explain?: readonly ExplainedLine[] | undefined;
}

export function diffDocument(input: DiffDocumentInput): CoverageDiffDocument {
  const { verdict } = input;
  const summaries = verdict.files.map((file) => fileSummary(file, input));
  const shown = limited(summaries, input.limit);
  const total = rangeCount(summaries);
  const guarded = input.guard.some(({ reason }) => reason === null);
  const status = guarded ? "fail" : verdict.status;
  return {
    ...emptyDocument(exitCodeOf(status), status === "error" ? [staleProblem(verdict)] : []),
    status,
    reason: guarded ? null : verdict.reason,
    base: input.base,
    head: input.head,
    summary: summaryOf(verdict),
    fileSummaries: input.brief === true ? shown.filter(({ status }) => status !== "pass") : shown,
    uncovered: shown.flatMap(hitsOf),
    guard: input.guard.map(guardEntryOf),
    unasserted: null,
    explain: (input.explain ?? []).map((line) => explainEntryOf(line, input)),
    nextActions: nextActionsOf(summaries, input.guard, input.touchedTestsOf),
    truncated: rangeCount(shown) < total ? { shown: rangeCount(shown), total } : null,
    warnings: [...input.warnings],
  };
}

/** The document of a run that could not judge: complete, with `errors` and nothing else to say. */
export function emptyDocument(exitCode: ExitCode, errors: readonly Problem[]): CoverageDiffDocument {
  const none = { total: 0, taken: 0, percent: null };
  return {
    $schema: schemaId("coverage-diff"),
    schemaVersion: "1.0",
    status: "error",
    reason: null,
    exitCode,
    base: null,
    head: null,
    summary: {
      filesChanged: 0,
      filesGated: 0,
      uncoveredCount: 0,
      changedLines: 0,
      executableLines: 0,
      coveredLines: 0,
      percent: null,
      branches: none,
    },
    fileSummaries: [],
    uncovered: [],
    guard: [],
    unasserted: null,
    deltas: null,
    explain: [],
    nextActions: errors.map(({ hint }) => hint),
    truncated: null,
    warnings: [],
    errors: [...errors],
  };
}

function exitCodeOf(status: DiffVerdict["status"]): ExitCode {
  return { pass: EXIT.pass, fail: EXIT.gateFailed, error: EXIT.data }[status];
}

function summaryOf({ filesChanged, files }: DiffVerdict): CoverageDiffDocument["summary"] {
  const sum = (of: (file: FileVerdict) => number) => files.reduce((total, file) => total + of(file), 0);
  const [executableLines, coveredLines] = [sum((file) => file.executableLines), sum((file) => file.coveredLines)];
  const [total, taken] = [sum((file) => file.branches.total), sum((file) => file.branches.taken)];
  return {
    filesChanged,
    filesGated: files.length,
    uncoveredCount: sum((file) => file.ranges.reduce((count, { lines }) => count + lines.length, 0)),
    changedLines: sum((file) => file.changedLines),
    executableLines,
    coveredLines,
    percent: pctOf(coveredLines, executableLines),
    branches: { total, taken, percent: pctOf(taken, total) },
  };
}

function fileSummary(file: FileVerdict, input: DiffDocumentInput): FileSummary {
  const { policy, branches, ranges, ...counts } = file;
  const lines = input.brief === true || ranges.length === 0 ? undefined : input.textOf(file.file)?.split("\n");
  const nearestTest = ranges.length === 0 ? null : input.nearestTestOf(file.file);
  const toRun = nearestCommand(policy, nearestTest, nearestTest === null ? null : input.packageOf(nearestTest));
  return {
    file: counts.file,
    package: policy.package?.name ?? null,
    layer: policy.layer,
    band: { ...policy.band },
    status: counts.status,
    changedLines: counts.changedLines,
    executableLines: counts.executableLines,
    coveredLines: counts.coveredLines,
    percent: pctOf(counts.coveredLines, counts.executableLines),
    branches: { ...branches, percent: pctOf(branches.taken, branches.total) },
    lines: input.lines === true ? [...counts.lines] : null,
    ranges: ranges.map((range) => rangeOf(range, nearestTest, range.kind === "stale-coverage" ? testCommand(policy) : toRun, lines)),
  };
}

function rangeOf(range: GapRange, nearestTest: string | null, command: string, lines: readonly string[] | undefined): DiffRange {
  const [start, end] = [range.lines.at(0), range.lines.at(-1)] as [number, number];
  return {
    start,
    end,
    lines: [...range.lines],
    kind: range.kind,
    function: range.function,
    branches: [...range.arms],
    snippet: lines === undefined ? null : snippetOf(lines, start, end),
    nearestTest,
    command,
  };
}

function limited(files: readonly FileSummary[], limit: number | undefined): FileSummary[] {
  let left = limit ?? Number.POSITIVE_INFINITY;
  return files.map((file) => {
    const ranges = file.ranges.slice(0, Math.max(0, left));
    left -= ranges.length;
    return { ...file, ranges };
  });
}

function rangeCount(files: readonly FileSummary[]): number {
  return files.reduce((count, { ranges }) => count + ranges.length, 0);
}

function hitsOf({ file, ranges }: FileSummary): Hit[] {
  return ranges.flatMap(({ kind, lines }) => lines.map((line) => ({ file, line, kind })));
}

function staleProblem({ files }: DiffVerdict): Problem {
  const stale = files.filter(({ status }) => status === "error");
  const commands = [...new Set(stale.map(({ policy }) => testCommand(policy)))];
  return {
    code: "REPORT_STALE",
    message: `the report was made from other text of ${stale.map(({ file }) => file).join(", ")}`,
    hint: commands.join(" && "),
  };
}
