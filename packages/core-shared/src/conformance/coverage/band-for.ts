import { DEFAULT_COVERAGE_BANDS, type CoverageBand } from "./bands.js";
import { DEFAULT_LAYERS, layerOf, type Layers } from "./layers.js";

/** Bands as a manifest may state them: `baseline`, and any layer's own. */
export type DeclaredBands = { readonly baseline: CoverageBand } & { readonly [layer: string]: CoverageBand | undefined };

/** What decides the band of a path: the part of a manifest that the policy reads. */
export interface BandPolicy {
  readonly coverage: { readonly bands: DeclaredBands; readonly layers?: Layers | undefined };
}

const DEFAULT_POLICY: BandPolicy = { coverage: { bands: DEFAULT_COVERAGE_BANDS } };

/** The layers that a manifest declares, else the three default ones. */
export function layersOf(policy: { readonly coverage: { readonly layers?: Layers | undefined } }): Layers {
  return policy.coverage.layers ?? DEFAULT_LAYERS;
}

/** The band of a layer by its name; a layer without a band of its own falls through to `baseline`. */
export function bandOfLayer(layer: string, policy: BandPolicy = DEFAULT_POLICY): CoverageBand {
  const { bands } = policy.coverage;
  return (Object.hasOwn(bands, layer) ? bands[layer] : undefined) ?? bands.baseline;
}

/**
 * The band that a file has to meet.
 * @param path as for `layerOf`.
 * @param policy a manifest; without one the default bands hold.
 */
export function bandFor(path: string, policy: BandPolicy = DEFAULT_POLICY): CoverageBand {
  return bandOfLayer(layerOf(path, layersOf(policy)), policy);
}
