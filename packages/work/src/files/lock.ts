/** One writer of docs/work at a time, also among worktrees of one repository. */
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EXIT } from "bandline/command";
import { failure } from "../work-error.js";

const PATIENCE_MS = 10_000;
const EVERY_MS = 25;

/**
 * Runs `act` while nobody else holds the lock.
 * @param path absolute; the file has the holder's process id.
 * @throws BandlineError WORK_LOCKED where a process that lives holds it for longer than `patienceMs`, FILE_UNWRITABLE. One that died holds nothing.
 */
export async function withLock<T>(path: string, act: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  await take(path, patienceMs);
  try {
    return await act();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await tryLock(path))) {
    const holder = await holderOf(path);
    if (holder !== undefined && !isAlive(holder)) await breakLock(path);
    else if (Date.now() > until) {
      throw failure(
        "WORK_LOCKED",
        `process ${holder ?? "?"} holds ${path}`,
        `wait for it, or end it, then remove ${path}`,
        EXIT.environment,
      );
    } else await wait(EVERY_MS);
  }
}

/** @returns whether the lock is ours now. Its file has our process id from the first moment on. */
export async function tryLock(path: string): Promise<boolean> {
  const own = `${path}.${randomUUID()}`;
  try {
    await writeFile(own, `${process.pid}\n`);
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw unwritable(path, error);
  } finally {
    await rm(own, { force: true });
  }
}

/** Two that find a dead holder at once must not remove each other's lock: one file is moved by one of them only, and a living holder's is put back. */
export async function breakLock(path: string): Promise<void> {
  const moved = `${path}.${randomUUID()}`;
  if (!(await succeeds(rename(path, moved)))) return;
  const holder = await holderOf(moved);
  if (holder !== undefined && isAlive(holder)) await succeeds(link(moved, path));
  await rm(moved, { force: true });
}

async function succeeds(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch {
    return false;
  }
}

function unwritable(path: string, error: unknown) {
  return failure("FILE_UNWRITABLE", `${path}: ${(error as Error).message}`, `make ${dirname(path)} a writable folder`, EXIT.environment);
}

/** @returns undefined where nobody holds it. */
export async function holderOf(path: string): Promise<number | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isNaN(pid) ? undefined : pid;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process lives, too.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
