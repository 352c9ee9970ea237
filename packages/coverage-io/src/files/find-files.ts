import { glob } from "tinyglobby";

/** @returns the files that a glob matches, in order, in the form of the glob: relative to `cwd` or absolute. */
export async function findFiles(pattern: string, cwd: string): Promise<string[]> {
  const found = await glob(pattern, { cwd, absolute: pattern.startsWith("/"), expandDirectories: false, ignore: ["**/node_modules/**"] });
  return found.sort();
}
