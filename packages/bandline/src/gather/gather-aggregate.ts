/** Everything that `coverage:aggregate` judges, read from disk. */
import { dirname, join } from "node:path";
import {
  BandlineError,
  EXIT,
  createPathJoiner,
  type MergeProgress,
  type PackageFacts,
  type ReportFormat,
  type SourceRecord,
  type TestFacts,
} from "@repo/coverage-core";
import { blobIdOf, modifiedAt, readIfThere, type Repository } from "@repo/coverage-io";
import { folderOf, namedReports, packageReports, type ReportFile } from "./find-reports.js";
import { goModules } from "./go-modules.js";
import { loadPolicy, type LoadedPolicy } from "./load-policy.js";
import { createNotices, type Notices } from "./notices.js";
import { readReports, type MergedReports } from "./read-reports.js";
import { readTests } from "./read-tests.js";

export interface GatheredAggregate {
  readonly repository: Repository;
  readonly policy: LoadedPolicy;
  readonly reports: readonly ReportFile[];
  readonly merged: MergedReports;
  /** Text that was measured, by file; where nobody recorded it, the text that is there now, marked so. */
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly tests: ReadonlyMap<string, TestFacts>;
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
  /** Receives the merged lcov, piece by piece; it is of no use where gathering throws. */
  readonly write: (piece: Uint8Array) => void;
  readonly tell?: ((progress: MergeProgress) => void) | undefined;
}

export async function gatherAggregate(request: AggregateRequest): Promise<GatheredAggregate> {
  const { repository, from, inputs } = request;
  const policy = await loadPolicy(repository.root);
  const notices = createNotices();
  const reports = await wantedReports({ from, inputs, repository, policy, notices });
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
  return {
    repository,
    policy,
    reports,
    merged,
    sources: await recordedSources(repository.root, merged),
    tests: await testsByPackage(reports, policy.packages),
    commit: (await repository.head()).sha.slice(0, 7),
    notices,
  };
}

interface Wanted {
  readonly from: string;
  readonly inputs: readonly string[];
  readonly repository: Repository;
  readonly policy: LoadedPolicy;
  readonly notices: Notices;
}

async function wantedReports({
  from,
  inputs,
  repository: { root },
  policy: { packages },
  notices,
}: Wanted): Promise<readonly ReportFile[]> {
  if (inputs.length > 0) return namedReports(inputs, from, root, packages);
  const { reports, missing } = await packageReports(root, packages);
  if (reports.length === 0) {
    throw new BandlineError({
      code: "REPORT_MISSING",
      message: `no package of ${root} has a coverage report (looked for ${packages.length} packages' coverage/lcov.info)`,
      hint: "pnpm test --coverage",
      exitCode: EXIT.data,
    });
  }
  for (const { name, manifest } of missing) {
    if (manifest !== null)
      notices.add({
        code: "PACKAGE_WITHOUT_REPORT",
        message: `${name} has a manifest and no report: pnpm test --coverage --filter ${name}`,
      });
  }
  return reports;
}

async function recordedSources(root: string, { files, sources, madeAt }: MergedReports): Promise<Record<string, SourceRecord>> {
  const recorded: Record<string, SourceRecord> = {};
  for (const { file } of files) {
    const record = sources[file] ?? (await textNow(join(root, file), madeAt.get(file) ?? 0));
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

async function testsByPackage(reports: readonly ReportFile[], packages: readonly PackageFacts[]): Promise<Map<string, TestFacts>> {
  const tests = new Map<string, TestFacts>();
  // Reports that lie in one folder were made by one run.
  const runs = new Map(reports.map((report) => [dirname(report.path), report]));
  for (const report of runs.values()) {
    const facts = await readTests(report);
    const name = packages.find((each) => folderOf(each) === report.folder)?.name;
    if (facts === undefined || name === undefined) continue;
    const known = tests.get(name) ?? { count: 0, durationMs: 0 };
    tests.set(name, { count: known.count + facts.count, durationMs: known.durationMs + facts.durationMs });
  }
  return tests;
}
