/** A path that a client names → a file of the repository, wherever links lead. */
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { BandlineError, EXIT } from "@repo/coverage-core";

/** @param root absolute, without links. @returns the path from the root, with `/`. @throws BandlineError PATH_OUTSIDE. */
export async function confineFile(root: string, file: string): Promise<string> {
  const path = resolve(root, file);
  const inside = insideOf(root, path);
  const steps = file.split(/[\\/]/);
  if (steps.includes("..") || inside === undefined || insideOf(root, await withoutLinks(path)) === undefined) {
    throw new BandlineError({
      code: "PATH_OUTSIDE",
      message: `${file} is not in the repository at ${root}`,
      hint: "name a file of the repository by its path from the root, without ..",
      exitCode: EXIT.usage,
    });
  }
  return inside;
}

/** @returns undefined for what lies outside, and for what is git's own. */
function insideOf(root: string, path: string): string | undefined {
  const inside = relative(root, path);
  const [first] = inside.split(sep);
  return inside === "" || first === ".." || first === ".git" || isAbsolute(inside) ? undefined : inside.split(sep).join("/");
}

/** Of what is not there, the folder that is. */
async function withoutLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(await withoutLinks(dirname(path)), relative(dirname(path), path));
  }
}
