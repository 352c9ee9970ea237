/** Where a feature's package lies. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

export interface PackagePlace {
  /** Absolute: its globs and reports are relative to it. */
  readonly root: string;
  /** As package.json says; the folder's name where it says nothing. */
  readonly name: string;
  /** The folder in its repository, `/` as separator, "" for the root; undefined where the repository is not to be seen, as in most images. */
  readonly folder: string | undefined;
}

/**
 * @param file absolute: a file of the package, in a build or a source.
 * @param rootInRepository of a manifest that speaks for another folder than its own.
 * @returns undefined where no folder above has a package.json with a name, or the repository that `rootInRepository` is relative to is not to be seen.
 */
export function findPackage(file: string, rootInRepository: string | undefined): PackagePlace | undefined {
  const home = folderAbove(dirname(file), (folder) => nameIn(folder) !== undefined);
  if (home === undefined) return undefined;
  const repository = repositoryOf(home);
  if (rootInRepository === undefined) return placeOfRoot(home);
  return repository === undefined ? undefined : placeOfRoot(join(repository, rootInRepository));
}

/** @param root absolute. */
export function placeOfRoot(root: string): PackagePlace {
  const repository = repositoryOf(root);
  const folder = repository === undefined ? undefined : relative(repository, root).split(sep).join("/");
  return { root, name: nameIn(root) ?? basename(root), folder };
}

const MARKS = ["pnpm-workspace.yaml", ".git"];

function repositoryOf(folder: string): string | undefined {
  return folderAbove(folder, (each) => MARKS.some((mark) => existsSync(join(each, mark))));
}

function folderAbove(from: string, holds: (folder: string) => boolean): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (holds(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** A package.json without a name only says how files below it are to be read. */
function nameIn(folder: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name?: unknown };
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch {
    return undefined;
  }
}
