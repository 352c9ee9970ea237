import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import type { ArmHits, FileCoverage } from "../lcov/model.js";
import { asRepoPath } from "../path/repo-path.js";
import type { FilePolicy } from "../policy/file-policy.js";
import { analyseSource } from "../source/analyse-source.js";
import { explainLine, type LineExplanation } from "./explain-line.js";
import { judgeFile } from "./judge-file.js";
import type { Freshness, SourceState } from "./model.js";

interface Case {
  readonly file?: string;
  readonly text?: string | undefined;
  readonly hits?: Readonly<Record<number, number>> | undefined;
  readonly arms?: readonly ArmHits[];
  readonly changed: readonly number[];
  readonly freshness?: Freshness;
  readonly branches?: number;
  /** What changed of the file; null where nothing did. */
  readonly kind?: ChangedFile["kind"] | null;
  readonly exempt?: FilePolicy["exempt"];
}

const band = { statements: 0, branches: 100, functions: 0, lines: 0 };

/** Each changed line's explanation beside the file's verdict. */
function explain(each: Case, line: number): { readonly explanation: LineExplanation; readonly failing: string | undefined } {
  const { file = "a.ts", text, hits, arms = [], changed, freshness = "fresh", branches = 100, kind = "text", exempt = null } = each;
  const path = asRepoPath(file);
  const policy: FilePolicy = { package: null, layer: "baseline", band: { ...band, branches }, exempt };
  const lines = hits === undefined ? undefined : new Map(Object.entries(hits).map(([at, count]) => [Number(at), count]));
  const coverage: FileCoverage | undefined = lines === undefined ? undefined : { file, lines, functions: [], branches: arms };
  const facts = file === "a.ts" && text !== undefined ? (analyseSource(file, text) ?? null) : null;
  const source: SourceState | undefined = text === undefined ? undefined : { text, facts, freshness };
  const hunks = changed.map((at) => ({ oldStart: at, oldCount: 1, newStart: at, newCount: 1 }));
  const change: ChangedFile = { file: path, oldFile: path, kind: kind ?? "text", lines: changed, hunks };
  const verdict = judgeFile({ change, policy, coverage, source });
  const explanation = explainLine({ file: path, line, policy, change: kind === null ? undefined : change, coverage, source, verdict });
  return { explanation, failing: verdict.ranges.find((range) => range.lines.includes(line))?.kind };
}

function check(each: Case, line: number, expected: readonly string[]): void {
  const { verdict, execution } = explain(each, line).explanation;
  expect([verdict.outcome, verdict.because, execution.why]).toEqual(expected);
}

const CALL = "a(\n  b,\n\n);\n";

