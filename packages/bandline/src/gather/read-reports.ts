/** Reports → one lcov, written as it is merged, and what else they tell of each file. */
import {
  ByteWriter,
  createTally,
  mergeReports,
  recountsOf,
  uniteStated,
  type FileCounts,
  type PolicyOf,
  type ReportFormat,
  type SourceRecord,
  type Tally,
} from "@repo/coverage-core";
import { openReport, reopenedReport, type OpenReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import type { Notices } from "./notices.js";
import { createReportOpener, repoPathsOf, type KnownFiles, type OneReport } from "./open-reports.js";
import { createSourceRecorder, mergeSources } from "./record-sources.js";

export interface MergedReports {
  /** How many files there are; a path that is in no repository counts as one. */
  readonly fileCount: number;
  /** How many of them are in the repository. */
  readonly matched: number;
  /** The counts of all files. */
  readonly tally: Tally;
  /** Text that was measured, by file, in code unit order; where nobody recorded it, the text that is there now, marked so. */
  readonly sources: ReadonlyMap<string, SourceRecord>;
  /** `v8`, `istanbul`, or the format where no report tells; several are joined by `+`. */
  readonly provider: string;
  /** coverage.py's own figure, of lines and arms together, by report. */
  readonly percentCovered: Readonly<Record<string, number>>;
  /** How long the merged lcov is. */
  readonly bytes: number;
}

/** What has been done so far. */
export interface MergeProgress {
  /** Reports that have been passed through. */
  readonly reports: number;
  /** Bytes that have been read, of twice as many as the reports have. */
  readonly bytes: number;
}

export interface MergeRequest {
  /** The repository's. */
  readonly root: string;
  readonly policyOf: PolicyOf;
  readonly known: Promise<KnownFiles>;
  readonly notices: Notices;
  /** `--format-in`; undefined where each report's format is to be recognised. */
  readonly formatIn?: ReportFormat | undefined;
  /** Receives the merged lcov, piece by piece. */
  readonly write: (piece: Uint8Array) => void;
  readonly tell?: ((progress: MergeProgress) => void) | undefined;
  /** Receives the counts of each file, in the order of the merged report. */
  readonly onFile?: ((file: string, counts: FileCounts) => void) | undefined;
}

/** @throws BandlineError or IoError, exit 3, for the first report that cannot be trusted; what was written until then is of no use. */
export async function readReports(reports: readonly ReportFile[], request: MergeRequest): Promise<MergedReports> {
  const { root, known, notices, formatIn, tell = () => {} } = request;
  const open = reports.length > MOST_OPEN ? reopenedReport : openReport;
  const openOne = createReportOpener({ root, known, notices, formatIn });
  const opened: OpenReport[] = [];
  try {
    const parts: OneReport[] = [];
    let bytes = 0;
    for (const report of reports) {
      const source = open(report.path);
      opened.push(source);
      parts.push(await openOne(source, report));
      bytes += source.size;
      tell({ reports: parts.length, bytes });
    }
    return await mergedOf(parts, request, (merged) => tell({ reports: parts.length, bytes: bytes + merged }));
  } finally {
    for (const each of opened) each[Symbol.dispose]();
  }
}

/** Systems allow a process a thousand open files, as a rule. */
const MOST_OPEN = 500;

async function mergedOf(parts: readonly OneReport[], request: MergeRequest, tell: (bytes: number) => void): Promise<MergedReports> {
  const { root, policyOf, notices } = request;
  const { files, joinPath } = await request.known;
  const writer = new ByteWriter(request.write);
  const tally = createTally(policyOf);
  const recordSource = createSourceRecorder(root, files);
  const recorded = mergeSources(parts.map((part) => part.sources));
  const sources = new Map<string, SourceRecord>();
  const recounts = recountsOf(parts.map(({ stated }) => stated));
  const inputs = parts.map(({ input, report }, place) => ({
    ...input,
    fileOf: input.fileOf ?? repoPathsOf(report, joinPath, notices),
    recountOf: recounts[place],
  }));
  let [fileCount, matched] = [0, 0];
  for (const { file, counts, inputs: places } of mergeReports(inputs, writer, tell)) {
    const from = places.map((place) => parts[place] as OneReport);
    const own = tally.add(file, counts, uniteStated(from.map(({ stated }) => stated.get(file))));
    request.onFile?.(file, own);
    let source: SourceRecord | undefined = recorded.get(file);
    // Not by `??`: v8 miscounts its arms where one awaits.
    if (source === undefined) source = await recordSource(file, Math.min(...from.map(({ madeAt }) => madeAt)));
    if (source !== undefined) sources.set(file, source);
    fileCount += 1;
    if (files.has(file)) matched += 1;
  }
  writer.flush();
  return {
    fileCount,
    matched,
    tally,
    sources,
    provider: [...new Set(parts.map((part) => part.provider))].sort().join("+"),
    percentCovered: Object.fromEntries(
      parts.flatMap(({ input: { name }, percentCovered }) => (percentCovered === null ? [] : [[name, percentCovered]])),
    ),
    bytes: writer.size,
  };
}
