import { asRepoPath, isAbsolutePath, normalisePath, type RepoPath } from "./repo-path.js";

/** How a report's paths begin, and the folder of this repository that stands for it. */
export interface PathMap {
  readonly from: string;
  readonly to: string;
}

export interface JoinOptions {
  /** Every file of the repository. */
  readonly files: Iterable<RepoPath>;
  /** Absolute path of this checkout, `/` as separator. */
  readonly root: string;
  readonly pathMaps?: readonly PathMap[];
}

/** What a report's path stands for: one file, none, or several that fit equally well. */
export type Joined = { readonly file: RepoPath } | { readonly candidates: readonly RepoPath[] };

/** Answers for one report's path; the second argument is the folder of the package that holds the report, "" for the repository's root. */
export type PathJoiner = (reportPath: string, packageFolder: RepoPath | "") => Joined;

/**
 * Joins the paths of reports to files of the repository: exactly, in the report's package, through a path map, in this checkout,
 * else by the longest suffix that only one file has. Never guesses: two files with the same longest suffix are both named.
 */
export function createPathJoiner({ files, root, pathMaps = [] }: JoinOptions): PathJoiner {
  const known = new Set<string>(files);
  let byName: ReadonlyMap<string, readonly RepoPath[]> | undefined;
  const maps = pathMaps.map(({ from, to }) => ({ from: normalisePath(from), to: normalisePath(to) }));
  const checkout = { from: normalisePath(root), to: "" };
  const absolute = [...maps, checkout];
  let relative: { readonly folder: string; readonly places: readonly PathMap[] } | undefined;
  // Most specific first: a package's own file wins over one of the same name at the root.
  const placesIn = (folder: string) => {
    if (relative?.folder !== folder)
      relative = { folder, places: [...maps, { from: "", to: normalisePath(folder) }, { from: "", to: "" }] };
    return relative.places;
  };
  return (reportPath, packageFolder) => {
    const path = normalisePath(reportPath);
    for (const place of isAbsolutePath(path) ? absolute : placesIn(packageFolder)) {
      const candidate = moved(path, place);
      if (candidate !== undefined && known.has(candidate)) return { file: asRepoPath(candidate) };
    }
    // A path of this very checkout is exact: where it names no file, that file is gone, and another one like it is not meant.
    return path.startsWith(`${checkout.from}/`) ? { candidates: [] } : bySuffix(path, (byName ??= groupByName(files)));
  };
}

function groupByName(files: Iterable<RepoPath>): Map<string, RepoPath[]> {
  const byName = new Map<string, RepoPath[]>();
  for (const file of new Set(files)) {
    const same = byName.get(nameOf(file));
    if (same === undefined) byName.set(nameOf(file), [file]);
    else same.push(file);
  }
  return byName;
}

/** @returns the path in `to`; undefined where it is not in `from`. An empty `from` is the folder that every relative path is in. */
function moved(path: string, { from, to }: PathMap): string | undefined {
  if (path === from) return to;
  const begin = from === "" || from.endsWith("/") ? from : `${from}/`;
  const inside = from === "" ? !isAbsolutePath(path) : path.startsWith(begin);
  if (!inside) return undefined;
  if (from === "" && to === "" && !path.startsWith("..")) return path;
  return normalisePath(`${to}/${path.slice(begin.length)}`).replace(/^\//, "");
}

/** @returns what stands behind a path's last separator. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function bySuffix(path: string, byName: ReadonlyMap<string, readonly RepoPath[]>): Joined {
  const same = byName.get(nameOf(path));
  if (same === undefined) return { candidates: [] };
  const parts = path.split("/");
  const ranked = same.map((file) => ({ file, shared: sharedTail(parts, file.split("/")) }));
  const longest = Math.max(0, ...ranked.map(({ shared }) => shared));
  // One name out of several proves too little.
  if (longest < Math.min(2, parts.length)) return { candidates: [] };
  const best = ranked.filter(({ shared }) => shared === longest).map(({ file }) => file);
  const [only, ...others] = best;
  return only !== undefined && others.length === 0 ? { file: only } : { candidates: best };
}

function sharedTail(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
  return shared;
}
