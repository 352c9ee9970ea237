import { realpath, stat } from "node:fs/promises";
import type { DiffHead, RepoPath } from "@repo/coverage-core";
import { findFiles } from "../files/find-files.js";
import { ENVIRONMENT, IoError } from "../io-error.js";
import { createGit, type Git } from "./git.js";

/** A folder of sources, whether git knows it or not. */
export interface SourceTree {
  /** Absolute, without links. */
  readonly root: string;
  /** Tracked files and untracked ones that are not ignored, as they are on disk. */
  files(): Promise<RepoPath[]>;
}

export interface Repository extends SourceTree {
  readonly git: Git;
  /** @throws IoError NO_COMMIT in a repository without one. */
  head(): Promise<DiffHead>;
}

/** @throws IoError NOT_A_REPOSITORY, FOLDER_MISSING or GIT_MISSING. */
export async function openRepository(cwd: string): Promise<Repository> {
  const folder = await existingFolder(cwd);
  const root = (await createGit(folder).run("rev-parse", "--show-toplevel")).replace(/\r?\n$/, "");
  const git = createGit(root);
  return {
    root,
    git,
    async head() {
      const sha = await git.ask("rev-parse", "--verify", "HEAD");
      if (sha === undefined) {
        throw new IoError({ code: "NO_COMMIT", message: `${root} has no commit yet`, hint: "git commit", exitCode: ENVIRONMENT });
      }
      const status = await git.run("status", "--porcelain", "--untracked-files=normal");
      return { sha: sha.trim(), dirty: status !== "" };
    },
    async files() {
      const known = nulSeparated(await git.run("ls-files", "--cached", "--others", "--exclude-standard", "-z"));
      const deleted = new Set(nulSeparated(await git.run("ls-files", "--deleted", "-z")));
      return known.filter((file) => !deleted.has(file));
    },
  };
}

/** The folder alone, for a diff that was handed in. @throws `error` again where git knows a repository here, but cannot read it. */
export async function openFolder(cwd: string, error: unknown): Promise<SourceTree> {
  if (!(error instanceof IoError) || !["NOT_A_REPOSITORY", "GIT_MISSING"].includes(error.code)) throw error;
  const root = await existingFolder(cwd);
  return { root, files: async () => (await findFiles("**", root)) as RepoPath[] };
}

async function existingFolder(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) return await realpath(path);
  } catch {
    // What is not there and what is no folder are mended alike.
  }
  throw new IoError({
    code: "FOLDER_MISSING",
    message: `there is no folder ${path}`,
    hint: "name an existing folder with --cwd DIR",
    exitCode: ENVIRONMENT,
  });
}

/** Names as git prints them with `-z`: never quoted. */
export function nulSeparated(text: string): RepoPath[] {
  return [...new Set(text.split("\0").filter((name) => name !== ""))] as RepoPath[];
}
