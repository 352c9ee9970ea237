import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const MARKS = ["pnpm-workspace.yaml", ".git"];

/**
 * @param from an absolute folder.
 * @returns the nearest folder at or above it that holds a workspace file or a git repository; `from` itself where there is none.
 */
export function findRepoRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (MARKS.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (dirname(folder) === folder) return from;
  }
}
