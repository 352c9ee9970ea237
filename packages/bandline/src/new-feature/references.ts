/** The references of a tsconfig.json, which TypeScript wants one by one: it knows no glob for them. Pure. */

const REFERENCE = /\{\s*"path":\s*"packages\/[^"]*"\s*\}/g;

/**
 * @param text of a tsconfig.json with references to packages.
 * @param path of the package, such as `packages/billing`.
 * @returns the text with one reference more, behind the last of a package, and every other byte as it was; null where that cannot be done.
 */
export function addReference(text: string, path: string): string | null {
  const last = [...text.matchAll(REFERENCE)].at(-1);
  const before = referencesIn(text);
  if (last === undefined || before === null) return null;
  const [spelling] = last;
  const end = last.index + spelling.length;
  // The line's own end and indentation; one line of references stays one.
  const gap = text.slice(text.slice(0, last.index).trimEnd().length, last.index);
  const added = `${text.slice(0, end)},${gap}${spelling.replace(/packages\/[^"]*/, path)}${text.slice(end)}`;
  const after = referencesIn(added);
  return after?.length === before.length + 1 && after.includes(path) ? added : null;
}

function referencesIn(text: string): string[] | null {
  try {
    const { references } = JSON.parse(text) as { references: { path: string }[] };
    return references.map(({ path }) => path);
  } catch {
    return null;
  }
}
