/** Reports → the coverage of each file of the repository, merged. */
import { dirname, join } from "node:path";
import {
  isOtherReport,
  istanbulProvider,
  mergeCoverage,
  normalisePath,
  parseIstanbulStatements,
  parseRecord,
  splitRecords,
  type FileCoverage,
  type PathJoiner,
  type ReportFormat,
  type SourceRecord,
  type StatedCounts,
} from "@repo/coverage-core";
import { modifiedAt, readIfThere, readReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import type { Notices } from "./notices.js";
import { readOtherReport } from "./read-other-report.js";
import { mergeRecord, readSources } from "./read-sources.js";

export interface MergedReports {
  /** One entry a file, in no order; a path that is in no repository stays as its report has it. */
  readonly files: readonly FileCoverage[];
  /** How many of `files` are in the repository. */
  readonly matched: number;
  /** What reports count without places; a file that more than one report measured is left out, because counts cannot be united. */
  readonly stated: ReadonlyMap<string, StatedCounts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  /** When the oldest report of each file was made, in milliseconds since the epoch. */
  readonly madeAt: ReadonlyMap<string, number>;
  /** `v8`, `istanbul`, or the format where no report tells; several are joined by `+`. */
  readonly provider: string;
  /** coverage.py's own figure, of lines and arms together, by report. */
  readonly percentCovered: Readonly<Record<string, number>>;
}

/** @throws BandlineError or IoError, exit 3, for the first report that cannot be trusted. */
export async function readReports(
  reports: readonly ReportFile[],
  joinPath: PathJoiner,
  notices: Notices,
  formatIn?: ReportFormat,
): Promise<MergedReports> {
  const parts = await Promise.all(reports.map((report) => readOne(report, joinPath, notices, formatIn)));
  const byFile = new Map<string, [Measured, ...Measured[]]>();
  for (const measured of parts.flatMap((part) => part.files.map((coverage) => ({ coverage, part })))) {
    const same = byFile.get(measured.coverage.file);
    if (same === undefined) byFile.set(measured.coverage.file, [measured]);
    else same.push(measured);
  }
  const sources: Record<string, SourceRecord> = {};
  for (const [file, record] of parts.flatMap((part) => Object.entries(part.sources))) sources[file] = mergeRecord(sources[file], record);
  return {
    files: [...byFile.values()].map(([first, ...more]) => mergeCoverage([first.coverage, ...more.map(({ coverage }) => coverage)])),
    matched: new Set(parts.flatMap((part) => part.matched)).size,
    stated: new Map([...byFile].flatMap(([file, same]) => statedOf(file, same))),
    sources,
    madeAt: new Map([...byFile].map(([file, same]) => [file, Math.min(...same.map(({ part }) => part.madeAt))])),
    provider: [...new Set(parts.map((part) => part.provider))].sort().join("+"),
    percentCovered: Object.fromEntries(
      parts.flatMap(({ name, percentCovered }) => (percentCovered === null ? [] : [[name, percentCovered]])),
    ),
  };
}

/** A file in one report. */
interface Measured {
  readonly coverage: FileCoverage;
  readonly part: OneReport;
}

interface OneReport {
  readonly name: string;
  readonly files: readonly FileCoverage[];
  readonly matched: readonly string[];
  readonly stated: ReadonlyMap<string, StatedCounts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly madeAt: number;
  readonly provider: string;
  readonly percentCovered: number | null;
}

async function readOne(report: ReportFile, joinPath: PathJoiner, notices: Notices, formatIn?: ReportFormat): Promise<OneReport> {
  const matched: string[] = [];
  const toRepo = (path: string) => {
    const joined = joinPath(path, report.folder);
    if ("file" in joined) matched.push(joined.file);
    else if (joined.candidates.length > 0)
      notices.add({ code: "PATH_AMBIGUOUS", message: `${report.name}: ${path} could be ${joined.candidates.join(" or ")}` });
    return "file" in joined ? joined.file : normalisePath(path);
  };
  const bytes = await readReport(report.path);
  const warn = notices.add;
  const isOther = formatIn !== "lcov" && (formatIn !== undefined || isOtherReport(bytes));
  const read = isOther
    ? await readOtherReport(bytes, { report, formatIn, joinPath, toRepo, warn })
    : {
        ...LCOV,
        files: splitRecords(bytes, report.name).map((each) => parseRecord(each, report.name, warn, toRepo(each.file))),
      };
  const known = [...read.stated.values()].some(({ statements }) => statements !== undefined)
    ? read
    : { ...read, ...(await statementsBeside(report, read.stated, joinPath)) };
  const madeAt = (await modifiedAt(report.path)) ?? 0;
  return { ...known, name: report.name, matched, madeAt, sources: (await readSources(report.path))?.sources ?? {} };
}

/** What lcov does not tell. */
const LCOV = { stated: new Map<string, StatedCounts>(), provider: "lcov", percentCovered: null };

/** @returns what is stated, with the statements of the `coverage-final.json` in the report's folder; nothing where there is none. */
async function statementsBeside(
  report: ReportFile,
  stated: OneReport["stated"],
  joinPath: PathJoiner,
): Promise<Partial<Pick<OneReport, "stated" | "provider">>> {
  const path = join(dirname(report.path), "coverage-final.json");
  const text = (await readIfThere(path))?.toString("utf8");
  if (text === undefined) return {};
  const counts = [...parseIstanbulStatements(text, path)].map(([path, statements]) => {
    const joined = joinPath(path, report.folder);
    const file = "file" in joined ? joined.file : normalisePath(path);
    return [file, { ...stated.get(file), statements }] as const;
  });
  return { stated: new Map([...stated, ...counts]), provider: istanbulProvider(text) };
}

function statedOf(file: string, [first, ...more]: readonly [Measured, ...Measured[]]): [string, StatedCounts][] {
  const counts = first.part.stated.get(file);
  return counts === undefined || more.some(({ part }) => part !== first.part) ? [] : [[file, counts]];
}
