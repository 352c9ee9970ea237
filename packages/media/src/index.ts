export { bindProduction } from "./di/bind-production.js";
export { mediaManifest } from "./feature.manifest.js";
export type { Asset } from "./entities/asset.js";
