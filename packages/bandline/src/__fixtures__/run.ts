import { Readable } from "node:stream";
import type { Io } from "../index.js";

/** One command run in this process: what it printed, and its exit code. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdin?: string;
}

/** Streams that keep what is written to them. */
export function captured({ cwd, env = {}, stdin = "" }: RunOptions): { readonly io: Io; readonly ran: (exitCode: number) => Ran } {
  const out: string[] = [];
  const err: string[] = [];
  const keep = (kept: string[]) => ({
    write: (text: string | Uint8Array) => kept.push(typeof text === "string" ? text : Buffer.from(text).toString("utf8")),
  });
  return {
    io: { cwd, env, stdin: Readable.from([Buffer.from(stdin)]), stdout: keep(out), stderr: keep(err) },
    ran: (exitCode) => ({ exitCode, stdout: out.join(""), stderr: err.join("") }),
  };
}

type Command = (argv: readonly string[], io: Io) => Promise<number>;

export async function run(command: Command, argv: readonly string[], options: RunOptions): Promise<Ran> {
  const { io, ran } = captured(options);
  return ran(await command(argv, io));
}

/** Runs a command whose stdout has to be one document of this schema. */
export async function runDocument<T>(
  schema: { parse(value: unknown): T },
  command: Command,
  argv: readonly string[],
  options: RunOptions,
): Promise<Ran & { readonly document: T }> {
  const result = await run(command, argv, options);
  return { ...result, document: schema.parse(JSON.parse(result.stdout)) };
}
