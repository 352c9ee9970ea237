/** `@repo/coverage-core/flaky`: whose result varies, which no other command needs. */
export * from "./flaky/add-lone-runs.js";
export * from "./flaky/flaky-document.js";
export * from "./flaky/judge-runs.js";
export type * from "./flaky/model.js";
export * from "./flaky/parse-file-runs.js";
export { renderHumanFlaky } from "./report/human-flaky.js";
