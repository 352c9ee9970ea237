import type { CoverageDiffDocument, DiffRange, FileSummary, GuardEntry } from "../../contract/coverage-diff.js";
import { emptyDocument } from "../diff-document.js";

/** Text that every format has to escape. */
export const HOSTILE = `src/<img src=x onerror=alert(1)> "a", b:c % \`d\` | #e & ]]>.ts`;

export function rangeOf(start: number, end: number, more: Partial<DiffRange> = {}): DiffRange {
  const lines = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  return {
    ...{ start, end, lines, kind: "uncovered", function: null, branches: [], snippet: null, nearestTest: null },
    command: "pnpm test --coverage",
    ...more,
  };
}

export function fileOf(file: string, ranges: readonly DiffRange[], more: Partial<FileSummary> = {}): FileSummary {
  return {
    ...{ file, package: null, layer: "baseline", band: { statements: 80, branches: 75, functions: 80, lines: 80 } },
    ...{ status: ranges.length === 0 ? "pass" : "fail", changedLines: 9, executableLines: 4, coveredLines: 2, percent: 50 },
    branches: { total: 2, taken: 1, percent: 50 },
    lines: null,
    ranges: [...ranges],
    ...more,
  };
}

function guardOf(more: Partial<GuardEntry>): GuardEntry {
  return {
    kind: "ignore-added",
    file: "src/a.ts",
    line: 7,
    detail: "/* v8 ignore next */ was added",
    accepted: false,
    reason: null,
    ...more,
  };
}

export function failedDiffDocument(more: Partial<CoverageDiffDocument> = {}): CoverageDiffDocument {
  return { ...emptyDocument(1, []), status: "fail", ...more };
}

const ELSE = { line: 9, arm: "else" };

/** A finding of each kind, in files of all sorts. */
export const EVERYTHING = failedDiffDocument({
  summary: {
    ...emptyDocument(1, []).summary,
    ...{ executableLines: 4, coveredLines: 2, percent: 50, branches: { total: 2, taken: 1, percent: 50 } },
  },
  fileSummaries: [
    fileOf("src/a.ts", [
      rangeOf(3, 5, { function: { name: "pay", line: 2 }, snippet: "```\nreturn 1;" }),
      rangeOf(9, 9, { kind: "partial-branch", branches: [ELSE, ELSE], command: "pnpm exec vitest run a" }),
    ]),
    fileOf("src/new.ts", [rangeOf(1, 1, { kind: "no-coverage-data" })]),
    fileOf(HOSTILE, [rangeOf(2, 2, { kind: "lost-coverage" }), rangeOf(4, 4, { kind: "stale-coverage" })]),
    fileOf("src/good.ts", []),
  ],
  guard: [
    guardOf({}),
    guardOf({ kind: "test-deleted", file: "src/a.test.ts", line: null, detail: "a.test.ts was deleted" }),
    guardOf({ kind: "exempt-widened", line: 3, accepted: true, reason: "it starts\nprocesses" }),
  ],
  unasserted: [
    {
      ...{ file: "src/a.ts", line: 8, key: "abc", mutator: "M", original: "a\n  > b", replacement: "a >= b" },
      ...{ suggestedTestFile: "src/a.test.ts", hint: "test the edge" },
    },
  ],
  nextActions: ["test src/a.ts:3 | now"],
  warnings: [{ code: "FRESHNESS_UNKNOWN", message: "nobody @knows *this* <b>" }],
});

export const BROKEN = emptyDocument(3, [
  { code: "REPORT_MISSING", message: "there is no report,\nnone: 100 %", hint: "pnpm test --coverage" },
]);
