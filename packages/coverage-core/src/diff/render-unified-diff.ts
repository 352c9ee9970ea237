/** Two texts of a file → a unified diff of one hunk that `git apply` takes. */
import type { RepoPath } from "../path/repo-path.js";
import { quotePath } from "./quote-path.js";

const CONTEXT = 3;

/**
 * Lines end with LF, as for git; the rest of a line, a CR among it, is content.
 * @returns one hunk from the first to the last line that differs, with up to three lines around it; empty where the texts are the same.
 */
export function renderUnifiedDiff(file: RepoPath, before: string, after: string): string {
  if (before === after) return "";
  const [old, now] = [linesOf(before), linesOf(after)];
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old[same] === now[same]) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < most - same && old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)) sameAtEnd += 1;
  const start = Math.max(0, same - CONTEXT);
  const oldEnd = Math.min(old.length, old.length - sameAtEnd + CONTEXT);
  const count = oldEnd - start;
  const newCount = count + now.length - old.length;
  const lines = [
    ...old.slice(start, same).map((line) => mark(" ", line)),
    ...old.slice(same, old.length - sameAtEnd).map((line) => mark("-", line)),
    ...now.slice(same, now.length - sameAtEnd).map((line) => mark("+", line)),
    ...old.slice(old.length - sameAtEnd, oldEnd).map((line) => mark(" ", line)),
  ];
  const head = `@@ -${sideOf(start, count)} +${sideOf(start, newCount)} @@\n`;
  return `--- ${nameOf("a/", file)}\n+++ ${nameOf("b/", file)}\n${head}${lines.join("")}`;
}

/** Each with its end; the last has none where the text has none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function mark(sign: string, line: string): string {
  return line.endsWith("\n") ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** A side without lines names the line before. @param start 0-based. */
function sideOf(start: number, count: number): string {
  return count === 0 ? `${start},0` : `${start + 1},${count}`;
}

/** Behind a name with blanks git writes a tab, so that it is clear where the name ends. */
function nameOf(prefix: string, file: RepoPath): string {
  const name = quotePath(`${prefix}${file}`);
  return name.includes(" ") ? `${name}\t` : name;
}
