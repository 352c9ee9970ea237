import { expect, it } from "vitest";
import { flakyDocument, type FailingTest, type FlakyTest } from "../contract/flaky.js";
import type { RepoPath } from "../path/repo-path.js";
import { painterFor } from "../report/painter.js";
import { renderHumanFlaky } from "../report/human-flaky.js";
import { flakyDocumentOf, sumRuns, type FlakyFacts } from "./flaky-document.js";

const failing = (test: string | null, file: string | null = "a.test.ts"): FailingTest => ({
  package: "@x/a",
  file,
  test,
  failed: 2,
  message: "Error: no\nat all",
  rerun: `run ${String(test)}`,
});
const flaky = (test: string | null, more: Partial<FlakyTest> = {}): FlakyTest => ({
  ...failing(test),
  passed: 1,
  seeds: { passed: [3], failed: [1, 2] },
  again: [],
  reproduced: null,
  orderDecides: null,
  ...more,
});
const missing = { package: "@x/a", file: "a.test.ts", tests: ["m", "n"], seeds: [2] };
const runs = [1, 2, 3].map((seed) => ({ seed, durationMs: 1_234, passed: 4, failed: 1, skipped: 2 }));
const nothing = { flaky: [], failing: [], missing: [] };
const facts: FlakyFacts = { repeats: 3, packages: ["@x/a"], runs, judged: nothing, isInterrupted: false };
const again = [{ seed: 1, before: "failed", alone: "failed" }] as const;

it.each<[string, Partial<FlakyFacts>, string]>([
  ["nothing varied", {}, "pass 0"],
  ["a flaky test", { judged: { ...nothing, flaky: [flaky("a")] } }, "fail 1; run a"],
  [
    "a flaky test beside one that always fails",
    { judged: { ...nothing, flaky: [flaky("a")], failing: [failing("b")] } },
    "fail 1; run a; run b",
  ],
  ["tests that always fail", { judged: { ...nothing, failing: [failing("b"), failing("c")] } }, "error 3 TESTS_FAILED; run b; run c"],
  ["no package", { packages: [], runs: [] }, "error 3 NO_TESTS_RAN; pnpm test:flaky --help"],
  ["no test that ran", { runs: runs.map((run) => ({ ...run, passed: 0, failed: 0 })) }, "error 3 NO_TESTS_RAN; pnpm test:flaky --help"],
  ["tests that were not there in one run", { judged: { ...nothing, missing: [missing] } }, "pass 0 TESTS_MISSING"],
  ["an interrupt, whatever is known", { isInterrupted: true, judged: { ...nothing, flaky: [flaky("a")] } }, "error 130; run a"],
  ["one command for several tests", { judged: { ...nothing, flaky: [flaky("a"), flaky("b", { rerun: "run a" })] } }, "fail 1; run a"],
  [
    "ten commands at most",
    { judged: { ...nothing, failing: Array.from({ length: 12 }, (_, at) => failing(String(at))) } },
    `error 3 TESTS_FAILED${Array.from({ length: 10 }, (_, at) => `; run ${at}`).join("")}`,
  ],
])("%s", (_sentence, more, expected) => {
  const document = flakyDocument.parse(flakyDocumentOf({ ...facts, ...more }));
  const { status, exitCode, errors, warnings, nextActions } = document;
  expect([[status, exitCode, ...[...errors, ...warnings].map(({ code }) => code)].join(" "), ...nextActions].join("; ")).toBe(expected);
  expect(renderHumanFlaky(document, painterFor(false)).exitCode).toBe(exitCode);
});

it("people read the runs, what varied and why, and what to run", () => {
  const judged = {
    flaky: [
      flaky("a"),
      flaky("b", { again: [...again], reproduced: true, orderDecides: true }),
      flaky("c", { again: [...again], reproduced: true, orderDecides: false }),
      flaky(null, { again: [...again], reproduced: false, orderDecides: false }),
    ],
    failing: [failing(null, null)],
    missing: [missing],
  };
  const { output } = renderHumanFlaky(flakyDocumentOf({ ...facts, repeats: 5, judged }), painterFor(false));
  const seeds = "flaky: failed with seed 1, 2, passed with 3";
  expect(output.split("\n")).toEqual([
    "test:flaky fail: 3 of 5 runs of 1 packages, 4 flaky",
    ...[1, 2, 3].map((seed) => `  seed ${seed}: 4 passed, 1 failed, 2 skipped in 1.2 s`),
    `  a.test.ts > a ${seeds}`,
    "    Error: no",
    "    at all",
    "    run a",
    `  a.test.ts > b ${seeds}`,
    "    alone, each seed came to the same again (1 runs): the order of the file's tests decides",
    "    Error: no",
    "    at all",
    "    run b",
    `  a.test.ts > c ${seeds}`,
    "    alone, it failed again, but not each seed came to the same: more than the order decides",
    "    Error: no",
    "    at all",
    "    run c",
    `  a.test.ts ${seeds}`,
    "    alone, it did not fail again: chance, time, or tests of other files decide",
    "    Error: no",
    "    at all",
    "    run null",
    "  @x/a failed in each of 2 runs",
    "    Error: no",
    "    at all",
    "    run null",
    "  a.test.ts: 2 tests did not run with seed 2",
    "warning TESTS_MISSING: 2 tests ran in some runs, and not in others: a.test.ts",
    "",
  ]);
});

it("an error and a pass say so", () => {
  const pass = renderHumanFlaky(flakyDocumentOf(facts), painterFor(true)).output;
  expect(pass.split("\n")[0]).toBe("test:flaky \u001b[32mpass\u001b[39m: 3 of 3 runs of 1 packages, 0 flaky");
  const error = renderHumanFlaky(flakyDocumentOf({ ...facts, packages: [], runs: [] }), painterFor(false)).output;
  expect(error).toContain("NO_TESTS_RAN: no test ran in any package\n  next: pnpm test:flaky --help\n");
});

it("a run of all packages is summed up, a file that failed without a test counts as one that did", () => {
  const tests = (["passed", "failed", "not-run", "passed"] as const).map((outcome) => ({ name: "t", outcome, message: "" }));
  const file = { file: "a.test.ts" as RepoPath, fault: null, tests };
  const run = { package: "a", seed: 9, isGreen: false, said: "" };
  const each = [
    { ...run, files: [file, { ...file, fault: "x", tests: [] }] },
    { ...run, files: null },
  ];
  expect(sumRuns(each, 9, 12)).toEqual({ seed: 9, durationMs: 12, passed: 2, failed: 2, skipped: 1 });
});
