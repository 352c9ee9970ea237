import type { CoverageDiffDocument, DiffRange, FileSummary, GuardEntry, Unasserted } from "../contract/coverage-diff.js";
import { explainLines } from "./human-explain.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";

const REASONS = {
  "empty-diff": "nothing changed",
  "only-exempt": "every changed file is exempt",
  "no-executable-lines": "no changed line can run",
} as const;

const KINDS = {
  uncovered: "did not run",
  "no-coverage-data": "is in no report",
  "partial-branch": "branch never taken",
  "stale-coverage": "edited after its tests ran",
  "lost-coverage": "ran at the base, and does not now",
} as const;

/** The verdict for people: what failed, where, and what to do next. */
export function renderHumanDiff(document: CoverageDiffDocument, paint: Painter): Rendered {
  const lines = [
    headlineOf(document, paint),
    ...document.fileSummaries.flatMap((file) => fileLines(file, paint)),
    ...document.guard.map((finding) => guardLine(finding, paint)),
    ...(document.unasserted ?? []).map((each) => unassertedLine(each, paint)),
    ...(document.truncated === null ? [] : [`  … ${document.truncated.total - document.truncated.shown} more ranges (--limit)`]),
    ...document.explain.flatMap((entry) => explainLines(entry, paint)),
    ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
    ...(document.nextActions.length === 0 || document.errors.length > 0
      ? []
      : ["next:", ...document.nextActions.map((action) => `  ${action}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

function unassertedLine({ file, line, original, replacement, key }: Unasserted, paint: Painter): string {
  return `  ${paint.bad("unasserted")} ${file}:${line}: no test notices ${oneLine(replacement)} for ${oneLine(original)} (${key})`;
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, " ");
}

/** The verdict in one line. */
export function headlineOf({ status, reason, summary, base, uncovered }: CoverageDiffDocument, paint: Painter): string {
  const word = status === "pass" ? paint.good("pass") : paint.bad(status);
  const against = base === null ? "" : ` against ${base.ref} (${base.sha.slice(0, 7)}, ${base.chosenBy})`;
  if (reason !== null) return `coverage:diff ${word}${against}: ${REASONS[reason]}`;
  if (summary.executableLines === 0 && status === "error") return `coverage:diff ${word}${against}`;
  const lost = uncovered.some(({ kind }) => kind === "lost-coverage") ? "; unchanged lines lost their coverage" : "";
  const percent = summary.percent === null ? "" : ` (${summary.percent} %)`;
  return `coverage:diff ${word}${against}: ${summary.coveredLines} of ${summary.executableLines} changed executable lines ran${percent}${lost}`;
}

function fileLines({ file, status, ranges, layer, branches, band }: FileSummary, paint: Painter): string[] {
  if (status === "pass") return [];
  const arms = branches.total === 0 ? "" : `, ${branches.taken} of ${branches.total} arms (band ${band.branches} %)`;
  return [`  ${paint.strong(file)} (${layer}${arms})`, ...ranges.map((range) => `    ${rangeLine(range)}`)];
}

function rangeLine({ start, end, kind, function: inside, branches }: DiffRange): string {
  const place = end > start ? `${start}-${end}` : `${start}`;
  const where = inside === null ? "" : ` in ${inside.name}`;
  const arms = branches.length === 0 ? "" : `: ${branches.map(({ arm }) => arm).join(", ")}`;
  return `${place} ${kind}: ${KINDS[kind]}${where}${arms}`;
}

function guardLine({ kind, file, line, detail, reason }: GuardEntry, paint: Painter): string {
  const word = reason === null ? paint.bad("guard") : paint.note("accepted");
  return `  ${word} ${kind} ${file}${line === null ? "" : `:${line}`}: ${detail}${reason === null ? "" : ` -- ${reason}`}`;
}
