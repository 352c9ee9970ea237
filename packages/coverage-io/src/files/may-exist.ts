import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";

/**
 * Asks for many paths that are not there, as reports of another machine name them: each folder is listed once, and no file is looked for.
 * @returns false for a path that is not there as it is spelled; true for one that is, or is in a folder that cannot be listed.
 */
export function createMayExist(): (path: string) => boolean {
  const lists = new Map<string, ReadonlySet<string> | undefined>();
  return (path) => {
    const folder = dirname(path);
    if (!lists.has(folder)) lists.set(folder, namesIn(folder));
    return lists.get(folder)?.has(basename(path)) ?? true;
  };
}

/** @returns undefined where nobody may list it. */
function namesIn(folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(folder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? new Set() : undefined;
  }
}
