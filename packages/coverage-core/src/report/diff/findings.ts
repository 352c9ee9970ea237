/** The verdict on a change as a flat list of places, which every format for other programs is made of. */
import type { CoverageDiffDocument, DiffRange } from "../../contract/coverage-diff.js";
import type { GuardKind, HitKind } from "../../contract/names.js";

export type RuleId = HitKind | GuardKind | "unasserted";

/** Something that fails the gate, or that a reason lets pass. */
export interface Finding {
  readonly rule: RuleId;
  /** `note` where a reason that stands beside it lets it pass. */
  readonly level: "error" | "note";
  readonly file: string;
  /** 1-based, both in it; null where it belongs to the file as a whole. */
  readonly lines: { readonly start: number; readonly end: number } | null;
  readonly message: string;
  /** The command that runs what has to be mended; null where there is none. */
  readonly command: string | null;
}

/** In a few words, for lists of rules. */
export const RULES: Readonly<Record<RuleId, string>> = {
  uncovered: "A changed line did not run under test.",
  "no-coverage-data": "A changed file with code that can run is in no coverage report.",
  "partial-branch": "An arm of a branch on a changed line was never taken.",
  "stale-coverage": "The coverage report was made from another text of the file.",
  "lost-coverage": "A line that did not change ran at the base, and does not run now.",
  "ignore-added": "A comment takes code out of the coverage.",
  "test-skipped": "A test is skipped.",
  "test-deleted": "A test was deleted.",
  "assertion-removed": "An assertion was removed.",
  "band-lowered": "A manifest asks for less coverage than before.",
  "exempt-widened": "A rule asks for no coverage of more files than before.",
  unasserted: "No test notices a small change of a changed line.",
};

/** In the order of the document: gaps by file and line, then the guard, then what no test asserts. */
export function findingsOf({ fileSummaries, guard, unasserted }: CoverageDiffDocument): Finding[] {
  return [
    ...fileSummaries.flatMap(({ file, ranges }) => ranges.map((range) => gapOf(file, range))),
    ...guard.map(({ kind, file, line, detail, accepted, reason }): Finding => ({
      rule: kind,
      level: accepted ? "note" : "error",
      file,
      lines: line === null ? null : { start: line, end: line },
      message: reason === null ? detail : `${detail} -- ${reason}`,
      command: null,
    })),
    ...(unasserted ?? []).map(({ file, line, key, original, replacement, hint }): Finding => ({
      rule: "unasserted",
      level: "error",
      file,
      lines: { start: line, end: line },
      message: `no test notices ${oneLine(replacement)} for ${oneLine(original)}: ${hint}`,
      command: `pnpm mutate --key ${key}`,
    })),
  ];
}

function gapOf(file: string, { kind, start, end, function: inside, branches, command }: DiffRange): Finding {
  const where = inside === null ? "" : ` in ${inside.name}`;
  const arms = [...new Set(branches.map(({ arm }) => arm))];
  const message = {
    uncovered: `${end > start ? "these lines did" : "this line did"} not run under test${where}`,
    "no-coverage-data": "no coverage report has this file",
    "partial-branch": `never taken${where}: ${arms.join(", ")}`,
    "stale-coverage": "edited after its tests ran: the report says nothing of this text",
    "lost-coverage": `ran at the base, and does not run now${where}`,
  }[kind];
  return { rule: kind, level: "error", file, lines: { start, end }, message, command };
}

/** Two findings of one kind with no more than so many lines between them are shown as one. */
export function bridged(findings: readonly Finding[], lines: number): Finding[] {
  const joined: Finding[] = [];
  for (const finding of findings) {
    const before = joined.at(-1);
    const both = before === undefined ? undefined : bridge(before, finding, lines);
    if (both === undefined) joined.push(finding);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function bridge(before: Finding, after: Finding, lines: number): Finding | undefined {
  const isAlike = before.file === after.file && before.rule === after.rule && before.level === after.level;
  if (!isAlike || before.lines === null || after.lines === null || after.lines.start - before.lines.end - 1 > lines) return undefined;
  const end = Math.max(before.lines.end, after.lines.end);
  return { ...before, lines: { start: before.lines.start, end }, message: withBoth(before.message, after.message) };
}

function withBoth(a: string, b: string): string {
  return a === b || a.includes(b) ? a : `${a}; ${b}`;
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, " ");
}

/** @returns names of findings that are the same where lines only moved: what is wrong, where, and the how-manieth of it in its file. */
export function createFingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, file, message }) => {
    const name = `${rule}|${file}|${message}`;
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return ordinal === 0 ? name : `${name}|${ordinal}`;
  };
}
