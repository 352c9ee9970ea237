import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { ChangedFile, RepoPath } from "@repo/coverage-core";
import { readIfThere } from "../files/read-files.js";
import { DATA, IoError } from "../io-error.js";
import type { Repository } from "./open-repository.js";

/** Every option that a user's configuration could turn, turned the way the parser reads it. */
const FORCED = [
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--find-renames",
  "-l1000",
  "-O/dev/null",
  "--diff-algorithm=histogram",
  "--unified=0",
  "--inter-hunk-context=0",
  "--submodule=short",
  "--ignore-submodules=none",
];

export interface DiffOptions {
  /** Only these files, as text whatever attributes say (`*.ts -diff` calls source binary); all where it is left out. */
  readonly asText?: readonly RepoPath[];
  /** As `git diff -w`: a file that changed in whitespace alone has no hunk, and is left out where its name and mode stayed too. */
  readonly ignoreWhitespace?: boolean;
}

/**
 * One diff, from a commit to the files on disk: committed, staged and unstaged changes together. Untracked files are not in it.
 * @param onChunk receives the unified diff's bytes in order.
 */
export async function streamDiff(
  { git }: Repository,
  from: string,
  onChunk: (chunk: Uint8Array) => void,
  { asText, ignoreWhitespace = false }: DiffOptions = {},
): Promise<void> {
  const chosen = asText === undefined ? ["--"] : ["--text", "--", ...asText];
  const whitespace = ignoreWhitespace ? ["--ignore-all-space"] : [];
  await git.stream(["--literal-pathspecs", "--no-optional-locks", "diff", ...FORCED, ...whitespace, from, ...chosen], onChunk);
}

/** @returns untracked files that are not ignored, every line of each changed, in the order of their names. */
export async function readUntracked({ root, ...repository }: Pick<Repository, "root" | "untracked">): Promise<ChangedFile[]> {
  const changes: ChangedFile[] = [];
  // One after the other: a folder of build output that nobody ignores can hold more files than a process may open.
  for (const file of await repository.untracked()) {
    const change = await untracked(root, file);
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

/** @returns undefined where the file has gone since git saw it. */
async function untracked(root: string, file: RepoPath): Promise<ChangedFile | undefined> {
  const added = { file, oldFile: null, lines: [], hunks: [] };
  // A repository inside the repository is listed with a slash at its end.
  if (file.endsWith("/")) return { ...added, kind: "submodule" };
  const path = join(root, file);
  if ((await lstat(path).catch(() => undefined))?.isSymbolicLink() === true) return { ...added, kind: "symlink" };
  const bytes = await readIfThere(path);
  if (bytes === undefined) {
    assertNameIsWhole(file);
    return undefined;
  }
  if (isBinary(bytes)) return { ...added, kind: "binary" };
  const count = lineCount(bytes);
  const lines = Array.from({ length: count }, (_, index) => index + 1);
  return { ...added, kind: "text", lines, hunks: count === 0 ? [] : [{ oldStart: 1, oldCount: 0, newStart: 1, newCount: count }] };
}

/** @throws IoError for a name that is not UTF-8: such a file is there, and may not count as gone. */
function assertNameIsWhole(file: RepoPath): void {
  if (!file.includes("\uFFFD")) return;
  throw new IoError({
    code: "FILE_UNREADABLE",
    message: `${file}: its name is not UTF-8`,
    hint: "rename the file, or let git ignore it",
    exitCode: DATA,
  });
}

/** git calls a file binary by a NUL among its first 8,000 bytes. Source: git's xdiff-interface.c, `buffer_is_binary`. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}

function lineCount(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return bytes.length > 0 && bytes.at(-1) !== 10 ? count + 1 : count;
}
