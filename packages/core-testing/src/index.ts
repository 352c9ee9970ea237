export * from "./blob-id.js";
export * from "./define-feature-vitest-config.js";
export * from "./freshness-reporter.js";
export * from "./preset-error.js";
export * from "./repo-root.js";
export * from "./temp-repo.js";
