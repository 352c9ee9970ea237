/** `--baseline`: the report of the base beside the one of now, for every file that both the base and the disk have. */
import {
  BandlineError,
  EXIT,
  compareLines,
  createPathJoiner,
  mergeCoverage,
  parseRecord,
  splitRecords,
  type ChangedFile,
  type FileCoverage,
  type LcovRecord,
  type LostLines,
  type Notice,
  type PathJoiner,
  type PathMap,
  type PolicyOf,
  type RepoPath,
} from "@repo/coverage-core";
import { readReport } from "@repo/coverage-io";
import { asBaseline } from "./as-baseline.js";
import type { ReportFile } from "./find-reports.js";
import { assertNotNeeded, sourcesBeside, unmatched, type ChangedCoverage } from "./gather-coverage.js";

export interface BaselineRequest {
  /** Of the base. */
  readonly baseline: readonly ReportFile[];
  /** Of now. */
  readonly reports: readonly ReportFile[];
  readonly changes: readonly ChangedFile[];
  /** Every file of the repository as it is now. */
  readonly files: readonly RepoPath[];
  readonly root: string;
  readonly pathMaps: readonly PathMap[];
  readonly policyOf: PolicyOf;
  readonly warn: (notice: Notice) => void;
}

/** The coverage of now of the gated files whose coverage is not what it was. */
export interface ComparedCoverage extends ChangedCoverage {
  /** By what the file is called now. */
  readonly lost: ReadonlyMap<RepoPath, LostLines>;
}

/** @throws BandlineError, exit 3, with the codes of any report; a fault of the baseline says that it is one. USAGE where the two are one file. */
export async function gatherBaseline(request: BaselineRequest): Promise<ComparedCoverage> {
  assertTwoReports(request);
  const { warn, reports } = request;
  const tree = treesOf(request);
  const before = await asBaseline(() => recordsOf(request.baseline, tree.joinOld, (old) => tree.namesNow(old).length > 0));
  const wanted = new Set([...before.keys()].flatMap(tree.namesNow));
  const now = await recordsOf(reports, tree.joinNew, (file) => wanted.has(file));
  const lost = new Map<RepoPath, LostLines>();
  for (const [old, records] of before) {
    const files = tree.namesNow(old).filter((file) => tree.hunksOf(file).length > 0 || !areSame(records, now.get(file)));
    if (files.length === 0) continue;
    const { lines } = await asBaseline(() => coverageOf(records, warn));
    for (const file of files) {
      const measured = now.get(file);
      const found = compareLines(lines, measured && coverageOf(measured, warn).lines, tree.hunksOf(file));
      if (found.lost.length + found.unspoken.length > 0) lost.set(file, found);
    }
  }
  const byFile = [...lost.keys()].flatMap((file) => {
    const measured = now.get(file);
    return measured === undefined ? [] : [[file, { ...coverageOf(measured, warn), file }] as const];
  });
  return { lost, byFile: new Map(byFile), ...(await sourcesBeside(reports, [...lost.keys()])) };
}

/** A report lost nothing against itself: that would pass whatever happened. */
function assertTwoReports({ baseline, reports }: BaselineRequest): void {
  const same = baseline.find(({ path }) => reports.some((report) => report.path === path));
  if (same === undefined) return;
  throw new BandlineError({
    code: "USAGE",
    message: `--baseline ${same.name} is the report that is judged`,
    hint: "keep the base's coverage/lcov.info under another name and give that one",
    exitCode: EXIT.usage,
  });
}

interface Trees {
  readonly joinOld: PathJoiner;
  readonly joinNew: PathJoiner;
  /** What a file of the base is called now: one name, none where it is gone or not gated, or several where a diff knows copies. */
  readonly namesNow: (old: RepoPath) => readonly RepoPath[];
  readonly hunksOf: (file: RepoPath) => ChangedFile["hunks"];
}

/** The files of the base, and those of now. */
function treesOf({ changes, files, root, pathMaps, policyOf }: BaselineRequest): Trees {
  const here = new Set<RepoPath>(files);
  const changed = new Map(changes.filter(({ kind }) => kind !== "deleted").map((each) => [each.file, each]));
  const moved = new Map<RepoPath, RepoPath[]>();
  for (const { file, oldFile, kind } of changed.values()) {
    // Of what is no text on one side, no line can be followed to the other.
    if (oldFile !== null && (kind === "text" || kind === "mode")) moved.set(oldFile, [...(moved.get(oldFile) ?? []), file]);
  }
  const isNew = (file: RepoPath) => changed.has(file) && changed.get(file)?.oldFile !== file;
  const oldFiles = changes.flatMap(({ oldFile }) => (oldFile === null ? [] : [oldFile]));
  const atBase = [...files.filter((file) => !isNew(file)), ...oldFiles];
  const isGated = (file: RepoPath) => here.has(file) && policyOf(file).exempt === null;
  return {
    joinOld: createPathJoiner({ files: atBase, root, pathMaps }),
    joinNew: createPathJoiner({ files, root, pathMaps }),
    namesNow: (old) => [...(moved.get(old) ?? []), ...(changed.has(old) ? [] : [old])].filter(isGated),
    hunksOf: (file) => changed.get(file)?.hunks ?? [],
  };
}

/** A record, and the report that it is in. */
type NamedRecord = LcovRecord & { readonly report: string };
type Records = readonly [NamedRecord, ...NamedRecord[]];

async function recordsOf(
  reports: readonly ReportFile[],
  joinPath: PathJoiner,
  isWanted: (file: RepoPath) => boolean,
): Promise<Map<RepoPath, Records>> {
  const found = new Map<RepoPath, [NamedRecord, ...NamedRecord[]]>();
  let matched = 0;
  for (const report of reports) {
    for (const record of splitRecords(await readReport(report.path), report.name)) {
      const joined = joinPath(record.file, report.folder);
      if ("candidates" in joined) {
        assertNotNeeded(joined.candidates, record.file, isWanted, report);
        continue;
      }
      matched += 1;
      if (!isWanted(joined.file)) continue;
      const same = found.get(joined.file);
      const named = { ...record, report: report.name };
      if (same === undefined) found.set(joined.file, [named]);
      else same.push(named);
    }
  }
  if (matched === 0) throw unmatched(reports);
  return found;
}

/** Most files have the same record in both reports, byte for byte: nothing of them is parsed. */
function areSame([first, ...more]: Records, now: Records | undefined): boolean {
  return more.length === 0 && now?.length === 1 && now[0].bytes.equals(first.bytes);
}

function coverageOf([first, ...more]: Records, warn: (notice: Notice) => void): FileCoverage {
  const read = (record: NamedRecord) => parseRecord(record, record.report, warn);
  return mergeCoverage([read(first), ...more.map(read)]);
}
