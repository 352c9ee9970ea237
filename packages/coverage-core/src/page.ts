/** `@repo/coverage-core/page`: the page that people look at, and the badges; no other command needs them. */
export * from "./report/badges.js";
export { renderHumanReport } from "./report/human-report.js";
export type * from "./report/html/model.js";
export { renderPage } from "./report/html/page.js";
export * from "./tests/single-tests.js";
