/** Everything that `coverage:diff` judges, read from disk and from git. */
import {
  createPathJoiner,
  gatedPolicy,
  type FileCoverage,
  type GuardInput,
  type PolicyOf,
  type RepoPath,
  type SourceState,
} from "@repo/coverage-core";
import { openFolder, openRepository, type SourceTree } from "@repo/coverage-io";
import { currentReports } from "./current-reports.js";
import { changesOfDiffFile, changesSince, type Changes } from "./gather-changes.js";
import { gatherCoverage, type ChangedCoverage } from "./gather-coverage.js";
import { gatherGuard } from "./gather-guard.js";
import { gatherSources } from "./gather-sources.js";
import { loadPolicy, type LoadedPolicy } from "./load-policy.js";
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
}

export interface GatheredDiff {
  /** Absolute: what files are relative to. */
  readonly root: string;
  readonly changes: Changes;
  /** Every file of the repository. */
  readonly files: readonly RepoPath[];
  readonly policyOf: PolicyOf;
  readonly coverageOf: (file: RepoPath) => FileCoverage | undefined;
  /** The gated files that could be read. */
  readonly sources: ReadonlyMap<RepoPath, SourceState>;
  /** null where the guard is switched off. */
  readonly guard: GuardInput | null;
}

/** @throws what its parts throw; reports are read only where a changed file may need coverage. */
export async function gatherDiff(request: DiffRequest, notices: Notices): Promise<GatheredDiff> {
  const { tree, changes, policy } = await open(request);
  const files = await tree.files();
  const { policyOf } = policy;
  const needing = changes.files.filter(({ file, kind, lines }) => kind === "text" && lines.length > 0 && policyOf(file).exempt === null);
  const changed = new Set(needing.map(({ file }) => file));
  const coverage = changed.size === 0 ? NOTHING_MEASURED : await measured(request, tree, files, changed, policy, notices);
  const coverageOf = (file: RepoPath) => coverage.byFile.get(file);
  const gated = [...changed].filter((file) => gatedPolicy(file, { policyOf, coverageOf }).exempt === null);
  const sources = await gatherSources(tree.root, gated, coverage, notices.add);
  const guard = request.guard ? await gatherGuard(tree.root, changes, policy, files) : null;
  if (guard === null)
    notices.add({ code: "GUARD_OFF", message: "--no-guard: nobody looked for ignore hints, skipped tests and lowered bands" });
  return { root: tree.root, changes, files, policyOf, coverageOf, sources, guard };
}

const NOTHING_MEASURED: ChangedCoverage = { byFile: new Map(), sources: new Map(), madeAt: 0 };

async function open(request: DiffRequest): Promise<{ tree: SourceTree; changes: Changes; policy: LoadedPolicy }> {
  if (request.diffFile === undefined) {
    const tree = await openRepository(request.cwd);
    const loading = loadPolicy(tree.root);
    const manifest = async () => (await loading).repo?.base;
    const reading = changesSince(tree, { flag: request.base, env: request.env, manifest });
    // Where several fail, the first of them in this order is told.
    const [policy, changes] = await Promise.allSettled([loading, reading, tree.files()]);
    return { tree, policy: valueOf(policy), changes: valueOf(changes) };
  }
  const tree = await openRepository(request.cwd).catch((error: unknown): Promise<SourceTree> => openFolder(request.cwd, error));
  const changes = await changesOfDiffFile(request.diffFile, request.from, request.stdin);
  return { tree, policy: await loadPolicy(tree.root), changes };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "fulfilled") return settled.value;
  throw settled.reason;
}

async function measured(
  request: DiffRequest,
  tree: SourceTree,
  files: readonly RepoPath[],
  changed: ReadonlySet<RepoPath>,
  policy: LoadedPolicy,
  notices: Notices,
): Promise<ChangedCoverage> {
  const { reports, refreshed } = await currentReports(tree.root, request.from, request.lcov ?? [], policy);
  if (refreshed.length > 0) {
    notices.add({ code: "REPORT_REFRESHED", message: `newer than coverage/lcov.info, so merged into it first: ${refreshed.join(", ")}` });
  }
  const pathMaps = policy.repo?.pathMaps ?? [];
  const joinPath = createPathJoiner({ files, root: tree.root, pathMaps });
  return gatherCoverage({ reports, changed, joinPath, hasPathMaps: pathMaps.length > 0, warn: notices.add });
}
