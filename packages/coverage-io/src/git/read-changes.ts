import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChangedFile, RepoPath } from "@repo/coverage-core";
import { nulSeparated, type Repository } from "./open-repository.js";

/** Every option that a user's configuration could turn, turned the way the parser reads it. */
const FORCED = [
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--no-relative",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--find-renames",
  "--diff-algorithm=histogram",
  "--unified=0",
  "--inter-hunk-context=0",
  "--submodule=short",
  "--ignore-submodules=none",
  "--full-index",
];

/**
 * One diff, from a commit to the files on disk: committed, staged and unstaged changes together. Untracked files are not in it.
 * @param onChunk receives the unified diff's bytes in order.
 */
export async function streamDiff({ git }: Repository, from: string, onChunk: (chunk: Uint8Array) => void): Promise<void> {
  await git.stream(["diff", ...FORCED, from, "--"], onChunk);
}

/** @returns untracked files that are not ignored, every line of each changed, in the order of their names. */
export async function readUntracked({ git, root }: Repository): Promise<ChangedFile[]> {
  const names = nulSeparated(await git.run("ls-files", "--others", "--exclude-standard", "-z"));
  return Promise.all(names.map((file) => untracked(root, file)));
}

async function untracked(root: string, file: RepoPath): Promise<ChangedFile> {
  const added = { file, oldFile: null, lines: [], hunks: [] };
  // A repository inside the repository is listed with a slash at its end.
  if (file.endsWith("/")) return { ...added, kind: "submodule" };
  const path = join(root, file);
  if ((await lstat(path)).isSymbolicLink()) return { ...added, kind: "symlink" };
  const bytes = await readFile(path);
  if (bytes.subarray(0, FIRST_BYTES).includes(0)) return { ...added, kind: "binary" };
  const count = lineCount(bytes);
  const lines = Array.from({ length: count }, (_, index) => index + 1);
  return { ...added, kind: "text", lines, hunks: count === 0 ? [] : [{ oldStart: 1, oldCount: 0, newStart: 1, newCount: count }] };
}

/** git calls a file binary by a NUL among its first 8,000 bytes. Source: git's xdiff-interface.c, `buffer_is_binary`. */
const FIRST_BYTES = 8_000;

function lineCount(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return bytes.length > 0 && bytes.at(-1) !== 10 ? count + 1 : count;
}
