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

/** A repository as it was when each question was first asked: one run judges one state, and git is asked once. */
export interface Repository extends SourceTree {
  readonly git: Git;
  /** @throws IoError NO_COMMIT in a repository without one. */
  head(): Promise<DiffHead>;
  /** Files that git neither tracks nor ignores, in the order of their names. A repository inside this one ends with `/`. */
  untracked(): Promise<RepoPath[]>;
}

/** @throws IoError NOT_A_REPOSITORY, FOLDER_MISSING or GIT_MISSING. */
export async function openRepository(cwd: string): Promise<Repository> {
  const folder = await existingFolder(cwd);
  const root = (await createGit(folder).run("rev-parse", "--show-toplevel")).replace(/\r?\n$/, "");
  const git = createGit(root);
  const listed = once(async () =>
    listing(await git.run("ls-files", "-z", "-t", "--cached", "--others", "--deleted", "--exclude-standard")),
  );
  return {
    root,
    git,
    head: once(() => readHead(git, root)),
    untracked: async () => (await listed()).untracked,
    files: async () => (await listed()).files,
  };
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= act());
}

/** Without the index's lock: a commit that runs at the same time must not fail because of a report. */
async function readHead(git: Git, root: string): Promise<DiffHead> {
  const flags = ["--porcelain=v2", "--branch", "--untracked-files=normal", "--ignore-submodules=none"];
  const status = await git.run("--no-optional-locks", "status", ...flags);
  const sha = /^# branch\.oid ([0-9a-f]+)$/m.exec(status)?.[1];
  if (sha === undefined) {
    throw new IoError({ code: "NO_COMMIT", message: `${root} has no commit yet`, hint: "git commit", exitCode: ENVIRONMENT });
  }
  return { sha, dirty: /^[^#\n]/m.test(status) };
}

/** Each name behind its tag: `?` untracked, `R` removed from disk, any other letter for tracked; in a merge a name stands several times. */
function listing(text: string): { readonly files: RepoPath[]; readonly untracked: RepoPath[] } {
  const entries = text.split("\0").map((entry) => [entry.slice(0, 1), entry.slice(2) as RepoPath] as const);
  const tagged = (tag: string) => entries.filter(([each]) => each === tag).map(([, name]) => name);
  const gone = new Set(tagged("R"));
  const names = new Set(entries.map(([, name]) => name).filter((name) => name !== "" && !gone.has(name)));
  return { files: [...names], untracked: tagged("?") };
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
