import { describe, expect, it } from "vitest";
import type { TrendDocument, TrendPoint } from "../contract/trend.js";
import { trendDocument } from "../contract/trend.js";
import { ALL, pointOf } from "../trend/__fixtures__/points.js";
import { emptyTrend } from "../trend/empty-trend.js";
import { judgeTrend } from "../trend/judge-trend.js";
import { trendRows } from "../trend/trend-rows.js";
import { renderHumanTrend } from "./human-trend.js";
import { painterFor } from "./painter.js";

function documentOf(points: TrendPoint[], more: Partial<TrendDocument> = {}, failOnDrop: number | null = null): TrendDocument {
  const { notices, ...judgement } = judgeTrend({ points, selection: ALL, failOnDrop });
  const document = { ...emptyTrend(), ...judgement, points, warnings: [...notices], ...more };
  return trendDocument.parse(document);
}

function linesOf(document: TrendDocument, colours = false): string[] {
  return renderHumanTrend(document, trendRows(document), painterFor(colours)).output.split("\n");
}

const tests = (count: number, durationMs: number) => ({ tests: { count, durationMs } });
const POINTS = [
  pointOf(1, [80, 100], { "@repo/auth": [8, 10] }, tests(5, 1200)),
  pointOf(2, [90, 100], { "@repo/auth": [10, 10] }, tests(8, 2200)),
  pointOf(3, [70, 100], { "@repo/auth": [7, 10] }, tests(8, 2200)),
];

it("a trend is a table, then drops and moves, and what to do", () => {
  expect(linesOf(documentOf(POINTS, {}, 1))).toEqual([
    "coverage:trend fail: 3 points, 2026-01-01 to 2026-01-03",
    "                  first     last   change",
    "repository",
    "  statements     100.00   100.00     0.00  ▄▄▄",
    "  branches       100.00   100.00     0.00  ▄▄▄",
    "  functions      100.00   100.00     0.00  ▄▄▄",
    "  lines           80.00    70.00   -10.00  ▅█▁",
    "  tests               5        8       +3  ▁██",
    "  test time, s      1.2      2.2     +1.0  ▁██",
    "lines by package",
    "  @repo/auth      80.00    70.00   -10.00  ▃█▁",
    "drop: lines of @repo/auth 100.00 → 70.00, 0 → 3 uncovered",
    "drop: lines 90.00 → 70.00, 10 → 30 uncovered",
    "largest moves:",
    "  -30.00 lines of @repo/auth, 100.00 → 70.00",
    "    2026-01-03 0000000 change 3; what did it: 00000a2..00000a3",
    "  +20.00 lines of @repo/auth, 80.00 → 100.00",
    "    2026-01-02 0000000 change 2; what did it: 00000a1..00000a2",
    "next:",
    "  pnpm coverage:diff --base 00000a2",
    "  test what is new in @repo/auth: lines fell from 100 % to 70 % (3 uncovered, 0 before)",
    "",
  ]);
});

