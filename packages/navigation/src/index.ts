export { bindProduction } from "./di/bind-production.js";
export { navigationManifest } from "./feature.manifest.js";
export type { Entry, Menu } from "./entities/menu.js";
