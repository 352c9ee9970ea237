import { layersOf } from "./band-for.js";
import { EXEMPT_RULES } from "./exempt.js";
import { globsOfLayer, type Layers } from "./layers.js";

/** The part of a manifest that this file reads. */
export interface MutationPolicy {
  readonly coverage: { readonly mutationTargets?: readonly string[] | undefined; readonly layers?: Layers | undefined };
}

const RULES_WITHOUT_MUTANTS = ["test-file", "test-support", "type-declaration", "interface-file", "barrel"];

/**
 * What Stryker takes as `mutate`: the globs of the targeted layers, then the files in them that no mutant belongs in, each with a leading `!`.
 * @returns globs relative to the package's root; empty where the manifest names no target.
 */
export function mutationTargetGlobs(manifest: MutationPolicy): string[] {
  const layers = layersOf(manifest);
  const targets = (manifest.coverage.mutationTargets ?? []).flatMap((layer) => globsOfLayer(layer, layers));
  if (targets.length === 0) return [];
  const excluded = EXEMPT_RULES.filter((rule) => RULES_WITHOUT_MUTANTS.includes(rule.id)).flatMap((rule) => rule.globs);
  return [...targets, ...excluded.map((glob) => `!${glob}`)];
}
