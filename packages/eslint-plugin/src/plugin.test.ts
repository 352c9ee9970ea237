import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as parser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import { defineConfig } from "eslint/config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "./index.js";

let root = "";
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "bandline-lint-")));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TYPESCRIPT: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser } };
const RECOMMENDED = [TYPESCRIPT, plugin.configs.recommended];
const USE_CASE = "packages/auth/src/application/use-cases/sign-in.ts";

const CLEAN: Readonly<Record<string, string>> = {
  "packages/auth/src/feature.manifest.ts":
    'import { defineFeature } from "@repo/core-shared/conformance/feature";\nexport const a = defineFeature({ name: "auth" } as const);\n',
  "packages/auth/vitest.config.ts":
    'import { defineFeatureVitestConfig } from "@repo/core-testing";\nexport default defineFeatureVitestConfig(a, {});\n',
  [USE_CASE]: "export const signIn = () => 1;\n",
  [USE_CASE.replace(".ts", ".test.ts")]: "",
};

/** Lints the files with the config, in a folder of their own. @returns each report as `file: rule: message`. */
async function check(config: Linter.Config[], files: Readonly<Record<string, string | null>>, expected: readonly string[]): Promise<void> {
  const cwd = mkdtempSync(join(root, "repo-"));
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config });
  expect(reportsOf(cwd, await eslint.lintFiles(["."]))).toEqual(expected);
}

function reportsOf(cwd: string, results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `${filePath.slice(cwd.length + 1)}: ${ruleId ?? "no rule"}: ${message}`),
  );
}

describe("the recommended config", () => {
  it("finds nothing where all is well", () => check(RECOMMENDED, CLEAN, []));

  it.each<[sentence: string, files: Readonly<Record<string, string | null>>, report: string]>([
    [
      "a manifest that is not constant",
      {
        "packages/auth/src/feature.manifest.ts":
          'import { defineFeature } from "@repo/core-shared/conformance/feature";\nexport const a = defineFeature({ name: "auth" });\n',
      },
      "packages/auth/src/feature.manifest.ts: @repo/manifest-is-const: The manifest is not constant. Write `as const` after the literal that defineFeature is given.",
    ],
    [
      "a threshold that is written down twice",
      { "packages/auth/vitest.config.ts": "export default { test: { coverage: { thresholds: { lines: 80 } } } };\n" },
      "packages/auth/vitest.config.ts: @repo/no-literal-coverage-thresholds: `lines: 80` is a coverage threshold beside the manifest's. Take it out: `defineFeatureVitestConfig(manifest)` of @repo/core-testing sets the bands of feature.manifest.ts as thresholds.",
    ],
    [
      "a use case without a test",
      { [USE_CASE.replace(".ts", ".test.ts")]: null },
      "packages/auth/src/application/use-cases/sign-in.ts: @repo/usecase-must-have-test-file: The use case packages/auth/src/application/use-cases/sign-in.ts has no test. Create packages/auth/src/application/use-cases/sign-in.test.ts.",
    ],
  ])("finds %s", (_sentence, files, report) => check(RECOMMENDED, { ...CLEAN, ...files }, [report]));

  it("is found by its name too", () => {
    const config = defineConfig([TYPESCRIPT, { plugins: { "@repo": plugin }, extends: ["@repo/recommended"] }]);
    return check(config, { ...CLEAN, "vitest.config.ts": "export default { thresholds: { 100: true } };\n" }, [
      "vitest.config.ts: @repo/no-literal-coverage-thresholds: `100: true` is a coverage threshold beside the manifest's. Take it out: `defineFeatureVitestConfig(manifest)` of @repo/core-testing sets the bands of feature.manifest.ts as thresholds.",
    ]);
  });

  it("stands beside the plugin itself", () => check([TYPESCRIPT, { plugins: { "@repo": plugin } }, plugin.configs.recommended], CLEAN, []));

  it("finds a use case without a test before it is saved, in a folder that is not there yet", async () => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: RECOMMENDED });
    const results = await eslint.lintText("export const signUp = () => 1;\n", { filePath: join(root, "application/use-cases/sign-up.ts") });
    expect(reportsOf(root, results)).toEqual([
      "application/use-cases/sign-up.ts: @repo/usecase-must-have-test-file: The use case application/use-cases/sign-up.ts has no test. Create application/use-cases/sign-up.test.ts.",
    ]);
  });
});

describe("the plugin", () => {
  it("says which package and version it is", () => {
    const { name, version } = createRequire(import.meta.url)("../package.json") as { name: string; version: string };
    expect(plugin.meta).toEqual({ name, version, namespace: "@repo" });
  });

  it("recommends each of its rules", () => {
    const names = Object.keys(plugin.rules).map((rule) => `@repo/${rule}`);
    expect(Object.keys(plugin.configs.recommended.rules ?? {})).toEqual(names);
  });

  it.each(Object.entries(plugin.rules))("has a page for %s, with what it says and an example of right and wrong", (name, { meta }) => {
    const page = readFileSync(fileURLToPath(meta?.docs?.url ?? ""), "utf8");
    expect(page.split("\n")[0]).toBe(`# ${name}`);
    expect(meta).toMatchObject({ type: "problem", docs: { description: expect.stringMatching(/^\w.+\S$/) as string } });
    expect(page).toContain(meta?.docs?.description);
    expect(page.match(/^## .+$/gm)).toEqual(expect.arrayContaining(["## Wrong", "## Right", "## What to do"]));
  });
});
