const MOST_LINES = 6;
const LONGEST_LINE = 120;

/** @returns the lines of a range as they stand in the text, at most six, each cut at 120 characters. */
export function snippetOf(text: string, start: number, end: number): string {
  const lines = text.split("\n").slice(start - 1, end);
  const shown = lines.slice(0, MOST_LINES).map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… ${rest} more`] : [])].join("\n");
}
