const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/**
 * A name as git writes it: plain, or C-quoted with octal bytes. Source: git's quote.c, `unquote_c_style`.
 * @param text latin1, one character a byte.
 * @returns the name and where it ended, or undefined where the quotes do not close.
 */
export function unquotePath(text: string): { readonly name: string; readonly end: number } | undefined {
  if (!text.startsWith('"')) return { name: decode(text), end: text.length };
  let bytes = "";
  for (let at = 1; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === '"') return { name: decode(bytes), end: at + 1 };
    if (char !== "\\") {
      bytes += char;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1, at + 4))?.[0];
    bytes += String.fromCharCode(octal === undefined ? (ESCAPES[text[at + 1] ?? ""] ?? 63) : Number.parseInt(octal, 8));
    at += octal === undefined ? 1 : 3;
  }
  return undefined;
}

function decode(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
