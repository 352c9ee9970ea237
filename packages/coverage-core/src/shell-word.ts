/** A path as one word of a command to copy: `[id]` and blanks occur in names of routes. */
export function shellWord(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
