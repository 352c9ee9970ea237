/** @module-tag slow */
import type { TempRepo } from "@repo/core-testing";
import { afterEach, expect, it } from "vitest";
import { createFlakyWorkspace, flakyIn, verdictsOf } from "./__fixtures__/flaky-workspace.js";
import { captured } from "./__fixtures__/run.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

function workspace(): TempRepo {
  const repo = createFlakyWorkspace();
  repos.push(repo);
  return repo;
}

const SHOP = "pnpm --filter @demo/shop exec vitest run";

it("finds the planted tests, and tells the one whose order decides from the one that counts its runs", async () => {
  const { document, exitCode, stderr } = await flakyIn(workspace(), ["--filter", "@demo/shop", "--seed", "1"]);
  expect([exitCode, document.status, document.packages]).toEqual([1, "fail", ["@demo/shop"]]);
  expect(verdictsOf(document)).toEqual([
    "@demo/shop count.test.ts a till > counts: flaky, failed with 2,4, order false",
    "@demo/shop order.test.ts reads the token: flaky, failed with 3, order true",
  ]);
  const [count, order] = document.flaky;
  expect(order).toMatchObject({
    file: "packages/shop/src/order.test.ts",
    passed: 4,
    failed: 1,
    message: "AssertionError: expected undefined to be 't' // Object.is equality",
    rerun: `${SHOP} src/order.test.ts --sequence.shuffle --sequence.seed=3`,
    reproduced: true,
  });
  expect(order?.again.map(({ seed, before, alone }) => `${seed} ${before} ${alone}`)).toEqual(
    [1, 2, 3, 4, 5].map((seed) => (seed === 3 ? "3 failed failed" : `${seed} passed passed`)),
  );
  // It has run five times before, so each seed comes to the other.
  expect([count?.reproduced, count?.rerun]).toEqual([false, `${SHOP} --sequence.shuffle --sequence.seed=2`]);
  expect(document.runs.map(({ seed, passed, failed, skipped }) => [seed, passed, failed, skipped])).toEqual([
    [1, 3, 0, 1],
    [2, 2, 1, 1],
    [3, 2, 1, 1],
    [4, 2, 1, 1],
    [5, 3, 0, 1],
  ]);
  expect(stderr).toContain("test:flaky: run 5 of 5, seed 5\ntest:flaky: alone 1 of 10, seed 1: packages/shop/src/count.test.ts\n");
  expect(stderr).toContain("test:flaky fail: 5 of 5 runs of 1 packages, 2 flaky\n");
});

it("finds files that cannot be loaded at times, and errors that belong to no test", async () => {
  const { document, stderr } = await flakyIn(workspace(), [
    "--filter",
    "!@demo/shop",
    "--seed",
    "1",
    "--repeats",
    "2",
    "--no-rerun",
    "--json",
  ]);
  expect([document.exitCode, stderr]).toEqual([1, ""]);
  expect(verdictsOf(document)).toEqual([
    "@demo/cart load.test.ts: flaky, failed with 2, order null",
    "@demo/late: flaky, failed with 2, order null",
    "@demo/cart is empty, is free: missing with 2",
  ]);
  expect(
    document.flaky.map(({ message }) => message.split("\n").filter((line) => /cannot load|too late|no test says why/.test(line))),
  ).toEqual([
    ["cannot load"],
    expect.arrayContaining(["vitest ended with exit 1, and no test says why:", expect.stringContaining("too late")]),
  ]);
  expect(document.warnings.map(({ code }) => code)).toEqual(["TESTS_MISSING"]);
});

it("with few repeats a file runs alone often enough, and alone it has the options that vitest was given", async () => {
  const argv = [
    "--filter",
    "@demo/shop",
    "--seed",
    "2",
    "--repeats",
    "2",
    "--",
    "src/order.test.ts",
    "--testTimeout=9000",
    "--testNamePattern",
    ".",
  ];
  const { document } = await flakyIn(workspace(), argv);
  expect(document.flaky.map(({ again, orderDecides }) => [again.map(({ seed }) => seed), orderDecides])).toEqual([
    [[2, 3, 2, 3, 2, 3], true],
  ]);
});

it("a test that always fails is not flaky: nothing can be said of it", async () => {
  const argv = ["--filter", "@demo/shop", "--repeats", "2", "--include-slow", "--", "--testNamePattern=takes"];
  const { document, exitCode } = await flakyIn(workspace(), argv);
  expect([exitCode, document.status, document.errors.map(({ code }) => code)]).toEqual([3, "error", ["TESTS_FAILED"]]);
  expect(verdictsOf(document)).toEqual(["@demo/shop slow.test.ts takes its time: failed 2"]);
  expect(document.failing[0]?.message).toBe("Error: and fails");
});

it("slow tests are left out where the package has such a tag, and where no test is left none ran", async () => {
  const { document, exitCode } = await flakyIn(workspace(), [
    "--filter",
    "@demo/void",
    "--filter",
    "@demo/shop",
    "--repeats",
    "2",
    "--",
    "--dir=src/none",
  ]);
  expect([exitCode, document.packages, document.errors.map(({ code }) => code)]).toEqual([
    3,
    ["@demo/shop", "@demo/void"],
    ["NO_TESTS_RAN"],
  ]);
});

it.each<[string, Readonly<Record<string, string>>, string[], string]>([
  ["does not know a flag", {}, ["--", "--no-such-flag"], "vitest ended with exit 1, and no test says why:"],
  [
    "is ended by one of its tests",
    { "packages/void/src/end.test.ts": 'process.kill(process.ppid, "SIGKILL");\n' },
    [],
    "vitest ended by a signal, and no test says why:",
  ],
])("a vitest that %s leaves no report, and that is told of the package", async (_sentence, files, more, said) => {
  const repo = workspace();
  repo.write(files);
  const { document, exitCode } = await flakyIn(repo, ["--filter", "@demo/void", "--repeats", "2", ...more]);
  expect([exitCode, verdictsOf(document), document.failing[0]?.message.split("\n")[0]]).toEqual([3, ["@demo/void: failed 2"], said]);
});

it("an interrupt ends the tests, and prints what is known", async () => {
  const repo = workspace();
  const interrupt = new AbortController();
  const { io } = captured({ cwd: repo.root });
  const stderr = {
    write(text: string | Uint8Array) {
      if (String(text).startsWith("test:flaky: run 3 of 9")) setTimeout(() => interrupt.abort(), 100);
      return io.stderr.write(text);
    },
  };
  const argv = ["--filter", "@demo/shop", "--seed", "1", "--repeats", "9"];
  const { document, exitCode } = await flakyIn(repo, argv, { stderr, signal: interrupt.signal });
  expect([exitCode, document.status, document.runs.length, document.repeats]).toEqual([130, "error", 2, 9]);
  expect(verdictsOf(document)).toEqual(["@demo/shop count.test.ts a till > counts: flaky, failed with 2, order null"]);
});
