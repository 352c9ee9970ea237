import type { RepoPath } from "@repo/coverage-core";
import { spawnGit } from "./spawn-git.js";

/**
 * The text of files at a commit, by one process for all of them.
 * @param commit a commit or a tree.
 * @returns texts by path, as UTF-8; a path that is not there is absent, and so is one with a line break in it, which git's protocol cannot name.
 * @throws IoError NOT_A_REPOSITORY, GIT_MISSING or GIT_FAILED: what git did not say would pass for files that are not there.
 */
export async function readTextsAt(root: string, commit: string, paths: readonly RepoPath[]): Promise<Map<RepoPath, string>> {
  const asked = paths.filter((path) => !/[\r\n]/.test(path));
  if (asked.length === 0) return new Map();
  return textsIn(await answersTo(asked.map((path) => `${commit}:${path}\n`).join(""), root), asked);
}

async function answersTo(questions: string, root: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await spawnGit(root, { args: ["cat-file", "--batch"], input: questions, onChunk: (chunk) => void chunks.push(chunk) });
  return Buffer.concat(chunks);
}

/** The answers stand in the order of the questions: `id blob size`, the bytes, a newline; or a line that ends with `missing`. */
function textsIn(bytes: Buffer, asked: readonly RepoPath[]): Map<RepoPath, string> {
  const texts = new Map<RepoPath, string>();
  let at = 0;
  for (const path of asked) {
    const newline = bytes.indexOf(10, at);
    const size = /^[0-9a-f]+ (blob|\w+) (\d+)$/.exec(bytes.toString("utf8", at, newline));
    at = newline + 1;
    if (size === null) continue;
    const end = at + Number(size[2]);
    if (size[1] === "blob") texts.set(path, bytes.toString("utf8", at, end));
    at = end + 1;
  }
  return texts;
}
