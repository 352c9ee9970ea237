/** Where points come from: the commits of `coverage/summary.json`, or a history file; and the summary on disk. */
import { realpath } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { BandlineError, EXIT, asRepoPath, type TrendPoint } from "@repo/coverage-core";
import { parseHistory, parseSnapshot, pointOfSnapshot, type Domain, type Snapshot } from "@repo/coverage-core/trend";
import { readHistory, readIfThere, readTextsAt, type FoundCommit, type HistoryEntry, type Repository } from "@repo/coverage-io";
import type { Notices } from "../gather/notices.js";

export const SUMMARY = asRepoPath("coverage/summary.json");

export interface PointsRequest {
  readonly repository: Repository;
  /** undefined where there is no commit yet. */
  readonly tip: FoundCommit | undefined;
  /** Absolute: what `history` is relative to. */
  readonly from: string;
  /** `--history`. */
  readonly history: string | undefined;
  /** `--ref`, for messages; undefined where a history file is read from disk. */
  readonly ref: string | undefined;
  /** Asked for a plain history alone. */
  readonly domains: () => Promise<readonly Domain[]>;
  readonly notices: Notices;
}

export interface GatheredPoints {
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** What is wrong with the newest summary of all; null where it could be read. */
  readonly newestFault: string | null;
}

/** @throws BandlineError HISTORY_MISSING or HISTORY_MALFORMED, and IoError where git fails. */
export async function gatherPoints(request: PointsRequest): Promise<GatheredPoints> {
  const disk = await readDisk(request.repository.root);
  return request.history === undefined ? pointsOfCommits(request, disk) : pointsOfFile(request, request.history, disk);
}

interface DiskSummary {
  /** With line feeds alone: git may have put others on disk. */
  readonly text: string;
  readonly snapshot: Snapshot | string;
}

async function readDisk(root: string): Promise<DiskSummary | undefined> {
  const text = (await readIfThere(join(root, SUMMARY)))?.toString("utf8").replaceAll("\r\n", "\n");
  return text === undefined ? undefined : { text, snapshot: parseSnapshot(text) };
}

/** A snapshot as it was committed, or what is wrong with it. */
interface Recorded {
  readonly snapshot: Snapshot | string;
  readonly isOnDisk: boolean;
}

type RecordedAt = Omit<HistoryEntry<never>, "value"> & Recorded;

async function pointsOfCommits(
  { repository: { root }, tip, ref, notices }: PointsRequest,
  disk: DiskSummary | undefined,
): Promise<GatheredPoints> {
  const parse = (text: string): Recorded => ({ snapshot: parseSnapshot(text), isOnDisk: text.replaceAll("\r\n", "\n") === disk?.text });
  const { entries, isThere } = tip === undefined ? { entries: [], isThere: false } : await readHistory(root, tip.sha, SUMMARY, parse);
  const read = entries.map(({ value = MISSING, ...entry }) => ({ ...entry, ...value }));
  for (const each of unreadableOf(read)) notices.add(each);
  const points = read.flatMap(pointOfCommit);
  const last = read.at(-1);
  if (disk === undefined || (isThere && last?.isOnDisk === true)) return { points, newestFault: faultOf(last?.snapshot) };
  const left = read.findLast(({ isOnDisk }) => isOnDisk);
  if (left !== undefined && isThere) {
    const message = `${SUMMARY} on disk is that of ${left.commit.slice(0, 7)}, and ${ref ?? "HEAD"} has a later one: merge it, or pnpm coverage:aggregate`;
    notices.add({ code: "SUMMARY_OLDER", message });
  }
  return withDisk(points, disk, notices);
}

const MISSING: Recorded = { snapshot: "git does not have its text", isOnDisk: false };

/** Of another file that git took for this one under an earlier name, nothing is worth saying. */
function unreadableOf(read: readonly RecordedAt[]): { code: string; message: string }[] {
  const readable = new Set<string>([SUMMARY, ...read.filter(({ snapshot }) => typeof snapshot !== "string").map(({ path }) => path)]);
  return read.flatMap(({ snapshot, path, commit, at, subject }) => {
    if (typeof snapshot !== "string" || !readable.has(path)) return [];
    const message = `${path} at ${commit.slice(0, 7)} (${at.slice(0, 10)}, ${subject}) is left out: ${snapshot}`;
    return [{ code: "SNAPSHOT_UNREADABLE", message }];
  });
}

function pointOfCommit({ snapshot, commit, subject, at }: RecordedAt): TrendPoint[] {
  return typeof snapshot === "string" ? [] : [pointOfSnapshot(snapshot, { commit, subject, at, source: "git" })];
}

function withDisk(points: readonly TrendPoint[], { snapshot }: DiskSummary, notices: Notices): GatheredPoints {
  if (typeof snapshot === "string") {
    notices.add({ code: "SNAPSHOT_UNREADABLE", message: `${SUMMARY} on disk is left out: ${snapshot}` });
    return { points, newestFault: snapshot };
  }
  const point = pointOfSnapshot(snapshot, { commit: null, subject: null, at: snapshot.generatedAt, source: "disk" });
  return { points: [...points, point], newestFault: null };
}

function faultOf(snapshot: Snapshot | string | undefined): string | null {
  return typeof snapshot === "string" ? snapshot : null;
}

async function pointsOfFile(request: PointsRequest, name: string, disk: DiskSummary | undefined): Promise<GatheredPoints> {
  const { notices, domains } = request;
  const text = await historyText(request, name);
  const { points, notices: told } = parseHistory(text, name, text.includes('"coverage_history"') ? await domains() : []);
  for (const each of told) notices.add(each);
  const last = points.at(-1);
  const isNewer = disk !== undefined && (last === undefined || typeof disk.snapshot === "string" || disk.snapshot.generatedAt > last.at);
  return isNewer ? withDisk(points, disk, notices) : { points, newestFault: null };
}

/** With `--ref` as it is there. @throws BandlineError HISTORY_MISSING. */
async function historyText({ repository: { root }, tip, from, ref }: PointsRequest, name: string): Promise<string> {
  const path = resolve(await realpath(from), name);
  const file = asRepoPath(relative(root, path).split(sep).join("/"));
  const text =
    ref === undefined ? (await readIfThere(path))?.toString("utf8") : (await readTextsAt(root, (tip as FoundCommit).sha, [file])).get(file);
  if (text !== undefined) return text;
  throw new BandlineError({
    code: "HISTORY_MISSING",
    message: ref === undefined ? `there is no file ${path}` : `${ref} has no file ${file}`,
    hint: "name the file with --history FILE, or leave it out: then the commits of coverage/summary.json are read",
    exitCode: EXIT.data,
  });
}
