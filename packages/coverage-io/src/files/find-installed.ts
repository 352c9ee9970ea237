import { realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * As node would look, but never in NODE_PATH, by which pnpm lends what a package does not ask for.
 * @returns the folder of a package that is installed for `folder`, without links; undefined where none is.
 */
export function findInstalled(folder: string, name: string): string | undefined {
  for (let at = folder, below = ""; at !== below; [at, below] = [dirname(at), at]) {
    const found = join(at, "node_modules", name);
    if (statSync(join(found, "package.json"), { throwIfNoEntry: false })?.isFile()) return realpathSync(found);
  }
  return undefined;
}
