/** One writer at a time, among processes. */
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { unwritable } from "./write-files.js";

const EVERY_MS = 25;

/** How long to wait for a process that lives, and what to say then: which file it holds, and its id, undefined where the file does not tell. */
export interface Patience {
  readonly patienceMs: number;
  readonly busy: (holder: number | undefined, path: string) => Error;
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

async function take(path: string, patience: Patience): Promise<void> {
  const { patienceMs, busy } = patience;
  const until = Date.now() + patienceMs;
  while (!(await tryLock(path))) {
    const holder = await holderOf(path);
    if (holder !== undefined && !isAlive(holder)) await breakLock(path, patience);
    else if (Date.now() > until) throw busy(holder, path);
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

/**
 * Removes the lock of a holder that died. Who removes is alone, by a lock of its own: of two that find one dead, the second would else
 * remove what the first has taken since. Nobody but that one removes a lock that is not its own, so what is dead then stays as it is until it is gone.
 * @throws as `withLock`.
 */
export async function breakLock(path: string, patience: Patience): Promise<void> {
  await withLock(
    `${path}.break`,
    async () => {
      const holder = await holderOf(path);
      if (holder !== undefined && !isAlive(holder)) await rm(path, { force: true });
    },
    patience,
  );
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
