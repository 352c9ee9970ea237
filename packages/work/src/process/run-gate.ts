/** The gate as a process: its exit code is the verdict, its stdout the document that says what to do. */
import { z } from "zod";
import { runCommand } from "./run-command.js";

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
  const said: Buffer[] = [];
  const hear = (stream: "stdout" | "stderr", chunk: Buffer) => (stream === "stdout" ? said.push(chunk) : 0);
  const { signal } = new AbortController();
  const { exitCode } = await runCommand({ command, cwd: root, env, input: "", timeoutMs: Number.POSITIVE_INFINITY, signal, hear });
  return { command, exitCode, nextActions: actionsIn(Buffer.concat(said).toString("utf8")) };
}

/** What a document of any command says that has to be done; a fault's hint stands once, with what is wrong. */
export function actionsIn(stdout: string): string[] {
  const parsed = gateDocument.safeParse(jsonOf(stdout));
  if (!parsed.success) return [];
  const { nextActions, errors } = parsed.data;
  const hints = new Set(errors.map(({ hint }) => hint));
  return [...errors.map(({ message, hint }) => `${message}; next: ${hint}`), ...nextActions.filter((action) => !hints.has(action))];
}

const gateDocument = z.looseObject({
  nextActions: z.array(z.string()).default([]),
  errors: z.array(z.looseObject({ message: z.string(), hint: z.string() })).default([]),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
