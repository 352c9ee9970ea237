import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXEMPT_RULES, exemptRuleOf, type ExemptRule } from "./exempt.js";

function check(path: string, rule: string | undefined, more?: readonly ExemptRule[]): void {
  expect(exemptRuleOf(path, more)?.id).toBe(rule);
}

describe("exempt is", () => {
  it.each<[sentence: string, path: string, rule: string]>([
    ["a test", "packages/x/src/a.test.ts", "test-file"],
    ["a test with JSX", "src/a.test.tsx", "test-file"],
    ["a test of plain JavaScript", "a.test.mjs", "test-file"],
    ["a spec", "src/a.spec.ts", "test-file"],
    ["a spec in any language", "src/deep/down/a.spec.py", "test-file"],
    ["a test of pytest", "backend/tests/test_token.py", "test-file"],
    ["a test of pytest beside its subject", "src/security/token_test.py", "test-file"],
    ["a test of Go", "internal/token/token_test.go", "test-file"],
    ["a test of Dart", "test/token_test.dart", "test-file"],
    ["a test of ExUnit", "test/token_test.exs", "test-file"],
    ["a spec of RSpec", "spec/models/user_spec.rb", "test-file"],
    ["a test of minitest", "test/models/user_test.rb", "test-file"],
    ["a test of PHPUnit", "tests/Unit/PriceTest.php", "test-file"],
    ["a test of Java", "src/test/java/com/shop/PriceTest.java", "test-file"],
    ["a test of Kotlin, in a module", "shop/src/test/kotlin/PriceTests.kt", "test-file"],
    ["what tests of Java need", "src/test/java/com/shop/Prices.java", "test-support"],
    ["pytest's conftest", "backend/tests/conftest.py", "test-support"],
    ["the conftest of the root", "conftest.py", "test-support"],
    ["a fixture", "packages/x/src/__fixtures__/world.ts", "test-support"],
    ["a fixture in a folder further down", "src/__fixtures__/a/b/world.ts", "test-support"],
    ["a factory", "src/__factories__/user.ts", "test-support"],
    ["a contract", "src/__contracts__/sessions.ts", "test-support"],
    ["a seed", "src/__seeds__/users.ts", "test-support"],
    ["a TypeScript config", "packages/x/vitest.config.ts", "tool-config"],
    ["a JavaScript config", "apps/web/next.config.js", "tool-config"],
    ["an ESM config", "eslint.config.mjs", "tool-config"],
    ["a CommonJS config", "postcss.config.cjs", "tool-config"],
    ["a package.json", "packages/x/package.json", "tool-config"],
    ["the package.json of the root", "package.json", "tool-config"],
    ["a tsconfig", "tsconfig.json", "tool-config"],
    ["a tsconfig with a part of a name", "packages/x/tsconfig.tests.json", "tool-config"],
    ["turbo's config", "turbo.json", "tool-config"],
    ["a feature's manifest", "packages/x/src/feature.manifest.ts", "manifest"],
    ["the repository's manifest", "repo.manifest.ts", "manifest"],
    ["a text", "docs/architecture.md", "docs-and-data"],
    ["data as JSON", "packages/x/src/countries.json", "docs-and-data"],
    ["data as YAML", "pnpm-workspace.yaml", "docs-and-data"],
    ["a workflow in a dot folder", ".github/workflows/ci.yml", "docs-and-data"],
    ["a .gitignore", ".gitignore", "docs-and-data"],
    ["a .gitignore further down", "packages/x/.gitignore", "docs-and-data"],
    ["an .npmrc", ".npmrc", "docs-and-data"],
    ["a shell script", "packages/x/bin/run.sh", "shell"],
    ["a bash script", "tools/run.bash", "shell"],
    ["a script of the repository", "scripts/coverage/diff.mjs", "scripts"],
    ["a turbo generator", "turbo/generators/config.ts", "generators"],
    ["a turbo generator's template", "turbo/generators/templates/feature.ts.hbs", "generators"],
    ["a feature's wiring", "packages/auth/src/di/bind-production.ts", "composition-root"],
    ["a repository's interface", "packages/auth/src/application/repositories/users.ts", "repository-interface"],
    ["a service's interface", "packages/auth/src/application/services/mail.ts", "service-interface"],
    ["a content system's integration", "packages/blog/src/integrations/cms/page.ts", "cms-integration"],
    ["a user interface", "packages/auth/src/ui/sign-in-form.tsx", "ui"],
    ["an interface file", "packages/auth/src/entities/clock.interface.ts", "interface-file"],
    ["a barrel", "packages/auth/src/index.ts", "barrel"],
    ["a barrel of a folder", "src/entities/index.ts", "barrel"],
    ["a type declaration", "packages/x/src/globals.d.ts", "type-declaration"],
    ["what tsc builds", "packages/x/dist/a.js", "build-output"],
    ["what Next builds", "apps/web/.next/server/a.js", "build-output"],
    ["what turbo keeps", ".turbo/cache/a.js", "build-output"],
    ["an installed package", "node_modules/a/lib/a.js", "build-output"],
    ["a package's coverage report", "packages/x/coverage/lcov.info", "coverage-report"],
    ["the repository's coverage report", "coverage/lcov-report/prettify.js", "coverage-report"],
    ["what is built from sources in a folder called coverage", "packages/x/dist/src/conformance/coverage/bands.js", "build-output"],
    ["an installed package with sources in a folder called coverage", "node_modules/a/src/coverage/a.js", "build-output"],
  ])("%s: %s", (_sentence, path, rule) => check(path, rule));
});

