/** Everything else that `coverage:diff` judges: reports, sources, and what the guard compares. */
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
import { asBaseline } from "./as-baseline.js";
import { currentReports } from "./current-reports.js";
import { namedReports, type ReportFile } from "./find-reports.js";
import { gatherBaseline, type ComparedCoverage } from "./gather-baseline.js";
import type { Changes } from "./gather-changes.js";
import { gatherCoverage, type ChangedCoverage } from "./gather-coverage.js";
import { gatherGuard } from "./gather-guard.js";
import { gatherSources } from "./gather-sources.js";
import type { LoadedPolicy } from "./load-policy.js";
import { noteRefreshed, type Notices } from "./notices.js";
import type { DiffRequest, OpenedChange } from "./open-change.js";

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
export async function gatherDiff(request: DiffRequest, opened: OpenedChange, notices: Notices): Promise<GatheredDiff> {
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
      : await gatherCoverage({ ...read, changed, pathJoiner: () => createPathJoiner(read), hasPathMaps: pathMaps.length > 0 });
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

async function baselineReports({ baseline, from }: DiffRequest, { tree, policy }: OpenedChange): Promise<readonly ReportFile[]> {
  return baseline === undefined ? [] : asBaseline(() => namedReports([baseline], from, tree.root, policy.packages));
}

async function reportsOf(request: DiffRequest, { tree, policy }: OpenedChange, notices: Notices): Promise<readonly ReportFile[]> {
  const { reports, refreshed } = await currentReports(tree.root, request.from, request.lcov ?? [], policy);
  noteRefreshed(refreshed, notices);
  return reports;
}
