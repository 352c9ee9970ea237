/** What is answered of the change: all of it is what `coverage:diff` says. */
import { Readable } from "node:stream";
import type { CoverageDiffDocument, DiffRange, FileSummary, McpAnswer, McpGap, McpTarget } from "@repo/coverage-core";
import { openRepository } from "@repo/coverage-io";
import { coverageDiff, type DiffFlags } from "../diff.js";
import { confineFile } from "./confine-file.js";
import type { McpContext } from "./context.js";

interface AskedChange {
  readonly base?: string | undefined;
  readonly limit: number;
}

interface AskedLine {
  readonly file: string;
  readonly line: number;
  readonly base?: string | undefined;
}

/** @throws as `coverageDiff`. */
export async function verdictOf({ base, limit }: AskedChange, context: McpContext): Promise<Partial<McpAnswer>> {
  const document = await judge(context, base, { brief: true });
  const { reason, base: against, head, summary, guard } = document;
  const gaps = rangesOf(document).map(({ file, range }) => gapOf(file, range));
  return {
    ...commonOf(document),
    verdict: { reason, base: against, head, summary, gaps: gaps.slice(0, limit), guard },
    leftOut: leftOutOf("verdict.gaps", gaps.length - limit),
  };
}

/** @throws BandlineError PATH_OUTSIDE, and as `coverageDiff`. */
export async function explainLine({ file, line, base }: AskedLine, context: McpContext): Promise<Partial<McpAnswer>> {
  const { root } = await openRepository(context.cwd);
  const asked = { file: await confineFile(root, file), line };
  const document = await judge({ ...context, cwd: root }, base, { brief: true, explain: [asked] });
  const [explanation = null] = document.explain;
  // The question was of one line: what else fails is no fault of the answer.
  return {
    explanation,
    nextActions: explanation?.verdict.next == null ? [] : [explanation.verdict.next],
    warnings: document.warnings,
  };
}

/** The most severe kind first, as the next actions of the diff. */
const SEVERITY = ["stale-coverage", "no-coverage-data", "uncovered", "lost-coverage", "partial-branch"] as const;

/** @throws as `coverageDiff`. */
export async function whatToTestNext({ base, limit }: AskedChange, context: McpContext): Promise<Partial<McpAnswer>> {
  const document = await judge(context, base);
  const ranges = rangesOf(document);
  const targets = SEVERITY.flatMap((kind) => ranges.filter(({ range }) => range.kind === kind)).map(targetOf);
  const common = commonOf(document);
  return {
    ...common,
    targets: targets.slice(0, limit),
    nextActions:
      common.nextActions.length > 0 ? common.nextActions : ["the gate is green; survivors tells which changes of the code no test notices"],
    leftOut: leftOutOf("targets", targets.length - limit),
  };
}

/** The protocol has the process's standard input, and no tool reads it. */
function judge({ cwd, env }: McpContext, base: string | undefined, flags: DiffFlags = {}): Promise<CoverageDiffDocument> {
  return coverageDiff(base === undefined ? flags : { ...flags, base }, { cwd, env, stdin: Readable.from([]) });
}

function commonOf({ status, exitCode, nextActions, warnings, errors }: CoverageDiffDocument) {
  return { status, exitCode, nextActions, warnings, errors };
}

interface RangeOfFile {
  readonly file: FileSummary["file"];
  readonly range: DiffRange;
}

function rangesOf({ fileSummaries }: CoverageDiffDocument): RangeOfFile[] {
  return fileSummaries.flatMap(({ file, ranges }) => ranges.map((range) => ({ file, range })));
}

function gapOf(file: string, { start, end, kind, function: inside, branches }: DiffRange): McpGap {
  return { file, start, end, kind, function: inside?.name ?? null, arms: branches.map(({ arm }) => arm) };
}

function targetOf({ file, range }: RangeOfFile): McpTarget {
  const { snippet, nearestTest, command } = range;
  return { ...gapOf(file, range), snippet, nearestTest, command };
}

/** @param more than the list has; nothing is left out of one that is short. */
function leftOutOf(list: string, more: number): Record<string, number> {
  return more > 0 ? { [list]: more } : {};
}
