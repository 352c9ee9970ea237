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

it("tests are added up where packages tell of them, and those that older summaries do not count are none", () => {
  const tests = [{ count: 3, durationMs: 1, failed: 1, skipped: 2 }, { count: 4, durationMs: 1 }, undefined];
  const byPackage = tests.map((each, index) => [`p${String(index)}`, { ...totals(1), byLayer: {}, ...(each && { tests: each }) }] as const);
  const { output } = renderHumanAggregate({ ...document, byPackage: Object.fromEntries(byPackage) }, painterFor(false));
  expect(output).toContain("\n  tests: 7 ran, 1 failed, 2 skipped\nmissed: ");
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
