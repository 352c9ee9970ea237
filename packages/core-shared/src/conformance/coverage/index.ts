export * from "./bands.js";
export * from "./band-for.js";
export * from "./exempt.js";
export * from "./globs.js";
export * from "./layers.js";
export * from "./mutation-targets.js";
export * from "./test-time.js";
export * from "./vitest-thresholds.js";
