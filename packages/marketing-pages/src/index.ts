export { bindProduction } from "./di/bind-production.js";
export { marketingPagesManifest } from "./feature.manifest.js";
export type { Page } from "./entities/page.js";
