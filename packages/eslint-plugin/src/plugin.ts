import { createRequire } from "node:module";
import type { ESLint, Linter } from "eslint";
import { manifestIsConst } from "./rules/manifest-is-const.js";
import { noLiteralCoverageThresholds } from "./rules/no-literal-coverage-thresholds.js";
import { usecaseMustHaveTestFile } from "./rules/usecase-must-have-test-file.js";

const { name, version } = createRequire(import.meta.url)("../package.json") as { readonly name: string; readonly version: string };

/** As eslint and oxlint shorten `@repo/eslint-plugin`. */
const NAMESPACE = "@repo";

const rules = {
  "manifest-is-const": manifestIsConst,
  "no-literal-coverage-thresholds": noLiteralCoverageThresholds,
  "usecase-must-have-test-file": usecaseMustHaveTestFile,
};

/** Rules that see in the editor what the gates would see later. Each looks at the files it is for, so the config is for all. */
export const plugin = {
  meta: { name, version, namespace: NAMESPACE },
  rules,
  configs: {
    /** A getter, because eslint refuses two plugins of one name, and the plugin in here has to be this one. */
    get recommended(): Linter.Config {
      const entries = Object.keys(rules).map((rule) => [`${NAMESPACE}/${rule}`, "error"] as const);
      return { name: `${NAMESPACE}/recommended`, plugins: { [NAMESPACE]: plugin }, rules: Object.fromEntries(entries) };
    },
  },
} satisfies ESLint.Plugin;
