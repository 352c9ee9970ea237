import { describe, expect, it } from "vitest";
import { coverageDiffDocument, type CoverageDiffDocument } from "../contract/coverage-diff.js";
import type { LineExplanation } from "../gate/explain-line.js";
import type { GuardFinding } from "../guard/model.js";
import { asRepoPath } from "../path/repo-path.js";
import { diffDocument, type DiffDocumentInput } from "./diff-document.js";
import type { ExplainedLine } from "./explain-entry.js";
import { renderHumanDiff } from "./human-diff.js";
import { painterFor } from "./painter.js";

const A = asRepoPath("src/a.ts");
const BAND = { statements: 100, branches: 95, functions: 100, lines: 100 };
const POLICY = {
  package: { name: "@repo/a", folder: "" as const, manifest: null, manifestFile: null },
  layer: "entities",
  band: BAND,
  exempt: null,
};
const HUNK = { oldStart: 3, oldCount: 0, newStart: 3, newCount: 1 };
const NOT_JUDGED = { outcome: "not-judged", kind: null, because: "so" } as const;

const EXPLANATION: LineExplanation = {
  file: A,
  line: 3,
  policy: POLICY,
  changed: true,
  hunk: HUNK,
  execution: { executable: true, statementLine: 3, hits: 0, why: "a DA" },
  arms: [],
  function: null,
  verdict: { outcome: "fails", kind: "uncovered", because: "no test" },
};

function documentOf(
  more: Partial<LineExplanation>,
  rest: Partial<ExplainedLine> = {},
  input: Partial<DiffDocumentInput> = {},
): CoverageDiffDocument {
  const freshness = { state: "fresh" as const, measured: null, onDisk: null, why: "same" };
  const coverage = { records: [], why: "no record" };
  const explained = { explanation: { ...EXPLANATION, ...more }, text: "a\nb\nc();\n", outside: undefined, coverage, freshness, ...rest };
  const verdict = { status: "pass" as const, reason: null, filesChanged: 1, files: [] };
  const base = { ref: "main", sha: "1234567890", mergeBase: "abcdefghij", chosenBy: "default" };
  const none = { textOf: () => undefined, nearestTestOf: () => null, touchedTestsOf: () => "", packageOf: () => POLICY.package };
  const nothing = { verdict, guard: [], base, head: null, warnings: [], ...none };
  return coverageDiffDocument.parse(diffDocument({ ...nothing, explain: [explained], ...input }));
}

/** The lines for people behind the headline. */
function check(document: CoverageDiffDocument, expected: readonly string[]): void {
  const { output } = renderHumanDiff(document, painterFor(false));
  expect(output.split("\n").slice(1, -1)).toEqual(expected);
}

describe("an explained line", () => {
  const gated = "  gated: no exempt rule matches; a file of @repo/a, layer entities; band lines 100 %, branches 95 %";
  const since = "since abcdefg, where the change leaves main";

  it("that fails ends with the command to run", () => {
    check(documentOf({}), [
      "src/a.ts:3 fails uncovered: no test",
      "  | c();",
      gated,
      `  changed: hunk -2,0 +3,1 ${since}`,
      "  can run: a DA; ran 0 times",
      "  report: no record",
      "  fresh: same",
      "  next: pnpm test --coverage",
    ]);
  });

  it("cites records, arms and the function, and its freshness where nobody knows it", () => {
    const record = { report: "r.info", line: 4, path: "a.ts" };
    const records = [
      { ...record, counts: [{ line: 7, count: "2" }] },
      { ...record, line: 9, counts: [] },
    ];
    const arms = [
      { arm: "if", taken: 1 },
      { arm: "else", taken: null },
    ];
    const document = documentOf(
      {
        arms,
        function: { name: "f", line: 1 },
        verdict: { outcome: "passes", kind: null, because: "it ran" },
        hunk: { ...HUNK, oldCount: 1 },
      },
      {
        coverage: { records, why: "2 records" },
        freshness: { state: "unknown", measured: null, onDisk: null, why: "nobody" },
        text: undefined,
      },
      { base: null },
    );
    check(document, [
      "src/a.ts:3 passes: it ran",
      gated,
      "  changed: hunk -3,1 +3,1 in the diff that was handed in",
      "  can run: a DA; ran 0 times",
      "  report: 2 records",
      "    r.info:4 SF:a.ts; DA at r.info:7, count 2",
      "    r.info:9 SF:a.ts; no DA for the line",
      "  arms: if once, else 0 times",
      "  freshness unknown: nobody",
      "  function: f, line 1",
    ]);
  });

  it("of an exempt file of no package names the rule, and why nothing changed", () => {
    const policy = { ...POLICY, package: null, exempt: { id: "barrel", why: "it only re-exports" } };
    const execution = { executable: false, statementLine: null, hits: null, why: "an export" };
    const document = documentOf({ policy, execution, changed: false, hunk: null, verdict: NOT_JUDGED });
    expect(document.explain[0]).toMatchObject({ package: null, gate: { gated: false, rule: "barrel" }, verdict: { next: null } });
    check(document, [
      "src/a.ts:3 not judged: so",
      "  | c();",
      "  exempt (barrel): it only re-exports; band lines 100 %, branches 95 %",
      `  unchanged: not in any hunk ${since}`,
      "  cannot run: an export",
      "  report: no record",
      "  fresh: same",
    ]);
  });

  it("of no package is said to be, and one that no diff can have says why", () => {
    const document = documentOf({ policy: { ...POLICY, package: null }, changed: false, hunk: null }, { outside: "git ignores it" });
    expect([document.explain[0]?.gate.why, document.explain[0]?.change.why]).toEqual([
      "no exempt rule matches; a file of no package, layer entities",
      "git ignores it",
    ]);
  });

  it("of a stale file is mended by all tests of its package", () => {
    const nearestTestOf = () => "src/a.test.ts";
    const nextOf = (kind: "stale-coverage" | "uncovered") =>
      documentOf({ verdict: { ...NOT_JUDGED, kind } }, {}, { nearestTestOf }).explain[0]?.verdict.next;
    expect([nextOf("stale-coverage"), nextOf("uncovered")]).toEqual([
      "pnpm test --coverage",
      "pnpm exec vitest run src/a.test.ts --coverage",
    ]);
  });

  const finding: GuardFinding = { kind: "test-skipped", file: A, line: 3, detail: "it.skip", reason: null };
  it.each<[string, GuardFinding, LineExplanation["verdict"], string]>([
    ["fails a line that nothing else fails", finding, NOT_JUDGED, "fails test-skipped: the guard refuses it: it.skip"],
    ["leaves the kind of a line that fails anyway", finding, EXPLANATION.verdict, "fails uncovered: no test"],
    ["fails nothing with a reason", { ...finding, reason: "r" }, NOT_JUDGED, "not judged: so"],
    ["fails nothing on another line", { ...finding, line: 4 }, NOT_JUDGED, "not judged: so"],
    ["fails nothing in another file", { ...finding, file: asRepoPath("b.ts") }, NOT_JUDGED, "not judged: so"],
  ])("a finding of the guard %s", (_sentence, found, verdict, expected) => {
    const { output } = renderHumanDiff(documentOf({ verdict }, {}, { guard: [found] }), painterFor(false));
    expect(output).toContain(`\nsrc/a.ts:3 ${expected}\n`);
  });
});

it("a document without --explain explains nothing", () => {
  expect(documentOf({}, {}, { explain: undefined }).explain).toEqual([]);
});
