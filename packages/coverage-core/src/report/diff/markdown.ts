/**
 * The verdict for a step summary or a comment. It stays below what GitHub takes of a comment, 65,535 characters, so both can have it.
 * What does not fit is left out whole, file by file, and counted.
 */
import type { CoverageDiffDocument, Deltas, FileSummary } from "../../contract/coverage-diff.js";
import { groupBy } from "../../group-by.js";
import { headlineOf } from "../human-diff.js";
import { painterFor } from "../painter.js";
import type { Rendered } from "../render.js";
import { findingsOf, type Finding } from "./findings.js";

const MOST_CHARACTERS = 65_535;
/** Kept for what is said of that which is left out, and for what a workflow writes around it: how it finds its comment again, and of which run it is. */
const RESERVED = 700;

export function renderMarkdown(document: CoverageDiffDocument): Rendered {
  const head = [
    `### ${code(headlineOf(document, painterFor(false)))}`,
    "",
    ...tableOf(document),
    ...deltasOf(document),
    ...documentNotes(document),
  ].join("\n");
  const summaries = new Map(document.fileSummaries.map((summary) => [summary.file, summary]));
  const byFile = groupBy(findingsOf(document), ({ file }) => file);
  const parts = [...byFile].map(([file, findings]) => detailsOf(file, findings, summaries.get(file)));
  return { output: `${fitted(head, parts)}\n`, exitCode: document.exitCode };
}

function fitted(head: string, parts: readonly string[]): string {
  let text = head.slice(0, MOST_CHARACTERS - RESERVED);
  for (const [index, part] of parts.entries()) {
    if (text.length + part.length + 2 > MOST_CHARACTERS - RESERVED) {
      return `${text}\n\n${parts.length - index} more files: the JSON of coverage:diff has them all.`;
    }
    text += `\n\n${part}`;
  }
  return text;
}

function tableOf({ summary, fileSummaries }: CoverageDiffDocument): string[] {
  if (fileSummaries.length === 0) return [];
  const row = (
    name: string,
    { executableLines, coveredLines, percent, branches }: Pick<FileSummary, "executableLines" | "coveredLines" | "percent" | "branches">,
    status: string,
  ) => `| ${name} | ${coveredLines} of ${executableLines} | ${shown(percent)} | ${branches.taken} of ${branches.total} | ${status} |`;
  const failing = fileSummaries.filter(({ status }) => status !== "pass");
  return [
    "| file | changed lines that ran | % | arms taken | |",
    "| --- | ---: | ---: | ---: | --- |",
    ...failing.slice(0, MOST_ROWS).map((file) => row(cell(file.file), file, file.status)),
    ...(failing.length > MOST_ROWS ? [`| … ${failing.length - MOST_ROWS} more | | | | |`] : []),
    row("**all**", summary, ""),
    "",
  ];
}

const MOST_ROWS = 50;

function shown(percent: number | null): string {
  return percent === null ? "–" : String(percent);
}

/** How the whole repository moved: every metric of it, and of its packages what moved. */
function deltasOf({ deltas }: CoverageDiffDocument): string[] {
  if (deltas === null) return [];
  const { base, missing, figures } = deltas;
  if (missing !== null || base === null)
    return missing === null ? [] : [`Not compared with the base: ${text(missing.why)}.`, `Next: ${code(missing.next)}`, ""];
  const packages = figures.filter(({ name }) => name !== null);
  return [
    `The whole repository beside ${code(base.measured)}, ${distanceOf(base.ahead)}:`,
    "",
    "| | base | now | |",
    "| --- | ---: | ---: | ---: |",
    ...[...figures.filter(({ name }) => name === null), ...packages.slice(0, MOST_ROWS)].map(deltaRow),
    ...(packages.length > MOST_ROWS ? [`| … ${packages.length - MOST_ROWS} more | | | |`] : []),
    "",
  ];
}

/** The base's figures are of the commit that they were recorded of, and of no later one. */
function distanceOf(ahead: number | null): string {
  if (ahead === null) return "which is not among the commits before the base";
  return ahead === 0 ? "which is the base" : `${ahead} ${ahead === 1 ? "commit" : "commits"} before the base`;
}

function deltaRow({ name, metric, from, to, points }: Deltas["figures"][number]): string {
  const change = from === null ? "new" : to === null ? "gone" : points === null ? "–" : signed(points);
  return `| ${name === null ? metric : `${cell(name)} ${metric}`} | ${shown(from?.pct ?? null)} | ${shown(to?.pct ?? null)} | ${change} |`;
}

function signed(points: number): string {
  if (points === 0) return "0";
  return points > 0 ? `+${points}` : `−${-points}`;
}

function documentNotes({ errors, warnings, nextActions }: CoverageDiffDocument): string[] {
  return [
    ...errors.flatMap(({ code: name, message, hint }) => [`**${name}**: ${text(message)}`, "", `Next: ${code(hint)}`, ""]),
    ...warnings.slice(0, MOST_ROWS).map(({ code: name, message }) => `- ${name}: ${text(message)}`),
    ...(errors.length > 0 || nextActions.length === 0
      ? []
      : ["", "Next:", "", ...nextActions.slice(0, 5).map((action) => `1. ${code(action)}`)]),
  ];
}

function detailsOf(file: string, findings: readonly Finding[], summary: FileSummary | undefined): string {
  const failed = findings.filter(({ level }) => level === "error").length;
  const ranges = summary?.ranges ?? [];
  return [
    `<details><summary><code>${html(file)}</code>: ${failed} to mend</summary>`,
    "",
    ...findings.map(
      ({ rule, level, lines, message }) => `- ${placeOf(lines)}**${rule}**${level === "note" ? " (accepted)" : ""}: ${text(message)}`,
    ),
    ...ranges.flatMap(({ start, snippet }) => (snippet === null ? [] : ["", `Line ${start}:`, "", fenced(snippet)])),
    "",
    "</details>",
  ].join("\n");
}

function placeOf(lines: Finding["lines"]): string {
  if (lines === null) return "";
  return lines.end > lines.start ? `lines ${lines.start}–${lines.end} ` : `line ${lines.start} `;
}

/** A fence that is longer than any in the text. */
function fenced(snippet: string): string {
  const fence = "`".repeat(Math.max(3, ...[...snippet.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `${fence}text\n${snippet}\n${fence}`;
}

/** A cell of a table ends at a bar that is not escaped, also in code. */
function cell(name: string): string {
  return code(name).replaceAll("|", "\\|");
}

/** As `code`, on one line. */
function code(name: string): string {
  const line = name.replaceAll(/\s+/g, " ");
  const tick = "`".repeat(Math.max(1, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${tick}${pad}${line}${pad}${tick}`;
}

/** Plain text on one line: nothing in it is markup, a mention or a link to an issue. */
function text(message: string): string {
  return html(message.replaceAll(/\s+/g, " "))
    .replaceAll(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("@", "@<!-- -->");
}

function html(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
