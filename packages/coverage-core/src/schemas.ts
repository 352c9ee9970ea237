/** `@repo/coverage-core/schemas`: what checks a document of any command, for tests and for those who publish. */
export { coverageDiffDocument } from "./contract/coverage-diff.js";
export { jsonSchemas } from "./contract/json-schemas.js";
export { sourcesDocument } from "./contract/sources.js";
export { aggregateDocument, summaryDocument } from "./contract/summary.js";
export { verifyDocument } from "./contract/verify.js";
