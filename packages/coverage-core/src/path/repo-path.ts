/**
 * The one key that diff, reports and policy share: relative to the repository's root, `/` as separator, no `./`, no `..`.
 * A line of code that has a RepoPath in hand never has to ask in which form the path is.
 */
export type RepoPath = string & { readonly __brand: "RepoPath" };

/** @param path already in the form above, e.g. as git prints it. */
export function asRepoPath(path: string): RepoPath {
  return path as RepoPath;
}

/** `/`, or a drive's. */
const ROOT = /^(?:[A-Za-z]:)?\//;

/** Back-slashes to `/`, without `./`, double separators and `a/..`. Absolute stays absolute. Pure text: no file is asked. */
export function normalisePath(path: string): string {
  // As most paths are already.
  if (!/\\|\/\/|\/$|(?:^|\/)\.\.?(?:\/|$)/.test(path)) return path;
  const slashed = path.replaceAll("\\", "/");
  const root = ROOT.exec(slashed)?.[0] ?? "";
  const parts: string[] = [];
  for (const part of slashed.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (root === "") parts.push(part); // above a root there is nothing
  }
  return root + parts.join("/");
}

export function isAbsolutePath(path: string): boolean {
  return ROOT.test(path);
}

/** Code unit order: the same on every machine, whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
