import type { ConformanceRuleId } from "../contract/names.js";

/** What each rule holds, for lists of rules. docs/guides/conformance.md has the rest under the rule's id. */
export const RULE_TEXTS: Readonly<Record<ConformanceRuleId, string>> = {
  manifests: "Every package has a manifest, and every manifest can be used.",
  "one-source": "vitest and Stryker take a feature's thresholds and targets from its manifest, and state none of their own.",
  "layer-globs": "Every glob of a manifest matches a file.",
  "use-case-tests": "Every use case has a test beside it.",
  arrows: "No import goes against the arrows of dependency-cruiser's configuration.",
  "work-state": "The state of docs/work is up to date.",
  "pinned-workflows":
    "Workflows run actions and images by commit and digest, the package manager of package.json, and state their permissions.",
  "generated-files": "What is generated and committed is what would be generated now.",
};

/** Where a rule is explained. */
export function pageOf(id: ConformanceRuleId): string {
  return `docs/guides/conformance.md#${id}`;
}
