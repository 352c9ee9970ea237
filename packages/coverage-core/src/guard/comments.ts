import type { ChangedFile } from "../diff/model.js";
import { isReadableSource, parseSource } from "../source/parse-source.js";

/** A comment, or for languages that are not parsed a whole line; lines are 1-based. */
export interface CommentText {
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** @returns the comments of a file in order; its lines where the language is not parsed, so that a hint is never missed. */
export function commentsOf(file: string, text: string): CommentText[] {
  const parsed = isReadableSource(file) ? parseSource(file, text) : undefined;
  if (parsed === undefined) return text.split("\n").map((line, index) => ({ text: line, line: index + 1, endLine: index + 1 }));
  return parsed.comments.map(({ value, start, end }) => ({ text: value, line: parsed.lineOf(start), endLine: parsed.lineOf(end - 1) }));
}

/** The words behind ` -- `. `@preserve` and the like only speak to a bundler. */
export function reasonIn(text: string): string | null {
  const [, said = ""] = /\s--\s+(.*)$/s.exec(text) ?? [];
  const reason = said
    .replace(/@(?:preserve|license)\b/g, "")
    .replace(/(?:\*\/|-->|\})\s*$/, "")
    .trim();
  return reason === "" ? null : reason;
}

/** The reason that a comment on one of these lines gives. */
export function reasonNear(comments: readonly CommentText[], lines: Iterable<number>): string | null {
  const wanted = new Set(lines);
  const near = comments.filter(({ line, endLine }) => wanted.has(line) || wanted.has(endLine));
  return near.map(({ text }) => reasonIn(text)).find((reason) => reason !== null) ?? null;
}

/** What stands on a line that the change added. */
export function onChangedLines<T extends { readonly line: number }>(items: readonly T[], { lines }: Pick<ChangedFile, "lines">): T[] {
  const changed = new Set(lines);
  return items.filter(({ line }) => changed.has(line));
}
