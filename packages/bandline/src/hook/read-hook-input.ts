/** What Claude Code tells a hook on standard input. Source: code.claude.com/docs/en/hooks, "Hook input". */
import { text } from "node:stream/consumers";

/** The part that the gate reads. */
export interface HookInput {
  /** The agent goes on because a hook has already held it once: to hold it again would never end. */
  readonly stopHookActive: boolean;
  /** The agent's folder; null where the input does not say. */
  readonly cwd: string | null;
}

/** @returns what the input says; a terminal, an empty input and one that is no JSON say nothing. Never throws. */
export async function readHookInput(stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }): Promise<HookInput> {
  const value = stdin.isTTY === true ? {} : objectOf(await text(stdin as AsyncIterable<Buffer>).catch(() => ""));
  const { stop_hook_active: active, cwd } = value;
  return { stopHookActive: active === true, cwd: typeof cwd === "string" && cwd !== "" ? cwd : null };
}

function objectOf(json: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(json)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