describe("a line of the summary", () => {
  const other = { provider: "istanbul" };
  const disk = { source: "disk", commit: null, subject: null } as const;
  const withSubject = (subject: string | null) => documentOf([pointOf(1, [1, 2]), pointOf(2, [2, 2], {}, { subject })]);
  const longName = `@repo/${"long-".repeat(9)}name`;

  it.each<[string, TrendDocument, string]>([
    ["says that there is nothing", documentOf([]), "coverage:trend pass: no points"],
    [
      "says an error alone",
      { ...emptyTrend(), status: "error", exitCode: 2, errors: [{ code: "USAGE", message: "m", hint: "h" }] },
      "coverage:trend error",
    ],
    [
      "has an error's next step",
      { ...emptyTrend(), status: "error", exitCode: 2, errors: [{ code: "USAGE", message: "m", hint: "h" }] },
      "  next: h",
    ],
    ["counts one point", documentOf([pointOf(1, [1, 2])]), "coverage:trend pass: 1 point, 2026-01-01 to 2026-01-01"],
    ["has no change of one point", documentOf([pointOf(1, [1, 2])]), "  lines         50.00    50.00        –  ▄"],
    [
      "says that the last is on disk",
      documentOf([pointOf(1, [1, 2]), pointOf(2, [1, 2], {}, disk)]),
      "coverage:trend pass: 2 points, 2026-01-01 to 2026-01-02, the last on disk",
    ],
    [
      "says that earlier ones are not shown",
      documentOf([pointOf(1, [1, 2])], { truncated: { shown: 1, total: 9 } }),
      "coverage:trend pass: the latest 1 of 9 points, 2026-01-01 to 2026-01-01",
    ],
    [
      "is interrupted by a break",
      documentOf([pointOf(1, [1, 2]), pointOf(2, [2, 2], {}, other)]),
      "  lines        100.00   100.00        –  ▁│█",
    ],
    [
      "says what a break is",
      documentOf([pointOf(1, [1, 2]), pointOf(2, [2, 2], {}, { ...other, ...disk })]),
      "break: 2026-01-02 on disk v8 → istanbul; they count differently, so nothing is compared across",
    ],
    [
      "says why a drop is tolerated",
      documentOf([pointOf(1, [2, 2]), pointOf(2, [1, 2])]),
      "drop: lines 100.00 → 50.00, 0 → 1 uncovered (tolerated: only one more is uncovered)",
    ],
    [
      "names a layer with its package",
      documentOf([pointOf(1, [1, 1], { a: [9, 9], "a:x": [5, 5] }), pointOf(2, [1, 1], { a: [9, 9], "a:x": [1, 5] })]),
      "drop: lines of a x 100.00 → 20.00, 0 → 4 uncovered",
    ],
    ["cuts a long subject", withSubject("x".repeat(61)), `    2026-01-02 0000000 ${"x".repeat(59)}…; what did it: 00000a1..00000a2`],
    [
      "keeps what would steer a terminal away",
      withSubject("\u001b[31mred"),
      "    2026-01-02 0000000 [31mred; what did it: 00000a1..00000a2",
    ],
    ["does without a subject", withSubject(null), "    2026-01-02 0000000; what did it: 00000a1..00000a2"],
    [
      "says on disk where no commit has it",
      documentOf([pointOf(1, [1, 2]), pointOf(2, [2, 2], {}, disk)]),
      "    2026-01-02 on disk; what did it: 00000a1..00000a2",
    ],
    [
      "keeps the end of a long name",
      documentOf([pointOf(1, [1, 2], { [longName]: [1, 1] })]),
      `  …${longName.slice(-33)}   100.00   100.00        –  ▄`,
    ],
    [
      "shows moves of tests where nothing else moved",
      documentOf([pointOf(1, [1, 1], {}, tests(1, 1)), pointOf(2, [1, 1], {}, tests(4, 1))]),
      "  +3 tests, 1 → 4",
    ],
    [
      "has the bounds that were raised",
      documentOf([], { ratchet: [{ file: "f.ts", band: "entities", metric: "lines", from: 80, to: 95 }] }),
      "ratchet: f.ts entities.lines 80 → 95",
    ],
    [
      "has the repository's bounds",
      documentOf([], { ratchet: [{ file: "r.ts", band: null, metric: "lines", from: 80.5, to: 95 }] }),
      "ratchet: r.ts lines 80.5 → 95",
    ],
    ["says that no bound was raised", documentOf([], { ratchet: [] }), "ratchet: no bound can be tightened"],
    [
      "has warnings",
      documentOf([], {}, 1),
      "warning NOTHING_COMPARED: --fail-on-drop compared nothing: there is no summary, neither on disk nor in the history",
    ],
  ])("%s", (_sentence, document, line) => {
    expect(linesOf(document)).toContain(line);
  });

  it("says once what to do about an error", () => {
    const errors = [{ code: "USAGE", message: "m", hint: "h" }];
    expect(linesOf({ ...emptyTrend(), status: "error", exitCode: 2, errors, nextActions: ["h"] })).toEqual([
      "coverage:trend error",
      "USAGE: m",
      "  next: h",
      "",
    ]);
  });

  it("has no percentage where only percentages are known to have dropped", () => {
    const bare = (n: number, pct: number) => ({
      ...pointOf(n, [1, 1]),
      repo: { ...pointOf(n, [1, 1]).repo, lines: { covered: null, total: null, pct } },
    });
    expect(linesOf(documentOf([bare(1, 90), bare(2, 80)]))).toContain("drop: lines 90.00 → 80.00");
  });

  it("names a commit of a history file as it stands there", () => {
    expect(linesOf(documentOf([pointOf(1, [1, 2]), pointOf(2, [2, 2], {}, { commit: "v1.0\u0007" })])).join("\n")).toContain(
      "2026-01-02 v1.0 change 2",
    );
  });
});

it("of many drops ten are shown, of many changes five", () => {
  const packages = (lines: readonly [number, number]) => Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`p${index}`, lines]));
  const lines = linesOf(documentOf([pointOf(1, [1, 1], packages([9, 9])), pointOf(2, [1, 1], packages([5, 9]))]));
  expect([lines.filter((line) => line.startsWith("drop:")).length, lines.includes("  and 2 more drops")]).toEqual([10, true]);
  const many = linesOf(documentOf(Array.from({ length: 8 }, (_, index) => pointOf(index + 1, [index * index, 100]))));
  const moves = many.slice(many.indexOf("largest moves:") + 1);
  expect(moves.filter((line) => line.startsWith("  +")).map((line) => line.slice(2, 8))).toEqual([
    "+13.00",
    "+11.00",
    "+9.00 ",
    "+7.00 ",
    "+5.00 ",
  ]);
});

it("colours say what is good and what is bad", () => {
  const lines = linesOf(documentOf(POINTS, {}, 1), true);
  expect(lines[0]).toBe("coverage:trend \u001b[31mfail\u001b[39m: 3 points, 2026-01-01 to 2026-01-03");
  expect(lines.find((line) => line.startsWith("  @repo/auth"))).toContain("\u001b[31m   -10.00\u001b[39m");
  expect(lines.find((line) => line.startsWith("  tests"))).not.toContain("\u001b");
  expect(linesOf(documentOf(POINTS.slice(0, 2)), true).find((line) => line.startsWith("  lines "))).toContain(
    "\u001b[32m   +10.00\u001b[39m",
  );
});

it("has the exit code of the document", () => {
  const document = documentOf(POINTS, {}, 1);
  expect(renderHumanTrend(document, [], painterFor(false)).exitCode).toBe(1);
});
