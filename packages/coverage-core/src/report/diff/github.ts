/**
 * Annotations of GitHub Actions, as workflow commands. The runner shows ten errors and ten warnings a step, so the eleventh says how many more there are.
 * Source: docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit, packages/core/src/command.ts.
 */
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import type { Rendered } from "../render.js";
import { bridged, findingsOf, type Finding } from "./findings.js";

const MOST = 10;
/** Lines between two gaps that are told in one annotation. */
const BRIDGED_LINES = 3;

export function renderGithub(document: CoverageDiffDocument): Rendered {
  const findings = bridged(
    findingsOf(document).filter(({ level }) => level === "error"),
    BRIDGED_LINES,
  );
  const errors = document.errors.map(({ code, message, hint }) => command("error", { title: code }, `${message}\nnext: ${hint}`));
  const places = findings.map(annotation);
  const all = [...errors, ...places];
  const shown = all.slice(0, MOST);
  const left = all.length - shown.length + (document.truncated === null ? 0 : document.truncated.total - document.truncated.shown);
  const more = left === 0 ? [] : [command("warning", { title: "coverage:diff" }, `${left} more: the summary of this run lists them`)];
  return { output: [...shown, ...more].map((line) => `${line}\n`).join(""), exitCode: document.exitCode };
}

function annotation({ rule, file, lines, message, command: next }: Finding): string {
  const place = lines === null ? { file } : { file, line: String(lines.start), endLine: String(lines.end) };
  return command("error", { ...place, title: `coverage: ${rule}` }, next === null ? message : `${message}\nnext: ${next}`);
}

function command(name: "error" | "warning", properties: Readonly<Record<string, string>>, message: string): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${told.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
