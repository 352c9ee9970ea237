import { describe, expect, it } from "vitest";
import type { DomainFigures, DomainsDocument } from "../contract/domains.js";
import { renderHumanDomains } from "./human-domains.js";
import { painterFor } from "./painter.js";

const RULES: DomainFigures = {
  feature: "shop",
  package: "@x/shop",
  name: "rules",
  status: "fail",
  baseline: 50,
  current: 60,
  target: 80,
  gap: 20,
  covered: 6,
  total: 10,
  missing: 2,
  closers: [{ file: "src/rules/a.py", uncovered: 4, total: 10 }],
};
const DOCUMENT: DomainsDocument = {
  $schema: "s",
  schemaVersion: "1.0",
  status: "fail",
  exitCode: 1,
  metric: "lines",
  commit: "abc1234",
  reports: ["coverage/coverage.json"],
  domains: [RULES],
  testFiles: { total: 3, contributed: 3 },
  recorded: null,
  nextActions: ["cover 2 more"],
  warnings: [],
  errors: [],
};

function check(changes: Partial<DomainsDocument>, expected: readonly string[]): void {
  const { output, exitCode } = renderHumanDomains({ ...DOCUMENT, ...changes }, painterFor(false));
  expect(output.split("\n").slice(0, -1)).toEqual(expected);
  expect(exitCode).toBe(changes.exitCode ?? 1);
}

const HEAD = "  shop    baseline   current    target       gap";

describe("people read", () => {
  it("a row for each domain, and below it what closes its gap", () =>
    check({}, [
      "coverage:domains fail: 1 of 1 domains below their target, by lines",
      HEAD,
      "  rules      50.00     60.00     80.00     20.00  ████████████░░░░|░░░░",
      "    2 more lines to cover",
      "      src/rules/a.py: 4 of 10 not covered",
      "  test files: 3 of 3 contributed",
      "next:",
      "  cover 2 more",
    ]));

  it("a table for each feature, a bar that is full where all is covered, and one item as one", () =>
    check(
      {
        metric: "branches",
        testFiles: null,
        nextActions: ["cover 1 more"],
        domains: [
          { ...RULES, status: "pass", baseline: null, current: 100, target: 100, gap: 0, missing: 0, closers: [] },
          { ...RULES, feature: "blog", name: "application", current: 99.99, target: 100, gap: 0.01, missing: 1, closers: [] },
          { ...RULES, feature: "blog", name: "empty", status: "nothing-to-measure", current: null, gap: null, missing: 0, closers: [] },
        ],
      },
      [
        "coverage:domains fail: 1 of 3 domains below their target, by branches",
        "  shop         baseline   current    target       gap",
        "  rules               –    100.00    100.00      0.00  ████████████████████|",
        "  blog         baseline   current    target       gap",
        "  application     50.00     99.99    100.00      0.01  ███████████████████░|",
        "    1 more branch to cover",
        "  empty           50.00         –     80.00         –  nothing to measure",
        "next:",
        "  cover 1 more",
      ],
    ));

  it("that the figures of an error cannot be relied on, and one command for all that it mends", () =>
    check(
      {
        status: "error",
        exitCode: 3,
        testFiles: null,
        domains: [{ ...RULES, missing: 0, closers: [] }],
        errors: [
          ...["1", "2", "3", "4", "5", "6", "7"].map((message) => ({ code: "TEST_FILE_SILENT", message, hint: "pytest" })),
          { code: "REPORT_STALE", message: "old", hint: "pytest" },
        ],
      },
      [
        "coverage:domains error: the figures, by lines, cannot be relied on",
        HEAD,
        "  rules      50.00     60.00     80.00     20.00  ████████████░░░░|░░░░",
        ...["1", "2", "3", "4", "5"].map((message) => `TEST_FILE_SILENT: ${message}`),
        "  and 2 more of these",
        "  next: pytest",
        "REPORT_STALE: old",
        "  next: pytest",
      ],
    ));

  it("errors with their mends, and warnings", () =>
    check(
      {
        status: "error",
        exitCode: 3,
        domains: [],
        testFiles: null,
        nextActions: [],
        errors: [{ code: "REPORT_STALE", message: "m", hint: "pnpm test" }],
        warnings: [{ code: "TEST_FILES_UNTOLD", message: "w" }],
      },
      ["coverage:domains error", "REPORT_STALE: m", "  next: pnpm test", "warning TEST_FILES_UNTOLD: w"],
    ));

  it("that all is well", () =>
    check({ status: "pass", exitCode: 0, domains: [], testFiles: null, nextActions: [] }, [
      "coverage:domains pass: 0 of 0 domains below their target, by lines",
    ]));
});
