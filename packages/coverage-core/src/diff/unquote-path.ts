const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/**
 * A name as git writes it: plain, or C-quoted with octal bytes. Source: git's quote.c, `unquote_c_style`.
 * @param text latin1, one character a byte.
 * @returns undefined where the quotes do not close.
 */
export function unquotePath(text: string): string | undefined {
  if (!text.startsWith('"')) return decode(text);
  const inside = /^"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
  const bytes = inside?.replace(/\\([0-3][0-7]{2}|.)/g, (_, escape: string) => String.fromCharCode(byteOf(escape)));
  return bytes === undefined ? undefined : decode(bytes);
}

/** A question mark for what is no escape of git's. */
function byteOf(escape: string): number {
  return escape.length === 3 ? Number.parseInt(escape, 8) : (ESCAPES[escape] ?? 63);
}

function decode(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
