import { BASELINE_LAYER, exemptRuleOf, layersOf, matcherOf, type BandPolicy } from "@repo/core-shared/conformance/coverage";
import { globSync } from "tinyglobby";
import { PresetError } from "./preset-error.js";

/**
 * vitest passes a threshold silently when its glob matches no file, so a renamed folder would switch its band off.
 * @param root the package's folder.
 * @throws PresetError naming the layer and the glob.
 */
export function assertBandsMatch(manifest: BandPolicy & { readonly name: string }, root: string): void {
  const files = globSync("src/**", { cwd: root, dot: true, expandDirectories: false }).filter((file) => exemptRuleOf(file) === undefined);
  const layers = layersOf(manifest);
  for (const layer of Object.keys(manifest.coverage.bands).filter((name) => name !== BASELINE_LAYER)) {
    for (const glob of layers[layer] ?? []) {
      if (files.some(matcherOf([glob]))) continue;
      throw new PresetError(
        "BAND_MATCHES_NO_FILE",
        `the band "${layer}" of feature "${manifest.name}" holds no file: nothing matches ${glob} in ${root}`,
        `correct the layer's globs, or take the band "${layer}" out of the manifest`,
      );
    }
  }
}
