/** Reports → the coverage of each file of the repository, merged. */
import { dirname, join } from "node:path";
import {
  mergeCoverage,
  normalisePath,
  parseIstanbulStatements,
  parseRecord,
  splitRecords,
  type Counts,
  type FileCoverage,
  type PathJoiner,
  type SourceRecord,
} from "@repo/coverage-core";
import { modifiedAt, readIfThere, readReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import type { Notices } from "./notices.js";
import { mergeRecord, readSources } from "./read-sources.js";

export interface MergedReports {
  /** One entry a file, in no order; a path that is in no repository stays as its report has it. */
  readonly files: readonly FileCoverage[];
  /** How many of `files` are in the repository. */
  readonly matched: number;
  /** From reports that know statements; a file that more than one report measured is left out, because counts cannot be united. */
  readonly statements: ReadonlyMap<string, Counts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  /** When the oldest report of each file was made, in milliseconds since the epoch. */
  readonly madeAt: ReadonlyMap<string, number>;
  /** `v8`, `istanbul`, or `lcov` where no report tells; several are joined by `+`. */
  readonly provider: string;
}

/** @throws BandlineError or IoError, exit 3, for the first report that cannot be trusted. */
export async function readReports(reports: readonly ReportFile[], joinPath: PathJoiner, notices: Notices): Promise<MergedReports> {
  const parts = await Promise.all(reports.map((report) => readOne(report, joinPath, notices)));
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
    statements: new Map([...byFile].flatMap(([file, same]) => statementsOf(file, same))),
    sources,
    madeAt: new Map([...byFile].map(([file, same]) => [file, Math.min(...same.map(({ part }) => part.madeAt))])),
    provider: [...new Set(parts.map((part) => part.provider))].sort().join("+"),
  };
}

/** A file in one report. */
interface Measured {
  readonly coverage: FileCoverage;
  readonly part: OneReport;
}

interface OneReport {
  readonly files: readonly FileCoverage[];
  readonly matched: readonly string[];
  readonly statements: ReadonlyMap<string, Counts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly madeAt: number;
  readonly provider: string;
}

async function readOne(report: ReportFile, joinPath: PathJoiner, notices: Notices): Promise<OneReport> {
  const matched: string[] = [];
  const toRepo = (path: string) => {
    const joined = joinPath(path, report.folder);
    if ("file" in joined) matched.push(joined.file);
    else if (joined.candidates.length > 0)
      notices.add({ code: "PATH_AMBIGUOUS", message: `${report.name}: ${path} could be ${joined.candidates.join(" or ")}` });
    return "file" in joined ? joined.file : normalisePath(path);
  };
  const records = splitRecords(await readReport(report.path), report.name);
  const files = records.map((record) => ({ ...parseRecord(record, report.name, notices.add), file: toRepo(record.file) }));
  const { statements, provider } = await statementsBeside(report, toRepo);
  const madeAt = (await modifiedAt(report.path)) ?? 0;
  return { files, matched, statements, provider, madeAt, sources: (await readSources(report.path))?.sources ?? {} };
}

async function statementsBeside(
  report: ReportFile,
  toRepo: (path: string) => string,
): Promise<{ statements: Map<string, Counts>; provider: string }> {
  const path = join(dirname(report.path), "coverage-final.json");
  const text = (await readIfThere(path))?.toString("utf8");
  if (text === undefined) return { statements: new Map(), provider: "lcov" };
  const counts = [...parseIstanbulStatements(text, path)].map(([file, each]) => [toRepo(file), each] as const);
  // istanbul's own instrumenter signs its data with a schema; a converter from v8 does not.
  return { statements: new Map(counts), provider: text.includes('"_coverageSchema"') ? "istanbul" : "v8" };
}

function statementsOf(file: string, [first, ...more]: readonly [Measured, ...Measured[]]): [string, Counts][] {
  const counts = first.part.statements.get(file);
  return counts === undefined || more.some(({ part }) => part !== first.part) ? [] : [[file, counts]];
}
