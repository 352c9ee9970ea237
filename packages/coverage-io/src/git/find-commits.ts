import type { Git } from "./git.js";
import { spawnGit } from "./spawn-git.js";

/** The commit that a name stands for, and whether the repository has all that lies before it. */
export interface FoundCommit {
  readonly sha: string;
  readonly isShallow: boolean;
}

/** @returns undefined where git knows no commit of that name. What begins with `-` is a name too. */
export async function findCommit(git: Git, name: string): Promise<FoundCommit | undefined> {
  const [shallow, sha = ""] = (await git.ask("rev-parse", "--is-shallow-repository", `${name}^{commit}`))?.split("\n") ?? [];
  return /^[0-9a-f]+$/.test(sha) ? { sha, isShallow: shallow === "true" } : undefined;
}

/** @returns those of these ids, whole or short, that are no commit of the repository, by one process for all. */
export async function missingCommits(root: string, ids: readonly string[]): Promise<string[]> {
  const asked = ids.filter((id) => /^[0-9a-f]{4,64}$/.test(id));
  if (asked.length === 0) return [];
  const chunks: Buffer[] = [];
  const input = asked.map((id) => `${id}\n`).join("");
  await spawnGit(root, { args: ["cat-file", "--batch-check"], input, onChunk: (chunk) => void chunks.push(chunk) });
  const answers = Buffer.concat(chunks).toString("utf8").split("\n");
  return asked.filter((_, index) => answers[index]?.endsWith(" missing"));
}

/** @returns the commits on the line of first parents up to `commit` that `since` has not; undefined where the two have nothing in common. */
export async function commitsSince(git: Git, since: string, commit: string): Promise<ReadonlySet<string> | undefined> {
  if ((await git.ask("merge-base", since, commit)) === undefined) return undefined;
  const list = await git.run("rev-list", "--first-parent", `^${since}`, commit);
  return new Set(list.split("\n").filter((line) => line !== ""));
}

/** @returns when it was committed, in milliseconds since the epoch. */
export async function committedAt(git: Git, commit: string): Promise<number> {
  return Number(await git.run("show", "--no-patch", "--no-show-signature", "--format=%ct", commit)) * 1000;
}
