/** `dispatch`: hands stories to an agent, and takes nothing for done that the gate does not. */
import {
  deliver,
  endQuietlyOnClosedPipe,
  faultOf,
  parseArgs,
  parseDuration,
  parseLimit,
  printHelp,
  renderJson,
  usageError,
  type Io,
} from "bandline/command";
import type { DispatchDocument } from "./contract.js";
import { takeStories, type TakenStory } from "./dispatch/choose-stories.js";
import { dispatchDocument, failedDispatch, renderHumanDispatch } from "./dispatch/dispatch-document.js";
import { mergeWork } from "./dispatch/merge-work.js";
import type { StoryRun } from "./dispatch/model.js";
import { runStory, type StoryOptions } from "./dispatch/run-story.js";
import { openWork } from "./files/open-work.js";
import type { WorkIo } from "./work.js";

/** What the door hands in beside the streams. */
export interface DispatchIo extends WorkIo {
  /** Aborted by an interrupt: then what is known so far is printed. */
  readonly signal: AbortSignal;
}

interface Flags {
  readonly agent: string;
  readonly attempts: number;
  readonly timeout: number;
  readonly parallel: number;
  readonly gate: string;
  readonly setup?: string;
  readonly merge?: boolean;
  readonly cwd?: string;
  readonly json?: boolean;
}

const GATE = "npx --yes pnpm@12.21.0 --silent verify --base {base}";

/** @returns the exit code; stdout is one JSON document, also on an error. What agents and gates print goes to stderr. */
export async function runDispatch(argv: readonly string[], io: DispatchIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let isQuiet = false;
  try {
    const parsed = parseArgs<Flags>("dispatch", argv, (command) =>
      command
        .description("Hand a story to an agent, in a git worktree of its own, until its gate is green.")
        .usage("[options] [STORY]")
        .allowExcessArguments(true)
        .requiredOption("--agent <command>", "any program; it reads the prompt on standard input")
        .option("--attempts <n>", "how often it may try", parseLimit, 3)
        .option("--timeout <duration>", "of one attempt, the gate included (default: 30m)", parseDuration, THIRTY_MINUTES)
        .option("--parallel <n>", "how many stories side by side, where none is named", parseLimit, 1)
        .option("--gate <command>", "what says whether the change is covered; {base} stands for the commit it began from", GATE)
        .option("--setup <command>", "makes a new worktree ready to work in")
        .option("--merge", "merge what is done into the git branch of the main tree")
        .option("--cwd <dir>", "the repository, or a folder in it")
        .option("--json", "nothing on stderr"),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    const { options: flags, operands } = parsed;
    isQuiet = flags.json === true;
    if (operands.length > 1) throw usageError("dispatch", `it takes one story; received ${operands.length}`);
    return await print(io, isQuiet, await dispatch(operands[0], flags, io));
  } catch (error) {
    return print(io, isQuiet, failedDispatch(faultOf(error)));
  }
}

const THIRTY_MINUTES = 30 * 60_000;

async function dispatch(id: string | undefined, flags: Flags, io: DispatchIo): Promise<DispatchDocument> {
  const place = await openWork(io, flags.cwd);
  const { taken, skipped } = await takeStories(id, flags.parallel, place);
  const log = flags.json === true ? () => undefined : (chunk: Buffer) => void io.stderr.write(chunk);
  const { agent, gate, setup, attempts, timeout: timeoutMs } = flags;
  const options = { agent, gate, setup, attempts, timeoutMs, place, log, env: io.env, signal: io.signal, clock: io.clock };
  const runs = await Promise.allSettled(taken.map((each) => work(each, options)));
  const merged = new Map<string, string | undefined>();
  for (const run of runs) {
    if (flags.merge === true && run.status === "fulfilled" && run.value.status === "pass") {
      merged.set(run.value.branch, await mergeWork(run.value.branch, place));
    }
  }
  const faults = runs.flatMap((run) => (run.status === "rejected" ? [faultOf(run.reason)] : []));
  return dispatchDocument({
    runs: runs.flatMap((run): StoryRun[] => (run.status === "fulfilled" ? [run.value] : [])),
    merged,
    skipped,
    faults,
  });
}

async function work({ story, release }: TakenStory, options: StoryOptions): Promise<StoryRun> {
  try {
    return await runStory(story, options);
  } finally {
    await release();
  }
}

const REPORTERS = { json: renderJson, human: renderHumanDispatch };

function print(io: Io, quiet: boolean, document: DispatchDocument): Promise<number> {
  return deliver(io, { document, failed: failedDispatch, reporters: REPORTERS, formats: [], quiet });
}
