import bandline from "@repo/eslint-plugin";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      "**/dist/",
      "coverage/",
      "packages/*/coverage/",
      "**/node_modules/",
      "**/.turbo/",
      "**/.stryker-tmp/",
      ".sandcastle/worktrees/",
      "examples/",
    ],
  },
  bandline.configs.recommended,
  {
    files: ["packages/**/*.ts", "repo.manifest.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ["packages/*/tsconfig.json", "tsconfig.tests.json"], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers and booleans in messages are meant.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Repositories in memory keep the signatures of those that wait.
      "@typescript-eslint/require-await": "off",
      // What an interface here describes is a closure, never a `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      // Streams, clock and folder are passed in; only doors touch the process.
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        { object: "process", property: "exit", message: "Set process.exitCode in the door: a pipe would lose output." },
      ],
    },
  },
  {
    files: ["packages/coverage-core/src/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", { name: "process", message: "The core is pure: take what you need as a parameter." }],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The core has no clock: take the time as a parameter." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "The core has no clock: take the time as a parameter.",
        },
      ],
    },
  },
  {
    files: ["packages/eslint-plugin/src/**/*.ts"],
    // typescript-eslint types the kinds of nodes as an enum; eslint and oxlint give their names.
    rules: { "@typescript-eslint/no-unsafe-enum-comparison": "off", "@typescript-eslint/no-unsafe-enum-assignment": "off" },
  },
  { files: ["scripts/**/*.mjs", "bench/**/*.mjs", "*.mjs"], extends: [tseslint.configs.base], rules: { "no-console": "error" } },
);
