/** @module-tag slow */
import { createTempRepo } from "@repo/core-testing";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { afterAll, expect, it, vi } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { createMutatedPackage } from "../__fixtures__/mutated-package.js";
import { assertTestsLoad, withMutatedCopy, type PlainRun } from "./plain-run.js";

const demo = createMutatedPackage();
afterAll(() => demo[Symbol.dispose]());

const SOURCE = readFileSync(demo.path("src/grade.ts"), "utf8");
const options = (text = SOURCE, signal?: AbortSignal) => ({
  root: demo.repo.root,
  packageRoot: demo.root,
  file: "src/grade.ts",
  text,
  env: process.env,
  signal,
});

/** @param run what vitest is asked for: files, and a test's name. */
async function check(text: string, run: [string[], string?], expected: Partial<PlainRun>): Promise<void> {
  expect(await withMutatedCopy(options(text), (runTests) => runTests(...run))).toMatchObject(expected);
  expect(existsSync(demo.repo.path(".stryker-tmp"))).toBe(false);
}

const BOTH = ["src/grade.test.ts", "src/sign.test.ts"];

it.each<[string, string, [string[], string?], Partial<PlainRun>]>([
  ["the package's own text is green", SOURCE, [BOTH], { exitCode: 0, tests: { passed: 3, failed: 0 } }],
  [
    "a mutant that tests notice is red",
    SOURCE.replace("n < 0", "n > 0"),
    [["src/sign.test.ts"]],
    { exitCode: 1, tests: { passed: 0, failed: 1 } },
  ],
  [
    "a survivor is green in another test",
    SOURCE.replace("n < 0", "n > 0"),
    [["src/grade.test.ts"], "a grade is high"],
    { exitCode: 0, tests: { passed: 1, failed: 0 } },
  ],
  ["a name is no pattern", SOURCE, [BOTH, "a .rade (is high"], { tests: { passed: 0, failed: 0 } }],
])("%s", (_sentence, text, run, expected) => check(text, run, expected));

it("several runs share a copy; the package itself stays as it is, and its output is kept", async () => {
  const runs = await withMutatedCopy(options("throw new Error('as mutated');\n"), async (runTests) => [
    await runTests(["src/sign.test.ts"]),
    await runTests(["src/none.test.ts"]),
  ]);
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([1, 1]);
  expect(runs[0]?.output).toContain("as mutated");
  expect(readFileSync(demo.path("src/grade.ts"), "utf8")).toBe(SOURCE);
});

it("sources are copied whatever they are called, and what tools made is not", async () => {
  demo.write({ "src/coverage/zero.ts": "export const zero = 0;\n", "coverage/zero.ts": "export const zero = 9;\n" });
  const text = `import { existsSync } from "node:fs";\nimport { zero } from "./coverage/zero.js";\nif (existsSync("coverage")) throw new Error();\n`;
  await check(text + SOURCE.replace("n < 0", "n < zero"), [["src/sign.test.ts"]], { exitCode: 0, tests: { passed: 1, failed: 0 } });
});

it("a package finds what is installed above it, too", async () => {
  using repo = createTempRepo({
    "packages/a/a.ts": "export const a = 1;\n",
    "packages/a/a.test.ts": 'import { expect, it } from "vitest";\nimport { a } from "./a.js";\nit("is one", () => expect(a).toBe(1));\n',
  });
  symlinkSync(readlinkSync(demo.path("node_modules")), repo.path("node_modules"));
  const where = { root: repo.root, packageRoot: repo.path("packages/a"), file: "a.ts", text: "export const a = 2;\n", env: process.env };
  const run = await withMutatedCopy(where, (runTests) => runTests(["a.test.ts"]));
  expect(run).toMatchObject({ exitCode: 1, tests: { passed: 0, failed: 1 } });
});

it("a vitest that does not come to the end counts nothing", async () => {
  const broken = { ...options("throw new Error('broken config');\n"), file: "vitest.config.mjs" };
  const run = await withMutatedCopy(broken, (runTests) => runTests(["src/sign.test.ts"]));
  expect(run).toMatchObject({ exitCode: 1, tests: null, output: expect.stringContaining("broken config") as string });
});

it("an abort ends a test that would run for ever, and removes the copy", async () => {
  const reason = new Error("enough");
  const interrupt = new AbortController();
  const endless = 'import { writeFileSync } from "node:fs";\nwriteFileSync(import.meta.dirname + "/begun", "");\nfor (;;) {}\n';
  const ran = withMutatedCopy(options(endless, interrupt.signal), (runTests) => runTests(["src/sign.test.ts"]));
  const temp = demo.repo.path(".stryker-tmp");
  const begun = () => existsSync(temp) && readdirSync(temp, { recursive: true, encoding: "utf8" }).some((name) => name.endsWith("/begun"));
  await vi.waitFor(() => expect(begun()).toBe(true), { timeout: 60_000, interval: 20 });
  interrupt.abort(reason);
  await expect(ran).rejects.toBe(reason);
  expect(existsSync(demo.repo.path(".stryker-tmp"))).toBe(false);
  await expect(withMutatedCopy(options(SOURCE, interrupt.signal), (runTests) => runTests([]))).rejects.toBe(reason);
});

it("a package without vitest says so", async () => {
  using repo = createTempRepo({ "a.ts": "" });
  const failure = await failureOf(() =>
    withMutatedCopy({ ...options(), root: repo.root, packageRoot: repo.root, file: "a.ts" }, async () => 1),
  );
  expect(failure).toMatchObject({ code: "VITEST_MISSING", exitCode: 4, hint: "pnpm add --save-dev vitest" });
});

it("a test file that cannot be loaded is a fault, whatever the others say", async () => {
  const { root, packageRoot, env } = options();
  await assertTestsLoad({ root, packageRoot, env, hint: "pnpm test" });
  demo.write({ "src/broken.test.ts": 'import "./nowhere.js";\n' });
  expect(await failureOf(() => assertTestsLoad({ root, packageRoot, env, hint: "pnpm test" }))).toMatchObject({
    code: "BASELINE_FAILED",
    exitCode: 3,
    hint: "pnpm test",
    message: expect.stringMatching(/^not every test file can be loaded:\n[^]*nowhere\.js/) as string,
  });
  rmSync(demo.path("src/broken.test.ts"));
});
