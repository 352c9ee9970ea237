import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { ENVIRONMENT, IoError } from "../io-error.js";

/**
 * Replaces a file as a whole: a reader, a second writer or a kill sees the old text or the new one. Makes the folders.
 * Does not wait for the disk: what is written here can be made again. @throws IoError FILE_UNWRITABLE.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  using file = createAtomicFile(path);
  file.write(Buffer.from(text));
  file.commit();
}

/** A file that is there, and the text that is to take its place. */
export interface Replacement {
  readonly path: string;
  readonly text: string;
  readonly before: string;
}

/**
 * Replaces several files, all of them or none: each is written beside its old one first, and where one cannot take its place, those that
 * have are given their old text back. @throws IoError FILE_UNWRITABLE.
 */
export async function writeAllAtomically(files: readonly Replacement[]): Promise<void> {
  const parts = files.map((each) => ({ ...each, part: createAtomicFile(each.path) }));
  const done: Replacement[] = [];
  try {
    for (const { part, text } of parts) part.write(Buffer.from(text));
    for (const each of parts) {
      each.part.commit();
      done.push(each);
    }
  } catch (error) {
    for (const { path, before } of done) await writeAtomically(path, before);
    throw error;
  } finally {
    for (const { part } of parts) part[Symbol.dispose]();
  }
}

/** A file that is written piece by piece, beside the one whose place it takes in the end. */
export interface AtomicFile extends Disposable {
  /** @throws IoError FILE_UNWRITABLE; so does `commit`. */
  write(piece: Uint8Array): void;
  /** Puts it in the place of the old one, whole. Without it `using` leaves the old one as it is. */
  commit(): void;
}

/** What a killed run left behind is taken away by a later one, when nobody can be writing it any more. */
const ABANDONED_MS = 3_600_000;

/**
 * As `writeAtomically`, for what does not fit into memory. Nothing is made before the first piece.
 * A link stays, and leads to the new text. A pipe or a device is no file that could be replaced: it is written to.
 */
export function createAtomicFile(path: string): AtomicFile {
  const found = guarded(path, () => statSync(path, { throwIfNoEntry: false }));
  if (found?.isFIFO() || found?.isCharacterDevice()) return openStream(path);
  return createPart(found === undefined ? path : realpathSync(path));
}

function openStream(path: string): AtomicFile {
  const file = guarded(path, () => openSync(path, "w"));
  return {
    write: (piece) => guarded(path, () => writeFully(file, piece)),
    commit: () => undefined,
    [Symbol.dispose]: () => closeSync(file),
  };
}

function createPart(path: string): AtomicFile {
  const folder = dirname(path);
  const prefix = `.${basename(path)}.part-`;
  const part = join(folder, `${prefix}${randomBytes(6).toString("hex")}`);
  let file: number | undefined;
  let made: string | undefined;
  let isBegun = false;
  const open = (): number => {
    made = mkdirSync(folder, { recursive: true });
    removeAbandoned(folder, prefix);
    const opened = openSync(part, "wx");
    isBegun = true;
    return opened;
  };
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  return {
    write: (piece) =>
      guarded(path, () => {
        file ??= open();
        writeFully(file, piece);
      }),
    commit: () =>
      guarded(path, () => {
        file ??= open();
        close();
        const mode = statSync(path, { throwIfNoEntry: false })?.mode;
        if (mode !== undefined) chmodSync(part, mode);
        renameSync(part, path);
        made = undefined;
        isBegun = false;
      }),
    [Symbol.dispose]: () => {
      close();
      if (isBegun) rmSync(part, { force: true });
      if (made !== undefined) removeEmpty(folder, made);
    },
  };
}

function writeFully(file: number, piece: Uint8Array): void {
  for (let done = 0; done < piece.byteLength;) done += writeSync(file, piece, done);
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** From the folder up to the first that was made, as long as nobody has put anything there. */
function removeEmpty(folder: string, made: string): void {
  try {
    for (let each = folder; each.startsWith(made); each = dirname(each)) rmdirSync(each);
  } catch {
    // Somebody has.
  }
}

function removeAbandoned(folder: string, prefix: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(prefix))) {
    const path = join(folder, name);
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - changedAt > ABANDONED_MS) rmSync(path, { force: true });
  }
}

/** @returns the error of a file that cannot be made or replaced. */
export function unwritable(path: string, error: unknown): IoError {
  return new IoError(
    {
      code: "FILE_UNWRITABLE",
      message: `${path}: ${(error as Error).message}`,
      hint: `make ${dirname(path)} a writable folder`,
      exitCode: ENVIRONMENT,
    },
    error,
  );
}
