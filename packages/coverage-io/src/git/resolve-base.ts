import type { DiffBase } from "@repo/coverage-core";
import { ENVIRONMENT, IoError } from "../io-error.js";
import type { Git } from "./git.js";
import type { Repository } from "./open-repository.js";
import { askRarely } from "./rare-questions.js";

export interface BaseOptions {
  /** `--base`. */
  readonly flag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asked for `base` of repo.manifest.ts where nothing before it tells the base. */
  readonly manifest?: () => Promise<string | undefined>;
}

/** CI's words for "what this change is to be merged into", and whether they name a branch or a commit. */
const CI_BASES: readonly { readonly variable: string; readonly is: "branch" | "commit" }[] = [
  { variable: "GITHUB_BASE_REF", is: "branch" },
  { variable: "CI_MERGE_REQUEST_DIFF_BASE_SHA", is: "commit" },
  { variable: "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", is: "branch" },
  { variable: "BITBUCKET_PR_DESTINATION_BRANCH", is: "branch" },
  { variable: "SYSTEM_PULLREQUEST_TARGETBRANCH", is: "branch" },
  { variable: "CHANGE_TARGET", is: "branch" },
  { variable: "BUILDKITE_PULL_REQUEST_BASE_BRANCH", is: "branch" },
];

const DEFAULT_BASES = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

interface Wanted {
  /** Refs to try; the first that exists is the base. */
  readonly refs: readonly string[];
  readonly chosenBy: string;
}

/**
 * What the change is compared with, first that applies: `--base`, CI's environment, the manifest, then the usual branches.
 * @throws IoError BASE_NOT_FOUND, NO_MERGE_BASE or SHALLOW_CLONE, each with the command that mends it.
 */
export async function resolveBase(repository: Repository, options: BaseOptions): Promise<DiffBase> {
  const { git, root } = repository;
  const wanted = await wantedBase(options);
  const merged = options.flag === undefined ? await pullRequestBase(git, options.env) : undefined;
  const found = merged ?? (await firstThatExists(repository, wanted));
  const { ref, sha, chosenBy, mergeBase } = found;
  if (mergeBase === undefined) throw await noMergeBase(repository, ref);
  // Whether the tree is clean takes git a look at every file; most runs need not wait for it here.
  const isLastCommit = mergeBase === found.head && wanted.chosenBy !== "flag" && !(await repository.head()).dirty;
  return isLastCommit ? lastCommit(git, root, found.head) : { ref, sha, mergeBase, chosenBy };
}

async function wantedBase({ flag, env, manifest }: BaseOptions): Promise<Wanted> {
  if (flag !== undefined) return { refs: [flag], chosenBy: "flag" };
  for (const { variable, is } of CI_BASES) {
    const value = env[variable]?.replace(/^refs\/heads\//, "");
    if (value === undefined || value === "") continue;
    return { refs: is === "commit" ? [value] : [`origin/${value}`, value], chosenBy: `env:${variable}` };
  }
  const stated = await manifest?.();
  if (stated !== undefined) return { refs: [stated], chosenBy: "manifest" };
  return { refs: DEFAULT_BASES, chosenBy: "default" };
}

/** CI checks out a merge of the base and the change: its first parent is the base. Without CI's word, a merge commit is just a commit. */
async function pullRequestBase(git: Git, env: BaseOptions["env"]): Promise<Found | undefined> {
  if (!/^refs\/pull\/\d+\/merge$/.test(env["GITHUB_REF"] ?? "")) return undefined;
  if ((await commitOf(git, "HEAD^2")) === undefined) return undefined;
  const related = await relate(git, "HEAD^1");
  return related === undefined ? undefined : { ref: "HEAD^1", chosenBy: "pull-request-merge", ...related };
}

interface Related {
  readonly sha: string;
  readonly head: string;
  /** The best of the common commits; undefined where there is none. */
  readonly mergeBase: string | undefined;
}

interface Found extends Related {
  readonly ref: string;
  readonly chosenBy: string;
}

/**
 * git names both ends of `HEAD...ref`, the last first, and then what they have in common, the best first. Source: gitrevisions(7), builtin/rev-parse.c.
 * The ref stands behind HEAD, so one that begins with `-` is no option.
 */
async function relate(git: Git, ref: string): Promise<Related | undefined> {
  const [sha, head, common] = (await git.ask("rev-parse", `HEAD...${ref}^{commit}`))?.split("\n") ?? [];
  if (sha === undefined || head === undefined) return undefined;
  return { sha, head, mergeBase: common?.startsWith("^") === true ? common.slice(1) : undefined };
}

async function firstThatExists(repository: Repository, { refs, chosenBy }: Wanted): Promise<Found> {
  for (const ref of refs) {
    const related = await relate(repository.git, ref);
    if (related !== undefined) return { ref, chosenBy, ...related };
  }
  await repository.head(); // which says so where there is no commit at all
  if (chosenBy !== "flag" && (await isShallow(repository.root)))
    throw shallow(`the clone is shallow and does not hold ${refs.join(" or ")}`);
  const remote = /^origin\/(.+)$/.exec(refs[0] ?? "")?.[1];
  throw new IoError({
    code: "BASE_NOT_FOUND",
    message: `no commit is called ${refs.join(" or ")} (chosen by ${chosenBy})`,
    hint:
      remote === undefined || chosenBy === "default"
        ? "name a commit that exists: pnpm coverage:diff --base REF"
        : `git fetch origin ${remote}:refs/remotes/origin/${remote}`,
    exitCode: ENVIRONMENT,
  });
}

/** `^{commit}` behind it makes a name of whatever it is, also of what begins with `-`. */
async function commitOf(git: Git, ref: string): Promise<string | undefined> {
  return (await git.ask("rev-parse", "--verify", `${ref}^{commit}`))?.trim();
}

async function noMergeBase({ root, ...repository }: Repository, ref: string): Promise<IoError> {
  await repository.head();
  if (await isShallow(root)) return shallow(`the clone is shallow and has no common commit with ${ref}`);
  return new IoError({
    code: "NO_MERGE_BASE",
    message: `HEAD and ${ref} have no common commit`,
    hint: "name a base with a common history: pnpm coverage:diff --base REF",
    exitCode: ENVIRONMENT,
  });
}

/** A push to the base branch itself is judged on its last commit; the first commit of all on everything it holds. */
async function lastCommit(git: Git, root: string, head: string): Promise<DiffBase> {
  const parent = await commitOf(git, "HEAD^");
  if (parent !== undefined) return { ref: "HEAD^", sha: parent, mergeBase: parent, chosenBy: "last-commit" };
  if (await isShallow(root)) throw shallow(`the clone holds only ${head.slice(0, 7)}, not the commit before it`);
  const emptyTree = await askRarely(root, "hash-object", "-t", "tree", "/dev/null");
  return { ref: "(nothing)", sha: emptyTree, mergeBase: emptyTree, chosenBy: "first-commit" };
}

async function isShallow(root: string): Promise<boolean> {
  return (await askRarely(root, "rev-parse", "--is-shallow-repository")) === "true";
}

function shallow(message: string): IoError {
  return new IoError({
    code: "SHALLOW_CLONE",
    message,
    hint: "git fetch --unshallow (on GitHub: actions/checkout with fetch-depth: 0)",
    exitCode: ENVIRONMENT,
  });
}
