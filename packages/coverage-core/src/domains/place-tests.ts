/** Tests → the test files that they stand in. */
import { createPathJoiner, type PathMap } from "../path/join-paths.js";
import type { RepoPath } from "../path/repo-path.js";

/** How a report names the place of a test. */
export interface TestPlace {
  /** A path, absolute or relative; null where none is stated. */
  readonly path: string | null;
  /** Parts of a dotted name that begins with that of the file; empty where there is none. */
  readonly dotted: readonly string[];
}

export interface PlacesInput {
  /** Absolute path of this checkout. */
  readonly root: string;
  /** The folder of the package, "" for the repository's root. */
  readonly folder: RepoPath | "";
  /** The package's test files. */
  readonly files: readonly RepoPath[];
  readonly pathMaps: readonly PathMap[];
}

/** @returns a function that answers null where a place fits no file of the package, or several equally well. */
export function createTestPlacer({ root, folder, files, pathMaps }: PlacesInput): (place: TestPlace) => RepoPath | null {
  const join = createPathJoiner({ files, root, pathMaps });
  const named = files.map((file) => ({ file, parts: partsOf(file), own: partsOf(folder === "" ? file : file.slice(folder.length + 1)) }));
  return ({ path, dotted }) => {
    const joined = path === null ? undefined : join(path, folder);
    if (joined !== undefined && "file" in joined) return joined.file;
    const fits = named.map((each) => ({ ...each, length: sharedParts(each.parts, dotted) }));
    const longest = Math.max(1, ...fits.map(({ length }) => length));
    const best = fits.filter(({ length }) => length === longest);
    const [only] = best.length > 1 ? best.filter(({ own }) => own.length === longest) : best;
    return only?.file ?? null;
  };
}

/** A file's path without its ending, folder by folder. */
function partsOf(file: string): string[] {
  return file.replace(/\.[^./]+$/, "").split("/");
}

/** How many parts the name begins with that the path ends with. */
function sharedParts(path: readonly string[], dotted: readonly string[]): number {
  const lengths = dotted.flatMap((part, index) => (part === path.at(-1) ? [index + 1] : []));
  return Math.max(0, ...lengths.filter((length) => dotted.slice(0, length).every((part, at) => part === path[path.length - length + at])));
}
