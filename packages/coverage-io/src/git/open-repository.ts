import { realpath } from "node:fs/promises";
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
  const folder = await realpath(cwd).catch((error: unknown) => {
    throw new IoError(
      {
        code: "FOLDER_MISSING",
        message: `there is no folder ${cwd}`,
        hint: "name an existing folder with --cwd DIR",
        exitCode: ENVIRONMENT,
      },
      error,
    );
  });
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
    files: async () => nulSeparated(await git.run("ls-files", "--cached", "--others", "--exclude-standard", "-z")),
  };
}

/** The folder alone, for a diff that was handed in. @throws `error` again where it is not that git knows no repository here. */
export async function openFolder(cwd: string, error: unknown): Promise<SourceTree> {
  if (!(error instanceof IoError) || error.code !== "NOT_A_REPOSITORY") throw error;
  const root = await realpath(cwd);
  return { root, files: async () => (await findFiles("**", root)) as RepoPath[] };
}

/** Names as git prints them with `-z`: never quoted. */
export function nulSeparated(text: string): RepoPath[] {
  return [...new Set(text.split("\0").filter((name) => name !== ""))] as RepoPath[];
}
