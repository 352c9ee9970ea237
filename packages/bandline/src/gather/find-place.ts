/** `--explain FILE:LINE` → a line of a file of the repository. */
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { BandlineError, EXIT, asRepoPath, type ChangedFile, type RepoPath } from "@repo/coverage-core";
import { isBinary, readIfThere } from "@repo/coverage-io";

/** As it was given: the file relative to where the command runs, or absolute. */
export interface AskedPlace {
  readonly file: string;
  readonly line: number;
}

export interface FoundPlace {
  readonly file: RepoPath;
  readonly line: number;
  /** What the file is on disk; `gone` where only the diff knows it. */
  readonly form: "text" | "binary" | "symlink" | "gone";
}

export interface PlaceContext {
  /** Absolute, without links. */
  readonly root: string;
  /** Absolute: what paths in flags are relative to. */
  readonly from: string;
  readonly changes: readonly ChangedFile[];
}

/** @throws BandlineError FILE_MISSING or LINE_MISSING, exit 2. */
export async function findPlace(asked: AskedPlace, context: PlaceContext): Promise<FoundPlace> {
  const { root, from, changes } = context;
  const path = await withoutLinks(resolve(from, asked.file));
  const file = asRepoPath(relative(root, path).split(sep).join("/"));
  if (file === "" || file.startsWith("../") || file === ".." || resolve(root, file) !== path) {
    throw missing(`${asked.file} is not in the repository at ${root}`, "name a file of the repository, or the repository with --cwd DIR");
  }
  const stat = await lstat(path).catch(() => undefined);
  const change = changes.find((each) => each.file === file);
  if (stat?.isSymbolicLink() === true) return { file, line: asked.line, form: "symlink" };
  if (stat === undefined && change !== undefined && change.kind !== "deleted") return { file, line: asked.line, form: "gone" };
  if (stat?.isFile() !== true) throw await notThere(asked, path, change, context);
  const bytes = (await readIfThere(path)) as Buffer;
  if (isBinary(bytes)) return { file, line: asked.line, form: "binary" };
  assertLine(asked, bytes);
  return { file, line: asked.line, form: "text" };
}

/** The file itself may be a link that git keeps as one; the folders on the way to it are only a way. */
async function withoutLinks(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

async function notThere(
  { file, line }: AskedPlace,
  path: string,
  change: ChangedFile | undefined,
  { root, from }: PlaceContext,
): Promise<BandlineError> {
  if (change !== undefined) return missing(`${file} is deleted by the change`, "name a file that is there");
  if ((await lstat(path).catch(() => undefined)) !== undefined) return missing(`${file} is no file`, "name a file, not a folder");
  const atRoot = join(root, file);
  const isAtRoot = (await lstat(atRoot).catch(() => undefined))?.isFile() === true;
  const hint = isAtRoot
    ? `pnpm coverage:diff --explain ${relative(from, atRoot)}:${line}`
    : "name a file as it is seen from the folder that the command runs in";
  return missing(`there is no file ${file} in ${from}`, hint);
}

function assertLine({ file, line }: AskedPlace, bytes: Buffer): void {
  const lines = bytes.toString("utf8").split("\n");
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  if (line <= count) return;
  const message = `${file} has ${count === 1 ? "1 line" : `${count} lines`}, and no line ${line}`;
  const hint = count === 0 ? "name a file with lines" : `pnpm coverage:diff --explain ${file}:${count}`;
  throw new BandlineError({ code: "LINE_MISSING", message, hint, exitCode: EXIT.usage });
}

function missing(message: string, hint: string): BandlineError {
  return new BandlineError({ code: "FILE_MISSING", message, hint, exitCode: EXIT.usage });
}
