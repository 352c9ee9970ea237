/** A git worktree of its own for each story: what an agent does there, the main tree does not see. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openRepository, type Git } from "bandline/command";
import type { WorkPlace } from "../files/open-work.js";
import type { Story } from "../story/parse-story.js";
import type { Desk } from "./model.js";

/** Relative to the repository. */
export const WORKTREES = ".sandcastle/worktrees";

export function branchOf(id: string): string {
  return `work/${id}`;
}

/**
 * The worktree that an earlier run left, as it left it, or a new one of HEAD.
 * @throws IoError GIT_FAILED with git's words.
 */
export async function openDesk(original: Story, { root }: WorkPlace): Promise<Desk> {
  const { id } = original.fields;
  const { git } = await openRepository(root);
  const branch = branchOf(id);
  const folder = join(root, WORKTREES, id);
  await mkdir(join(root, WORKTREES), { recursive: true });
  // The main tree stays clean in the eyes of git, whatever its .gitignore says.
  await writeFile(join(root, WORKTREES, ".gitignore"), "*\n");
  // One whose folder is gone is none.
  await git.run("worktree", "prune");
  if (!existsSync(join(folder, ".git"))) {
    const isThere = (await git.ask("rev-parse", "--verify", "--quiet", `refs/heads/${branch}`)) !== undefined;
    await git.run("worktree", "add", "--quiet", ...(isThere ? [folder, branch] : ["-b", branch, folder, "HEAD"]));
  }
  return { folder, branch, path: original.path, original, base: (await git.run("merge-base", "HEAD", branch)).trim() };
}

/** @returns the commit, on the branch of the desk. */
export async function commitAll({ folder }: Desk, message: string): Promise<string> {
  const { git } = await openRepository(folder);
  await git.run("add", "--all");
  await git.run("commit", "--quiet", "--no-verify", "--message", message);
  return (await git.run("rev-parse", "HEAD")).trim();
}

/** The branch stays. */
export async function closeDesk({ folder }: Desk, git: Git): Promise<void> {
  await git.run("worktree", "remove", "--force", folder);
}
