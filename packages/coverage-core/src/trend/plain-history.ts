/** `coverage_trend.json`, in and out. By hand: a schema library takes longer to load than the file. */
import { EXIT } from "../contract/exit-code.js";
import type { PlainHistory } from "../contract/plain-history.js";
import { BandlineError } from "../failure.js";
import { jsonOf, recordOf } from "../json-value.js";
import { momentOf } from "./moment-of.js";

export type PlainEntry = PlainHistory["coverage_history"][number];
export type PlainTargets = NonNullable<PlainHistory["targets"]>;

/** @param name the file's, for messages. @throws BandlineError HISTORY_MALFORMED, which says where. */
export function parsePlainHistory(text: string, name: string): PlainHistory {
  const plain = text.replace(/^\uFEFF/, "");
  const value = recordOf(jsonOf(plain));
  if (value === undefined) throw malformed(name, plain.trim() === "" ? "the file is empty" : "is no JSON object");
  const { coverage_history: entries, targets } = value;
  if (!Array.isArray(entries)) throw malformed(name, "coverage_history is no list");
  for (const [index, entry] of entries.entries()) {
    const fault = plainEntryFault(entry);
    if (fault !== null) throw malformed(name, `coverage_history[${index}]${fault}`);
  }
  const wrong = targets === undefined ? null : targetsFault(targets);
  if (wrong !== null) throw malformed(name, wrong);
  return value as PlainHistory;
}

/** @returns what keeps a value from being an entry, to be written behind the name of its place; null where it is one. */
export function plainEntryFault(value: unknown): string | null {
  const entry = recordOf(value);
  if (entry === undefined) return " is no object";
  const { date, commit, overall_percent: overall, test_count: tests } = entry;
  if (typeof date !== "string" || momentOf(date) === null) return `.date is no date: ${shown(date)}`;
  if (commit !== undefined && typeof commit !== "string") return `.commit is no text: ${shown(commit)}`;
  if (overall !== null && !isPercent(overall)) return `.overall_percent is no percentage: ${shown(overall)}`;
  const isCount = tests === undefined || (Number.isSafeInteger(tests) && (tests as number) >= 0);
  return isCount ? null : `.test_count is no count: ${shown(tests)}`;
}

function targetsFault(value: unknown): string | null {
  const targets = recordOf(value);
  if (targets === undefined) return "targets is no object";
  const [wrong] = Object.entries(targets).filter(([, target]) => !isPercent(target));
  return wrong === undefined ? null : `targets.${wrong[0]} is no percentage: ${shown(wrong[1])}`;
}

/** Whether it is a number from 0 to 100. */
export function isPercent(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 100;
}

function shown(value: unknown): string {
  return value === undefined ? "it is missing" : JSON.stringify(value).slice(0, 60);
}

function malformed(name: string, message: string): BandlineError {
  return new BandlineError({
    code: "HISTORY_MALFORMED",
    message: `${name}: ${message}`,
    hint: `mend ${name}, or take the last good one: git checkout HEAD -- ${name}`,
    exitCode: EXIT.data,
  });
}

/** Each field where it was read, so that a tool that reads the file too sees what it wrote. */
export function renderPlainHistory(history: PlainHistory): string {
  return `${JSON.stringify(history, null, 2)}\n`;
}

/**
 * With one entry more, oldest first. An entry of the same commit, or one of the same date that has no commit, gives way to it; what that
 * one said beside percentages is kept.
 * @param targets those that are stated now; others stay.
 */
export function addEntry(history: PlainHistory, entry: PlainEntry, targets?: PlainTargets): PlainHistory {
  return addEntries(history, [entry], targets);
}

/** As `addEntry`, one after the other. */
export function addEntries(history: PlainHistory, entries: readonly PlainEntry[], targets: PlainTargets = {}): PlainHistory {
  const timed = entries.reduce(withEntry, history.coverage_history).map((entry) => ({ entry, time: timeOf(entry) }));
  const merged = { ...history.targets, ...targets };
  return {
    ...history,
    coverage_history: timed.sort((a, b) => a.time - b.time).map(({ entry }) => entry),
    ...(Object.keys(merged).length === 0 ? {} : { targets: merged }),
  };
}

function withEntry(entries: readonly PlainEntry[], entry: PlainEntry): PlainEntry[] {
  const replaced = entries.filter((each) => isReplacedBy(each, entry));
  const kept = replaced.flatMap((each) => Object.entries(each).filter(([name]) => !/_percent$|^(?:commit|test_count)$/.test(name)));
  return [...entries.filter((each) => !replaced.includes(each)), { ...Object.fromEntries(kept), ...entry }];
}

function isReplacedBy(old: PlainEntry, { commit, date }: PlainEntry): boolean {
  if (old.commit === undefined) return old.date === date;
  return commit !== undefined && isSameCommit(old.commit, commit);
}

/** Of two ids one may be short: one names the other where it is its beginning, from git's shortest on. */
function isSameCommit(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= SHORTEST_ID && long.startsWith(short));
}

const SHORTEST_ID = 7;

function timeOf({ date }: PlainEntry): number {
  return Date.parse(momentOf(date) ?? date);
}
