import { spawn } from "node:child_process";
import { withoutOuterRun } from "./spawn-group.js";

export interface Captured {
  /** null where it could not start, or a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Where it could not start, why. */
  readonly stderr: string;
}

export interface CaptureOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs node with these arguments and keeps what it prints, each stream by itself. Never throws. */
export async function captureNode(args: readonly string[], { cwd, env }: CaptureOptions): Promise<Captured> {
  try {
    return await capture(args, { cwd, env: { ...withoutOuterRun(env), NO_COLOR: "1" } });
  } catch (error) {
    return { exitCode: null, stdout: "", stderr: (error as Error).message };
  }
}

/** `spawn` itself throws where the arguments are more than the system takes. */
function capture(args: readonly string[], options: CaptureOptions): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (chunk: string) => (said[name] += chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, ...said });
    });
  });
}
