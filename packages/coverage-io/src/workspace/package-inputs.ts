import { statSync } from "node:fs";
import { join } from "node:path";
import { blobIdOf, readIfThere } from "../files/read-files.js";
import { findFiles } from "../files/find-files.js";
import type { SourceTree } from "../git/open-repository.js";

export interface InputsOf {
  readonly tree: SourceTree;
  /** Of the package, relative to the root. */
  readonly folder: string;
  /** Folders of the packages of the workspace that it depends on. */
  readonly dependencies: readonly string[];
  /** Such as a lockfile, relative to the root. One that is not there is left out. */
  readonly extraFiles: readonly string[];
}

/** `path` is relative to the root, `blob` git's id of the bytes on disk. */
export interface PackageInput {
  readonly path: string;
  readonly blob: string;
}

/**
 * What can change what a package's tests say: its own files as git sees them, untracked ones too; of its dependencies
 * what is built, because that is what runs, or all of it where nothing is.
 * @returns in the order of the paths, each once.
 */
export async function readPackageInputs({ tree, folder, dependencies, extraFiles }: InputsOf): Promise<PackageInput[]> {
  const files = await tree.files();
  const ownFiles = (each: string) => files.filter((file) => each === "" || file.startsWith(`${each}/`));
  const ofDependency = async (each: string) => {
    const built = await findFiles("dist/**/*.{js,mjs,cjs,json}", join(tree.root, each));
    return built.length === 0 ? ownFiles(each) : [...built, "package.json"].map((name) => `${each}/${name}`);
  };
  const built = await Promise.all(dependencies.map(ofDependency));
  const paths = [...new Set<string>([...ownFiles(folder), ...built.flat(), ...extraFiles])].sort();
  const inputs = await Promise.all(paths.map((path) => inputAt(tree.root, path)));
  return inputs.filter((each) => each !== undefined);
}

async function inputAt(root: string, path: string): Promise<PackageInput | undefined> {
  // A repository inside this one stands among the files, and is none.
  const isFile = statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
  const bytes = isFile ? await readIfThere(join(root, path)) : undefined;
  return bytes && { path, blob: blobIdOf(bytes) };
}
