import { spawnGroup, type GroupCall } from "./spawn-group.js";

export interface GroupResult {
  /** null where a signal ended the program. */
  readonly code: number | null;
  /** The end of both streams. */
  readonly output: string;
}

/** @throws `signal.reason` where it is aborted; by then the whole group has ended. */
export async function runGroup(call: GroupCall, signal: AbortSignal | undefined): Promise<GroupResult> {
  signal?.throwIfAborted();
  const child = spawnGroup(call, "both");
  const abort = () => void child.end();
  signal?.addEventListener("abort", abort);
  const { code } = await child.ended;
  signal?.removeEventListener("abort", abort);
  signal?.throwIfAborted();
  return { code, output: child.said() };
}
