import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { RepoPath } from "@repo/coverage-core";
import { gitEnv, gitError } from "./git.js";

const COMMAND = ["cat-file", "--batch"];

/**
 * The text of files at a commit, by one process for all of them.
 * @param commit a commit or a tree.
 * @returns texts by path, as UTF-8; a path that is not there is absent, and so is one with a line break in it, which git's protocol cannot name.
 * @throws IoError GIT_FAILED.
 */
export async function readTextsAt(root: string, commit: string, paths: readonly RepoPath[]): Promise<Map<RepoPath, string>> {
  const asked = paths.filter((path) => !/[\r\n]/.test(path));
  if (asked.length === 0) return new Map();
  const child = spawn("git", COMMAND, { cwd: root, env: gitEnv(), stdio: ["pipe", "pipe", "ignore"] });
  const questions = asked.map((path) => `${commit}:${path}\n`).join("");
  // git may end before it has read the questions; its exit code says so better than a broken pipe.
  const [, answer, ended] = await Promise.allSettled([pipeline([questions], child.stdin), buffer(child.stdout), once(child, "close")]);
  if (ended.status === "rejected") throw gitError(COMMAND, ended.reason as Error);
  const [exitCode] = ended.value as [number | null];
  if (exitCode !== 0 || answer.status === "rejected") throw gitError(COMMAND, new Error(`it ended with ${exitCode ?? "a signal"}`));
  return textsIn(answer.value, asked);
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
