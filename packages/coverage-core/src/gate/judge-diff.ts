/**
 * L1: does every changed executable line of a gated file run under test, and are enough of its changed arms taken?
 * Pure. Line numbers are 1-based and belong to the new side of the diff.
 */
import type { ChangedFile } from "../diff/model.js";
import type { FileCoverage } from "../lcov/model.js";
import { byText, type RepoPath } from "../path/repo-path.js";
import type { FilePolicy, PolicyOf } from "../policy/file-policy.js";
import { SOURCE_ENDINGS } from "../policy/source-endings.js";
import { judgeFile } from "./judge-file.js";
import type { LostLines } from "./lost-coverage.js";
import type { DiffVerdict, FileVerdict, SourceState } from "./model.js";

export interface DiffInput {
  readonly changes: readonly ChangedFile[];
  readonly policyOf: PolicyOf;
  readonly coverageOf: (file: RepoPath) => FileCoverage | undefined;
  readonly sourceOf: (file: RepoPath) => SourceState | undefined;
  /** Of gated files, changed or not; empty without a baseline. */
  readonly lost?: ReadonlyMap<RepoPath, LostLines>;
}

/** @returns a verdict for every gated file that changed, and for every other one that lost coverage. Never throws. */
export function judgeDiff(input: DiffInput): DiffVerdict {
  const withPolicy = input.changes.map((change) => ({ change, policy: gatedPolicy(change.file, input) }));
  const gated = withPolicy.filter(({ change, policy }) => policy.exempt === null && change.kind === "text" && change.lines.length > 0);
  const judged = gated.map(({ change, policy }) => judge(change, policy, input));
  const files = [...judged, ...lossesBeside(new Set(judged.map(({ file }) => file)), input)].sort((a, b) => byText(a.file, b.file));
  return { status: statusOf(files), reason: reasonOf(withPolicy, files), filesChanged: input.changes.length, files };
}

function judge(change: ChangedFile, policy: FilePolicy, { coverageOf, sourceOf, lost }: DiffInput): FileVerdict {
  const { file } = change;
  return judgeFile({ change, policy, coverage: coverageOf(file), source: sourceOf(file), lost: lost?.get(file) });
}

/** Files without a changed line, which a change elsewhere (a deleted test) took coverage from. */
function lossesBeside(judged: ReadonlySet<RepoPath>, input: DiffInput): FileVerdict[] {
  const others = [...(input.lost ?? new Map<RepoPath, LostLines>()).keys()].filter((file) => !judged.has(file));
  return others
    .map((file) => judge({ file, oldFile: file, kind: "text", lines: [], hunks: [] }, input.policyOf(file), input))
    .filter(({ ranges }) => ranges.length > 0);
}

/** The policy of a file, exempt too where no reader understands it and no report speaks of it (an image, a style sheet). */
export function gatedPolicy(file: RepoPath, { policyOf, coverageOf }: Pick<DiffInput, "policyOf" | "coverageOf">): FilePolicy {
  const policy = policyOf(file);
  if (policy.exempt !== null || SOURCE_ENDINGS.test(file) || coverageOf(file) !== undefined) return policy;
  return { ...policy, exempt: { id: "no-reader", why: "no coverage is measured for such files" } };
}

function statusOf(files: readonly FileVerdict[]): DiffVerdict["status"] {
  if (files.some(({ status }) => status === "fail")) return "fail";
  return files.some(({ status }) => status === "error") ? "error" : "pass";
}

interface WithPolicy {
  readonly change: ChangedFile;
  readonly policy: FilePolicy;
}

/** Where no change has a line, that is the reason, whatever rule would let the files through: there was nothing to let through. */
function reasonOf(changes: readonly WithPolicy[], files: readonly FileVerdict[]): DiffVerdict["reason"] {
  if (files.some(({ executableLines, ranges }) => executableLines > 0 || ranges.length > 0)) return null;
  if (changes.length === 0) return "empty-diff";
  if (changes.every(({ change }) => change.lines.length === 0)) return "no-executable-lines";
  return changes.every(({ policy }) => policy.exempt !== null) ? "only-exempt" : "no-executable-lines";
}
