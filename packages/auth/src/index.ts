export { bindProduction } from "./di/bind-production.js";
export { authManifest } from "./feature.manifest.js";
export type { Session } from "./entities/session.js";
