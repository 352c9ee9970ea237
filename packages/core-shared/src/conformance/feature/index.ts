export * from "./define-feature.js";
export * from "./define-repo.js";
export * from "./manifest-error.js";
export * from "./nearest-name.js";
export { parseFeature, parseRepo } from "./parse-manifest.js";
export type { FeatureManifest, RepoManifest } from "./schema.js";
