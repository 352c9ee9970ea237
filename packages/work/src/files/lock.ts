/** One writer of docs/work at a time, also among worktrees of one repository. */
import { EXIT, breakLock as breakAnyLock, withLock as withAnyLock } from "bandline/command";
import { failure } from "../work-error.js";

const PATIENCE_MS = 10_000;

/**
 * Runs `act` while nobody else holds the lock.
 * @param path absolute; the file has the holder's process id.
 * @throws BandlineError WORK_LOCKED where a process that lives holds it for longer than `patienceMs`, FILE_UNWRITABLE. One that died holds nothing.
 */
export function withLock<T>(path: string, act: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  return withAnyLock(path, act, { patienceMs, busy });
}

/** Removes the lock of a holder that died. @throws as `withLock`. */
export function breakLock(path: string): Promise<void> {
  return breakAnyLock(path, { patienceMs: PATIENCE_MS, busy });
}

function busy(holder: number | undefined, path: string): Error {
  return failure("WORK_LOCKED", `process ${holder ?? "?"} holds ${path}`, `wait for it, or end it, then remove ${path}`, EXIT.environment);
}
