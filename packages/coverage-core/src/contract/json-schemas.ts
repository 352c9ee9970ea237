import { z } from "zod";
import { agentsDocument } from "./agents.js";
import { conformanceDocument } from "./conformance.js";
import { coverageDiffDocument } from "./coverage-diff.js";
import { domainsDocument } from "./domains.js";
import { flakyDocument } from "./flaky.js";
import { mcpAnswer } from "./mcp.js";
import { mutateDocument, mutationScores } from "./mutate.js";
import { newFeatureDocument } from "./new-feature.js";
import { plainHistory } from "./plain-history.js";
import { reportDocument } from "./report.js";
import { sourcesDocument } from "./sources.js";
import { aggregateDocument, summaryDocument } from "./summary.js";
import { trendDocument } from "./trend.js";
import { verifyDocument } from "./verify.js";

/** The documents for which a JSON Schema file is published, by the file's name. */
const DOCUMENTS = {
  "agents.v1.json": agentsDocument,
  "conformance.v1.json": conformanceDocument,
  "coverage-aggregate.v1.json": aggregateDocument,
  "coverage-diff.v1.json": coverageDiffDocument,
  "coverage-domains.v1.json": domainsDocument,
  "coverage-plain-history.v1.json": plainHistory,
  "coverage-report.v1.json": reportDocument,
  "coverage-sources.v1.json": sourcesDocument,
  "coverage-summary.v1.json": summaryDocument,
  "coverage-trend.v1.json": trendDocument,
  "mcp-answer.v1.json": mcpAnswer,
  "mutate.v1.json": mutateDocument,
  "mutation-scores.v1.json": mutationScores,
  "new-feature.v1.json": newFeatureDocument,
  "test-flaky.v1.json": flakyDocument,
  "verify.v1.json": verifyDocument,
} as const;

/** @returns the text of each published file, by its name. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(DOCUMENTS).map(([name, schema]) => [name, `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`]),
  );
}
