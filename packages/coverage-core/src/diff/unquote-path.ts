const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/**
 * A name as git writes it: plain, or C-quoted with octal bytes. Source: git's quote.c, `unquote_c_style`.
 * @param text latin1, one character a byte.
 * @returns undefined where the quotes do not close or hold an escape that git does not write.
 */
export function unquotePath(text: string): string | undefined {
  if (!text.startsWith('"')) return decode(text);
  const inside = /^"((?:[^"\\]|\\[abtnvfr"\\]|\\[0-3][0-7]{2})*)"$/.exec(text)?.[1];
  return inside === undefined
    ? undefined
    : decode(inside.replace(/\\([0-7]{3}|.)/g, (_, escape: string) => String.fromCharCode(byteOf(escape))));
}

function byteOf(escape: string): number {
  return ESCAPES[escape] ?? Number.parseInt(escape, 8);
}

function decode(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
