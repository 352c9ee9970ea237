/** git as a process of its own. What every run reads goes this way: it is streamed, and starts without loading a library. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { gitEnv, gitError } from "./git-error.js";

export interface GitCall {
  readonly args: readonly string[];
  /** Text for its standard input. */
  readonly input?: string;
  /** Receives stdout as bytes, as they come: names in a diff need not be UTF-8. What it throws is thrown again once git has ended. */
  readonly onChunk: (chunk: Buffer) => void;
}

/** @throws IoError with git's own words; also where a signal ended it, or it failed without a word. */
export async function spawnGit(folder: string, { args, input = "", onChunk }: GitCall): Promise<void> {
  const failures: unknown[] = [];
  try {
    const child = spawn("git", [...args], { cwd: folder, env: gitEnv(), stdio: [input === "" ? "ignore" : "pipe", "pipe", "pipe"] });
    // Where git ends before it has read everything, its exit code says why.
    child.stdin?.on("error", () => undefined).end(input);
    child.stdout?.on("data", (chunk: Buffer) => {
      try {
        if (failures.length === 0) onChunk(chunk);
      } catch (error) {
        failures.push(error);
      }
    });
    const [said, ended] = await Promise.all([child.stderr === null ? "" : text(child.stderr), once(child, "close")]);
    const [exitCode] = ended as [number | null];
    if (exitCode !== 0) throw new Error(said.trim() === "" ? `it ended with ${exitCode ?? "a signal"} and without a word` : said);
  } catch (error) {
    throw gitError(args, error as Error);
  }
  for (const failure of failures) throw failure;
}
