/** The globs that most reports are named with, `coverage/*.info`, without a library: loading one takes longer than reading the folder. */
import { readdirSync, statSync, type Dirent } from "node:fs";
import { join, resolve } from "node:path";

/** A folder without signs, and one star in the name behind it. */
const PLAIN = /^(\/?(?:[\w@-][\w@.-]*\/)*)((?:[\w@-][\w@.-]*)?)\*([\w@.-]*)$/;

/** @returns in no order, in the form of the glob, as `findFiles`; undefined where the glob is more than that. */
export function plainFiles(glob: string, cwd: string): string[] | undefined {
  const [, folder, begin = "", end = ""] = PLAIN.exec(glob) ?? [];
  if (folder === undefined || folder.split("/").includes("node_modules")) return undefined;
  const path = resolve(cwd, folder);
  const isMeant = ({ name }: Dirent) => name.startsWith(begin) && name.endsWith(end) && name.length >= begin.length + end.length;
  return entriesOf(path)
    .filter((entry) => !entry.name.startsWith(".") && isMeant(entry) && isFile(entry, path))
    .map(({ name }) => folder + name);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link to a file is one. */
function isFile(entry: Dirent, folder: string): boolean {
  return entry.isSymbolicLink() ? statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isFile() === true : entry.isFile();
}
