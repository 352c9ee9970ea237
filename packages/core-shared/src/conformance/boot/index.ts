export {
  assertFeatureConformance,
  assertFeaturesConformance,
  type ConformanceOptions,
  type FeatureConformance,
} from "./assert-conformance.js";
export type { Freshness } from "./check-freshness.js";
export { ConformanceError, type ConformanceFault, type MissedBand } from "./conformance-error.js";
export type { LayerCounts } from "./count-layers.js";
export type { FeatureFiles } from "./judge-feature.js";
