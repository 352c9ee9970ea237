/** The gate as a process: its exit code is the verdict, its stdout the document that says what to do. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface GateAnswer {
  readonly command: string;
  /** 128 plus the signal's number, or 127, as a shell has it. */
  readonly exitCode: number;
  /** Of the document on stdout; empty where there is none. */
  readonly nextActions: string[];
}

/** @param command a shell's command line: it is the user's own. */
export async function runGate(
  command: string,
  { root, env }: { readonly root: string; readonly env: NodeJS.ProcessEnv },
): Promise<GateAnswer> {
  const child = spawn(command, { shell: true, cwd: root, env, stdio: ["ignore", "pipe", "ignore"] });
  const [said, ended] = await Promise.all([text(child.stdout), once(child, "close") as Promise<[number | null]>]);
  return { command, exitCode: ended[0] ?? 130, nextActions: actionsIn(said) };
}

export function actionsIn(stdout: string): string[] {
  try {
    const { nextActions, errors } = JSON.parse(stdout) as { nextActions?: unknown; errors?: unknown };
    const actions = Array.isArray(nextActions) ? nextActions.filter((each): each is string => typeof each === "string") : [];
    const hints = Array.isArray(errors)
      ? errors.map((each: { message?: unknown; hint?: unknown }) => `${String(each.message)}; next: ${String(each.hint)}`)
      : [];
    return [...hints, ...actions];
  } catch {
    return [];
  }
}
