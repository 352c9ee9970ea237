/** @module-tag slow */
import { createTempRepo } from "@repo/core-testing";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, it } from "vitest";
import { createMutatedPackage } from "./__fixtures__/mutated-package.js";
import { findVitest, knowsTag, runVitest } from "./vitest.js";

const demo = createMutatedPackage();
afterAll(() => demo[Symbol.dispose]());

/** Its folders are in a temporary folder of its own, so that those of other tests are not seen. */
const call = (signal = new AbortController().signal) => ({
  program: findVitest(demo.root) as string,
  packageRoot: demo.root,
  env: process.env,
  signal,
});
const foldersLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith("bandline-tests-"));

it("a package's own vitest is found, and none where none is installed", () => {
  using empty = createTempRepo({ "package.json": "{}" });
  expect([findVitest(demo.root)?.endsWith("/vitest/vitest.mjs"), findVitest(empty.root)]).toEqual([true, undefined]);
});

it.each<[string, string[], number, [number, number] | null, RegExp]>([
  ["tests that pass", ["src/sign.test.ts"], 0, [1, 0], /1 passed/],
  ["a flag that it does not know", ["--no-such-flag"], 1, null, /Unknown option `--suchFlag`/],
])("it answers with its report and what it said: %s", async (_sentence, args, exitCode, counts, said) => {
  const run = await runVitest(call(), args);
  const report = run.report === null ? null : (JSON.parse(run.report) as { numPassedTests: number; numFailedTests: number });
  expect([run.exitCode, report && [report.numPassedTests, report.numFailedTests]]).toEqual([exitCode, counts]);
  expect(run.output).toMatch(said);
});

it("a tag is known where the configuration declares it", async () => {
  expect(await knowsTag(call(), "slow")).toBe(false);
  demo.write({ "vitest.config.mjs": 'export default { test: { tags: [{ name: "slow" }] } };\n' });
  expect([await knowsTag(call(), "slow"), await knowsTag(call(), "slower")]).toEqual([true, false]);
});

it("an abort ends it, and leaves no folder behind", async () => {
  const before = new Set(foldersLeft());
  const interrupt = new AbortController();
  demo.write({ "src/endless.test.ts": 'import { it } from "vitest";\nit("never ends", () => { for (;;); });\n' });
  const running = runVitest(call(interrupt.signal), ["src/endless.test.ts"]);
  const own = foldersLeft().filter((name) => !before.has(name));
  interrupt.abort("stopped");
  await expect(running).rejects.toBe("stopped");
  expect(own.length).toBeGreaterThan(0);
  expect(foldersLeft().filter((name) => own.includes(name))).toEqual([]);
});
