/** Reports → coverage of the changed files only: the other records are split off, but not parsed. */
import {
  BandlineError,
  EXIT,
  mergeCoverage,
  parseWithLcovParse,
  splitRecords,
  type FileCoverage,
  type Notice,
  type PathJoiner,
  type RepoPath,
  type SourceRecord,
} from "@repo/coverage-core";
import { modifiedAt, readReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import { mergeRecord, readSources } from "./read-sources.js";

export interface ChangedCoverage {
  readonly byFile: ReadonlyMap<RepoPath, FileCoverage>;
  /** Which text was measured, by file; a file that is absent was not recorded. */
  readonly sources: ReadonlyMap<string, SourceRecord>;
  /** When the oldest report was made, in milliseconds since the epoch. */
  readonly madeAt: number;
}

export interface CoverageRequest {
  readonly reports: readonly ReportFile[];
  readonly changed: ReadonlySet<RepoPath>;
  readonly joinPath: PathJoiner;
  readonly warn: (notice: Notice) => void;
}

/** @throws BandlineError or IoError, exit 3, for a report that cannot be trusted: missing, empty, malformed, ambiguous, or of another repository. */
export async function gatherCoverage({ reports, changed, joinPath, warn }: CoverageRequest): Promise<ChangedCoverage> {
  const parts = new Map<RepoPath, [FileCoverage, ...FileCoverage[]]>();
  const sources = new Map<string, SourceRecord>();
  let matched = 0;
  let madeAt = Number.POSITIVE_INFINITY;
  for (const report of reports) {
    for (const record of splitRecords(await readReport(report.path), report.name)) {
      const joined = joinPath(record.file, report.folder);
      if ("candidates" in joined) {
        assertNotNeeded(joined.candidates, record.file, (file) => changed.has(file), report);
        continue;
      }
      matched += 1;
      if (!changed.has(joined.file)) continue;
      const coverage = { ...parseWithLcovParse(record, report.name, warn), file: joined.file };
      const same = parts.get(joined.file);
      if (same === undefined) parts.set(joined.file, [coverage]);
      else same.push(coverage);
    }
    for (const [file, source] of Object.entries((await readSources(report.path)) ?? {}))
      sources.set(file, mergeRecord(sources.get(file), source));
    madeAt = Math.min(madeAt, (await modifiedAt(report.path)) ?? madeAt);
  }
  if (matched === 0) throw unmatched(reports);
  return { byFile: new Map([...parts].map(([file, same]) => [file, mergeCoverage(same)])), sources, madeAt };
}

/** @throws BandlineError PATH_AMBIGUOUS where a path could be a file whose coverage is needed. */
export function assertNotNeeded(
  candidates: readonly RepoPath[],
  path: string,
  isNeeded: (file: RepoPath) => boolean,
  { name }: ReportFile,
): void {
  if (!candidates.some(isNeeded)) return;
  throw new BandlineError({
    code: "PATH_AMBIGUOUS",
    message: `${name}: ${path} could be ${candidates.join(" or ")}`,
    hint: "say which folder the report's paths begin in: pathMaps in repo.manifest.ts",
    exitCode: EXIT.data,
  });
}

export function unmatched(reports: readonly ReportFile[]): BandlineError {
  return new BandlineError({
    code: "PATHS_UNMATCHED",
    message: `no path of ${reports.map(({ name }) => name).join(", ")} is a file of this repository`,
    hint: "run the tests here: pnpm test --coverage; or say which folder the report's paths begin in: pathMaps in repo.manifest.ts",
    exitCode: EXIT.data,
  });
}
