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
import { readIfThere, readReport } from "@repo/coverage-io";
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
  /** `v8`, `istanbul`, or `lcov` where no report tells; several are joined by `+`. */
  readonly provider: string;
}

/** @throws BandlineError or IoError, exit 3, for the first report that cannot be trusted. */
export async function readReports(reports: readonly ReportFile[], joinPath: PathJoiner, notices: Notices): Promise<MergedReports> {
  const parts = await Promise.all(reports.map((report) => readOne(report, joinPath, notices)));
  const byFile = new Map<string, [FileCoverage, ...FileCoverage[]]>();
  for (const file of parts.flatMap((part) => part.files)) {
    const same = byFile.get(file.file);
    if (same === undefined) byFile.set(file.file, [file]);
    else same.push(file);
  }
  const sources: Record<string, SourceRecord> = {};
  for (const [file, record] of parts.flatMap((part) => Object.entries(part.sources))) sources[file] = mergeRecord(sources[file], record);
  return {
    files: [...byFile.values()].map(mergeCoverage),
    matched: new Set(parts.flatMap((part) => part.matched)).size,
    statements: onceOnly(parts.map((part) => part.statements)),
    sources,
    provider: [...new Set(parts.map((part) => part.provider))].sort().join("+"),
  };
}

interface OneReport {
  readonly files: readonly FileCoverage[];
  readonly matched: readonly string[];
  readonly statements: ReadonlyMap<string, Counts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
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
  return { files, matched, statements, provider, sources: (await readSources(report.path)) ?? {} };
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

function onceOnly(maps: readonly ReadonlyMap<string, Counts>[]): Map<string, Counts> {
  const seen = new Map<string, Counts | undefined>();
  for (const [file, counts] of maps.flatMap((map) => [...map])) seen.set(file, seen.has(file) ? undefined : counts);
  return new Map([...seen].filter((entry): entry is [string, Counts] => entry[1] !== undefined));
}
