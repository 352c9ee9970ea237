import type { TrendMetric } from "../contract/names.js";
import type { BandRaise, TrendDocument, TrendDrop, TrendMove } from "../contract/trend.js";
import type { TrendRow } from "../trend/trend-rows.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";
import { sparkline } from "./sparkline.js";

/** Each row with its first and last figure and a line of bars; then what broke, dropped and moved, and what to do. */
export function renderHumanTrend(document: TrendDocument, rows: readonly TrendRow[], paint: Painter): Rendered {
  const lines = [
    headlineOf(document, paint),
    ...tableOf(rows, paint),
    ...breakLines(document, paint),
    ...dropLines(document.drops, paint),
    ...moveLines(document, paint),
    ...ratchetLines(document.ratchet, paint),
    ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
    // What to do about an error stands beside it.
    ...(document.nextActions.length === 0 || document.errors.length > 0
      ? []
      : ["next:", ...document.nextActions.map((each) => `  ${each}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

function headlineOf({ status, points, truncated }: TrendDocument, paint: Painter): string {
  const head = `coverage:trend ${status === "pass" ? paint.good(status) : paint.bad(status)}`;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return status === "error" ? head : `${head}: no points`;
  const count = counted(points.length, "point");
  const ofAll = truncated === null ? count : `the latest ${truncated.shown} of ${counted(truncated.total, "point")}`;
  const until = last.source === "disk" ? ", the last on disk" : "";
  return `${head}: ${ofAll}, ${dayOf(first.at)} to ${dayOf(last.at)}${until}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function dayOf(at: string): string {
  return at.slice(0, "2026-05-13".length);
}

const WORDS: Readonly<Record<TrendMetric, string>> = {
  statements: "statements",
  branches: "branches",
  functions: "functions",
  lines: "lines",
  tests: "tests",
  "test-time": "test time, s",
};

const LONGEST_NAME = 34;
/** With the names and the figures in 80 columns, as a rule. */
const MOST_BARS = 16;

function tableOf(rows: readonly TrendRow[], paint: Painter): string[] {
  const named = rows.map((row) => ({ row, name: clipped(nameOf(row)) }));
  if (named.length === 0) return [];
  const width = Math.max(...named.map(({ name }) => name.length));
  const head = `  ${"".padEnd(width)}${["first", "last", "change"].map((word) => word.padStart(9)).join("")}`;
  const linesOf = (wanted: (row: TrendRow) => boolean, titleOf: (row: TrendRow) => string) => {
    const group = named.filter(({ row }) => wanted(row));
    return group.flatMap(({ row, name }, index) => [
      ...(index === 0 ? [paint.strong(titleOf(row))] : []),
      `  ${name.padEnd(width)}${cellsOf(row, paint)}  ${sparkline(row.series, MOST_BARS)}`,
    ]);
  };
  return [
    head,
    ...linesOf(
      ({ scope }) => scope === "repo",
      () => "repository",
    ),
    ...linesOf(
      ({ scope }) => scope !== "repo",
      ({ scope, metric }) => `${WORDS[metric]} by ${scope}`,
    ),
  ];
}

function nameOf({ scope, package: home, name, metric }: Pick<TrendRow, "scope" | "package" | "name" | "metric">): string {
  if (scope === "repo") return WORDS[metric];
  return printable([home, name].filter((each) => each !== null).join(" "));
}

function clipped(name: string): string {
  return name.length <= LONGEST_NAME ? name : `…${name.slice(1 - LONGEST_NAME)}`;
}

function cellsOf({ metric, first, last, change }: TrendRow, paint: Painter): string {
  const cell = figureText(change, metric, true).padStart(9);
  // More tests are neither good nor bad, and that a suite takes longer is a matter of its budget.
  const isPlain = change === null || change === 0 || metric === "tests" || metric === "test-time";
  return `${figureText(first, metric).padStart(9)}${figureText(last, metric).padStart(9)}${isPlain ? cell : paint[change > 0 ? "good" : "bad"](cell)}`;
}

function figureText(figure: number | null, metric: TrendMetric, isSigned = false): string {
  if (figure === null) return "–";
  const sign = isSigned && figure > 0 ? "+" : "";
  return `${sign}${metric === "tests" ? figure : figure.toFixed(metric === "test-time" ? 1 : 2)}`;
}

function breakLines({ breaks }: TrendDocument, paint: Painter): string[] {
  return breaks.map(
    ({ at, commit, from, to }) =>
      `${paint.note("break")}: ${placeOf(at, commit)} ${from} → ${to}; they count differently, so nothing is compared across`,
  );
}

function placeOf(at: string, commit: string | null): string {
  return `${dayOf(at)} ${commit === null ? "on disk" : shortId(commit)}`;
}

/** An id as git shows it; another text, as a history file may have it, whole. */
function shortId(commit: string): string {
  return /^[0-9a-f]{8,64}$/.test(commit) ? commit.slice(0, 7) : printable(commit);
}

/** What stands in a history must not steer a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "");
}

/** More than these nobody reads; the document has all. */
const MOST_DROPS = 10;

function dropLines(drops: readonly TrendDrop[], paint: Painter): string[] {
  const more = drops.length - MOST_DROPS;
  return [
    ...drops.slice(0, MOST_DROPS).map((drop) => {
      const { metric, from, to, uncovered, tolerated } = drop;
      const counts = uncovered === null ? "" : `, ${uncovered.from} → ${uncovered.to} uncovered`;
      const why = tolerated === null ? "" : ` (tolerated: ${tolerated})`;
      const word = tolerated === null ? paint.bad("drop") : paint.note("drop");
      return `${word}: ${subjectOf(drop)} ${figureText(from, metric)} → ${figureText(to, metric)}${counts}${why}`;
    }),
    ...(more > 0 ? [`  and ${more} more drops`] : []),
  ];
}

function subjectOf(move: Pick<TrendMove, "scope" | "package" | "name" | "metric">): string {
  return move.scope === "repo" ? WORDS[move.metric] : `${WORDS[move.metric]} of ${nameOf(move)}`;
}

const MOST_MOVES = 5;

/** One a change, its largest: it moves its layer, its package and the repository alike. */
function moveLines({ moves }: TrendDocument, paint: Painter): string[] {
  const coverage = moves.filter(({ metric }) => metric !== "tests" && metric !== "test-time");
  const largest = new Map((coverage.length > 0 ? coverage : moves).toReversed().map((move) => [`${move.until} ${move.commit}`, move]));
  const shown = [...largest.values()].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, MOST_MOVES);
  return shown.length === 0 ? [] : ["largest moves:", ...shown.flatMap((move) => moveText(move, paint))];
}

const LONGEST_SUBJECT = 60;

function moveText(move: TrendMove, paint: Painter): string[] {
  const { at, commit, subject, metric, from, to, points, since, until } = move;
  const change = paint[points > 0 ? "good" : "bad"](figureText(points, metric, true));
  const text = subject === null ? null : printable(subject);
  const said = text === null ? "" : ` ${text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT - 1)}…` : text}`;
  return [
    `  ${change} ${subjectOf(move)}, ${figureText(from, metric)} → ${figureText(to, metric)}`,
    `    ${placeOf(at, commit)}${said}; what did it: ${shortId(since)}..${shortId(until)}`,
  ];
}

function ratchetLines(raises: readonly BandRaise[] | null, paint: Painter): string[] {
  if (raises === null) return [];
  if (raises.length === 0) return ["ratchet: no bound can be tightened"];
  return raises.map(
    ({ file, band, metric, from, to }) => `${paint.good("ratchet")}: ${file} ${band === null ? "" : `${band}.`}${metric} ${from} → ${to}`,
  );
}
