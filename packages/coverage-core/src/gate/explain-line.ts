/**
 * Why the gate says of a line what it says. Pure: asks the functions that the verdict is made by, and the verdict itself for what fails.
 * Lines and files that did not change are told of too: the verdict has nothing on them, everything else is known.
 */
import type { HitKind } from "../contract/names.js";
import type { ChangedFile, Hunk } from "../diff/model.js";
import type { FileCoverage } from "../lcov/model.js";
import type { RepoPath } from "../path/repo-path.js";
import type { FilePolicy } from "../policy/file-policy.js";
import { changedArms } from "./changed-arms.js";
import { executionOf, type Execution, type LineOfFile } from "./explain-execution.js";
import type { FileVerdict, GapRange, SourceState } from "./model.js";
import { functionAt } from "./ranges.js";

export interface LineInput extends LineOfFile {
  readonly file: RepoPath;
  /** undefined where the file did not change. */
  readonly change: ChangedFile | undefined;
  /** Of the file in the whole diff; undefined where it was not judged. */
  readonly verdict: FileVerdict | undefined;
}

export interface LineExplanation {
  readonly file: RepoPath;
  readonly line: number;
  readonly policy: FilePolicy;
  readonly changed: boolean;
  /** null where the line did not change. */
  readonly hunk: Hunk | null;
  readonly execution: Execution;
  /** Those that begin on the line, in the order of the report; `taken` is null where the branch itself never ran. */
  readonly arms: readonly ArmCount[];
  readonly function: GapRange["function"];
  readonly verdict: LineVerdict;
}

export interface ArmCount {
  readonly arm: string;
  readonly taken: number | null;
}

export interface LineVerdict {
  readonly outcome: "fails" | "passes" | "not-judged";
  readonly kind: HitKind | null;
  readonly because: string;
}

/** Never throws. */
export function explainLine(input: LineInput): LineExplanation {
  const { file, line, policy, change, source } = input;
  const changed = change?.lines.includes(line) === true;
  const coverage = source?.freshness === "stale" ? undefined : input.coverage;
  const execution = executionOf(input);
  const arms = coverage === undefined ? [] : armsAt(line, coverage, source);
  return {
    file,
    line,
    policy,
    changed,
    hunk: change?.hunks.find(({ newStart, newCount }) => newStart <= line && line < newStart + newCount) ?? null,
    execution,
    arms,
    function: functionAt(line, source?.facts ?? null, coverage),
    verdict: verdictOf(input, changed, execution, arms),
  };
}

/** `changedArms` keeps the order of the report's arms, so the counts stand in the same places. */
function armsAt(line: number, coverage: FileCoverage, source: SourceState | undefined): ArmCount[] {
  const counts = coverage.branches.filter((arm) => arm.line === line);
  return changedArms([line], coverage, source).map(({ name }, index) => ({
    arm: name,
    taken: counts[index]?.taken ?? null,
  }));
}

function verdictOf(input: LineInput, changed: boolean, execution: Execution, arms: readonly ArmCount[]): LineVerdict {
  const { policy, change, verdict, line } = input;
  const range = verdict?.ranges.find(({ lines }) => lines.includes(line));
  if (range !== undefined && range.kind !== "stale-coverage") return { outcome: "fails", kind: range.kind, because: FAILURES[range.kind] };
  if (policy.exempt !== null) return notJudged(`the file is exempt by the rule ${policy.exempt.id}: ${policy.exempt.why}`);
  if (change === undefined) return notJudged("the file did not change");
  if (!changed) return notJudged(change.kind === "text" ? "the line did not change" : `a change of kind ${change.kind} has no lines`);
  return judged({ ...input, change }, execution, arms);
}

function judged(
  { verdict, coverage, change, policy }: LineInput & { readonly change: ChangedFile },
  execution: Execution,
  arms: readonly ArmCount[],
): LineVerdict {
  if (!execution.executable && arms.length === 0) return notJudged(`nothing on the line can run: ${execution.why}`);
  if (verdict?.status === "error") {
    return { ...notJudged("the report was made from another text of the file, so its counts mean nothing"), kind: "stale-coverage" };
  }
  if (coverage === undefined) {
    const because = `${FAILURES["no-coverage-data"]}, which is told once, at line ${change.lines[0] as number}`;
    return { outcome: "fails", kind: "no-coverage-data", because };
  }
  const missed = arms.filter(({ taken }) => (taken ?? 0) === 0).map(({ arm }) => arm);
  const spared =
    missed.length === 0
      ? ""
      : `; never taken: ${missed.join(", ")}, but the file's changed arms meet its band of ${policy.band.branches} %`;
  return { outcome: "passes", kind: null, because: `${execution.executable ? "it ran" : "no count speaks against it"}${spared}` };
}

function notJudged(because: string): LineVerdict {
  return { outcome: "not-judged", kind: null, because };
}

const FAILURES: Readonly<Record<Exclude<HitKind, "stale-coverage">, string>> = {
  uncovered: "the line changed, can run, and no test ran it",
  "no-coverage-data": "the file changed, can run, and is in no report",
  "partial-branch": "an arm of the line was never taken, and the file's changed arms are below its band",
  "lost-coverage": "the line was covered in the baseline, and is not now",
};
