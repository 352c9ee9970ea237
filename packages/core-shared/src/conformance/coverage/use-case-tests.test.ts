import { describe, expect, it } from "vitest";
import { exemptRuleOf } from "./exempt.js";
import { holdsCode, isUseCase, testFilesOf, type ModuleStatement } from "./use-case-tests.js";

describe("a use case is", () => {
  it.each<[sentence: string, path: string]>([
    ["a file of the folder", "packages/auth/src/application/use-cases/sign-in.ts"],
    ["one whose path begins at the package", "src/application/use-cases/sign-in.ts"],
    ["one whose path begins at the folder", "application/use-cases/sign-in.ts"],
    ["a file further down", "src/application/use-cases/session/renew.ts"],
    ["one with JSX", "src/application/use-cases/sign-in.tsx"],
    ["one with JSX in JavaScript", "src/application/use-cases/sign-in.jsx"],
    ["a module of TypeScript", "src/application/use-cases/sign-in.mts"],
    ["CommonJS of TypeScript", "src/application/use-cases/sign-in.cts"],
    ["JavaScript", "src/application/use-cases/sign-in.js"],
    ["a module of JavaScript", "src/application/use-cases/sign-in.mjs"],
    ["CommonJS", "src/application/use-cases/sign-in.cjs"],
    ["a file that is called like a kind of test", "src/application/use-cases/run-test.ts"],
    ["a file called test", "src/application/use-cases/test.ts"],
    ["a file that ends like a benchmark", "src/application/use-cases/workbench.ts"],
    ["a file with a dot in its name", "src/application/use-cases/sign-in.v2.ts"],
    ["an index with code in JavaScript, as it has to be covered", "src/application/use-cases/index.js"],
  ])("%s: %s", (_sentence, path) => expect(isUseCase(path)).toBe(true));
});

describe("no use case is", () => {
  it.each<[sentence: string, path: string]>([
    ["a test", "src/application/use-cases/sign-in.test.ts"],
    ["a test that the preset does not run", "src/application/use-cases/sign-in.test.js"],
    ["a spec", "src/application/use-cases/sign-in.spec.mts"],
    ["a test of types", "src/application/use-cases/sign-in.test-d.ts"],
    ["a benchmark", "src/application/use-cases/sign-in.bench.ts"],
    ["a declaration of types", "src/application/use-cases/sign-in.d.ts"],
    ["a file of interfaces", "src/application/use-cases/deps.interface.ts"],
    ["a barrel", "src/application/use-cases/index.ts"],
    ["a fixture", "src/application/use-cases/__fixtures__/world.ts"],
    ["what was built of one", "packages/auth/dist/application/use-cases/sign-in.js"],
    ["a text", "src/application/use-cases/README.md"],
    ["data", "src/application/use-cases/countries.json"],
    ["a file of another folder", "src/application/services/clock.ts"],
    ["a file of a folder that ends like application", "src/web-application/use-cases/sign-in.ts"],
    ["a file of a folder that begins like use-cases", "src/application/use-cases-old/sign-in.ts"],
    ["a file called like the folder", "src/application/use-cases.ts"],
    ["a file of use cases elsewhere", "docs/use-cases/sign-in.ts"],
  ])("%s: %s", (_sentence, path) => expect(isUseCase(path)).toBe(false));

  it("one that the repository's own rules exempt", () => {
    const path = "src/application/use-cases/legacy/import.ts";
    expect(isUseCase(path, [{ id: "legacy", globs: ["**/legacy/**"], why: "it is on its way out" }])).toBe(false);
    expect(isUseCase(path)).toBe(true);
  });
});

describe("the test to create is one that the preset runs", () => {
  it.each<[sentence: string, path: string, test: string]>([
    ["of TypeScript", "src/application/use-cases/sign-in.ts", "src/application/use-cases/sign-in.test.ts"],
    ["of a module of TypeScript", "a/sign-in.mts", "a/sign-in.test.ts"],
    ["of CommonJS in TypeScript", "a/sign-in.cts", "a/sign-in.test.ts"],
    ["of TypeScript with JSX", "a/sign-in.tsx", "a/sign-in.test.tsx"],
    ["of JavaScript", "a/sign-in.js", "a/sign-in.test.mjs"],
    ["of a module of JavaScript", "a/sign-in.mjs", "a/sign-in.test.mjs"],
    ["of CommonJS", "a/sign-in.cjs", "a/sign-in.test.mjs"],
    ["of JavaScript with JSX", "a/sign-in.jsx", "a/sign-in.test.tsx"],
    ["of a name with a dot", "a.b/sign-in.v2.ts", "a.b/sign-in.v2.test.ts"],
    ["of a name without an ending", "a/sign-in", "a/sign-in.test.ts"],
  ])("%s", (_sentence, path, test) => {
    expect(testFilesOf(path)[0]).toBe(test);
    expect(exemptRuleOf(test)?.id).toBe("test-file");
  });
});

describe("a use case's tests", () => {
  const tests = testFilesOf("a/sign-in.ts");

  it.each(["a/sign-in.test.ts", "a/sign-in.test.mts", "a/sign-in.spec.tsx", "a/sign-in.test.js", "a/sign-in.spec.cjs"])(
    "count %s",
    (file) => expect(tests).toContain(file),
  );

  it.each(["a/sign-in.ts", "a/sign-out.test.ts", "a/b/sign-in.test.ts", "sign-in.test.ts", "a/sign-in.test-d.ts", "a/sign-in.test.py"])(
    "do not count %s",
    (file) => expect(tests).not.toContain(file),
  );

  it("stand there once each", () => expect(new Set(tests).size).toBe(16));
});

describe("a module", () => {
  const named = (declaration: ModuleStatement | null): ModuleStatement => ({ type: "ExportNamedDeclaration", declaration });
  const byDefault = (declaration: ModuleStatement): ModuleStatement => ({ type: "ExportDefaultDeclaration", declaration });

  it.each<[sentence: string, body: ModuleStatement[]]>([
    ["a function", [{ type: "FunctionDeclaration" }]],
    ["a function that it exports", [named({ type: "FunctionDeclaration" })]],
    ["a function that it exports by default", [byDefault({ type: "FunctionDeclaration" })]],
    ["a constant after a type", [named({ type: "TSTypeAliasDeclaration" }), named({ type: "VariableDeclaration" })]],
    ["a call", [{ type: "ExpressionStatement", directive: null }]],
    ["an enum", [{ type: "TSEnumDeclaration", declare: false }]],
  ])("holds code with %s", (_sentence, body) => expect(holdsCode(body)).toBe(true));

  it.each<[sentence: string, body: ModuleStatement[]]>([
    ["nothing at all", []],
    ["imports", [{ type: "ImportDeclaration" }]],
    ["types", [{ type: "TSInterfaceDeclaration" }, { type: "TSTypeAliasDeclaration" }]],
    ["types that it exports", [named({ type: "TSInterfaceDeclaration" })]],
    ["a type that it exports by default", [byDefault({ type: "TSInterfaceDeclaration" })]],
    ["what it exports of others", [{ type: "ExportAllDeclaration" }, named(null), byDefault({ type: "Identifier" })]],
    ["what it says of code elsewhere", [{ type: "TSDeclareFunction" }, named({ type: "VariableDeclaration", declare: true })]],
    ["a directive", [{ type: "ExpressionStatement", directive: "use server" }]],
    ["a lone semicolon", [{ type: "EmptyStatement" }]],
  ])("holds no code with %s", (_sentence, body) => expect(holdsCode(body)).toBe(false));
});
