/** Everything that `coverage:aggregate` judges, read from disk. */
import { join } from "node:path";
import {
  BandlineError,
  EXIT,
  asRepoPath,
  createPathJoiner,
  judgeCompleteness,
  sumTests,
  type MergeProgress,
  type Problem,
  type ReportFormat,
  type SourceRecord,
  type TestFacts,
} from "@repo/coverage-core";
import { blobIdOf, modifiedAt, readIfThere, type Repository } from "@repo/coverage-io";
import { folderOf, namedReports, packageReports, type ReportFile } from "./find-reports.js";
import { gatherTests } from "./gather-tests.js";
import { goModules } from "./go-modules.js";
import { loadPolicy, type LoadedPolicy } from "./load-policy.js";
import { createNotices, type Notices } from "./notices.js";
import { readReports, type MergedReports } from "./read-reports.js";

export interface GatheredAggregate {
  readonly repository: Repository;
  readonly policy: LoadedPolicy;
  readonly reports: readonly ReportFile[];
  readonly merged: MergedReports;
  /** Text that was measured, by file; where nobody recorded it, the text that is there now, marked so. */
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly tests: ReadonlyMap<string, TestFacts>;
  /** What speaks against all tests having run and been counted. */
  readonly incomplete: readonly Problem[];
  readonly commit: string;
  readonly notices: Notices;
}

export interface AggregateRequest {
  readonly repository: Repository;
  /** What `inputs` are relative to. */
  readonly from: string;
  /** `--input`: files or globs; empty for the reports of every package. */
  readonly inputs: readonly string[];
  /** `--format-in`: the format of all of them. */
  readonly formatIn?: ReportFormat | undefined;
  /** `--tests`: test reports, files or globs. */
  readonly tests?: readonly string[] | undefined;
  /** `--strict`: packages that no report speaks of are missed even where `inputs` says which reports are meant. */
  readonly strict?: boolean | undefined;
  /** Receives the merged lcov, piece by piece; it is of no use where gathering throws. */
  readonly write: (piece: Uint8Array) => void;
  readonly tell?: ((progress: MergeProgress) => void) | undefined;
}

export async function gatherAggregate(request: AggregateRequest): Promise<GatheredAggregate> {
  const { repository, from, inputs, tests = [], strict = false } = request;
  const policy = await loadPolicy(repository.root);
  const notices = createNotices();
  const { packages, policyOf } = policy;
  const { reports, missing } = await wantedReports({ from, inputs, repository, policy });
  const files = await repository.files();
  const pathMaps = [...(policy.repo?.pathMaps ?? []), ...(await goModules(repository.root, files))];
  const joinPath = createPathJoiner({ files, root: repository.root, pathMaps });
  const merged = await readReports(reports, { ...request, joinPath, notices });
  if (merged.matched === 0) {
    notices.add({
      code: "PATHS_UNMATCHED",
      message: `no path of ${reports.map(({ name }) => name).join(", ")} is a file of this repository`,
    });
  }
  const { runs, unread } = await gatherTests({ root: repository.root, packages, reports, named: tests, from });
  const expectsAll = strict || inputs.length === 0;
  const reported = expectsAll ? reportedPackages(policy, reports, merged) : new Set<string>();
  return {
    repository,
    policy,
    reports,
    merged,
    sources: await recordedSources(repository.root, merged),
    tests: sumTests(runs),
    incomplete: judgeCompleteness({ packages, expectsAll, files, policyOf, reported, missing, runs, unread }),
    commit: (await repository.head()).sha.slice(0, 7),
    notices,
  };
}

interface Wanted {
  readonly from: string;
  readonly inputs: readonly string[];
  readonly repository: Repository;
  readonly policy: LoadedPolicy;
}

/** `missing`: names of the packages whose reports were looked for and are not there. */
async function wantedReports({
  from,
  inputs,
  repository: { root },
  policy: { packages },
}: Wanted): Promise<{ readonly reports: readonly ReportFile[]; readonly missing: ReadonlySet<string> }> {
  if (inputs.length > 0) return { reports: await namedReports(inputs, from, root, packages), missing: new Set() };
  const { reports, missing } = await packageReports(root, packages);
  if (reports.length === 0) {
    throw new BandlineError({
      code: "REPORT_MISSING",
      message: `no package of ${root} has a coverage report (looked for ${packages.length} packages' coverage/lcov.info)`,
      hint: "pnpm test --coverage",
      exitCode: EXIT.data,
    });
  }
  return { reports, missing: new Set(missing.map(({ name }) => name)) };
}

/** Names of the packages that a report lies in, or speaks of. */
function reportedPackages({ packages, policyOf }: LoadedPolicy, reports: readonly ReportFile[], { files }: MergedReports): Set<string> {
  const homes = new Set(reports.map(({ folder }) => folder));
  const names = packages.filter((each) => homes.has(folderOf(each))).map(({ name }) => name);
  if (names.length === packages.length) return new Set(names);
  return new Set([...names, ...files.flatMap(({ file }) => policyOf(asRepoPath(file)).package?.name ?? [])]);
}

async function recordedSources(root: string, { files, sources, madeAt }: MergedReports): Promise<Record<string, SourceRecord>> {
  const recorded: Record<string, SourceRecord> = {};
  for (const { file } of files) {
    const known = sources[file];
    const record = known === undefined ? await textNow(join(root, file), madeAt.get(file) as number) : known;
    if (record !== undefined) recorded[file] = record;
  }
  return recorded;
}

/** The text that is there now is the one that was measured, unless it is newer than its report: then nobody knows. undefined without a file. */
async function textNow(path: string, madeAt: number): Promise<SourceRecord | undefined> {
  const bytes = await readIfThere(path);
  if (bytes === undefined) return undefined;
  const isNewer = ((await modifiedAt(path)) ?? 0) > madeAt;
  return { blob: isNewer ? null : blobIdOf(bytes), by: "aggregate" };
}
