/** An agent, or a gate, as a process that this one watches over. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";

export interface CommandCall {
  /** A shell's command line: it is the user's own. */
  readonly command: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  readonly input: string;
  readonly timeoutMs: number;
  /** Ends it where it is aborted. */
  readonly signal: AbortSignal;
  /** How long it has to end by itself, where it is ended. */
  readonly graceMs?: number;
  /** Receives what it prints on stdout and stderr, as it comes. */
  readonly hear: (stream: "stdout" | "stderr", chunk: Buffer) => void;
}

export interface CommandResult {
  /** Of the command; 128 plus the signal's number where one ended it, 126 or 127 where it could not start: as a shell has it. */
  readonly exitCode: number;
  /** What ended it: itself, its time, or an interrupt. */
  readonly endedBy: "itself" | "timeout" | "interrupt";
}

/** As built: node loads it by its path. */
const SUPERVISOR = createRequire(import.meta.url).resolve("@repo/work/supervisor");
const GRACE_MS = 2_000;
/** Timers know no longer time, and fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Nothing of the command lives on when it is answered, but what left its process group on purpose: for that nobody waits. */
export async function runCommand({
  command,
  cwd,
  env,
  input,
  timeoutMs,
  signal,
  graceMs = GRACE_MS,
  hear,
}: CommandCall): Promise<CommandResult> {
  const child = spawn(process.execPath, [SUPERVISOR, command], { cwd, env, detached: true, stdio: ["pipe", "pipe", "pipe", "ipc"] });
  child.stdin?.on("error", ignore).end(input);
  child.stdout?.on("data", (chunk: Buffer) => hear("stdout", chunk));
  child.stderr?.on("data", (chunk: Buffer) => hear("stderr", chunk));
  const closed = once(child, "close");
  const ending: Ending = { by: "itself", isForced: false, force: undefined };
  const end = (by: "timeout" | "interrupt") => () => {
    if (ending.by !== "itself") return;
    ending.by = by;
    signalGroup(child.pid, "SIGTERM");
    ending.force = setTimeout(() => {
      ending.isForced = true;
      signalGroup(child.pid, "SIGKILL");
    }, graceMs);
  };
  const timer = setTimeout(end("timeout"), Math.min(timeoutMs, LONGEST_MS));
  const interrupt = end("interrupt");
  signal.addEventListener("abort", interrupt);
  if (signal.aborted) interrupt();
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  signal.removeEventListener("abort", interrupt);
  // A shell is gone at once where its group is told to end; what it started has its time.
  while (ending.by !== "itself" && !ending.isForced && signalGroup(child.pid, 0)) await wait(EVERY_MS);
  // What it left running in the background goes too.
  signalGroup(child.pid, "SIGKILL");
  clearTimeout(ending.force);
  // What left the group may hold the pipes open for ever.
  const letGo = setTimeout(() => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, graceMs);
  await closed;
  clearTimeout(letGo);
  return { exitCode: code ?? KILLED, endedBy: ending.by };
}

/** What ends a command, and whether by force. */
interface Ending {
  by: CommandResult["endedBy"];
  isForced: boolean;
  force: NodeJS.Timeout | undefined;
}

const KILLED = 137;
const EVERY_MS = 20;

function ignore(): void {
  // A command that does not read its input is free not to.
}

/** @returns false where nobody of the group is left. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-Number(pid), signal);
  } catch {
    return false;
  }
}
