import { expect, it } from "vitest";
import type { SummaryDocument } from "../contract/summary.js";
import { judgeTestTime } from "./judge-test-time.js";
import { summarize } from "./summarize.js";
import { createTally } from "./tally.js";

const tally = createTally(() => {
  throw new Error("no file is added");
});

function summaryOf(times: Readonly<Record<string, number>>): SummaryDocument {
  const tests = new Map(Object.entries(times).map(([name, durationMs]) => [name, { count: 1, failed: 0, skipped: 0, durationMs }]));
  return summarize({ tally, tests, generatedAt: "2026-01-01T00:00:00.000Z", commit: "abc1234", provider: "v8" });
}

const budget = { testTime: { warnMinutes: 0.001, failMinutes: 0.002 } };
const VERBOSE = "--reporter=verbose";

it.each<[string, Readonly<Record<string, number>>, string, string | null]>([
  ["as long as it warns is a pass", { a: 60 }, "pass: a 60", null],
  ["longer warns", { a: 60.5 }, "warn: a 60.5", `pnpm test --coverage --filter a ${VERBOSE}`],
  ["of all packages together counts", { a: 40, b: 40 }, "warn: a 40, b 40", `pnpm test --coverage --filter a ${VERBOSE}`],
  ["as long as it fails warns", { a: 120 }, "warn: a 120", `pnpm test --coverage --filter a ${VERBOSE}`],
  ["longer fails", { a: 1, b: 120 }, "fail: b 120, a 1", `pnpm test --coverage --filter b ${VERBOSE}`],
  ["names three packages", { a: 1, b: 70, c: 3, d: 2 }, "warn: b 70, c 3, d 2", `pnpm test --coverage --filter b ${VERBOSE}`],
  ["of no package has a command for all", { "(no package)": 70 }, "warn: (no package) 70", `pnpm test --coverage ${VERBOSE}`],
])("test time %s", (_sentence, times, expected, nextAction) => {
  const judged = judgeTestTime(summaryOf(times), budget);
  expect(`${String(judged?.status)}: ${judged?.slowest.map((each) => `${each.name} ${each.durationMs}`).join(", ")}`).toBe(expected);
  expect([judged?.nextAction, judged?.warnMs, judged?.failMs]).toEqual([nextAction, 60, 120]);
});

it("without a manifest five minutes warn and ten fail", () => {
  const statusOf = (durationMs: number) => judgeTestTime(summaryOf({ a: durationMs }), null)?.status;
  expect([300_000, 300_001, 600_000, 600_001].map(statusOf)).toEqual(["pass", "warn", "warn", "fail"]);
});

it("a package of whose tests nobody tells is not among the slowest", () => {
  const { tests, byPackage } = summaryOf({ a: 60 });
  const untold = Object.fromEntries(Object.entries(byPackage["a"] ?? {}).filter(([key]) => key !== "tests"));
  const judged = judgeTestTime({ tests, byPackage: { ...byPackage, b: untold as (typeof byPackage)[string] } }, budget);
  expect(judged?.slowest).toEqual([{ name: "a", durationMs: 60 }]);
});

it("where no test report was found there is nothing to judge", () => {
  expect(judgeTestTime(summaryOf({}), null)).toBeUndefined();
});
