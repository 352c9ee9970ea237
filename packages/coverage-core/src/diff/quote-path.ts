const ESCAPES: Readonly<Record<string, string>> = {
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  '"': '"',
  "\\": "\\",
};

/** A name as git writes it into a diff: C-quoted where it has quotes, back-slashes or control characters. The inverse of `unquotePath`. */
export function quotePath(path: string): string {
  const special = /["\\\x00-\x1f\x7f]/g;
  if (!special.test(path)) return path;
  return `"${path.replace(special, (each) => `\\${ESCAPES[each] ?? each.charCodeAt(0).toString(8).padStart(3, "0")}`)}"`;
}
