/** `@repo/coverage-io/stryker`: the engine of L3, which no other command needs. */
export * from "./stryker/read-config-chain.js";
export * from "./stryker/engine.js";
export { openEngine } from "./stryker/open-engine.js";
export { findStryker } from "./stryker/find-stryker.js";
export { sweepSandboxes } from "./stryker/run-folder.js";
export * from "./stryker/plain-run.js";
