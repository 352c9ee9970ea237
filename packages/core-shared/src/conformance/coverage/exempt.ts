/**
 * Exempt rules: files that no gate asks to be covered. One list drives the diff gate and vitest's coverage excludes.
 * A rule has an id, so that a verdict can say which rule let a file through.
 */
import { matcherOf } from "./globs.js";

export interface ExemptRule {
  /** Unique, kebab-case, stable: scripts may rely on it. */
  readonly id: string;
  /** Relative to the repository's root. A file that any of them matches is exempt. */
  readonly globs: readonly string[];
  /** Files that the rule does not hold for, though `globs` match. */
  readonly except?: readonly string[] | undefined;
  /** Why such files need no coverage, as a sentence part: "{file} is exempt: {why}". */
  readonly why: string;
}

/** In the order in which they are asked; the first that matches names the reason. */
export const EXEMPT_RULES: readonly ExemptRule[] = [
  { id: "build-output", globs: ["**/{dist,.next,.turbo,node_modules}/**"], why: "made by a tool" },
  // A rule of its own: the exceptions for sources must not reach into dist or node_modules.
  { id: "coverage-report", globs: ["**/coverage/**"], except: ["**/src/**/coverage/**", "scripts/**"], why: "made by a tool" },
  {
    id: "test-file",
    globs: [
      "**/*.test.{ts,tsx,mjs}",
      "**/*.spec.*",
      // As the runners of other languages find them: pytest, Go, Dart, ExUnit, RSpec and minitest, PHPUnit.
      "**/{test_*,*_test}.py",
      "**/*_test.{go,dart,exs}",
      "**/*_{spec,test}.rb",
      "**/tests/**/*Test.php",
      // Where Maven and Gradle look for them; beside them lies what they need.
      "**/src/test/{java,kotlin,scala,groovy}/**/*{Test,Tests,TestCase,IT,Spec}.{java,kt,scala,groovy}",
    ],
    why: "a test",
  },
  {
    id: "test-support",
    globs: ["**/{__fixtures__,__factories__,__contracts__,__seeds__}/**", "**/conftest.py", "**/src/test/{java,kotlin,scala,groovy}/**"],
    why: "code that only tests use",
  },
  { id: "type-declaration", globs: ["**/*.d.ts"], why: "types have no run time" },
  {
    id: "tool-config",
    globs: ["**/*.config.{ts,js,mjs,cjs}", "**/package.json", "**/tsconfig*.json", "**/turbo.json"],
    why: "configuration of a tool",
  },
  { id: "manifest", globs: ["**/feature.manifest.ts", "repo.manifest.ts"], why: "a declaration, checked each time it is read" },
  { id: "docs-and-data", globs: ["**/*.{md,json,yaml,yml}", "**/.gitignore", "**/.npmrc"], why: "text or data" },
  { id: "shell", globs: ["**/*.{sh,bash}"], why: "no coverage is measured for shell" },
  { id: "scripts", globs: ["scripts/**"], why: "a door without a decision of its own" },
  { id: "generators", globs: ["turbo/generators/**"], why: "a template" },
  { id: "composition-root", globs: ["**/di/bind-production.ts"], why: "it only wires" },
  { id: "repository-interface", globs: ["**/application/repositories/**"], why: "an interface" },
  { id: "service-interface", globs: ["**/application/services/**"], why: "an interface" },
  { id: "cms-integration", globs: ["**/integrations/cms/**"], why: "configuration of a content system" },
  { id: "ui", globs: ["**/src/ui/**"], why: "looked at in a browser" },
  { id: "interface-file", globs: ["**/*.interface.ts"], why: "an interface" },
  { id: "barrel", globs: ["**/index.ts"], why: "it only re-exports" },
];

/**
 * @param path relative to the repository's root; a path relative to a package works for every rule but `scripts` and `generators`.
 * @param more the repository's and the feature's own rules, asked after the list above.
 * @returns the first rule that exempts the file, or undefined where it has to be covered.
 */
export function exemptRuleOf(path: string, more: readonly ExemptRule[] = []): ExemptRule | undefined {
  return [...EXEMPT_RULES, ...more].find((rule) => matcherOf(rule.globs)(path) && !matcherOf(rule.except ?? [])(path));
}
