/** Everything that `coverage:diff` judges, read from disk and from git. */
import {
  createPathJoiner,
  gatedPolicy,
  type FileCoverage,
  type GuardInput,
  type LostLines,
  type PolicyOf,
  type RepoPath,
  type SourceState,
} from "@repo/coverage-core";
import { openFolder, openRepository, type SourceTree } from "@repo/coverage-io";
import { asBaseline } from "./as-baseline.js";
import { currentReports } from "./current-reports.js";
import { namedReports, type ReportFile } from "./find-reports.js";
import { gatherBaseline, type ComparedCoverage } from "./gather-baseline.js";
import { changesOfDiffFile, changesSince, type Changes } from "./gather-changes.js";
import { gatherCoverage, type ChangedCoverage } from "./gather-coverage.js";
import { gatherGuard } from "./gather-guard.js";
import { gatherSources } from "./gather-sources.js";
import { loadPolicy, type LoadedPolicy } from "./load-policy.js";
import { noteRefreshed, type Notices } from "./notices.js";

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

export interface GatheredDiff {
  /** Absolute, without links. */
  readonly root: string;
  readonly policy: LoadedPolicy;
  readonly changes: Changes;
  /** Every file of the repository. */
  readonly files: readonly RepoPath[];
  readonly policyOf: PolicyOf;
  readonly coverageOf: (file: RepoPath) => FileCoverage | undefined;
  /** The gated files that could be read. */
  readonly sources: ReadonlyMap<RepoPath, SourceState>;
  /** Files whose coverage is not what it was; empty without a baseline. */
  readonly lost: ReadonlyMap<RepoPath, LostLines>;
  /** null where the guard is switched off. */
  readonly guard: GuardInput | null;
}

/** @throws what its parts throw; reports are read only where a changed file may need coverage. */
export async function gatherDiff(request: DiffRequest, notices: Notices): Promise<GatheredDiff> {
  const opened = await open(request, notices);
  const { tree, changes, policy } = opened;
  const files = await tree.files();
  const { policyOf } = policy;
  const needing = changes.files.filter(({ file, kind, lines }) => kind === "text" && lines.length > 0 && policyOf(file).exempt === null);
  const changed = new Set(needing.map(({ file }) => file));
  const reports = changed.size === 0 && request.baseline === undefined ? [] : await reportsOf(request, opened, notices);
  const pathMaps = policy.repo?.pathMaps ?? [];
  const read = { root: tree.root, files, pathMaps, reports, warn: notices.add };
  const ofChanges =
    changed.size === 0
      ? NOTHING_MEASURED
      : await gatherCoverage({ ...read, changed, joinPath: createPathJoiner(read), hasPathMaps: pathMaps.length > 0 });
  const baseline = await baselineReports(request, opened);
  const compared = baseline.length === 0 ? NOTHING_COMPARED : await gatherBaseline({ ...read, baseline, changes: changes.files, policyOf });
  const coverage = bothOf(ofChanges, compared);
  const coverageOf = (file: RepoPath) => coverage.byFile.get(file);
  const gated = [...changed].filter((file) => gatedPolicy(file, { policyOf, coverageOf }).exempt === null);
  const sources = await gatherSources(tree.root, [...new Set([...gated, ...compared.lost.keys()])], coverage, notices.add);
  const guard = request.guard ? await gatherGuard(tree.root, { ...changes, files: changes.whole }, policy, files) : null;
  if (guard === null)
    notices.add({ code: "GUARD_OFF", message: "--no-guard: nobody looked for ignore hints, skipped tests and lowered bands" });
  return { root: tree.root, policy, changes, files, policyOf, coverageOf, sources, lost: compared.lost, guard };
}

const NOTHING_MEASURED: ChangedCoverage = { byFile: new Map(), sources: new Map(), madeAt: Number.POSITIVE_INFINITY };
const NOTHING_COMPARED: ComparedCoverage = { ...NOTHING_MEASURED, lost: new Map() };

/** What the changed files were read for wins: it is the same report. */
function bothOf(ofChanges: ChangedCoverage, compared: ChangedCoverage): ChangedCoverage {
  return {
    byFile: new Map([...compared.byFile, ...ofChanges.byFile]),
    sources: new Map([...compared.sources, ...ofChanges.sources]),
    madeAt: Math.min(compared.madeAt, ofChanges.madeAt),
  };
}

interface Opened {
  readonly tree: SourceTree;
  readonly changes: Changes;
  readonly policy: LoadedPolicy;
}

async function open(request: DiffRequest, notices: Notices): Promise<Opened> {
  const { base, env, ignoreWhitespace = false } = request;
  if (request.diffFile === undefined) {
    const tree = await openRepository(request.cwd);
    const loading = loadPolicy(tree.root);
    const manifest = async () => (await loading).repo?.base;
    const reading = changesSince(tree, { flag: base, env, manifest, ignoreWhitespace });
    // Where several fail, the first of them in this order is told.
    const [policy, changes] = await Promise.allSettled([loading, reading, tree.files()]);
    return { tree, policy: valueOf(policy), changes: valueOf(changes) };
  }
  const tree = await openRepository(request.cwd).catch((error: unknown): Promise<SourceTree> => openFolder(request.cwd, error));
  if (ignoreWhitespace) {
    notices.add({ code: "WHITESPACE_JUDGED", message: "--diff-file is judged as it is: for --ignore-whitespace make it with git diff -w" });
  }
  const changes = await changesOfDiffFile(request.diffFile, request.from, request.stdin);
  return { tree, policy: await loadPolicy(tree.root), changes };
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === "fulfilled") return settled.value;
  throw settled.reason;
}

async function baselineReports({ baseline, from }: DiffRequest, { tree, policy }: Opened): Promise<readonly ReportFile[]> {
  return baseline === undefined ? [] : asBaseline(() => namedReports([baseline], from, tree.root, policy.packages));
}

async function reportsOf(request: DiffRequest, { tree, policy }: Opened, notices: Notices): Promise<readonly ReportFile[]> {
  const { reports, refreshed } = await currentReports(tree.root, request.from, request.lcov ?? [], policy);
  noteRefreshed(refreshed, notices);
  return reports;
}
