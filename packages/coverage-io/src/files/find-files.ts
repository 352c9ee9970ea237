import { plainFiles } from "./plain-files.js";

/** @returns the files that a glob matches, in order, in the form of the glob: relative to `cwd` or absolute. */
export async function findFiles(pattern: string, cwd: string): Promise<string[]> {
  const plain = plainFiles(pattern, cwd);
  if (plain !== undefined) return plain.sort();
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern, { cwd, absolute: pattern.startsWith("/"), expandDirectories: false, ignore: ["**/node_modules/**"] });
  return found.sort();
}

/**
 * Every file below a folder, as git would list a repository without ignore rules: dot files too, but not what git or a package manager keeps.
 * A link leads elsewhere, perhaps in a circle, so it is neither followed nor listed.
 * @returns paths relative to `folder`, in order.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob("**", {
    cwd: folder,
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ["**/node_modules/**", "**/.git/**", "**/.git"],
  });
  return found.sort();
}
