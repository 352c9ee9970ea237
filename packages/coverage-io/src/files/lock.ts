/** One writer at a time, among processes. */
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { unwritable } from "./write-files.js";

const EVERY_MS = 25;

/** How long to wait for a process that lives, and what to say then; its id is undefined where the file does not tell. */
export interface Patience {
  readonly patienceMs: number;
  readonly busy: (holder: number | undefined) => Error;
}

/**
 * Runs `act` while nobody else holds the lock.
 * @param path absolute; the file has the holder's process id.
 * @throws `busy` where a process that lives holds it for longer than `patienceMs`; IoError FILE_UNWRITABLE. One that died holds nothing.
 */
export async function withLock<T>(path: string, act: () => Promise<T>, patience: Patience): Promise<T> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  await take(path, patience);
  try {
    return await act();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string, { patienceMs, busy }: Patience): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await tryLock(path))) {
    const holder = await holderOf(path);
    if (holder !== undefined && !isAlive(holder)) await breakLock(path);
    else if (Date.now() > until) throw busy(holder);
    else await wait(EVERY_MS);
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
