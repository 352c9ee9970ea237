/** A file's front matter: the lines between the first `---` and the next. */

export interface SplitText {
  /** The YAML, with its last line's end. */
  readonly yaml: string;
  /** Where it begins in the text. */
  readonly from: number;
  /** Where the line of the closing `---` begins. */
  readonly until: number;
  /** Where the body begins. */
  readonly body: number;
  /** The line end that the file uses. */
  readonly newline: "\n" | "\r\n";
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|$)/m;

/** @returns undefined where the text does not begin with front matter, or it does not end. */
export function splitFrontMatter(text: string): SplitText | undefined {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const from = opening.length;
  const closing = CLOSING.exec(text.slice(from));
  if (closing === null) return undefined;
  const until = from + closing.index;
  return { yaml: text.slice(from, until), from, until, body: until + closing[0].length, newline: opening.endsWith("\r\n") ? "\r\n" : "\n" };
}
