/** `@repo/coverage-core/conformance`: the static rules, which no other command needs. */
export * from "./conformance/compare-thresholds.js";
export * from "./conformance/judge-arrows.js";
export * from "./conformance/judge-checks.js";
export * from "./conformance/judge-layer-globs.js";
export * from "./conformance/judge-manifests.js";
export * from "./conformance/judge-stryker-config.js";
export * from "./conformance/judge-use-case-tests.js";
export * from "./conformance/judge-vitest-config.js";
export * from "./conformance/judge-workflows.js";
export * from "./conformance/read-vitest-config.js";
export * from "./conformance/rule-texts.js";
export { renderConformanceGithub } from "./report/conformance-formats.js";
export { renderHumanConformance, renderRuleList } from "./report/human-conformance.js";
