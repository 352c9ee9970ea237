import { expect, it } from "vitest";
import { jsonSchemas } from "./json-schemas.js";
import { sourcesDocument } from "./sources.js";

it("every document that leaves the process has a JSON Schema, closed and with its required fields", () => {
  const schemas = Object.entries(jsonSchemas()).map(
    ([name, text]) => [name, JSON.parse(text) as { additionalProperties: boolean; required: string[] }] as const,
  );
  expect(schemas.map(([name]) => name)).toEqual([
    "agents.v1.json",
    "conformance.v1.json",
    "coverage-aggregate.v1.json",
    "coverage-diff.v1.json",
    "coverage-domains.v1.json",
    "coverage-plain-history.v1.json",
    "coverage-report.v1.json",
    "coverage-sources.v1.json",
    "coverage-summary.v1.json",
    "coverage-trend.v1.json",
    "mcp-answer.v1.json",
    "mutate.v1.json",
    "mutation-scores.v1.json",
    "new-feature.v1.json",
    "test-flaky.v1.json",
    "verify.v1.json",
  ]);
  // That one is not ours alone: other tools have fields of their own in it, and no version.
  for (const [, schema] of schemas.filter(([name]) => name !== "coverage-plain-history.v1.json")) {
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toContain("schemaVersion");
  }
});

it.each([
  ["a blob id", "0".repeat(40), true],
  ["no blob, because the text changed", null, true],
  ["half a blob id", "0".repeat(39), false],
])("a record of a source may hold %s", (_sentence, blob, good) => {
  expect(sourcesDocument.safeParse({ schemaVersion: "1.0", sources: { "a.ts": { blob } } }).success).toBe(good);
});
