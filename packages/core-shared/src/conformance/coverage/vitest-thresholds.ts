import { layersOf, type BandPolicy, type DeclaredBands } from "./band-for.js";
import type { CoverageBand } from "./bands.js";
import { DEFAULT_LAYERS, type Layers } from "./layers.js";

/** What vitest takes as `coverage.thresholds`: the global band, and one band a glob. */
export type VitestThresholds = CoverageBand & { readonly [glob: string]: CoverageBand | number };

/**
 * @param bands by layer; a layer without a band gets no threshold of its own, so the global one holds it.
 * @returns `baseline` as vitest's global thresholds (which count every file, also those of a layer), and each layer's band under each of its globs.
 * A glob of two layers holds the band of the first, as `layerOf` has it.
 */
export function vitestThresholdsFromBands(bands: DeclaredBands, layers: Layers = DEFAULT_LAYERS): VitestThresholds {
  const byGlob = Object.entries(layers).flatMap(([layer, globs]) => {
    const band = Object.hasOwn(bands, layer) ? bands[layer] : undefined;
    return band === undefined ? [] : globs.map((glob) => [glob, { ...band }] as const);
  });
  return { ...bands.baseline, ...Object.fromEntries(byGlob.toReversed()) };
}

/** The same, for a whole manifest. */
export function vitestThresholdsFromManifest(manifest: BandPolicy): VitestThresholds {
  return vitestThresholdsFromBands(manifest.coverage.bands, layersOf(manifest));
}
