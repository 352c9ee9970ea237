/** `@repo/coverage-core/schemas`: what checks a document of any command, for tests and for those who publish. */
export { agentsDocument } from "./contract/agents.js";
export { conformanceDocument } from "./contract/conformance.js";
export { coverageDiffDocument } from "./contract/coverage-diff.js";
export { domainsDocument } from "./contract/domains.js";
export { flakyDocument } from "./contract/flaky.js";
export { jsonSchemas } from "./contract/json-schemas.js";
export { mcpAnswer } from "./contract/mcp.js";
export { mutateDocument, mutationScores } from "./contract/mutate.js";
export { newFeatureDocument } from "./contract/new-feature.js";
export { plainHistory } from "./contract/plain-history.js";
export { reportDocument } from "./contract/report.js";
export { sourcesDocument } from "./contract/sources.js";
export { aggregateDocument, summaryDocument } from "./contract/summary.js";
export { trendDocument } from "./contract/trend.js";
export {
  composeConfig,
  type ConfigLayer,
  type ConfigSurroundings,
  type PackageConfig,
  type StrykerOptions,
} from "./mutation/stryker-config.js";
export { verifyDocument } from "./contract/verify.js";
