/** `layer-globs`: a glob that matches no file holds nothing, and nobody would notice: a renamed folder switches its band off. */
import { DEFAULT_LAYERS, globsOfLayer, layersOf, matcherOf } from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest } from "@repo/core-shared/conformance/feature";
import type { RuleFinding } from "../contract/conformance.js";
import { lineOfField } from "../manifest/line-of-field.js";
import type { RepoPath } from "../path/repo-path.js";
import type { StatedFeature, StatedPackage, StatedRepo } from "./judge-manifests.js";

export interface GlobsInput {
  readonly repo: StatedRepo | null;
  readonly packages: readonly StatedPackage[];
  /** Every file of the repository that git knows, or could. */
  readonly files: readonly RepoPath[];
}

/** A glob that no file of git's matches. A file that git ignores may, so `rooted` is to be asked of the disk before it is told. */
export interface UnmatchedGlob {
  /** Relative to the repository's root. */
  readonly rooted: string;
  readonly finding: RuleFinding;
}

export function unmatchedGlobs({ repo, packages, files }: GlobsInput): UnmatchedGlob[] {
  const isMatched = (rooted: string) => files.some(matcherOf([rooted]));
  const stated = [
    ...packages.flatMap(({ folder, manifest }) => (manifest?.value == null ? [] : globsOfFeature(manifest, manifest.value, folder))),
    ...globsOfRepo(repo),
  ];
  return stated.filter(({ rooted }) => !isMatched(rooted));
}

function globsOfFeature(manifest: StatedFeature, value: FeatureManifest, folder: string): UnmatchedGlob[] {
  const { file, text } = manifest;
  const root = value.root ?? folder;
  const of = (glob: string, what: string, mend: string, path: readonly string[]): UnmatchedGlob => ({
    rooted: root === "" ? glob : `${root}/${glob}`,
    finding: {
      file,
      line: lineOfField(file, text, "defineFeature", path),
      message: `${what} has the glob ${glob}, and no file below ${root === "" ? "the root" : root} matches it`,
      hint: `correct ${glob} in ${file}, or ${mend}`,
      code: null,
    },
  });
  const { exempt = [] } = value.coverage;
  return [
    ...layersInUse(value).flatMap(({ layer, isDefault }) =>
      globsOfLayer(layer, layersOf(value)).map((glob, index) =>
        of(
          glob,
          `the layer "${layer}"`,
          isDefault ? `take "${layer}" out of bands and mutationTargets` : `take it out of the layer "${layer}"`,
          ["coverage", ...(isDefault ? ["bands", layer] : ["layers", layer, String(index)])],
        ),
      ),
    ),
    ...exempt.map((glob, index) => of(glob, "exempt", "take it out of exempt", ["coverage", "exempt", String(index)])),
  ];
}

/** Those that a manifest declares; of the default ones those that it names, in its bands or as targets. */
function layersInUse({ coverage: { bands, layers, mutationTargets = [] } }: FeatureManifest): { layer: string; isDefault: boolean }[] {
  if (layers !== undefined) return Object.keys(layers).map((layer) => ({ layer, isDefault: false }));
  const named = new Set([...Object.keys(bands), ...mutationTargets]);
  return Object.keys(DEFAULT_LAYERS).flatMap((layer) => (named.has(layer) ? [{ layer, isDefault: true }] : []));
}

function globsOfRepo(repo: StatedRepo | null): UnmatchedGlob[] {
  if (repo?.value == null) return [];
  const { file, text, value } = repo;
  return (value.exempt ?? []).flatMap(({ id, globs, except = [] }, at) =>
    Object.entries({ globs, except }).flatMap(([field, list]) =>
      list.map((glob, index) => ({
        rooted: glob,
        finding: {
          file,
          line: lineOfField(file, text, "defineRepo", ["exempt", String(at), field, String(index)]),
          message: `the exempt rule "${id}" has the glob ${glob}, and no file matches it`,
          hint: `correct ${glob} in ${file}, or take it out of the rule "${id}"`,
          code: null,
        },
      })),
    ),
  );
}