describe("not exempt is", () => {
  it.each<[sentence: string, path: string]>([
    ["a source in a folder called coverage", "packages/core-shared/src/conformance/coverage/bands.ts"],
    ["the same, from the package's root", "src/conformance/coverage/bands.ts"],
    ["the same, right below src", "src/coverage/bands.ts"],
    ["a script of a package", "packages/x/scripts/tool.ts"],
    ["a generator elsewhere", "packages/x/turbo/generators/config.ts"],
    ["a name that ends like a test's", "src/latest.ts"],
    ["a name that ends in test", "src/contest.ts"],
    ["a file called test", "src/test.ts"],
    ["a test of plain JavaScript with the ending js, which the preset does not run", "src/a.test.js"],
    ["a name that ends like a spec's", "src/inspec.ts"],
    ["an index with JSX", "src/index.tsx"],
    ["an index of JavaScript", "src/index.js"],
    ["a name that ends like a barrel's", "src/reindex.ts"],
    ["a folder that begins like dist", "src/distance/a.ts"],
    ["a folder that ends like dist", "src/redist/a.ts"],
    ["a file called dist", "src/dist.ts"],
    ["a folder that begins like coverage", "packages/x/coverage-core/a.ts"],
    ["a folder of fixtures without underscores", "src/fixtures/world.ts"],
    ["a name that ends like a config's", "src/myconfig.ts"],
    ["a file called config", "src/config.ts"],
    ["a config with JSX", "src/a.config.tsx"],
    ["a manifest with another name", "src/auth.manifest.ts"],
    ["a repository's manifest elsewhere", "packages/x/src/repo.manifest.ts"],
    ["a TypeScript file that is called like data", "src/json.ts"],
    ["a Python script", "tools/run.py"],
    ["a Python file that begins like a test's", "src/testing.py"],
    ["a Python file that ends like a test's", "src/contest.py"],
    ["a helper of Python tests, which a manifest may exempt", "tests/helpers.py"],
    ["a Go file that ends like a test's", "internal/latest.go"],
    ["a Java source that is called like a test", "src/main/java/com/shop/PriceTest.java"],
    ["a folder that is called like a test of pytest", "src/test_data/a.py"],
    ["other wiring", "src/di/bind-tests.ts"],
    ["an implementation of a repository", "src/interface-adapters/repositories/in-memory.ts"],
    ["a use case", "src/application/use-cases/sign-in.ts"],
    ["another integration", "src/integrations/mail/send.ts"],
    ["a package called ui", "packages/ui/src/button.ts"],
    ["a name that ends like an interface file's", "src/user-interface.ts"],
    ["a file called interface", "src/interface.ts"],
    ["a TypeScript file with d in its name", "src/d.ts"],
    ["a plain source", "packages/x/src/a.ts"],
  ])("%s: %s", (_sentence, path) => check(path, undefined));

  it("any source with a plain name", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => !["index", "ui", "dist"].includes(name));
    fc.assert(fc.property(word, word, (folder, name) => check(`packages/${name}/src/${folder}/${name}.ts`, undefined)));
  });
});

describe("rules of the repository's own", () => {
  const more: ExemptRule[] = [
    { id: "legacy", globs: ["old/**"], except: ["old/kept/**"], why: "it is on its way out" },
    { id: "late", globs: ["**"], why: "everything is" },
  ];
  it.each<[string, string, string | undefined, ExemptRule[]]>([
    ["exempt what they match", "old/a.ts", "legacy", more.slice(0, 1)],
    ["spare what they except", "old/kept/a.ts", undefined, more.slice(0, 1)],
    ["are asked in order", "old/kept/a.ts", "late", more],
    ["are asked after the list", "old/index.ts", "barrel", more],
  ])("%s", (_sentence, path, rule, rules) => check(path, rule, rules));
});

describe("the list of rules", () => {
  const ids = EXEMPT_RULES.map((rule) => rule.id);

  it("has no id twice", () => expect(new Set(ids).size).toBe(ids.length));

  it("has ids in kebab-case, and a reason each", () => {
    for (const { id, why } of EXEMPT_RULES) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(why).not.toBe("");
    }
  });

  it("exempts below any folder what it exempts in a package", () => {
    const rooted = ["scripts", "generators"];
    const folder = fc.stringMatching(/^[a-z]{1,6}$/).filter((name) => !["dist", "src", "scripts"].includes(name));
    const path = fc.constantFrom(
      "src/a.test.ts",
      "src/__seeds__/a.ts",
      "package.json",
      "src/ui/a.tsx",
      "src/index.ts",
      "dist/a.js",
      "coverage/lcov.info",
    );
    fc.assert(
      fc.property(folder, path, (above, file) => {
        const rule = exemptRuleOf(file)?.id;
        expect(rooted).not.toContain(rule);
        check(`${above}/${file}`, rule);
      }),
    );
  });
});
