/**
 * The globs of most workspaces, `packages/*` and `apps/web`, and the list that states them, read without a library for globs or YAML:
 * every run reads them, and loading those takes longer than all the rest. What is spelled in another way is left to the libraries.
 */
import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";

/** An item in quotes, or one that no reader of YAML could take for anything but text. */
const PLAIN_ITEM = /^( *)- +(?:"([\w@./*-]+)"|'([\w@./*-]+)'|([a-z@][\w@.-]*\/[\w@./*-]*)) *$/;

/** @param yaml text of pnpm-workspace.yaml. @returns undefined where its list of packages is not one plain text a line. */
export function plainPackages(yaml: string): string[] | undefined {
  const lines = yaml.split("\n");
  const at = lines.indexOf("packages:");
  if (at === -1 || lines.filter((line) => /packages["']? *:/.test(line)).length > 1) return undefined;
  const behind = lines.slice(at + 1).map((line) => PLAIN_ITEM.exec(line));
  const count = behind.indexOf(null) === -1 ? behind.length : behind.indexOf(null);
  const next = lines.slice(at + 1 + count).find((line) => line !== "") ?? "end";
  const items = behind.slice(0, count).map((item) => ({ indent: item?.[1], text: item?.[2] ?? item?.[3] ?? item?.[4] ?? "" }));
  const isOneList = items.length > 0 && items.every(({ indent }) => indent === items[0]?.indent) && /^[a-zA-Z]/.test(next);
  return isOneList ? items.map(({ text }) => text) : undefined;
}

/** @returns the folders under `root` that the globs name, in no order; undefined where a glob is more than a path that may end in a star. */
export function plainFolders(root: string, globs: readonly string[]): string[] | undefined {
  if (!globs.every((glob) => /^(?!\.)[\w@-][\w@.-]*(?:\/[\w@-][\w@.-]*)*(?:\/\*)?$/.test(glob))) return undefined;
  return globs.flatMap((glob) => (glob.endsWith("/*") ? foldersIn(root, glob.slice(0, -2)) : isFolder(join(root, glob)) ? [glob] : []));
}

function foldersIn(root: string, parent: string): string[] {
  const inside = entriesOf(join(root, parent)).filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  return inside.filter((entry) => entry.isDirectory()).map(({ name }) => `${parent}/${name}`);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
