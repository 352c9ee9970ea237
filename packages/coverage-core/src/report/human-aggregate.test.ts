import { expect, it } from "vitest";
import type { AggregateDocument, Totals } from "../contract/summary.js";
import { renderHumanAggregate } from "./human-aggregate.js";
import { painterFor } from "./painter.js";

const counts = (pct: number | null) => ({ covered: 0, total: 0, pct });
const totals = (pct: number | null): Totals => ({
  statements: counts(pct),
  branches: counts(null),
  functions: counts(100),
  lines: counts(pct),
});
const document: AggregateDocument = {
  $schema: "x",
  schemaVersion: "1.0",
  generatedAt: "2026-01-01T00:00:00.000Z",
  commit: "abc1234",
  provider: "v8",
  repo: totals(95.8),
  byPackage: { "@repo/auth": { ...totals(95.8), byLayer: {} } },
  status: "fail",
  exitCode: 1,
  reports: ["a"],
  missed: [{ metric: "lines", actual: 95.8, required: 96 }],
  warnings: [{ code: "W", message: "mind" }],
  errors: [],
};

it("the table has a row for each package and the repository, and what was missed", () => {
  expect(renderHumanAggregate(document, painterFor(false))).toEqual({
    exitCode: 1,
    output: [
      "coverage:aggregate fail: 1 reports",
      "              statements   branches  functions      lines",
      "  @repo/auth       95.80          –     100.00      95.80",
      "  repository       95.80          –     100.00      95.80",
      "missed: lines 95.8 %, required 96 %",
      "warning W: mind",
      "",
    ].join("\n"),
  });
});

it.each<[AggregateDocument["tests"], string]>([
  [{ count: 7, durationMs: 41_230, failed: 1, skipped: 2 }, "7 ran, 1 failed, 2 skipped in 41.2 s"],
  [{ count: 4, durationMs: 312_000 }, "4 ran, 0 failed, 0 skipped in 5 min 12 s"],
])("tests are told with their time: %o", (tests, expected) => {
  const { output } = renderHumanAggregate({ ...document, tests }, painterFor(false));
  expect(output).toContain(`\n  tests: ${expected}\nmissed: `);
});

it.each<["pass" | "warn" | "fail", string[]]>([
  ["pass", []],
  ["warn", []],
  ["fail", ["too slow: the tests took 1 min 5 s; 1 min 0 s are allowed; slowest: b 50.0 s, a 15.0 s; next: do it"]],
])("tests that take too long: %s", (status, expected) => {
  const slowest = [
    { name: "b", durationMs: 50_000 },
    { name: "a", durationMs: 15_000 },
  ];
  const testTime = { status, durationMs: 65_000, warnMs: 30_000, failMs: 60_000, slowest, nextAction: "do it" };
  const { output } = renderHumanAggregate({ ...document, testTime }, painterFor(false));
  expect(output.split("\n").filter((line) => line.includes("too slow"))).toEqual(expected);
});

it("a pass and a failure have their own colours, an error has that of a failure", () => {
  const heads = (["pass", "fail", "error"] as const).map(
    (status) => renderHumanAggregate({ ...document, status }, painterFor(true)).output.split("\n")[0],
  );
  expect(heads).toEqual(
    ["\u001b[32mpass\u001b[39m", "\u001b[31mfail\u001b[39m", "\u001b[31merror\u001b[39m"].map(
      (word) => `coverage:aggregate ${word}: 1 reports`,
    ),
  );
});

it("an error has no table", () => {
  const failed: AggregateDocument = {
    ...document,
    repo: null,
    byPackage: {},
    status: "error",
    exitCode: 3,
    reports: [],
    missed: [],
    warnings: [],
    errors: [{ code: "X", message: "m", hint: "do y" }],
  };
  expect(renderHumanAggregate(failed, painterFor(false)).output).toBe("coverage:aggregate error: 0 reports\nX: m\n  next: do y\n");
});
