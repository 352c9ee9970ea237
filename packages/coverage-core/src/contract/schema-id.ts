/** Where a document's JSON Schema file lies in the published package, without a host that would have to be up. */
export function schemaId(
  document:
    | "agents"
    | "conformance"
    | "coverage-aggregate"
    | "coverage-diff"
    | "coverage-domains"
    | "coverage-report"
    | "coverage-trend"
    | "mutate"
    | "new-feature"
    | "test-flaky"
    | "verify",
): string {
  return `bandline/schemas/${document}.v1.json`;
}
