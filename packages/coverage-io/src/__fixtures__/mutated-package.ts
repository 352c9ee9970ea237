import { realpathSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import type { EngineMutant, MutationEngine, TestRequest } from "../stryker/engine.js";

const MODULES = realpathSync(join(import.meta.dirname, "../../node_modules"));

/** Where Stryker is installed. */
export const STRYKER_FROM = realpathSync(join(MODULES, "@repo/core-testing"));

/** A package with real tests in a repository of its own, for a real Stryker. Paths are relative to the package. */
export interface MutatedPackage {
  readonly repo: TempRepo;
  readonly root: string;
  path(...parts: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  [Symbol.dispose](): void;
}

const FOLDER = "packages/demo";

/** `isHigh` has a survivor at `>=`; nothing tests `unused.ts`; tsconfig.json and vitest.config.mjs lead out of the package. */
const FILES = {
  "package.json": '{ "name": "demo", "type": "module" }\n',
  "tsconfig.json": '{ "extends": "../../tsconfig.base.json", "include": ["src"], "references": [{ "path": "../lib" }] }\n',
  "vitest.config.mjs": 'import { exclude } from "../../excluded.mjs";\nexport default { root: import.meta.dirname, test: { exclude } };\n',
  "src/grade.ts": `export function isHigh(n: number): boolean {
  return n >= 10;
}

export function signOf(n: number): string {
  return n < 0 ? "-" : "+";
}

// Stryker disable next-line all
export const ignored = (n: number): boolean => n > 1;
`,
  "src/unused.ts": "export const half = (n: number): number => n / 2;\n",
  "src/[id].ts": "export const twice = (n: number): number => n * 2;\n",
  "src/grade.test.ts": `import { describe, expect, it } from "vitest";
import { isHigh } from "./grade.js";
import { twice } from "./[id].js";
describe("a grade", () => it("is high", () => expect([isHigh(11), isHigh(3)]).toEqual([true, false])));
it("is twice ü", () => expect(twice(3)).toBe(6));
`,
  "src/sign.test.ts": `import { expect, it } from "vitest";
import { signOf } from "./grade.js";
it("has a sign", () => expect([signOf(-1), signOf(1), signOf(0)]).toEqual(["-", "+", "+"]));
`,
};

export function createMutatedPackage(): MutatedPackage {
  const at = (files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).map(([file, text]) => [`${FOLDER}/${file}`, text]));
  const repo = createTempRepo({
    ".gitignore": "node_modules\n.stryker-tmp/\n",
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "tsconfig.base.json": '{ "compilerOptions": { "strict": true, "target": "es2022" } }\n',
    "tsconfig.json": '{ "files": [], "references": [{ "path": "packages/demo" }, { "path": "packages/lib" }] }\n',
    "packages/lib/tsconfig.json": '{ "extends": "../../tsconfig.base.json" }\n',
    "excluded.mjs": 'export const exclude = ["**/node_modules/**", "**/.stryker-tmp/**"];\n',
    ...at(FILES),
  });
  symlinkSync(MODULES, repo.path(FOLDER, "node_modules"));
  return {
    repo,
    root: repo.path(FOLDER),
    path: (...parts) => repo.path(FOLDER, ...parts),
    write: (files) => repo.write(at(files)),
    [Symbol.dispose]: () => repo.remove(),
  };
}

export const STRYKER_CONFIG = {
  testRunner: "vitest",
  plugins: [createRequire(join(STRYKER_FROM, "package.json")).resolve("@stryker-mutator/vitest-runner")],
  mutate: ["src/**/*.ts", "!src/**/*.test.ts"],
  coverageAnalysis: "perTest",
  concurrency: 1,
  thresholds: { high: 90, low: 80, break: 100 },
};

/** Every mutant of the package, as `line:column mutator replacement`, with what a whole run says of it. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  "src/[id].ts 1:22 ArrowFunction () => undefined": "killed",
  "src/[id].ts 1:45 ArithmeticOperator n / 2": "killed",
  "src/grade.ts 1:44 BlockStatement {}": "killed",
  "src/grade.ts 2:10 ConditionalExpression true": "killed",
  "src/grade.ts 2:10 ConditionalExpression false": "killed",
  "src/grade.ts 2:10 EqualityOperator n > 10": "survived",
  "src/grade.ts 2:10 EqualityOperator n < 10": "killed",
  "src/grade.ts 5:43 BlockStatement {}": "killed",
  "src/grade.ts 6:10 ConditionalExpression true": "killed",
  "src/grade.ts 6:10 ConditionalExpression false": "killed",
  "src/grade.ts 6:10 EqualityOperator n <= 0": "killed",
  "src/grade.ts 6:10 EqualityOperator n >= 0": "killed",
  'src/grade.ts 6:18 StringLiteral ""': "killed",
  'src/grade.ts 6:24 StringLiteral ""': "killed",
  "src/grade.ts 10:24 ArrowFunction () => undefined": "ignored",
  "src/grade.ts 10:48 ConditionalExpression true": "ignored",
  "src/grade.ts 10:48 ConditionalExpression false": "ignored",
  "src/grade.ts 10:48 EqualityOperator n >= 1": "ignored",
  "src/grade.ts 10:48 EqualityOperator n <= 1": "ignored",
  "src/unused.ts 1:21 ArrowFunction () => undefined": "noCoverage",
  "src/unused.ts 1:44 ArithmeticOperator n * 2": "noCoverage",
};

export function nameOf({ file, range, mutator, replacement }: EngineMutant): string {
  return `${file} ${range.start.line}:${range.start.column} ${mutator} ${replacement}`;
}

/** The outcomes of mutants that a part of their name tells. */
export function outcomesWith(...parts: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(OUTCOMES).filter(([name]) => parts.some((part) => name.includes(part))));
}

/** @returns what a run tells, by the mutants' names. */
export async function outcomesOf(engine: MutationEngine, request: TestRequest, signal?: AbortSignal): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  await engine.test(request, (result) => (outcomes[nameOf(result)] = result.status), signal);
  return outcomes;
}
