/** The part of a file that is ours stands between two markers, each on a line of its own. What stands outside of them stays as it is. */
import { BandlineError, EXIT } from "@repo/coverage-core";

export const BEGIN = "<!-- bandline:begin -->";
export const END = "<!-- bandline:end -->";

/**
 * @param text of the file; undefined where there is none. @param path for errors.
 * @returns the text with `content` between its markers; where it has none, they come at its end.
 * @throws BandlineError MARKERS_BROKEN where there is not one of each, the first before the second.
 */
export function keepMarked(text: string | undefined, content: string, path: string): string {
  const newline = text?.includes("\r\n") === true ? "\r\n" : "\n";
  const block = [BEGIN, "", ...content.trimEnd().split("\n"), "", END].join(newline);
  if (text === undefined || text === "") return `${block}\n`;
  const [begins, ends] = [linesOf(text, BEGIN), linesOf(text, END)];
  const [from, until] = [begins[0], ends[0]];
  if (from === undefined && until === undefined) return `${text}${gapBehind(text, newline)}${block}${newline}`;
  if (from === undefined || until === undefined || begins.length + ends.length > 2 || until < from)
    throw broken(path, begins.length, ends.length);
  return `${text.slice(0, from)}${block}${text.slice(until + END.length)}`;
}

/** Where the marker stands on a line by itself. */
function linesOf(text: string, marker: string): number[] {
  return [...text.matchAll(new RegExp(`^${marker}(?=[ \\t]*\\r?$)`, "gm"))].map(({ index }) => index);
}

/** An empty line between what is there and what is added. */
function gapBehind(text: string, newline: string): string {
  return text.endsWith("\n") ? newline : `${newline}${newline}`;
}

function broken(path: string, begins: number, ends: number): BandlineError {
  return new BandlineError({
    code: "MARKERS_BROKEN",
    message: `${path}: ${begins} times ${BEGIN}, ${ends} times ${END}; allowed: one of each, in this order`,
    hint: `leave one of each in ${path}, or none, then: pnpm agents`,
    exitCode: EXIT.usage,
  });
}
