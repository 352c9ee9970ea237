/** Reports, opened: their format recognised, their records found, and what lies beside them read. */
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  HEAD_BYTES,
  bytesBetween,
  indexRecords,
  isOtherReport,
  istanbulProvider,
  normalisePath,
  parseIstanbulStatements,
  renderLcov,
  searchWindow,
  sourceOf,
  type MergeInput,
  type PathJoiner,
  type ReportFormat,
  type SourceRecord,
  type StatedCounts,
} from "@repo/coverage-core";
import { modifiedAt, readIfThere, type OpenReport } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";
import type { Notices } from "./notices.js";
import { readOtherReport } from "./read-other-report.js";
import { createSourcesReader } from "./read-sources.js";

/** A report whose records are found, and not yet read. */
export interface OneReport {
  /** `fileOf` is there where the report's reader has joined its paths already. */
  readonly input: Omit<MergeInput, "fileOf"> & Partial<Pick<MergeInput, "fileOf">>;
  readonly report: ReportFile;
  readonly stated: ReadonlyMap<string, StatedCounts>;
  /** Reports of one folder have one and the same. */
  readonly sources: Readonly<Record<string, SourceRecord>>;
  /** In milliseconds since the epoch. */
  readonly madeAt: number;
  readonly provider: string;
  readonly percentCovered: number | null;
}

/** The repository's files, and how paths are joined to them. */
export interface KnownFiles {
  readonly files: ReadonlySet<string>;
  readonly joinPath: PathJoiner;
}

export interface OpenRequest {
  /** The repository's. */
  readonly root: string;
  /** Waited for where a report's reader needs it: lcov is passed through while git lists the files. */
  readonly known: Promise<KnownFiles>;
  readonly notices: Notices;
  /** `--format-in`; undefined where each report's format is to be recognised. */
  readonly formatIn?: ReportFormat | undefined;
}

/** @returns a function that opens one report after the other. It throws BandlineError or IoError, exit 3, for one that cannot be trusted. */
export function createReportOpener(request: OpenRequest): (opened: OpenReport, report: ReportFile) => Promise<OneReport> {
  const readSources = createSourcesReader();
  const searched = searchWindow();
  const { root, known, notices, formatIn } = request;
  return async (opened, report) => {
    // In between, what git says of the files is heard.
    await setImmediate();
    const isOther =
      formatIn !== "lcov" && (formatIn !== undefined || isOtherReport(bytesBetween(opened, 0, Math.min(opened.size, HEAD_BYTES))));
    const read = isOther ? await otherReport(opened, report, { root, known, notices, formatIn }) : LCOV;
    const told = [...read.stated.values()].some(({ statements }) => statements !== undefined)
      ? read
      : { ...read, ...(await statementsBeside(report, read.stated, known)) };
    const { source = opened } = read.input;
    const index = indexRecords(source, report.name, searched);
    return {
      ...told,
      report,
      input: { name: report.name, warn: notices.add, ...read.input, source, index },
      madeAt: (await modifiedAt(report.path)) ?? 0,
      sources: (await readSources(report.path))?.sources ?? {},
    };
  };
}

type ReadReport = Pick<OneReport, "stated" | "provider" | "percentCovered"> & { readonly input: Partial<MergeInput> };

/** What lcov does not tell. */
const LCOV: ReadReport = { stated: new Map(), provider: "lcov", percentCovered: null, input: {} };

type OtherRequest = OpenRequest & Pick<Parameters<typeof readOtherReport>[1], "formatIn">;

/** What another format says is in memory as lcov. */
async function otherReport(opened: OpenReport, report: ReportFile, { root, known, notices, formatIn }: OtherRequest): Promise<ReadReport> {
  const { files: here, joinPath } = await known;
  const toRepo = repoPathsOf(report, joinPath, notices);
  const textOf = async (file: string) => (here.has(file) ? (await readIfThere(join(root, file)))?.toString("utf8") : undefined);
  const asked = { report, formatIn, joinPath, toRepo, textOf, warn: notices.add };
  const { files, ...told } = await readOtherReport(bytesBetween(opened, 0, opened.size), asked);
  // Its reader has joined its paths, and has warned.
  return { ...told, input: { source: sourceOf(Buffer.from(renderLcov(files))), fileOf: (path) => path, warn: () => {} } };
}

/** @returns for a path of the report the file that it means; a path that is in no repository stays as it is. */
export function repoPathsOf({ folder, name }: ReportFile, joinPath: PathJoiner, notices: Notices): (path: string) => string {
  return (path) => {
    const joined = joinPath(path, folder);
    if ("file" in joined) return joined.file;
    if (joined.candidates.length > 0)
      notices.add({ code: "PATH_AMBIGUOUS", message: `${name}: ${path} could be ${joined.candidates.join(" or ")}` });
    return normalisePath(path);
  };
}

/** @returns what is stated, with the statements of the `coverage-final.json` in the report's folder; nothing where there is none. */
async function statementsBeside(
  report: ReportFile,
  stated: OneReport["stated"],
  known: Promise<KnownFiles>,
): Promise<Partial<Pick<OneReport, "stated" | "provider">>> {
  const path = join(dirname(report.path), "coverage-final.json");
  const text = (await readIfThere(path))?.toString("utf8");
  if (text === undefined) return {};
  const { joinPath } = await known;
  const counts = [...parseIstanbulStatements(text, path)].map(([path, statements]) => {
    const joined = joinPath(path, report.folder);
    const file = "file" in joined ? joined.file : normalisePath(path);
    return [file, { ...stated.get(file), statements }] as const;
  });
  return { stated: new Map([...stated, ...counts]), provider: istanbulProvider(text) };
}