describe("a line is explained", () => {
  it.each<[string, Case, number, string[]]>([
    [
      "of a language that is not parsed, with and without a DA",
      { file: "a.py", text: "a()\nb()\n\n", hits: { 1: 1 }, changed: [1, 2, 3] },
      2,
      [
        "not-judged",
        "nothing on the line can run: a line of a language that is not parsed; no DA in the report",
        "a line of a language that is not parsed; no DA in the report",
      ],
    ],
    [
      "that is blank in such a language",
      { file: "a.py", text: "a()\n\n", changed: [1, 2] },
      2,
      ["not-judged", "nothing on the line can run: a blank line", "a blank line"],
    ],
    [
      "behind the text's end in such a language",
      { file: "a.py", text: "a()", changed: [1] },
      5,
      ["not-judged", "the line did not change", "a line of a language that is not parsed; the file is in no report"],
    ],
    [
      "in a statement that the report does not know",
      { text: CALL, hits: { 9: 1 }, changed: [2] },
      2,
      [
        "not-judged",
        "nothing on the line can run: inside the statement that begins at line 1; no DA in the report",
        "inside the statement that begins at line 1; no DA in the report",
      ],
    ],
    [
      "of a file that is in no report",
      { text: "a();\nb();\n", changed: [1, 2] },
      2,
      ["fails", "the file changed, can run, and is in no report, which is told once, at line 1", "a statement; the file is in no report"],
    ],
    [
      "by another line's count",
      { text: CALL, hits: { 1: 4 }, changed: [2] },
      2,
      ["passes", "it ran", "inside the statement that begins at line 1"],
    ],
    [
      "without a text, by the report alone",
      { hits: { 1: 4 }, changed: [1, 2] },
      2,
      [
        "not-judged",
        "nothing on the line can run: the file cannot be read; no DA in the report",
        "the file cannot be read; no DA in the report",
      ],
    ],
    [
      "with arms alone, where an arm begins on a line without a DA",
      { text: CALL, hits: { 9: 1 }, arms: [{ line: 2, block: "0", arm: "0", taken: 1 }], changed: [2] },
      2,
      ["passes", "no count speaks against it", "inside the statement that begins at line 1; no DA in the report"],
    ],
    [
      "with an arm whose branch never ran",
      { text: "a();\n", hits: { 1: 1 }, arms: [{ line: 1, block: "0", arm: "0", taken: null }], changed: [1], branches: 0 },
      1,
      ["passes", "it ran; never taken: arm 0, but the file's changed arms meet its band of 0 %", "the report has a DA for the line"],
    ],
    [
      "of a file with a syntax error",
      { text: "if (\n", hits: { 9: 1 }, changed: [1] },
      1,
      [
        "not-judged",
        "nothing on the line can run: no statement of the report, and the source cannot be parsed; no DA in the report",
        "no statement of the report, and the source cannot be parsed; no DA in the report",
      ],
    ],
    [
      "of a file that did not change",
      { text: "a();\n", hits: { 1: 1 }, changed: [], kind: null },
      1,
      ["not-judged", "the file did not change", "the report has a DA for the line"],
    ],
    [
      "of a file that changed without lines",
      { text: "a();\n", hits: { 1: 1 }, changed: [], kind: "mode" },
      1,
      ["not-judged", "a change of kind mode has no lines", "the report has a DA for the line"],
    ],
    [
      "of an exempt file that nobody reads",
      { file: "a.css", text: "a {}\n", changed: [], exempt: { id: "no-reader", why: "no" } },
      1,
      ["not-judged", "the file is exempt by the rule no-reader: no", "a line of a language that is not parsed"],
    ],
  ])("%s", (_sentence, each, line, expected) => {
    check(each, line, expected);
  });

  it("without the arms of another text", () => {
    const each: Case = { text: "a();\n", hits: { 1: 1 }, arms: [{ line: 1, block: "0", arm: "0", taken: 0 }], changed: [1] };
    const armsOf = (freshness: Freshness) => explain({ ...each, freshness }, 1).explanation.arms;
    expect([armsOf("stale"), armsOf("fresh")]).toEqual([[], [{ arm: "arm 0", taken: 0 }]]);
  });

  it("with the hunk that it is in, and no other", () => {
    const hunkOf = (line: number) => explain({ text: "a();\nb();\nc();\n", hits: {}, changed: [1, 3] }, line).explanation.hunk?.newStart;
    expect([1, 2, 3].map(hunkOf)).toEqual([1, undefined, 3]);
  });
});

const TEXTS = [
  "a();\n",
  "b(\n  c,\n);\n",
  "// d\n",
  "\n",
  "type E = {\n  f: 1;\n};\n",
  "if (g) {\n  h();\n}\n",
  "const i = (j = 1) =>\n  k;\n",
];

it("law: an explanation and the verdict never disagree on a line", () => {
  const arm = fc.record({ line: fc.integer({ min: 1, max: 12 }), taken: fc.option(fc.nat(2)) });
  const cases = fc.record({
    text: fc.option(
      fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
      { nil: undefined },
    ),
    hits: fc.option(fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.nat(2)), { nil: undefined }),
    arms: fc
      .array(arm, { maxLength: 4 })
      .map((all) => all.map((each, index) => ({ ...each, block: String(index), arm: "0" })).sort((a, b) => a.line - b.line)),
    changed: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }).map((lines) => lines.sort((a, b) => a - b)),
    freshness: fc.constantFrom<Freshness>("fresh", "stale", "unknown"),
    branches: fc.constantFrom(0, 50, 100),
  });
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 12 }), (each, line) => {
      const { explanation, failing } = explain(each, line);
      const { outcome, kind } = explanation.verdict;
      if (failing === undefined) {
        // The one hit of a file without a report or of a stale one stands at its first changed line, and speaks for all.
        expect(outcome === "fails" ? kind : "none").toBe(outcome === "fails" ? "no-coverage-data" : "none");
      } else if (failing !== "stale-coverage") expect([outcome, kind]).toEqual(["fails", failing]);
      else expect(outcome).toBe("not-judged");
      if (outcome === "passes") expect(explanation.execution.hits ?? 1).toBeGreaterThan(0);
    }),
  );
});
