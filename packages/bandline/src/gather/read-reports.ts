/** Reports → one lcov, written as it is merged, and what else they tell of each file. */
import { dirname, join } from "node:path";
import {
  ByteWriter,
  HEAD_BYTES,
  bytesBetween,
  isOtherReport,
  istanbulProvider,
  mergeReports,
  normalisePath,
  parseIstanbulStatements,
  recountsOf,
  renderLcov,
  sourceOf,
  uniteStated,
  type MergedFile,
  type MergeInput,
  type MergeProgress,
  type PathJoiner,
  type ReportFormat,
  type SourceRecord,
  type StatedCounts,
} from "@repo/coverage-core";
import { modifiedAt, openReport, readIfThere, reopenedReport, type OpenReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import type { Notices } from "./notices.js";
import { readOtherReport } from "./read-other-report.js";
import { createSourcesReader, mergeRecord } from "./read-sources.js";

export interface MergedReports {
  /** In code unit order of their paths; a path that is in no repository stays as its report has it. */
  readonly files: readonly MergedFile[];
  /** How many of `files` are in the repository. */
  readonly matched: number;
  /** What reports count without places; of a file that more than one report measured, only what can be united. */
  readonly stated: ReadonlyMap<string, StatedCounts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  /** When the oldest report of each file was made, in milliseconds since the epoch. */
  readonly madeAt: ReadonlyMap<string, number>;
  /** `v8`, `istanbul`, or the format where no report tells; several are joined by `+`. */
  readonly provider: string;
  /** coverage.py's own figure, of lines and arms together, by report. */
  readonly percentCovered: Readonly<Record<string, number>>;
  /** How long the merged lcov is. */
  readonly bytes: number;
}

export interface MergeRequest {
  readonly joinPath: PathJoiner;
  readonly notices: Notices;
  /** `--format-in`; undefined where each report's format is to be recognised. */
  readonly formatIn?: ReportFormat | undefined;
  /** Receives the merged lcov, piece by piece. */
  readonly write: (piece: Uint8Array) => void;
  readonly tell?: ((progress: MergeProgress) => void) | undefined;
}

/** @throws BandlineError or IoError, exit 3, for the first report that cannot be trusted; what was written until then is of no use. */
export async function readReports(reports: readonly ReportFile[], { write, tell, ...request }: MergeRequest): Promise<MergedReports> {
  const open = reports.length > MOST_OPEN ? reopenedReport : openReport;
  const opened: OpenReport[] = [];
  const readSources = createSourcesReader();
  try {
    const parts: OneReport[] = [];
    for (const report of reports) {
      const source = open(report.path);
      opened.push(source);
      parts.push(await openOne(source, report, { ...request, readSources }));
    }
    return mergedOf(parts, write, tell);
  } finally {
    for (const each of opened) each[Symbol.dispose]();
  }
}

/** Systems allow a process a thousand open files, as a rule. */
const MOST_OPEN = 500;

function mergedOf(parts: readonly OneReport[], write: MergeRequest["write"], tell: MergeRequest["tell"]): MergedReports {
  const writer = new ByteWriter(write);
  const recounts = recountsOf(parts.map(({ stated }) => stated));
  const files = mergeReports(
    parts.map(({ input }, place) => ({ ...input, recountOf: recounts[place] })),
    writer,
    tell,
  );
  writer.flush();
  const sources: Record<string, SourceRecord> = {};
  // Reports of one folder have one record.
  for (const each of new Set(parts.map((part) => part.sources)))
    for (const [file, record] of Object.entries(each)) sources[file] = mergeRecord(sources[file], record);
  const partOf = (input: number) => parts[input] as OneReport;
  return {
    files,
    matched: files.filter(({ file, inputs }) => inputs.some((input) => partOf(input).isMatched(file))).length,
    stated: new Map(files.flatMap(({ file, inputs }) => statedOf(file, inputs.map(partOf)))),
    sources,
    madeAt: new Map(files.map(({ file, inputs }) => [file, Math.min(...inputs.map((input) => partOf(input).madeAt))])),
    provider: [...new Set(parts.map((part) => part.provider))].sort().join("+"),
    percentCovered: Object.fromEntries(
      parts.flatMap(({ input: { name }, percentCovered }) => (percentCovered === null ? [] : [[name, percentCovered]])),
    ),
    bytes: writer.size,
  };
}

interface OneReport {
  readonly input: MergeInput;
  /** Whether a path of the report is this file of the repository. */
  readonly isMatched: (file: string) => boolean;
  readonly stated: ReadonlyMap<string, StatedCounts>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly madeAt: number;
  readonly provider: string;
  readonly percentCovered: number | null;
}

interface OneRequest extends Pick<MergeRequest, "joinPath" | "notices" | "formatIn"> {
  readonly readSources: ReturnType<typeof createSourcesReader>;
}

/** lcov is only opened; what another format says is in memory as lcov. */
async function openOne(
  opened: OpenReport,
  report: ReportFile,
  { joinPath, notices, formatIn, readSources }: OneRequest,
): Promise<OneReport> {
  const matched = new Set<string>();
  const toRepo = (path: string) => {
    const joined = joinPath(path, report.folder);
    if ("file" in joined) matched.add(joined.file);
    else if (joined.candidates.length > 0)
      notices.add({ code: "PATH_AMBIGUOUS", message: `${report.name}: ${path} could be ${joined.candidates.join(" or ")}` });
    return "file" in joined ? joined.file : normalisePath(path);
  };
  const isOther =
    formatIn !== "lcov" && (formatIn !== undefined || isOtherReport(bytesBetween(opened, 0, Math.min(opened.size, HEAD_BYTES))));
  const read = isOther ? await otherReport(opened, { report, formatIn, joinPath, toRepo, warn: notices.add }) : LCOV;
  const known = [...read.stated.values()].some(({ statements }) => statements !== undefined)
    ? read
    : { ...read, ...(await statementsBeside(report, read.stated, joinPath)) };
  return {
    ...known,
    input: { name: report.name, source: opened, fileOf: toRepo, warn: notices.add, ...read.input },
    isMatched: (file) => matched.has(file),
    madeAt: (await modifiedAt(report.path)) ?? 0,
    sources: (await readSources(report.path))?.sources ?? {},
  };
}

type ReadReport = Pick<OneReport, "stated" | "provider" | "percentCovered"> & { readonly input: Partial<MergeInput> };

/** What lcov does not tell. */
const LCOV: ReadReport = { stated: new Map(), provider: "lcov", percentCovered: null, input: {} };

async function otherReport(opened: OpenReport, request: Parameters<typeof readOtherReport>[1]): Promise<ReadReport> {
  const { files, ...told } = await readOtherReport(bytesBetween(opened, 0, opened.size), request);
  // Its reader has joined its paths, and has warned.
  return { ...told, input: { source: sourceOf(Buffer.from(renderLcov(files))), fileOf: (path) => path, warn: () => {} } };
}

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

function statedOf(file: string, same: readonly OneReport[]): [string, StatedCounts][] {
  const counts = uniteStated(same.map(({ stated }) => stated.get(file)));
  return counts === undefined ? [] : [[file, counts]];
}
