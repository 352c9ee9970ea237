/**
 * Annotations of GitHub Actions, as workflow commands. The runner shows ten errors and ten warnings a step, so the eleventh says how many more there are.
 * Source: docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit, packages/core/src/command.ts.
 */
import type { Problem } from "../contract/common.js";

const MOST = 10;

/** What is told of one place. */
export interface Annotation {
  readonly title: string;
  readonly file: string;
  /** 1-based, both in it; null where it belongs to the file as a whole. */
  readonly lines: { readonly start: number; readonly end: number } | null;
  readonly message: string;
  /** null where there is nothing to run. */
  readonly next: string | null;
}

export interface Annotations {
  /** The command's name, for what is left. */
  readonly command: string;
  readonly errors: readonly Problem[];
  readonly places: readonly Annotation[];
  /** How many places `places` leaves out already. */
  readonly left?: number;
}

export function renderAnnotations({ command, errors, places, left: before = 0 }: Annotations): string {
  const all = [
    ...errors.map(({ code, message, hint }) => workflowCommand("error", { title: code }, withNext(message, hint))),
    ...places.map(({ title, file, lines, message, next }) => {
      const place = lines === null ? { file } : { file, line: String(lines.start), endLine: String(lines.end) };
      return workflowCommand("error", { ...place, title }, withNext(message, next));
    }),
  ];
  const shown = all.slice(0, MOST);
  const left = all.length - shown.length + before;
  const more = left === 0 ? [] : [workflowCommand("warning", { title: command }, `${left} more: the summary of this run lists them`)];
  return [...shown, ...more].map((line) => `${line}\n`).join("");
}

function withNext(message: string, next: string | null): string {
  return next === null ? message : `${message}\nnext: ${next}`;
}

function workflowCommand(name: "error" | "warning", properties: Readonly<Record<string, string>>, message: string): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${told.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
