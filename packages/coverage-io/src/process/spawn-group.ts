import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { RUN_FOLDER } from "./run-folder-variable.js";

const require = createRequire(import.meta.url);

/** As built, wherever this file was bundled into: node loads it by its path. */
const BOOTSTRAP = "@repo/coverage-io/watch-parent";

export interface GroupCall {
  /** A program for node, with its arguments. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Removed by the process itself where this one is gone. */
  readonly folder: string;
  readonly log?: ((text: string) => void) | undefined;
}

/** A program of node with its workers: one process group, which ends as a whole. */
export interface GroupProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** The fourth stream. */
  readonly results: Readable;
  /** How it ended, once all of it has: `with 1`, `by SIGKILL`. */
  readonly ended: Promise<{ readonly code: number | null; readonly how: string }>;
  /** The end of what it has said since `forget`. */
  said(): string;
  forget(): void;
  /** Ends the whole group, by force where it does not want to. */
  end(): Promise<void>;
}

/** How long the group has to end by itself, before it is ended. */
const GRACE_MS = 2_000;
const KEPT_CHARACTERS = 65_536;

/** @param listensTo which streams carry the log. */
export function spawnGroup(call: GroupCall, listensTo: "stderr" | "both"): GroupProcess {
  const args = ["--import", pathToFileURL(require.resolve(BOOTSTRAP)).href, call.program, ...call.args];
  const env = { ...withoutOuterRun(call.env), [RUN_FOLDER]: call.folder };
  // A group of its own: what ends it ends its workers too.
  const child = spawn(process.execPath, args, { cwd: call.cwd, env, detached: true, stdio: ["pipe", "pipe", "pipe", "pipe"] });
  const [stdin, stdout, stderr, results] = child.stdio as [Writable, Readable, Readable, Readable, undefined];
  let text = "";
  const hear = (chunk: string) => {
    text = (text + chunk).slice(-KEPT_CHARACTERS);
    call.log?.(chunk);
  };
  for (const stream of listensTo === "both" ? [stdout, stderr] : [stderr]) stream.setEncoding("utf8").on("data", hear);
  // Where the program has ended, its end says more than a broken pipe.
  for (const stream of [stdin, results]) stream.on("error", leaveToTheEnd);
  let isOver = false;
  const ended = endOf(child).finally(() => (isOver = true));
  return {
    stdin,
    stdout,
    results,
    ended,
    said: () => text,
    forget: () => {
      text = "";
    },
    end: async () => {
      if (isOver) return;
      signalGroup(child, "SIGTERM");
      const force = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

function leaveToTheEnd(): void {
  // It comes.
}

/** A worker may outlive the program; none outlives this. */
async function endOf(child: ChildProcess): Promise<{ code: number | null; how: string }> {
  try {
    const closed = once(child, "close").catch(() => undefined);
    const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
    signalGroup(child, "SIGKILL");
    await closed;
    return { code, how: code === null ? `by ${signal}` : `with ${code}` };
  } catch (error) {
    return { code: null, how: `before it began: ${(error as Error).message}` };
  }
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-Number(pid), signal);
  } catch {
    // Nobody of it is left, or ever was.
  }
}

/** By these variables the vitest, or the Stryker, around this process would speak to the one that is started. */
export function withoutOuterRun(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VITEST|STRYKER_)/.test(name)));
}
