import type { ManifestsInput } from "@repo/coverage-core/conformance";
import { readPackages } from "@repo/coverage-io";
import type { Place } from "./open-place.js";

/** @throws as `readPackages`. */
export async function gatherManifests({ root, repo, packages }: Place): Promise<ManifestsInput> {
  const globs = (repo?.value?.features ?? []).map((glob, index) => ({ glob, index }));
  const wanted = globs.filter(({ glob }) => !glob.startsWith("!"));
  const found = await Promise.all(wanted.map(({ glob }) => readPackages(root, [glob])));
  return { repo, packages, unmatched: wanted.filter((_, at) => found[at]?.length === 0) };
}
