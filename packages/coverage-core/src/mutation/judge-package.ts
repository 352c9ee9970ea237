import type { MutationFile, MutationPackage } from "../contract/mutate.js";
import type { MutantStatus } from "../contract/names.js";
import { groupBy } from "../group-by.js";
import { byText, type RepoPath } from "../path/repo-path.js";
import type { KeyedMutant } from "./model.js";
import { countMutants, judgeCounts, scoreOf } from "./score.js";

export interface PackageRun extends Pick<MutationPackage, "name" | "threshold" | "config" | "reused" | "durationMs"> {
  /** What `judgeTrust` left of them. */
  readonly results: readonly (Pick<KeyedMutant, "file" | "key"> & { readonly status: MutantStatus })[];
  /** What a budget left out. */
  readonly notRun: readonly Pick<KeyedMutant, "file" | "key">[];
  /** The git blob id of the text that was mutated. */
  readonly blobOf: (file: RepoPath) => string;
}

/** @returns the package's row, without a comparison; files by name, the keys of their survivors in order. */
export function judgePackage({ name, threshold, config, results, notRun, blobOf, reused, durationMs }: PackageRun): MutationPackage {
  const all = [...results, ...notRun.map(({ file, key }) => ({ file, key, status: "notRun" as const }))];
  const counts = countMutants(all);
  const { status, score, interval } = judgeCounts(counts, threshold);
  const files = [...groupBy(all, ({ file }) => file)]
    .sort(([a], [b]) => byText(a, b))
    .map(([file, own]): MutationFile => {
      const ofFile = countMutants(own);
      const survivors = own.filter((each) => isSurvivor(each.status)).map(({ key }) => key);
      return { file, blob: blobOf(file), score: scoreOf(ofFile), counts: ofFile, survivors: survivors.sort(byText) };
    });
  return { name, status, score, threshold, interval, config, baseline: null, drift: null, counts, files, reused, durationMs };
}

function isSurvivor(status: MutantStatus): boolean {
  return status === "survived" || status === "noCoverage";
}
