/** What `dispatch` answers. */
import { EXIT, type Fault, type Painter, type Rendered } from "bandline/command";
import type { Skipped } from "../choose/choose-next.js";
import type { DispatchDocument } from "../contract.js";
import type { StoryRun } from "./model.js";

export interface Dispatched {
  readonly runs: readonly StoryRun[];
  /** Branches that were to be merged: undefined where they were, else why not. */
  readonly merged: ReadonlyMap<string, string | undefined>;
  readonly skipped: readonly Skipped[];
  /** Of stories that could not be worked on at all. */
  readonly faults: readonly Fault[];
}

export function dispatchDocument({ runs, merged, skipped, faults }: Dispatched): DispatchDocument {
  const stories = runs.map((run) => ({
    story: run.story,
    status: run.status,
    branch: run.branch,
    commit: run.commit,
    worktree: run.worktree,
    merged: merged.has(run.branch) && merged.get(run.branch) === undefined,
    attempts: run.attempts.map(({ attempt: { number, status, duration_ms: durationMs }, nextActions }) => ({
      number,
      status,
      durationMs,
      nextActions: [...nextActions],
    })),
  }));
  const [first] = stories;
  return {
    $schema: SCHEMA,
    schemaVersion: "1.0",
    ...verdictOf(runs, faults),
    story: first?.story ?? null,
    attempts: first?.attempts ?? [],
    stories,
    skipped: skipped.map((each) => ({ ...each })),
    nextActions: runs.length + faults.length === 0 ? ["pnpm work next"] : runs.flatMap((run) => actionsOf(run, merged)),
    errors: faults.map(({ problem }) => problem),
  };
}

const SCHEMA = "@repo/work/schemas/dispatch.v1.json";

/** Nothing to take is no failure. */
function verdictOf(runs: readonly StoryRun[], [fault]: readonly Fault[]): Pick<DispatchDocument, "status" | "exitCode"> {
  if (runs.some(({ status }) => status === "interrupted")) return { status: "error", exitCode: EXIT.interrupted };
  if (fault !== undefined) return { status: "error", exitCode: fault.exitCode };
  if (runs.some(({ status }) => status === "fail")) return { status: "fail", exitCode: EXIT.gateFailed };
  return { status: "pass", exitCode: EXIT.pass };
}

function actionsOf({ story, status, branch, worktree, attempts }: StoryRun, merged: Dispatched["merged"]): string[] {
  if (status === "pass") {
    const because = merged.get(branch);
    if (merged.has(branch) && because === undefined) return ["pnpm work next"];
    return [`git merge ${branch}${because === undefined ? "" : ` by hand: ${because}`}`];
  }
  const again = `pnpm dispatch ${story} --agent … goes on where it stopped, in ${String(worktree)}`;
  return [...(attempts.at(-1)?.nextActions ?? []).map((action) => `${story}: ${action}`), again];
}

export function failedDispatch(fault: Fault): DispatchDocument {
  return { ...dispatchDocument({ runs: [], merged: new Map(), skipped: [], faults: [fault] }), nextActions: [] };
}

export function renderHumanDispatch(document: DispatchDocument, paint: Painter): Rendered {
  const { status, stories, skipped, errors, nextActions } = document;
  const colour = status === "pass" ? "good" : "bad";
  const lines = [
    `dispatch ${paint[colour](status)}${stories.length === 0 && errors.length === 0 ? ": no story can be taken" : ""}`,
    ...stories.flatMap(({ story, status: ended, branch, commit, merged, attempts }) => [
      `  ${paint.strong(story)} ${paint[ended === "pass" ? "good" : "bad"](ended === "pass" ? "done" : ended)} on ${branch}${commit === null ? "" : ` (${commit.slice(0, 7)})`}${merged ? ", merged" : ""}`,
      ...attempts.map((each) => `    attempt ${each.number}: ${each.status} in ${(each.durationMs / 1_000).toFixed(1)} s`),
    ]),
    ...skipped.map(({ id, because }) => `  ${paint.note("waits")} ${id}: ${because}`),
    ...errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...(nextActions.length === 0 ? [] : ["next:", ...nextActions.map((action) => `  ${action}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}
