import { realpath, stat } from "node:fs/promises";
import type { DiffHead, RepoPath } from "@repo/coverage-core";
import { listFiles } from "../files/find-files.js";
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

/** @throws IoError NOT_A_REPOSITORY, REPOSITORY_UNTRUSTED, FOLDER_MISSING or GIT_MISSING. */
export async function openRepository(cwd: string): Promise<Repository> {
  const folder = await existingFolder(cwd);
  const root = (await createGit(folder).run("rev-parse", "--show-toplevel")).replace(/\r?\n$/, "");
  const git = createGit(root);
  const status = once(() => readStatus(git));
  return {
    root,
    git,
    head: once(async () => headOf(await status(), root)),
    untracked: async () => (await status()).untracked,
    files: once(async () => {
      const [index, { untracked, gone }] = await Promise.all([git.run("ls-files", "-z"), status()]);
      // In a merge a name stands several times.
      const names = new Set([...index.split("\0"), ...untracked] as RepoPath[]);
      for (const name of ["" as RepoPath, ...gone]) names.delete(name);
      return [...names];
    }),
  };
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= act());
}

interface Status {
  /** undefined before the first commit. */
  readonly sha: string | undefined;
  readonly dirty: boolean;
  readonly untracked: RepoPath[];
  /** Tracked, but not on disk. */
  readonly gone: readonly RepoPath[];
}

/** Without the index's lock: a commit that runs at the same time must not fail because of a report. */
async function readStatus(git: Git): Promise<Status> {
  const flags = ["--porcelain=v2", "-z", "--branch", "--untracked-files=all", "--ignore-submodules=none", "--no-renames"];
  const entries = (await git.run("--no-optional-locks", "-c", "diff.orderFile=/dev/null", "status", ...flags))
    .split("\0")
    .filter((entry) => entry !== "");
  const changes = entries.filter((entry) => !entry.startsWith("#"));
  const sha = entries.map((entry) => /^# branch\.oid ([0-9a-f]+)$/.exec(entry)?.[1]).find((found) => found !== undefined);
  return {
    sha,
    dirty: changes.length > 0,
    untracked: changes.filter((entry) => entry.startsWith("? ")).map((entry) => entry.slice(2) as RepoPath),
    gone: changes.flatMap(goneIn),
  };
}

/** `1 XY sub mH mI mW hH hI path`, where Y is D; of a file in conflict `u XY sub m1 m2 m3 mW h1 h2 h3 path`, where mW is 0. Source: git-status(1). */
function goneIn(entry: string): RepoPath[] {
  const path = /^1 .D (?:\S+ ){6}(.*)$/s.exec(entry)?.[1] ?? /^u .. \S+ (?:\d+ ){3}0+ (?:\S+ ){3}(.*)$/s.exec(entry)?.[1];
  return path === undefined ? [] : [path as RepoPath];
}

function headOf({ sha, dirty }: Status, root: string): DiffHead {
  if (sha !== undefined) return { sha, dirty };
  throw new IoError({ code: "NO_COMMIT", message: `${root} has no commit yet`, hint: "git commit", exitCode: ENVIRONMENT });
}

/** The folder alone, for a diff that was handed in. @throws `error` again where git knows a repository here, but cannot read it. */
export async function openFolder(cwd: string, error: unknown): Promise<SourceTree> {
  if (!(error instanceof IoError) || !["NOT_A_REPOSITORY", "GIT_MISSING"].includes(error.code)) throw error;
  const root = await existingFolder(cwd);
  return { root, files: async () => (await listFiles(root)) as RepoPath[] };
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
