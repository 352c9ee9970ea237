export { bindProduction } from "./di/bind-production.js";
export { blogManifest } from "./feature.manifest.js";
export type { Article } from "./entities/article.js";
