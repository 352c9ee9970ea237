/** `--history FILE` → points: summaries, one a line, or a plain history. */
import { EXIT } from "../contract/exit-code.js";
import type { TrendPoint } from "../contract/trend.js";
import { BandlineError, type Notice } from "../failure.js";
import { jsonOf, recordOf } from "../json-value.js";
import type { Domain } from "./name-domains.js";
import { parseSnapshot, pointOfSnapshot, type Snapshot } from "./parse-snapshot.js";
import { plainEntryFault, type PlainEntry } from "./plain-history.js";
import { pointOfEntry } from "./plain-points.js";

export interface ParsedHistory {
  /** Oldest first. */
  readonly points: TrendPoint[];
  /** SNAPSHOT_UNREADABLE for what is left out. */
  readonly notices: Notice[];
}

/** @param name the file's, for messages. @throws BandlineError HISTORY_MALFORMED where nothing of it can be read. */
export function parseHistory(text: string, name: string, domains: readonly Domain[]): ParsedHistory {
  const plain = text.replace(/^\uFEFF/, "");
  const entries = recordOf(jsonOf(plain))?.["coverage_history"];
  const parsed = entries === undefined ? pointsOfLines(plain, name) : pointsOfEntries(entries, name, domains);
  const [first] = parsed.notices;
  if (parsed.points.length === 0 && first !== undefined) throw malformed(name, first.message);
  return { ...parsed, points: inOrder(parsed.points) };
}

function pointsOfEntries(entries: unknown, name: string, domains: readonly Domain[]): ParsedHistory {
  if (!Array.isArray(entries)) throw malformed(name, `${name}: coverage_history is no list`);
  const faults = entries.map(plainEntryFault);
  return {
    points: entries.filter((_, index) => faults[index] === null).map((entry) => pointOfEntry(entry as PlainEntry, domains)),
    notices: faults.flatMap((fault, index) => (fault === null ? [] : [unreadable(`${name}: coverage_history[${index}]${fault}`)])),
  };
}

/** A single summary may stand on many lines. */
function pointsOfLines(text: string, name: string): ParsedHistory {
  const whole = parseSnapshot(text);
  if (typeof whole !== "string") return { points: [pointOf(whole)], notices: [] };
  const lines = text.split("\n").map((line, index) => ({ line, place: `${name}:${index + 1}` }));
  const read = lines.filter(({ line }) => line.trim() !== "").map(({ line, place }) => ({ snapshot: parseSnapshot(line), place, line }));
  return {
    points: read.flatMap(({ snapshot }) => (typeof snapshot === "string" ? [] : [pointOf(snapshot)])),
    notices: read.flatMap(({ snapshot, place, line }) =>
      typeof snapshot === "string" ? [unreadable(`${place}${commitIn(line)}: ${snapshot}`)] : [],
    ),
  };
}

function pointOf(snapshot: Snapshot): TrendPoint {
  return pointOfSnapshot(snapshot, { commit: snapshot.measured, subject: null, at: snapshot.generatedAt, source: "file" });
}

/** A line that is cut off may still say whose it was. */
function commitIn(line: string): string {
  const commit = /"commit":\s*"([^"]{1,64})"/.exec(line)?.[1];
  return commit === undefined ? "" : ` (commit ${commit})`;
}

/** Lines may have been merged in any order, and twice. */
function inOrder(points: readonly TrendPoint[]): TrendPoint[] {
  const once = new Map(points.map((point) => [`${point.at} ${point.measured}`, point]));
  return [...once.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function unreadable(message: string): Notice {
  return { code: "SNAPSHOT_UNREADABLE", message };
}

function malformed(name: string, message: string): BandlineError {
  return new BandlineError({
    code: "HISTORY_MALFORMED",
    message,
    hint: `${name} has to be summaries, one a line, or a plain history (docs/guides/trend.md)`,
    exitCode: EXIT.data,
  });
}
