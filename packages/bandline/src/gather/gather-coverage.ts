/** Reports → coverage of the changed files only: the other records are split off, but not parsed. */
import {
  BandlineError,
  EXIT,
  findRecords,
  mergeCoverage,
  nameOf,
  parseRecord,
  type FileCoverage,
  type Notice,
  type PathJoiner,
  type RepoPath,
  type SourceRecord,
} from "@repo/coverage-core";
import { modifiedAt, openReport } from "@repo/coverage-io";
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
  readonly hasPathMaps: boolean;
  readonly warn: (notice: Notice) => void;
}

/** @throws BandlineError or IoError, exit 3, for a report that cannot be trusted: missing, empty, malformed, ambiguous, or of another repository. */
export async function gatherCoverage({ reports, changed, warn, ...request }: CoverageRequest): Promise<ChangedCoverage> {
  const parts = new Map<RepoPath, [FileCoverage, ...FileCoverage[]]>();
  const pick = createPick(changed, request);
  for (const report of reports) {
    using open = openReport(report.path);
    for (const { record, as: file } of findRecords(open, report.name, (path) => pick.fileOf(path, report))) {
      const coverage = { ...parseRecord(record, report.name, warn), file };
      const same = parts.get(file);
      if (same === undefined) parts.set(file, [coverage]);
      else same.push(coverage);
    }
  }
  if (!pick.isAnyMatched()) throw unmatched(reports);
  return {
    byFile: new Map([...parts].map(([file, same]) => [file, mergeCoverage(same)])),
    ...(await sourcesBeside(reports, [...changed])),
  };
}

/** Which text of these files was measured, and when. @throws BandlineError SOURCES_MALFORMED. */
export async function sourcesBeside(
  reports: readonly ReportFile[],
  files: readonly RepoPath[],
): Promise<Pick<ChangedCoverage, "sources" | "madeAt">> {
  const sources = new Map<string, SourceRecord>();
  let madeAt = Number.POSITIVE_INFINITY;
  for (const { path } of reports) {
    for (const [file, source] of Object.entries((await readSources(path, files)) ?? {}))
      sources.set(file, mergeRecord(sources.get(file), source));
    madeAt = Math.min(madeAt, (await modifiedAt(path)) ?? madeAt);
  }
  return { sources, madeAt };
}

interface Picker {
  /** @returns the changed file that a report's path means; undefined where it means another, or none. */
  readonly fileOf: (path: string, report: ReportFile) => RepoPath | undefined;
  /** Whether any path asked for so far is a file of the repository. */
  readonly isAnyMatched: () => boolean;
}

/** Without path maps a joined path keeps its last part, so a path that ends like no changed file need not be joined. */
function createPick(changed: ReadonlySet<RepoPath>, { joinPath, hasPathMaps }: Pick<CoverageRequest, "joinPath" | "hasPathMaps">): Picker {
  const names = new Set([...changed].map(nameOf));
  let isMatched = false;
  return {
    isAnyMatched: () => isMatched,
    fileOf(path, report) {
      if (isMatched && !hasPathMaps && !names.has(nameOf(path.replaceAll("\\", "/")))) return undefined;
      const joined = joinPath(path, report.folder);
      if ("candidates" in joined) {
        assertNotNeeded(joined.candidates, path, (file) => changed.has(file), report);
        return undefined;
      }
      isMatched = true;
      return changed.has(joined.file) ? joined.file : undefined;
    },
  };
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
