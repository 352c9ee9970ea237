/** Everything that `coverage:aggregate` judges, read from disk. */
import {
  BandlineError,
  EXIT,
  createPathJoiner,
  judgeCompleteness,
  sumTests,
  type FileCounts,
  type Problem,
  type RepoPath,
  type ReportFormat,
  type TestFacts,
} from "@repo/coverage-core";
import type { Repository } from "@repo/coverage-io";
import { folderOf, namedReports, packageReports, type ReportFile } from "./find-reports.js";
import { gatherTests } from "./gather-tests.js";
import { goModules } from "./go-modules.js";
import { loadPolicy, type LoadedPolicy } from "./load-policy.js";
import { createNotices, type Notices } from "./notices.js";
import type { KnownFiles } from "./open-reports.js";
import { readReports, type MergedReports, type MergeProgress } from "./read-reports.js";

export interface GatheredAggregate {
  readonly repository: Repository;
  readonly policy: LoadedPolicy;
  readonly reports: readonly ReportFile[];
  readonly merged: MergedReports;
  readonly tests: ReadonlyMap<string, TestFacts>;
  /** The files that tell of tests. */
  readonly testReports: readonly ReportFile[];
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
  /** Receives the counts of each file, in the order of the merged report. */
  readonly onFile?: ((file: string, counts: FileCounts) => void) | undefined;
}

export async function gatherAggregate(request: AggregateRequest): Promise<GatheredAggregate> {
  const { repository, from, inputs, tests = [], strict = false } = request;
  const { root } = repository;
  // git is at work while reports are opened and passed through.
  const listed = repository.files();
  heardLater(listed);
  const policy = await loadPolicy(root);
  const notices = createNotices();
  const { packages, policyOf } = policy;
  const { reports, missing } = await wantedReports({ from, inputs, repository, policy });
  const known = knownFiles(root, listed, policy);
  heardLater(known);
  const merged = await readReports(reports, { ...request, root, policyOf, known, notices });
  if (merged.matched === 0) {
    notices.add({
      code: "PATHS_UNMATCHED",
      message: `no path of ${reports.map(({ name }) => name).join(", ")} is a file of this repository`,
    });
  }
  const { runs, files: testReports, unread } = await gatherTests({ root, packages, reports, named: tests, from });
  const expectsAll = strict || inputs.length === 0;
  const reported = expectsAll ? reportedPackages(policy, reports, merged) : new Set<string>();
  return {
    repository,
    policy,
    reports,
    merged,
    tests: sumTests(runs),
    testReports,
    incomplete: judgeCompleteness({ packages, expectsAll, files: await listed, policyOf, reported, missing, runs, unread }),
    commit: (await repository.head()).sha.slice(0, 7),
    notices,
  };
}

/** Where something else fails first, that is told, and a fault of what nobody waits for any more is none. */
function heardLater(answer: Promise<unknown>): void {
  void Promise.allSettled([answer]);
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

async function knownFiles(root: string, listed: Promise<readonly RepoPath[]>, { repo }: LoadedPolicy): Promise<KnownFiles> {
  const files = await listed;
  const pathMaps = [...(repo?.pathMaps ?? []), ...(await goModules(root, files))];
  return { files: new Set(files), joinPath: createPathJoiner({ files, root, pathMaps }) };
}

/** Names of the packages that a report lies in, or speaks of. */
function reportedPackages({ packages }: LoadedPolicy, reports: readonly ReportFile[], { tally }: MergedReports): Set<string> {
  const homes = new Set(reports.map(({ folder }) => folder));
  const names = packages.filter((each) => homes.has(folderOf(each))).map(({ name }) => name);
  return new Set([...names, ...tally.byPackage.keys()]);
}
