/** Where a run writes: a folder of its own below `.stryker-tmp`, named by the process that owns it. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, rmdirSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

export const TEMP_FOLDER = ".stryker-tmp";

/** `place` stands to its surroundings as the package stands to the repository. */
export interface RunFolder extends Disposable {
  readonly path: string;
  readonly place: string;
}

/** @param root the repository's; the package is in it, or is it. */
export function createRunFolder(root: string, packageRoot: string): RunFolder {
  sweepSandboxes(root);
  const path = join(root, TEMP_FOLDER, `run-${process.pid}-${randomBytes(4).toString("hex")}`);
  const place = join(path, "tree", relative(root, packageRoot));
  mkdirSync(dirname(place), { recursive: true });
  linkSurroundings(root, packageRoot, place);
  return { path, place, [Symbol.dispose]: () => removeRun(path) };
}

/** What a process that was ended could not remove itself. */
export function removeSandboxes({ place }: RunFolder): void {
  const temp = join(place, TEMP_FOLDER);
  for (const name of namesIn(temp).filter((each) => each.startsWith("sandbox-"))) remove(join(temp, name));
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

function removeRun(path: string): void {
  remove(path);
  try {
    rmdirSync(dirname(path));
  } catch {
    // Another run is there.
  }
}

/**
 * Paths that lead out of a package, such as `../../tsconfig.base.json`, lead to the same files from `place`:
 * each folder above it gets links to what stands at the same step above the package. What is already there stays.
 */
function linkSurroundings(root: string, packageRoot: string, place: string, except: readonly string[] = []): void {
  let [from, at] = [packageRoot, place];
  while (from !== root) {
    const own = basename(from);
    [from, at] = [dirname(from), dirname(at)];
    linkEntries(from, at, [own, ...except]);
  }
}

function linkEntries(from: string, at: string, except: readonly string[] = []): void {
  mkdirSync(at, { recursive: true });
  const there = new Set([...readdirSync(at), ".git", TEMP_FOLDER, ...except]);
  for (const name of readdirSync(from).filter((each) => !there.has(each))) symlinkSync(join(from, name), join(at, name));
}

/**
 * Stryker makes its sandbox two folders below a package, and rewrites some paths in its tsconfig.json for that, and no
 * others. So both lead somewhere: `place` is the package by links, and the sandbox's own surroundings are there too.
 * @returns the folder for Stryker's sandboxes.
 */
export function prepareSandboxes(root: string, packageRoot: string, place: string): string {
  linkEntries(packageRoot, place);
  const temp = join(place, TEMP_FOLDER);
  // By that file a repository's root is known, which is further up.
  linkSurroundings(root, packageRoot, join(temp, "sandbox"), ["pnpm-workspace.yaml"]);
  return temp;
}

/** What nobody has touched for so long, nobody uses. */
const ABANDONED_MS = 3_600_000;

/**
 * Removes what killed runs left behind, and what raw Stryker did.
 * @param folder the one that holds `.stryker-tmp`.
 */
export function sweepSandboxes(folder: string): void {
  const temp = join(folder, TEMP_FOLDER);
  for (const name of namesIn(temp)) {
    const path = join(temp, name);
    const owner = /^run-(\d+)-/.exec(name)?.[1];
    if (owner === undefined ? name.startsWith("sandbox-") && isAbandoned(path) : !isAlive(Number(owner))) removeRun(path);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A worker that starts writes a file into its sandbox. */
function isAbandoned(sandbox: string): boolean {
  const touched = [sandbox, ...namesIn(sandbox).map((name) => join(sandbox, name))];
  return touched.every((path) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > ABANDONED_MS);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // somebody else's
  }
}
