/** Reports → coverage of the changed files only: the other records are split off, but not parsed. */
import {
  BandlineError,
  EXIT,
  byText,
  findRecords,
  mergeCoverage,
  nameOf,
  parseRecord,
  seekRecords,
  type ByteSource,
  type FileCoverage,
  type Notice,
  type PathJoiner,
  type Picked,
  type RepoPath,
  type SourceRecord,
} from "@repo/coverage-core";
import { modifiedAt, openReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import { mergeRecord, readSources, type RecordedSources } from "./read-sources.js";

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
  /** Asked for where a report has to be read whole. */
  readonly pathJoiner: () => PathJoiner;
  readonly hasPathMaps: boolean;
  readonly warn: (notice: Notice) => void;
}

/** @throws BandlineError or IoError, exit 3, for a report that cannot be trusted: missing, empty, malformed, ambiguous, or of another repository. */
export async function gatherCoverage(request: CoverageRequest): Promise<ChangedCoverage> {
  const { reports, changed, warn } = request;
  const parts = new Map<RepoPath, [FileCoverage, ...FileCoverage[]]>();
  const files = [...changed].sort(byText);
  const beside = await Promise.all(reports.map(({ path }) => readSources(path, files)));
  let isMatched = false;
  for (const [index, report] of reports.entries()) {
    using open = openReport(report.path);
    const sought = soughtIn(open, files, beside[index], { ...request, report });
    const { picked, isAnyMatched }: PickedRecords = sought ?? pickedFrom(open, { ...request, report, isMatched });
    isMatched ||= isAnyMatched;
    for (const { record, as: file } of picked) {
      const coverage = parseRecord(record, report.name, warn, file);
      const same = parts.get(file);
      if (same === undefined) parts.set(file, [coverage]);
      else same.push(coverage);
    }
  }
  if (!isMatched) throw unmatched(reports);
  return {
    byFile: new Map([...parts].map(([file, same]) => [file, mergeCoverage(same)])),
    ...(await measuredText(reports, beside)),
  };
}

interface OneRequest extends CoverageRequest {
  readonly report: ReportFile;
}

interface PickedRecords {
  readonly picked: readonly Picked<RepoPath>[];
  /** Whether any path met so far is a file of the repository. */
  readonly isAnyMatched: boolean;
}

/** Out of the report that aggregate wrote, whose paths are those of the repository's files. @returns undefined for any other, or where a file is not in it. */
function soughtIn(
  open: ByteSource,
  files: readonly RepoPath[],
  beside: RecordedSources | undefined,
  { report, hasPathMaps }: OneRequest,
): PickedRecords | undefined {
  if (beside?.orderedBytes !== open.size || hasPathMaps || report.folder !== "") return undefined;
  const picked = seekRecords(open, files)?.map((record) => ({ record, as: record.file as RepoPath }));
  return picked === undefined ? undefined : { picked, isAnyMatched: true };
}

function pickedFrom(open: ByteSource, { report, isMatched, ...request }: OneRequest & { readonly isMatched: boolean }): PickedRecords {
  const pick = createPick(request, isMatched);
  const picked = findRecords(open, report.name, { pick: (path) => pick.fileOf(path, report), mayPick: pick.mayBe });
  return { picked, isAnyMatched: pick.isAnyMatched() };
}

/** Which text of these files was measured, and when. @throws BandlineError SOURCES_MALFORMED. */
export async function sourcesBeside(
  reports: readonly ReportFile[],
  files: readonly RepoPath[],
): Promise<Pick<ChangedCoverage, "sources" | "madeAt">> {
  return measuredText(reports, await Promise.all(reports.map(({ path }) => readSources(path, files))));
}

async function measuredText(
  reports: readonly ReportFile[],
  beside: readonly (RecordedSources | undefined)[],
): Promise<Pick<ChangedCoverage, "sources" | "madeAt">> {
  const sources = new Map<string, SourceRecord>();
  for (const each of beside)
    for (const [file, source] of Object.entries(each?.sources ?? {})) sources.set(file, mergeRecord(sources.get(file), source));
  let madeAt = Number.POSITIVE_INFINITY;
  for (const { path } of reports) madeAt = Math.min(madeAt, (await modifiedAt(path)) ?? madeAt);
  return { sources, madeAt };
}

interface Picker {
  /** Whether a path that ends in this part could be a changed file. */
  readonly mayBe: (name: string) => boolean;
  /** @returns the changed file that a report's path means; undefined where it means another, or none. */
  readonly fileOf: (path: string, report: ReportFile) => RepoPath | undefined;
  /** Whether any path asked for so far is a file of the repository. */
  readonly isAnyMatched: () => boolean;
}

/** Without path maps a joined path keeps its last part, so a path that ends like no changed file need not be joined. */
function createPick(
  { changed, pathJoiner, hasPathMaps }: Pick<CoverageRequest, "changed" | "pathJoiner" | "hasPathMaps">,
  wasMatched: boolean,
): Picker {
  const names = new Set([...changed].map(nameOf));
  const joinPath = pathJoiner();
  let isMatched = wasMatched;
  return {
    isAnyMatched: () => isMatched,
    mayBe: (name) => !isMatched || hasPathMaps || names.has(name),
    fileOf(path, report) {
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
