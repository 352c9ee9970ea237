import { createTempRepo, type TempRepo } from "@repo/core-testing";
import type { MutateDocument } from "@repo/coverage-core";
import { mutateDocument } from "@repo/coverage-core/schemas";
import { existsSync, readFileSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { runMutate, type MutateIo } from "../mutate.js";
import { captured, type Ran } from "./run.js";

const MODULES = realpathSync(join(import.meta.dirname, "../../node_modules"));

export const GRADE = "packages/grade/src/entities/grade.ts";
export const LABEL = "packages/grade/src/entities/label.ts";
export const GRADE_TEST = "packages/grade/src/entities/grade.test.ts";
export const SIGN_TEST = "packages/grade/src/entities/sign.test.ts";
export const HELPER = "packages/grade/src/__fixtures__/same.ts";

/** `isHigh` has a survivor at `>=`, `UNIT` and `half` have static ones; nothing calls `half`; one mutant is ignored. */
const GRADED: Readonly<Record<string, string>> = {
  "packages/grade/package.json": '{ "name": "@demo/grade", "type": "module" }\n',
  "packages/grade/vitest.config.mjs": 'export default { test: { root: import.meta.dirname, pool: "threads", maxWorkers: 1 } };\n',
  "packages/grade/stryker.config.json": JSON.stringify({
    extends: "@repo/core-testing/stryker.base.json",
    concurrency: 1,
    thresholds: { break: 70 },
  }),
  [GRADE]: `export function isHigh(n: number): boolean {
  return n >= 10;
}

export function signOf(n: number): string {
  return n < 0 ? "-" : "+";
}
`,
  [LABEL]: `export const UNIT = "points";
export const half = (n: number): number => n / 2;
// Stryker disable next-line all
export const VERSION = "1";
`,
  [HELPER]: `import { expect } from "vitest";
export const same = (actual: unknown, expected: unknown): void => expect(actual).toEqual(expected);
`,
  [GRADE_TEST]: `import { expect, it } from "vitest";
import { same } from "../__fixtures__/same.js";
import { isHigh } from "./grade.js";
import { UNIT } from "./label.js";
it("is high", () => same([isHigh(11), isHigh(3)], [true, false]));
it("has a unit", () => expect(UNIT).toBeTypeOf("string"));
`,
  [SIGN_TEST]: `import { expect, it } from "vitest";
import { signOf } from "./grade.js";
it("has a sign", () => expect([signOf(-1), signOf(1), signOf(0)]).toEqual(["-", "+", "+"]));
`,
};

/** Every mutant of the package, and what plain vitest and Stryker both say of it. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  "grade.ts:1:44 {}": "killed",
  "grade.ts:2:10 true": "killed",
  "grade.ts:2:10 false": "killed",
  "grade.ts:2:10 n > 10": "survived",
  "grade.ts:2:10 n < 10": "killed",
  "grade.ts:5:43 {}": "killed",
  "grade.ts:6:10 true": "killed",
  "grade.ts:6:10 false": "killed",
  "grade.ts:6:10 n <= 0": "killed",
  "grade.ts:6:10 n >= 0": "killed",
  'grade.ts:6:18 ""': "killed",
  'grade.ts:6:24 ""': "killed",
  'label.ts:1:21 ""': "survived",
  "label.ts:2:21 () => undefined": "survived",
  "label.ts:2:44 n * 2": "noCoverage",
};

export function createWorkspace(files: Readonly<Record<string, string>> = GRADED): TempRepo {
  const repo = createTempRepo({
    ".gitignore": "node_modules\n.stryker-tmp/\n/*.json\n",
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    ...files,
  });
  for (const name of readdirSync(repo.path("packages"))) symlinkSync(MODULES, repo.path("packages", name, "node_modules"));
  return repo;
}

export interface MutateRan extends Ran {
  readonly document: MutateDocument;
}

/** One run of `mutate` in a repository; whatever becomes of it, no sandbox is left. */
export async function mutateIn(repo: TempRepo, argv: readonly string[], more: Partial<MutateIo> = {}): Promise<MutateRan> {
  const { io, ran } = captured({ cwd: repo.root, env: process.env });
  const signal = new AbortController().signal;
  const result = ran(await runMutate(argv, { ...io, signal, now: () => performance.now(), ...more }));
  if (existsSync(repo.path(".stryker-tmp"))) throw new Error(`${argv.join(" ")} left a sandbox behind`);
  return { ...result, document: mutateDocument.parse(JSON.parse(result.stdout)) };
}

export const CACHE = "node_modules/.cache/bandline/mutation/-demo-grade.json";
export const SCORES = "coverage/mutation.json";

export function read(repo: TempRepo, file: string): string {
  return readFileSync(repo.path(file), "utf8");
}

/** The counts that are not 0, of one package or of the first. */
export function countsOf({ packages }: MutateDocument, name = packages[0]?.name): Record<string, number> {
  const counts: Record<string, number> = packages.find((each) => each.name === name)?.counts ?? {};
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

interface Named {
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
  readonly replacement: string;
}

export function nameOf({ file, range: { start }, replacement }: Named): string {
  return `${file.slice(file.lastIndexOf("/") + 1)}:${start.line}:${start.column} ${replacement}`;
}
