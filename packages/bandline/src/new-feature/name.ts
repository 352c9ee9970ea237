/** What a feature may be called. Pure; the folder, the package, the manifest and identifiers are named after it. */
import { BandlineError, EXIT } from "@repo/coverage-core";

/** Also what a manifest takes for a name, and so a valid package name and the beginning of an identifier. */
const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Lines of the templates stay within prettier's width. */
const LONGEST = 30;
/** Windows takes no folder of these names. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const ALLOWED = `kebab-case of a-z, 0-9 and single hyphens, a letter first, at most ${LONGEST} characters, such as marketing-pages`;

/** What one name stands for. */
export interface FeatureNames {
  readonly name: string;
  readonly package: string;
  /** The folder, relative to the repository. */
  readonly path: string;
  /** As identifiers begin. */
  readonly camel: string;
}

/** @throws BandlineError FEATURE_NAME_INVALID with what was received and a name that would do. */
export function parseFeatureName(name: string): FeatureNames {
  if (!KEBAB.test(name) || name.length > LONGEST) throw invalid(name, `allowed: ${ALLOWED}`);
  if (DEVICE.test(name)) throw invalid(name, "on Windows it is a device, and no folder can be called so");
  const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { name, package: `@repo/${name}`, path: `packages/${name}`, camel };
}

/** What stands in a workspace already, in any letter case: some disks know none. */
export interface Taken {
  /** Folders and files below `packages/`. */
  readonly entries: readonly string[];
  readonly packages: readonly { readonly folder: string; readonly name: string; readonly feature: string | undefined }[];
}

/** @throws BandlineError FEATURE_NAME_TAKEN, which says by whom. */
export function assertFree({ name, package: packageName }: FeatureNames, { entries, packages }: Taken): void {
  const entry = entries.find((each) => each.toLowerCase() === name);
  if (entry !== undefined) throw taken(name, `packages/${entry} is there`);
  const namesake = packages.find((each) => each.name.toLowerCase() === packageName || each.feature === name);
  if (namesake !== undefined) throw taken(name, `${namesake.folder} is ${namesake.name}, the feature ${namesake.feature ?? name}`);
}

function invalid(name: string, why: string): BandlineError {
  return new BandlineError({
    code: "FEATURE_NAME_INVALID",
    message: `${JSON.stringify(name)} is no name of a feature; ${why}`,
    hint: `pnpm new:feature ${nearestValid(name)}`,
    exitCode: EXIT.usage,
  });
}

/** @param why a part of a sentence. */
export function taken(name: string, why: string): BandlineError {
  return new BandlineError({
    code: "FEATURE_NAME_TAKEN",
    message: `the name ${name} is taken: ${why}`,
    hint: "pnpm new:feature with another name",
    exitCode: EXIT.usage,
  });
}

/** @returns a name like it that is valid, or the word NAME where nothing of it is. */
function nearestValid(name: string): string {
  const words = name
    .replace(/^@[^/]*\//, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const near = words
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST)
    .replace(/-$/, "");
  return near === "" || DEVICE.test(near) ? "NAME" : near;
}
