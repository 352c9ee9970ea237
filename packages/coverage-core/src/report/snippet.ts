const MOST_LINES = 6;
const LONGEST_LINE = 120;

/** @param lines of the whole text. @returns those from `start` to `end`, at most six, each cut at 120 characters. */
export function snippetOf(lines: readonly string[], start: number, end: number): string {
  const wanted = lines.slice(start - 1, end);
  const shown = wanted.slice(0, MOST_LINES).map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  const rest = wanted.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… ${rest} more`] : [])].join("\n");
}
