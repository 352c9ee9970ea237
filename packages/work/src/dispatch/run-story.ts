/** One story, attempt by attempt, until its gate is green or nothing is left to try with. */
import { join } from "node:path";
import { EXIT, openRepository, readIfThere, writeAtomically } from "bandline/command";
import type { WorkPlace } from "../files/open-work.js";
import { editStory } from "../story/edit-story.js";
import { parseStory, type Story } from "../story/parse-story.js";
import { closeDesk, commitAll, openDesk, WORKTREES } from "./open-desk.js";
import type { AttemptResult, Desk, StoryRun } from "./model.js";
import { recordAttempt, runAttempt, type AttemptOptions } from "./run-attempt.js";
import { runCommand } from "../process/run-command.js";
import { failure } from "../work-error.js";

export interface StoryOptions extends AttemptOptions {
  /** How many attempts this run may make. */
  readonly attempts: number;
  /** A shell's command line that makes a new worktree ready to work in. */
  readonly setup?: string | undefined;
  readonly place: WorkPlace;
}

/** @param main the story as the main tree has it. */
export async function runStory(main: Story, options: StoryOptions): Promise<StoryRun> {
  const { id } = main.fields;
  const desk = await openDesk(main, options.place);
  let story = await begin(main, desk, options.clock);
  const attempts: AttemptResult[] = [];
  const open = { story: id, branch: desk.branch, commit: null, worktree: `${WORKTREES}/${id}`, attempts };
  if (options.setup !== undefined && (await setUp(options.setup, desk, options)) === "interrupted")
    return { ...open, status: "interrupted" };
  const known = story.fields.execution?.attempts?.length ?? 0;
  let feedback: readonly string[] = [];
  while (attempts.length < options.attempts) {
    const result = await runAttempt(story, desk, known + attempts.length + 1, feedback, options);
    attempts.push(result);
    story = await recordAttempt(desk, story, result);
    feedback = result.nextActions;
    if (result.attempt.status === "pass") return { ...(await finish(story, desk, options)), attempts };
    if (result.attempt.status === "interrupted") break;
  }
  return { ...open, status: attempts.at(-1)?.attempt.status === "interrupted" ? "interrupted" : "fail" };
}

/** In the worktree the story is in progress; the main tree is not told before the work is merged. */
async function begin(main: Story, { folder, path }: Desk, clock: () => string): Promise<Story> {
  const here = await readIfThere(join(folder, path));
  // A story that no commit has yet is worked on as it is.
  const story = here === undefined ? main : parseStory(here.toString("utf8"), path);
  if (here !== undefined && story.fields.state === "in-progress") return story;
  const at = clock();
  const text = editStory(story.text, { state: "in-progress", updated_at: at, last_activity_at: at });
  await writeAtomically(join(folder, path), text);
  return parseStory(text, path);
}

async function setUp(command: string, { folder }: Desk, { env, timeoutMs, signal, log }: StoryOptions): Promise<"ready" | "interrupted"> {
  const hear = (_: unknown, chunk: Buffer) => log(chunk);
  const { exitCode, endedBy } = await runCommand({ command, cwd: folder, env, input: "", timeoutMs, signal, hear });
  if (endedBy === "interrupt") return "interrupted";
  if (exitCode === EXIT.pass) return "ready";
  throw failure(
    "SETUP_FAILED",
    `${command} ${endedBy === "timeout" ? `was ended after ${timeoutMs / 1_000} s` : `exited ${exitCode}`} in ${folder}`,
    `run it there by hand, or give another: --setup COMMAND`,
    EXIT.environment,
  );
}

async function finish(story: Story, desk: Desk, { clock, place }: StoryOptions): Promise<Omit<StoryRun, "attempts">> {
  const { id, title, commit_message = title } = story.fields;
  const at = clock();
  const text = editStory(story.text, { state: "done", updated_at: at, completed_at: at, last_activity_at: at });
  await writeAtomically(join(desk.folder, desk.path), text);
  const commit = await commitAll(desk, commit_message);
  await closeDesk(desk, (await openRepository(place.root)).git);
  return { story: id, status: "pass", branch: desk.branch, commit, worktree: null };
}
