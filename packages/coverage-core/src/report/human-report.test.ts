import { expect, it } from "vitest";
import type { ReportDocument } from "../contract/report.js";
import { renderHumanReport } from "./human-report.js";
import { painterFor } from "./painter.js";

function check(more: Partial<ReportDocument>, text: string): void {
  const document: ReportDocument = {
    $schema: "",
    schemaVersion: "1.0",
    status: "pass",
    exitCode: 0,
    written: [],
    sections: [],
    nextActions: [],
    warnings: [],
    errors: [],
    ...more,
  };
  expect(renderHumanReport(document, painterFor(false)).output).toBe(text);
}

it("says what was written, and what is missing", () =>
  check(
    {
      written: [{ kind: "html", file: "page.html", bytes: 2_049 }],
      sections: [
        { name: "coverage", hasData: true, why: null },
        { name: "trend", hasData: false, why: "no history" },
        { name: "tests", hasData: false, why: null },
      ],
      warnings: [{ code: "GUARD_OFF", message: "it is off" }],
    },
    "coverage:report pass\n  page.html (3 KB)\n  without trend: no history\n  without tests: \nwarning GUARD_OFF: it is off\n",
  ));

it("says what failed, and what to do next", () =>
  check(
    { status: "error", exitCode: 3, errors: [{ code: "REPORT_MISSING", message: "none", hint: "pnpm test --coverage" }] },
    "coverage:report error\nREPORT_MISSING: none\n  next: pnpm test --coverage\n",
  ));
