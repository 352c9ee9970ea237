import { join } from "node:path";
import { readIfThere } from "../files/read-files.js";

/** As much of a package of the workspace as is asked here. */
interface NamedPackage {
  readonly name: string;
  readonly folder: string;
}

const SECTIONS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

/**
 * @param packages of the workspace. @param name of one of them.
 * @returns those of them that it depends on, directly or not, in any section, in the order of `packages`; never itself.
 */
export async function dependenciesOf<P extends NamedPackage>(root: string, packages: readonly P[], name: string): Promise<P[]> {
  const reached = new Set([name]);
  // A set is walked to its end, whatever is added meanwhile.
  for (const each of reached) {
    const found = packages.find((candidate) => candidate.name === each);
    for (const dependency of found === undefined ? [] : await namesIn(join(root, found.folder, "package.json"))) reached.add(dependency);
  }
  return packages.filter((each) => each.name !== name && reached.has(each.name));
}

/** A package.json that cannot be read names nobody. */
async function namesIn(file: string): Promise<string[]> {
  try {
    const text = (await readIfThere(file))?.toString("utf8").replace(/^\uFEFF/, "") ?? "{}";
    const described = Object(JSON.parse(text)) as Partial<Record<(typeof SECTIONS)[number], unknown>>;
    return SECTIONS.flatMap((section) => Object.keys(Object(described[section]) as object));
  } catch {
    return [];
  }
}
