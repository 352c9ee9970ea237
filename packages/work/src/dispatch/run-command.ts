/** An agent, or a gate, as a process that this one watches over. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";

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
const SUPERVISOR = createRequire(import.meta.url).resolve("@repo/work/supervise");
/** How long a group has to end by itself, before it is ended. */
const GRACE_MS = 2_000;

/** Nothing of the command lives on when it is answered, whatever it started. */
export async function runCommand({ command, cwd, env, input, timeoutMs, signal, hear }: CommandCall): Promise<CommandResult> {
  const child = spawn(process.execPath, [SUPERVISOR, command], { cwd, env, detached: true, stdio: ["pipe", "pipe", "pipe", "ipc"] });
  child.stdin?.on("error", ignore).end(input);
  child.stdout?.on("data", (chunk: Buffer) => hear("stdout", chunk));
  child.stderr?.on("data", (chunk: Buffer) => hear("stderr", chunk));
  const closed = once(child, "close");
  let endedBy: CommandResult["endedBy"] = "itself";
  let force: NodeJS.Timeout | undefined;
  const end = (by: "timeout" | "interrupt") => () => {
    endedBy = by;
    signalGroup(child.pid, "SIGTERM");
    force = setTimeout(() => signalGroup(child.pid, "SIGKILL"), GRACE_MS);
  };
  const timer = setTimeout(end("timeout"), timeoutMs);
  const interrupt = end("interrupt");
  signal.addEventListener("abort", interrupt);
  if (signal.aborted) interrupt();
  const [code] = (await once(child, "exit")) as [number | null];
  // What it left running in the background goes too.
  signalGroup(child.pid, "SIGKILL");
  await closed;
  clearTimeout(timer);
  clearTimeout(force);
  signal.removeEventListener("abort", interrupt);
  return { exitCode: code ?? KILLED, endedBy };
}

const KILLED = 137;

function ignore(): void {
  // A command that does not read its input is free not to.
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    process.kill(-Number(pid), signal);
  } catch {
    // Nobody of it is left.
  }
}
