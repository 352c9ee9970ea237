import { spawn } from "node:child_process";
import { constants } from "node:os";

export interface ProcessResult {
  /** The process's own code; 128 plus the signal's number where a signal ended it, 127 where it could not start: as a shell has it. */
  readonly exitCode: number;
}

/**
 * Runs a program without a shell and hands over what it prints, both streams, as it comes.
 * @param write where the output goes.
 * @param env the whole environment of the process.
 */
export function runProcess(
  command: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly write: (chunk: Uint8Array | string) => void },
): Promise<ProcessResult> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: options.cwd, env: options.env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", options.write);
    child.stderr.on("data", options.write);
    child.on("error", (error) => {
      options.write(`${program}: ${error.message}\n`);
      resolve({ exitCode: 127 });
    });
    child.on("close", (code, signal) => resolve({ exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) }));
  });
}
