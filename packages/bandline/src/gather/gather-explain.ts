/** What `--explain` needs beside the verdict: reports and sources of lines that need not have changed. Read only where it is asked for. */
import { join } from "node:path";
import {
  citeRecord,
  createPathJoiner,
  explainLine,
  findRecords,
  gatedPolicy,
  type DiffVerdict,
  type ExplainedLine,
  type LineInput,
  type PathJoiner,
  type RecordCitation,
  type RepoPath,
} from "@repo/coverage-core";
import { openReport } from "@repo/coverage-io";
import { faultOf } from "../command/to-problem.js";
import { currentReports } from "./current-reports.js";
import type { ReportFile } from "./find-reports.js";
import { findPlace, type AskedPlace, type FoundPlace } from "./find-place.js";
import { noteRefreshed, type Notices } from "./notices.js";
import { gatherCoverage, type ChangedCoverage } from "./gather-coverage.js";
import type { GatheredDiff } from "./gather-diff.js";
import type { DiffRequest } from "./open-change.js";
import { gatherSources } from "./gather-sources.js";
import { tellFreshness } from "./tell-freshness.js";

/** @throws BandlineError FILE_MISSING or LINE_MISSING; a report that cannot be used is told of in the answer. */
export async function gatherExplain(
  asked: readonly AskedPlace[],
  request: DiffRequest,
  gathered: GatheredDiff,
  verdict: DiffVerdict,
  notices: Notices,
): Promise<ExplainedLine[]> {
  const { root, changes } = gathered;
  const places: FoundPlace[] = [];
  for (const each of asked) places.push(await findPlace(each, { root, from: request.from, changes: changes.files }));
  const explained: ExplainedLine[] = [];
  for (const place of places)
    explained.push(await explainPlace(place, await measuredOf(place.file, request, gathered, notices), gathered, verdict));
  return explained;
}

/** Warnings belong to the verdict; of a line that is explained the answer itself says the same. */
const UNSAID = () => undefined;

async function explainPlace(
  place: FoundPlace,
  measured: MeasuredFile,
  gathered: GatheredDiff,
  verdict: DiffVerdict,
): Promise<ExplainedLine> {
  const { file, line, form } = place;
  const coverage = measured.coverage.byFile.get(file);
  const sources = form === "text" ? await gatherSources(gathered.root, [file], measured.coverage, UNSAID) : new Map<RepoPath, never>();
  const source = sources.get(file);
  const input: LineInput = {
    file,
    line,
    coverage,
    source,
    policy: gatedPolicy(file, { policyOf: gathered.policyOf, coverageOf: () => coverage }),
    change: gathered.changes.files.find((each) => each.file === file),
    verdict: verdict.files.find((each) => each.file === file),
  };
  const explanation = explainLine(input);
  const speaks = source?.freshness !== "stale";
  const records = measured.cite(speaks ? explanation.execution.statementLine : null);
  return {
    explanation,
    text: source?.text,
    outside: outsideOf(place, gathered),
    coverage: { records, why: measured.fault ?? recordsWhy(records, measured.reports, speaks) },
    freshness: await tellFreshness(join(gathered.root, file), source, measured.coverage, file),
  };
}

/** Why no diff could have the file. */
function outsideOf({ file, form }: FoundPlace, { files, changes }: GatheredDiff): string | undefined {
  if (form === "binary" || form === "symlink") return `a ${form === "binary" ? "binary file" : "symbolic link"} has no lines to judge`;
  const isKnown = changes.files.some((each) => each.file === file) || files.includes(file);
  return isKnown ? undefined : "git ignores the file, so no change has it";
}

interface MeasuredFile {
  readonly coverage: ChangedCoverage;
  readonly reports: readonly ReportFile[];
  /** Why there are no reports to speak of; undefined where there are. */
  readonly fault: string | undefined;
  readonly cite: (statementLine: number | null) => RecordCitation[];
}

/** By the same reading as the verdict's; a fault in it is the verdict's only where a changed file needs the report. */
async function measuredOf(
  file: RepoPath,
  request: DiffRequest,
  { root, files, policy }: GatheredDiff,
  notices: Notices,
): Promise<MeasuredFile> {
  const pathMaps = policy.repo?.pathMaps ?? [];
  const joinPath = createPathJoiner({ files, root, pathMaps });
  try {
    const { reports, refreshed } = await currentReports(root, request.from, request.lcov ?? [], policy);
    noteRefreshed(refreshed, notices);
    const changed = new Set([file]);
    const coverage = await gatherCoverage({ reports, changed, pathJoiner: () => joinPath, hasPathMaps: pathMaps.length > 0, warn: UNSAID });
    return { coverage, reports, fault: undefined, cite: (line) => reports.flatMap((report) => citations(file, line, report, joinPath)) };
  } catch (error) {
    const { problem } = faultOf(error);
    const coverage = { byFile: new Map(), sources: new Map(), madeAt: 0 };
    return { coverage, reports: [], fault: `${problem.code}: ${problem.message}`, cite: () => [] };
  }
}

function citations(file: RepoPath, statementLine: number | null, report: ReportFile, joinPath: PathJoiner): RecordCitation[] {
  using open = openReport(report.path);
  const isOfFile = (path: string) => {
    const joined = joinPath(path, report.folder);
    return "file" in joined && joined.file === file ? true : undefined;
  };
  return findRecords(open, report.name, { pick: isOfFile }).map(({ record }) => citeRecord(record, report.name, statementLine));
}

function recordsWhy(records: readonly RecordCitation[], reports: readonly ReportFile[], speaks: boolean): string {
  if (records.length === 0) return `no record of ${reports.map(({ name }) => name).join(", ")} is of the file`;
  const count =
    records.length === 1 ? "1 record is of the file" : `${records.length} records are of the file, and their counts are added up`;
  return speaks ? count : `${count}, but of another text of it`;
}
