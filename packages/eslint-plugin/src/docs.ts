import type { Rule } from "eslint";

/** @returns what editors show of a rule. Its page is a file of this package, so that it tells of the version that is installed. */
export function docsOf(name: string, description: string): NonNullable<Rule.RuleMetaData["docs"]> {
  return { description, recommended: true, url: new URL(`../docs/rules/${name}.md`, import.meta.url).href };
}
