/** A report that is not lcov, in the form in which `readReports` merges it. */
import {
  isAbsolutePath,
  normalisePath,
  readReportBytes,
  withoutDocstrings,
  type FileCoverage,
  type Notice,
  type PathJoiner,
  type OtherFormat,
  type StatedCounts,
} from "@repo/coverage-core";
import type { ReportFile } from "./find-reports.js";

export interface OtherReport {
  readonly files: readonly FileCoverage[];
  readonly stated: ReadonlyMap<string, StatedCounts>;
  readonly provider: string;
  readonly percentCovered: number | null;
}

export interface OtherRequest {
  readonly report: ReportFile;
  /** `--format-in`; undefined where it is to be recognised. */
  readonly formatIn: OtherFormat | undefined;
  readonly joinPath: PathJoiner;
  /** A report's path → the repository's, with a word where that is not clear. */
  readonly toRepo: (path: string) => string;
  /** The text of a file of the repository as it is now; undefined where there is none. */
  readonly textOf: (file: string) => Promise<string | undefined>;
  readonly warn: (notice: Notice) => void;
}

/** @throws BandlineError, exit 3. */
export async function readOtherReport(bytes: Uint8Array, request: OtherRequest): Promise<OtherReport> {
  const { report, formatIn, joinPath, toRepo, textOf, warn } = request;
  const parsed = await readReportBytes(bytes, report.name, warn, formatIn);
  const placed = parsed.files.map((coverage) => ({
    coverage: { ...coverage, file: toRepo(inRoots(coverage.file, parsed.roots, report, joinPath)) },
    counts: parsed.stated.get(coverage.file),
    uncounted: parsed.uncounted.get(coverage.file) ?? 0,
  }));
  const files: FileCoverage[] = [];
  for (const { coverage, uncounted } of placed) {
    const text = uncounted === 0 ? undefined : await textOf(coverage.file);
    files.push(text === undefined ? coverage : withoutDocstrings(coverage, text, uncounted));
  }
  return {
    files,
    stated: onlyOnce(placed.flatMap(({ coverage, counts }) => (counts === undefined ? [] : [[coverage.file, counts]]))),
    provider: parsed.provider,
    percentCovered: parsed.percentCovered,
  };
}

/** The first of the report's own folders in which there is such a file; without one the path itself. */
function inRoots(file: string, roots: readonly string[], { folder }: ReportFile, joinPath: PathJoiner): string {
  if (isAbsolutePath(normalisePath(file))) return file;
  return roots.map((root) => `${root}/${file}`).find((path) => "file" in joinPath(path, folder)) ?? file;
}

/** Two paths of a report may mean one file; counts without places cannot be united. */
function onlyOnce(entries: readonly (readonly [string, StatedCounts])[]): Map<string, StatedCounts> {
  const times = new Map<string, number>();
  for (const [file] of entries) times.set(file, (times.get(file) ?? 0) + 1);
  return new Map(entries.filter(([file]) => times.get(file) === 1));
}
