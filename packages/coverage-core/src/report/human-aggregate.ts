import type { AggregateDocument, MetricCounts, Totals } from "../contract/summary.js";
import { durationText } from "./duration-text.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";
import { testTimeText } from "./test-time-text.js";

/** A table: a row for each package, and the repository last. */
export function renderHumanAggregate(document: AggregateDocument, paint: Painter): Rendered {
  const rows = [...Object.entries(document.byPackage), ...(document.repo === null ? [] : [["repository", document.repo] as const])];
  const width = Math.max(10, ...rows.map(([name]) => name.length));
  const lines = [
    `coverage:aggregate ${document.status === "pass" ? paint.good("pass") : paint.bad(document.status)}: ${document.reports.length} reports`,
    ...(rows.length === 0
      ? []
      : [`  ${"".padEnd(width)} ${["statements", "branches", "functions", "lines"].map((word) => word.padStart(11)).join("")}`]),
    ...rows.map(([name, totals]) => `  ${name.padEnd(width)} ${cells(totals)}`),
    ...testsText(document),
    ...document.missed.map(({ metric, actual, required }) => `${paint.bad("missed")}: ${metric} ${actual} %, required ${required} %`),
    ...(document.testTime?.status === "fail" ? [`${paint.bad("too slow")}: ${testTimeText(document.testTime)}`] : []),
    ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

/** Nothing where no package tells of its tests. */
function testsText({ tests }: AggregateDocument): string[] {
  if (tests === undefined) return [];
  const { count, failed = 0, skipped = 0, durationMs } = tests;
  return [`  tests: ${count} ran, ${failed} failed, ${skipped} skipped in ${durationText(durationMs)}`];
}

function cells({ statements, branches, functions, lines }: Totals): string {
  return [statements, branches, functions, lines].map(cell).join("");
}

function cell({ pct }: MetricCounts): string {
  return (pct === null ? "–" : pct.toFixed(2)).padStart(11);
}
