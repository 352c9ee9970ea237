/** Manifests → what holds for a file: its package, layer, band, and the exempt rule that lets it through, if any. */
import {
  BASELINE_LAYER,
  DEFAULT_COVERAGE_BANDS,
  bandOfLayer,
  exemptRuleOf,
  layerOf,
  layersOf,
  type CoverageBand,
  type ExemptRule,
} from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest, RepoManifest } from "@repo/core-shared/conformance/feature";
import type { RepoPath } from "../path/repo-path.js";

/** A package of the workspace. */
export interface PackageFacts {
  /** As its package.json says. */
  readonly name: string;
  /** Its folder; "" where the repository is one package. */
  readonly folder: RepoPath | "";
  /** null where it has none: the default bands hold. */
  readonly manifest: FeatureManifest | null;
  /** Where the manifest stands; null where there is none. */
  readonly manifestFile: RepoPath | null;
}

export interface FilePolicy {
  /** null where the file is in no package. */
  readonly package: PackageFacts | null;
  readonly layer: string;
  readonly band: CoverageBand;
  /** Why the file need not be covered; null where it has to be. */
  readonly exempt: { readonly id: string; readonly why: string } | null;
}

export type PolicyOf = (file: RepoPath) => FilePolicy;

/** @param packages in any order; a file belongs to the one with the longest folder that holds it. */
export function createPolicy(packages: readonly PackageFacts[], repo: RepoManifest | null): PolicyOf {
  const rooted = packages
    .map((each) => ({ each, root: rootOf(each), begin: `${rootOf(each)}/`, rules: featureRules(each) }))
    .sort((a, b) => b.root.length - a.root.length);
  return (file) => {
    const home = rooted.find(({ root, begin }) => root === "" || file.startsWith(begin));
    const exempt = () => exemptOf(file, [...(repo?.exempt ?? []), ...(home?.rules ?? [])]);
    if (home === undefined) return new LazyPolicy(null, BASELINE_LAYER, DEFAULT_COVERAGE_BANDS.baseline, exempt);
    const { manifest } = home.each;
    const inPackage = home.root === "" ? file : file.slice(home.root.length + 1);
    const layer = layerOf(inPackage, manifest === null ? undefined : layersOf(manifest));
    const band = manifest === null ? bandOfLayer(layer) : bandOfLayer(layer, manifest);
    return new LazyPolicy(home.each, layer, band, exempt);
  };
}

/** Whether the file is exempt is asked when it is read, once: a summary counts every file, and asks this of none. */
class LazyPolicy implements FilePolicy {
  readonly package: PackageFacts | null;
  readonly #ask: () => FilePolicy["exempt"];
  #exempt: FilePolicy["exempt"] | undefined;

  constructor(
    home: PackageFacts | null,
    readonly layer: string,
    readonly band: CoverageBand,
    ask: () => FilePolicy["exempt"],
  ) {
    this.package = home;
    this.#ask = ask;
  }

  get exempt(): FilePolicy["exempt"] {
    return this.#exempt === undefined ? (this.#exempt = this.#ask()) : this.#exempt;
  }
}

function exemptOf(file: RepoPath, more: readonly ExemptRule[]): FilePolicy["exempt"] {
  const rule = exemptRuleOf(file, more);
  return rule === undefined ? null : { id: rule.id, why: rule.why };
}

/** A manifest may speak for another folder than the one it lies in. */
function rootOf({ folder, manifest }: PackageFacts): string {
  return manifest?.root ?? folder;
}

function featureRules(facts: PackageFacts): readonly ExemptRule[] {
  if (facts.manifest?.coverage.exempt === undefined) return [];
  const root = rootOf(facts);
  const rooted = facts.manifest.coverage.exempt.map((glob) => (root === "" ? glob : `${root}/${glob}`));
  return [{ id: `feature-${facts.manifest.name}`, globs: rooted, why: `the manifest of ${facts.name} says so` }];
}
