/** The change and the policy: the first that `coverage:diff` asks for, so that git is at work while the rest of the program is loaded. */
import { openFolder, openRepository, readRepoManifest, resolveBase, type SourceTree } from "@repo/coverage-io";
import { changesOfDiffFile, changesSince, type Changes } from "./gather-changes.js";
import type { LoadedPolicy } from "./load-policy.js";
import type { Notices } from "./notices.js";

export interface DiffRequest {
  /** Absolute: the repository, or a folder in it. */
  readonly cwd: string;
  /** Absolute: what paths in flags are relative to. */
  readonly from: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly base?: string;
  readonly diffFile?: string;
  readonly lcov?: readonly string[];
  readonly guard: boolean;
  readonly baseline?: string;
  readonly ignoreWhitespace?: boolean;
}

export interface OpenedChange {
  readonly tree: SourceTree;
  readonly changes: Changes;
  readonly policy: LoadedPolicy;
}

/** @throws what opening the repository, its manifests and its diff throw; the first of them, where several fail. */
export async function openChange(request: DiffRequest, notices: Notices): Promise<OpenedChange> {
  const { base, env, ignoreWhitespace = false } = request;
  if (request.diffFile === undefined) {
    const tree = await openRepository(request.cwd);
    const resolving = resolveBase(tree, { flag: base, env, manifest: () => statedBase(tree.root) });
    const reading = resolving.then((found) => changesSince(tree, found, { ignoreWhitespace }));
    // Parsing manifests would keep git's answers waiting: the longest question is asked before.
    await Promise.allSettled([resolving]);
    // Where several fail, the first of them in this order is told.
    const [policy, changes] = await Promise.allSettled([load(tree.root), reading, tree.files()]);
    return { tree, policy: valueOf(policy), changes: valueOf(changes) };
  }
  const tree = await openRepository(request.cwd).catch((error: unknown): Promise<SourceTree> => openFolder(request.cwd, error));
  if (ignoreWhitespace) {
    notices.add({ code: "WHITESPACE_JUDGED", message: "--diff-file is judged as it is: for --ignore-whitespace make it with git diff -w" });
  }
  const changes = await changesOfDiffFile(request.diffFile, request.from, request.stdin);
  return { tree, policy: await load(tree.root), changes };
}

/** The parser of manifests takes long to load. */
async function load(root: string): Promise<LoadedPolicy> {
  return (await import("./load-policy.js")).loadPolicy(root);
}

/** A manifest that does not hold the word states no base, and is not parsed for it. */
async function statedBase(root: string): Promise<string | undefined> {
  const source = await readRepoManifest(root);
  if (source === null || !/\bbase\b|\\/.test(source.text)) return undefined;
  return (await import("./load-policy.js")).baseIn(source);
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "fulfilled") return settled.value;
  throw settled.reason;
}
