/** Paths of a report → paths in the package. */
import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { PackagePlace } from "./find-package.js";

/**
 * @returns the path in the package that a report's path means, `/` as separator; undefined for a file of another package.
 * A path is one of the package where it begins with the package's folder, in this repository or in another checkout of it,
 * or where it is relative and there is such a file, or sources would lie there and the image has none.
 */
export function createOwnPath({ root, folder }: PackagePlace): (reported: string) => string | undefined {
  const home = normalised(root);
  const begins = folder === undefined ? tailsOf(home) : folder === "" ? [] : [folder];
  return (reported) => {
    const path = normalised(reported);
    if (path.startsWith(`${home}/`)) return path.slice(home.length + 1);
    for (const begin of begins) {
      if (path.startsWith(`${begin}/`)) return path.slice(begin.length + 1);
      const at = isAbsolute(path) ? path.indexOf(`/${begin}/`) : -1;
      if (at !== -1) return path.slice(at + begin.length + 2);
    }
    if (path.startsWith("../")) return undefined;
    return path.startsWith("src/") || existsSync(join(root, path)) ? path : undefined;
  };
}

/** How a path of the package may begin where nobody says where its repository does: with two folders at least, for one proves too little. */
function tailsOf(home: string): string[] {
  const parts = home.split("/").filter((part) => part !== "");
  return parts.slice(0, -1).map((_, from) => parts.slice(from).join("/"));
}

function isAbsolute(path: string): boolean {
  return /^(\/|[A-Za-z]:\/)/.test(path);
}

function normalised(path: string): string {
  return posix.normalize(path.replaceAll("\\", "/"));
}
