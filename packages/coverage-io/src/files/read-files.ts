import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { ByteSource } from "@repo/coverage-core";
import { DATA, IoError } from "../io-error.js";

/**
 * Synchronous inside: for the many small files of a run that takes a fifth of the time.
 * @returns undefined where there is no such file; every other fault is thrown.
 */
export function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return Promise.resolve(readFileSync(path));
  } catch (error) {
    return isMissing(error) ? Promise.resolve(undefined) : Promise.reject(unreadable(path, error));
  }
}

function unreadable(path: string, error: unknown): IoError {
  return new IoError(
    { code: "FILE_UNREADABLE", message: `${path}: ${(error as Error).message}`, hint: `make ${path} a readable file`, exitCode: DATA },
    error,
  );
}

/** @throws IoError REPORT_MISSING. */
export async function readReport(path: string): Promise<Buffer> {
  const bytes = await readIfThere(path);
  if (bytes !== undefined) return bytes;
  throw missing(path);
}

/** A report that is open: to be read in pieces, and closed by `using`. */
export interface OpenReport extends ByteSource, Disposable {}

/** @throws IoError REPORT_MISSING or FILE_UNREADABLE; so does `read`, and REPORT_CHANGED where the file has become shorter. */
export function openReport(path: string): OpenReport {
  const file = guarded(path, () => openSync(path, "r"));
  const size = guarded(path, () => fstatSync(file).size);
  return {
    size,
    read(target, from) {
      const filled = guarded(path, () => readFully(file, target, from));
      if (filled < Math.min(target.byteLength, size - from)) throw changed(path);
      return filled;
    },
    [Symbol.dispose]: () => {
      closeSync(file);
    },
  };
}

/**
 * As `openReport`, without keeping the file open: a process may have a thousand open, as a rule, and reports can be more.
 * @throws IoError REPORT_CHANGED where another text stands there when it is read again.
 */
export function reopenedReport(path: string): OpenReport {
  const stamp = (file: number) => {
    const { size, mtimeMs, ino } = fstatSync(file);
    return { size, key: `${size} ${mtimeMs} ${ino}` };
  };
  const opened = <T>(act: (file: number) => T): T =>
    guarded(path, () => {
      const file = openSync(path, "r");
      try {
        return act(file);
      } finally {
        closeSync(file);
      }
    });
  const { size, key } = opened(stamp);
  return {
    size,
    read: (target, from) =>
      opened((file) => {
        if (stamp(file).key !== key) throw changed(path);
        return readFully(file, target, from);
      }),
    [Symbol.dispose]: () => undefined,
  };
}

function readFully(file: number, target: Uint8Array, from: number): number {
  let filled = 0;
  for (let more = -1; more !== 0 && filled < target.byteLength; filled += more) {
    more = readSync(file, target, filled, target.byteLength - filled, from + filled);
  }
  return filled;
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof IoError) throw error;
    throw isMissing(error) ? missing(path) : unreadable(path, error);
  }
}

function changed(path: string): IoError {
  const hint = "wait for the tests to end; then: pnpm coverage:aggregate";
  return new IoError({ code: "REPORT_CHANGED", message: `${path} was written while it was read`, hint, exitCode: DATA });
}

function missing(path: string): IoError {
  return new IoError({ code: "REPORT_MISSING", message: `there is no report at ${path}`, hint: "pnpm test --coverage", exitCode: DATA });
}

/** Milliseconds since the epoch of the last change; undefined where there is no such file. */
export function modifiedAt(path: string): Promise<number | undefined> {
  try {
    return Promise.resolve(statSync(path, { throwIfNoEntry: false })?.mtimeMs);
  } catch {
    return Promise.resolve(undefined); // a file stands where a folder should
  }
}

/** @returns the git blob id (SHA-1) of these bytes as they are, as `git hash-object --no-filters` prints it. */
export function blobIdOf(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ENOTDIR";
}
