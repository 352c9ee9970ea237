/** The commands, for doors: each takes arguments and streams, and answers with an exit code. */
export { runAgents } from "./agents.js";
export { runAggregate } from "./aggregate.js";
export type { Io, Output } from "./command/io.js";
export { runConformance, type OutsideCheck } from "./conformance.js";
export { checkBuild } from "./conformance/check-build.js";
export { runDiff } from "./diff.js";
export { runDomains } from "./domains.js";
export { runFlaky, type FlakyIo } from "./flaky.js";
export { runMcp, type McpIo } from "./mcp.js";
export { runMutate, type MutateIo } from "./mutate.js";
export { runNewFeature, type NewFeatureIo } from "./new-feature.js";
export { runReport } from "./report.js";
export { publishedSchemas } from "./published-schemas.js";
export { runSchemas, type SchemaFolder } from "./schemas.js";
export { runTrend, type TrendIo } from "./trend.js";
export { runTest } from "./test.js";
export { runVerify, type Built, type VerifyIo } from "./verify/run-verify.js";
