/** One attempt: the agent, then the gate. */
import { join } from "node:path";
import { EXIT, openRepository, readIfThere, writeAtomically } from "bandline/command";
import { unmetBy } from "../commands/move-item.js";
import { actionsIn } from "../process/run-gate.js";
import { criteriaOf } from "../story/body.js";
import { editStory } from "../story/edit-story.js";
import { readStory, type Story } from "../story/parse-story.js";
import type { Attempt } from "../story/schema.js";
import { failure, told } from "../work-error.js";
import type { AttemptResult, Desk } from "./model.js";
import { outsideTouches } from "./outside-touches.js";
import { promptOf } from "./prompt-of.js";
import { runCommand, type CommandResult } from "../process/run-command.js";

export interface AttemptOptions {
  readonly agent: string;
  /** `{base}` in it stands for the commit that the work began from. */
  readonly gate: string;
  /** Of the agent and the gate together. */
  readonly timeoutMs: number;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly clock: () => string;
  /** What the agent and the gate say, for people. */
  readonly log: (chunk: Buffer) => void;
}

/**
 * @param feedback what the last attempt has to mend.
 * @throws BandlineError AGENT_NOT_STARTED, exit 4: that is no attempt.
 */
export async function runAttempt(
  story: Story,
  desk: Desk,
  number: number,
  feedback: readonly string[],
  options: AttemptOptions,
): Promise<AttemptResult> {
  const { agent, timeoutMs, clock } = options;
  const startedAt = clock();
  const begun = performance.now();
  const result = (
    status: Attempt["status"],
    codes: readonly [number | null, number | null],
    nextActions: readonly string[],
  ): AttemptResult => ({
    attempt: {
      number,
      status,
      started_at: startedAt,
      duration_ms: Math.round(performance.now() - begun),
      agent_exit_code: codes[0],
      gate_exit_code: codes[1],
    },
    nextActions,
  });
  const prompt = await promptOf({ story, desk, number, feedback });
  const worked = await run(agent, { ...options, desk, story, number, input: prompt });
  if (worked.endedBy === "interrupt") return result("interrupted", [worked.exitCode, null], feedback);
  if (worked.endedBy === "timeout")
    return result(
      "timeout",
      [worked.exitCode, null],
      [`finish in less time: the last attempt was ended after ${timeoutMs / 1_000} s`, ...feedback],
    );
  if (worked.exitCode === 126 || worked.exitCode === 127) throw notStarted(agent);
  if (worked.exitCode !== 0) return result("error", [worked.exitCode, null], [`the agent exited ${worked.exitCode}`, ...feedback]);
  const unmet = await unmetOf(desk, story);
  const left = Math.max(1, timeoutMs - (performance.now() - begun));
  const gate = await run(options.gate.replaceAll("{base}", desk.base), { ...options, timeoutMs: left, desk, story, number, input: "" });
  const codes = [worked.exitCode, gate.exitCode] as const;
  if (gate.endedBy === "interrupt") return result("interrupted", codes, feedback);
  if (gate.endedBy === "timeout")
    return result("timeout", codes, [`the gate was ended with the attempt's time, ${timeoutMs / 1_000} s`, ...unmet]);
  const said = gate.exitCode === EXIT.pass ? [] : redGate(gate);
  const actions = [...said, ...unmet];
  return result(actions.length === 0 ? "pass" : "fail", codes, actions);
}

interface Said extends CommandResult {
  readonly said: string;
}

interface RunOptions extends AttemptOptions {
  readonly desk: Desk;
  readonly story: Story;
  readonly number: number;
  readonly input: string;
}

/** Enough for any document; what an agent prints is for people. */
const KEPT = 64 * 1024 * 1024;

async function run(command: string, { desk, story, number, input, timeoutMs, env, signal, log }: RunOptions): Promise<Said> {
  const kept: Buffer[] = [];
  let size = 0;
  const own = {
    BANDLINE_STORY: story.fields.id,
    BANDLINE_STORY_PATH: story.path,
    BANDLINE_ATTEMPT: String(number),
    BANDLINE_BASE: desk.base,
  };
  const ended = await runCommand({
    ...{ command, cwd: desk.folder, env: { ...env, ...own }, input, timeoutMs, signal },
    hear: (stream, chunk) => {
      log(chunk);
      size += chunk.length;
      if (stream === "stdout" && size <= KEPT) kept.push(chunk);
    },
  });
  return { ...ended, said: Buffer.concat(kept).toString("utf8") };
}

function redGate({ exitCode, said }: Said): string[] {
  const actions = actionsIn(said);
  return actions.length === 0 ? [`the gate exited ${exitCode}, and said nothing of what to do`] : actions;
}

/** What of the story itself is missing; its file is the agent's to write, but for its state. */
async function unmetOf(desk: Desk, before: Story): Promise<string[]> {
  const { folder, path, base } = desk;
  const read = readStory(String(await readIfThere(join(folder, path))), path);
  if (!("text" in read)) return read.map(told);
  const { id, state } = read.fields;
  const moved =
    id !== before.fields.id || state !== before.fields.state
      ? [`${path}: leave id and state as they were: ${before.fields.id}, ${before.fields.state}`]
      : [];
  const outside = [...(await elsewhere(desk)), ...(await outsideTouches(folder, base, desk.original))];
  const kept = new Set(criteriaOf(read.body, read.bodyLine).map(({ text }) => text));
  const lost = criteriaOf(desk.original.body, desk.original.bodyLine).filter(({ text }) => !kept.has(text));
  return [
    ...moved,
    ...lost.map(({ text }) => `${path}: put the criterion back: ${text}`),
    ...unmetBy(read, []).map(({ line, message }) => `${path}${line === null ? "" : `:${line}`}: ${message}`),
    ...outside,
  ];
}

/** An agent may commit as it likes, but on the branch that is merged later. */
async function elsewhere({ folder, branch }: Desk): Promise<string[]> {
  const { git } = await openRepository(folder);
  const current = (await git.ask("symbolic-ref", "--short", "--quiet", "HEAD"))?.trim();
  return current === branch ? [] : [`bring the work to ${branch}, and stay on it: the worktree is on ${current ?? "no git branch"}`];
}

/** Adds the attempt to those of the story's file, as it is now. A file that cannot be read is put back as it was. */
export async function recordAttempt({ folder, path }: Desk, before: Story, { attempt }: AttemptResult): Promise<Story> {
  const now = readStory(String(await readIfThere(join(folder, path))), path);
  const story = "text" in now ? now : before;
  // What it says of earlier attempts is no agent's to change.
  const known = before.fields.execution?.attempts ?? [];
  const text = editStory(story.text, {
    id: before.fields.id,
    state: before.fields.state,
    execution: { ...story.fields.execution, attempts: [...known, attempt] },
  });
  await writeAtomically(join(folder, path), text);
  return readStory(text, path) as Story;
}

function notStarted(agent: string) {
  return failure(
    "AGENT_NOT_STARTED",
    `the agent could not start: ${agent}`,
    "name a program that is there: --agent COMMAND",
    EXIT.environment,
  );
}
