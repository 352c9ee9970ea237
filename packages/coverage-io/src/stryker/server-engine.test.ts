/**
 * A real Stryker on a real package, through its server. One engine serves all tests, in their order.
 * @module-tag slow
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import {
  createMutatedPackage,
  nameOf,
  OUTCOMES,
  outcomesOf,
  outcomesWith,
  STRYKER_CONFIG,
  STRYKER_FROM,
} from "../__fixtures__/mutated-package.js";
import type { DiscoveredMutant, EngineResult, MutationEngine } from "./engine.js";
import { openEngine } from "./open-engine.js";

const demo = createMutatedPackage();
const log: string[] = [];
let engine: MutationEngine;
let mutants: DiscoveredMutant[];

beforeAll(async () => {
  engine = await openEngine({
    root: demo.repo.root,
    packageRoot: demo.root,
    config: STRYKER_CONFIG,
    strykerFrom: [STRYKER_FROM],
    env: process.env,
    log: (text) => log.push(text),
    testCommand: "pnpm --filter demo test",
  });
  mutants = await engine.discover();
});

afterAll(() => demo[Symbol.dispose]());

/** Sandboxes of Stryker, wherever they are. */
function sandboxes(): string[] {
  const temp = demo.repo.path(".stryker-tmp");
  return existsSync(temp) ? readdirSync(temp, { recursive: true, encoding: "utf8" }).filter((name) => /sandbox-\w+$/.test(name)) : [];
}

it("the server tells every mutant, and which none will run", () => {
  expect(engine).toMatchObject({ kind: "server", version: expect.stringMatching(/^9\./) as string });
  expect(Object.fromEntries(mutants.map((mutant) => [nameOf(mutant), mutant.ignored]))).toEqual(
    Object.fromEntries(Object.entries(OUTCOMES).map(([name, status]) => [name, status === "ignored" ? "Ignored using a comment" : null])),
  );
  expect(log.join("")).toContain("Stryker server started");
});

it("a file is taken literally, and no file at all is nothing to ask", async () => {
  expect((await engine.discover(["src/[id].ts"])).map(nameOf)).toEqual(Object.keys(outcomesWith("[id]")));
  expect(await engine.discover([])).toEqual([]);
  expect(await outcomesOf(engine, { files: [] })).toEqual({});
});

it("a whole run tells what became of each mutant, whatever the score, and leaves no sandbox", async () => {
  const results: EngineResult[] = [];
  await engine.test({}, (result) => results.push(result));
  expect(Object.fromEntries(results.map((result) => [nameOf(result), result.status]))).toEqual(OUTCOMES);
  const test = { file: "src/grade.test.ts", test: "a grade is high" };
  expect(results.find(({ status }) => status === "survived")).toMatchObject({
    coveredBy: [test],
    testsCompleted: 1,
    isStatic: false,
    reason: null,
  });
  expect(results.find(({ isStatic }) => isStatic)).toMatchObject({ file: "src/[id].ts", mutator: "ArrowFunction" });
  expect(sandboxes()).toEqual([]);
});

it("a choice runs its mutants and no others: those of a list, and those that a test covers", async () => {
  const only = mutants.filter((mutant) => ["n > 10", "n >= 1"].includes(mutant.replacement));
  const coveredBy = [{ file: "src/sign.test.ts" }, { file: "src/grade.test.ts", test: "is twice ü" }];
  const expected = outcomesWith(" n > 10", " n >= 1", "src/grade.ts 5:", "src/grade.ts 6:", "[id].ts 1:45");
  expect(await outcomesOf(engine, { pick: { only, coveredBy } })).toEqual(expected);
});

it("a range holds what lies wholly inside, beside whole files", async () => {
  const range = { start: { line: 6, column: 18 }, end: { line: 7, column: 2 } };
  const files = [{ file: "src/grade.ts", range }, "src/[id].ts"];
  expect(await outcomesOf(engine, { files })).toEqual(outcomesWith("StringLiteral", "[id]"));
});

it("mutants of a file that no test loads are not covered; a file without mutants has none", async () => {
  expect(await outcomesOf(engine, { files: ["src/unused.ts", "src/grade.test.ts"] })).toEqual(outcomesWith("unused"));
});

it("an abort ends the run with its reason; results so far were handed over, and no sandbox is left", async () => {
  const interrupt = new AbortController();
  const reason = new Error("enough");
  const results: EngineResult[] = [];
  const ran = engine.test(
    { pick: { only: mutants.filter(({ file }) => file === "src/grade.ts"), coveredBy: [] } },
    (result) => {
      results.push(result);
      interrupt.abort(reason);
    },
    interrupt.signal,
  );
  await expect(ran).rejects.toBe(reason);
  expect(results.length).toBeGreaterThan(0);
  expect(sandboxes()).toEqual([]);
  await expect(engine.test({}, () => undefined, interrupt.signal)).rejects.toBe(reason);
});

it("tests that fail without a mutant are named", async () => {
  demo.write({
    "src/half.test.ts":
      'import { expect, it } from "vitest";\nimport { half } from "./unused.js";\nit("halves", () => expect(half(4)).toBe(3));\n',
  });
  const failure = await failureOf(() => engine.test({ files: ["src/unused.ts"] }, () => undefined));
  expect(failure).toMatchObject({ code: "BASELINE_FAILED", exitCode: 3, hint: "pnpm --filter demo test" });
  expect((failure as Error).message).toContain("halves\n  expected 2 to be 3");
  expect(sandboxes()).toEqual([]);
});

it("an engine that is closed leaves nothing behind", async () => {
  await engine[Symbol.asyncDispose]();
  expect(existsSync(demo.repo.path(".stryker-tmp"))).toBe(false);
  expect(existsSync(join(demo.root, ".stryker-tmp"))).toBe(false);
  expect(demo.repo.git("status", "--porcelain")).toBe("?? packages/demo/src/half.test.ts");
});
