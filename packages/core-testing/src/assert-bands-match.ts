import { BASELINE_LAYER, exemptRuleOf, globsOfLayer, layersOf, matcherOf, type BandPolicy } from "@repo/core-shared/conformance/coverage";
import { globSync } from "tinyglobby";
import { PresetError } from "./preset-error.js";

/** The files of a package whose coverage is measured, before exempt rules; relative to the package's folder. */
export const SOURCE_GLOBS = ["src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"];

/** The part of a manifest that is read here. */
interface NamedPolicy extends BandPolicy {
  readonly name: string;
  readonly coverage: BandPolicy["coverage"] & { readonly exempt?: readonly string[] | undefined };
}

/**
 * vitest passes a threshold silently when its glob matches no file, so a renamed folder would switch its band off.
 * @param root the package's folder.
 * @throws PresetError naming the layer and the glob.
 */
export function assertBandsMatch(manifest: NamedPolicy, root: string): void {
  const files = measuredFiles(root, manifest.coverage.exempt ?? []);
  const layers = layersOf(manifest);
  for (const layer of Object.keys(manifest.coverage.bands).filter((name) => name !== BASELINE_LAYER)) {
    const globs = globsOfLayer(layer, layers);
    const unmatched = globs.find((glob) => !files.some(matcherOf([glob])));
    if (unmatched === undefined && globs.length > 0) continue;
    const reason = unmatched === undefined ? "the layer has no globs" : `nothing that is measured matches ${unmatched} in ${root}`;
    throw new PresetError(
      "BAND_MATCHES_NO_FILE",
      `the band "${layer}" of feature "${manifest.name}" holds no file: ${reason}`,
      `correct the layer's globs, or take the band "${layer}" out of the manifest`,
    );
  }
}

function measuredFiles(root: string, exempt: readonly string[]): string[] {
  const isExempt = matcherOf(exempt);
  const files = globSync(SOURCE_GLOBS, { cwd: root, dot: true, expandDirectories: false });
  return files.filter((file) => exemptRuleOf(file) === undefined && !isExempt(file));
}
