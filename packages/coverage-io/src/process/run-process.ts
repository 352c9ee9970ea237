import { spawn } from "node:child_process";
import { constants } from "node:os";

export interface ProcessResult {
  /** The process's own code; 128 plus the signal's number where a signal ended it, 127 where it could not start: as a shell has it. */
  readonly exitCode: number;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly write: (chunk: Uint8Array | string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs a program without a shell and hands over what it prints, both streams, as it comes.
 * @param write where the output goes.
 * @param env the whole environment of the process.
 * @param signal ends the process where it is aborted.
 */
export function runProcess(command: readonly [string, ...string[]], { write, ...options }: ProcessOptions): Promise<ProcessResult> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", write);
    child.stderr.on("data", write);
    child.on("error", (error) => {
      if (error.name === "AbortError") return;
      write(`${program}: ${error.message}\n`);
      resolve({ exitCode: 127 });
    });
    child.on("close", (code, signal) => resolve({ exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) }));
  });
}
