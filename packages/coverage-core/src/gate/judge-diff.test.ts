import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import type { ArmHits, FileCoverage } from "../lcov/model.js";
import { asRepoPath } from "../path/repo-path.js";
import { createPolicy } from "../policy/file-policy.js";
import { analyseSource } from "../source/analyse-source.js";
import { isReadableSource } from "../source/parse-source.js";
import { judgeDiff } from "./judge-diff.js";
import type { DiffVerdict, Freshness, SourceState } from "./model.js";

interface Case {
  /** The file's text; undefined where it cannot be read. */
  readonly text?: string;
  /** Hits by line; undefined where the file is in no report. */
  readonly hits?: Readonly<Record<number, number>>;
  /** `line,block,arm,taken`. */
  readonly arms?: readonly string[];
  /** Changed lines; every line of the text where left out. */
  readonly changed?: readonly number[];
  readonly kind?: ChangedFile["kind"];
  readonly freshness?: Freshness;
  /** Percent of arms that the band asks for. */
  readonly branches?: number;
  /** Lines that ran at the base and do not now, then those that the report does not speak of. */
  readonly lost?: readonly [lost: readonly number[], unspoken: readonly number[]];
  /** Of the repository, but not of the diff. */
  readonly isUnchanged?: boolean;
}

type Cases = Readonly<Record<string, Case>>;

function armOf(text: string): ArmHits {
  const [line, block = "", arm = "", taken = "-"] = text.split(",");
  return { line: Number(line), block, arm, taken: taken === "-" ? null : Number(taken) };
}

function coverageOf(file: string, { hits, arms = [] }: Case): FileCoverage | undefined {
  if (hits === undefined) return undefined;
  return {
    file,
    lines: new Map(Object.entries(hits).map(([line, count]) => [Number(line), count])),
    functions: [],
    branches: arms.map(armOf),
  };
}

function stateOf(file: string, { text, freshness = "fresh" }: Case): SourceState | undefined {
  if (text === undefined) return undefined;
  return { text, facts: isReadableSource(file) ? (analyseSource(file, text) ?? null) : null, freshness };
}

function verdictOf(cases: Cases): DiffVerdict {
  const changed = Object.entries(cases).filter(([, { isUnchanged = false }]) => !isUnchanged);
  const changes = changed.map(([file, { text = "", changed, kind = "text" }]): ChangedFile => {
    const lines = changed ?? text.split("\n").map((_, index) => index + 1);
    return { file: asRepoPath(file), oldFile: null, kind, lines: kind === "text" ? lines : [], hunks: [] };
  });
  const branches = Object.values(cases)[0]?.branches ?? 100;
  const manifest = { name: "shop", coverage: { bands: { baseline: { statements: 0, branches, functions: 0, lines: 0 } } } };
  return judgeDiff({
    changes,
    policyOf: createPolicy([{ name: "shop", folder: "", manifest, manifestFile: null }], null),
    coverageOf: (file) => coverageOf(file, cases[file] ?? {}),
    sourceOf: (file) => stateOf(file, cases[file] ?? {}),
    lost: new Map(
      Object.entries(cases).flatMap(([file, { lost }]) =>
        lost === undefined ? [] : [[asRepoPath(file), { lost: lost[0], unspoken: lost[1] }] as const],
      ),
    ),
  });
}

/** Status and reason, then each gap range as `kind file:lines function arms`. */
function check(cases: Cases, expected: readonly string[]): void {
  const { status, reason, files } = verdictOf(cases);
  const ranges = files.flatMap(({ file, ranges: found }) =>
    found.map((range) =>
      [range.kind, `${file}:${range.lines.join(",")}`, range.function?.name, ...range.arms.map(({ arm }) => arm)]
        .filter((part) => part !== undefined)
        .join(" "),
    ),
  );
  expect([reason === null ? status : `${status} ${reason}`, ...ranges]).toEqual(expected);
}

describe("lost coverage", () => {
  const text = "a();\nb();\nc();\nd();";
  const hits = { 1: 0, 2: 0, 3: 1, 4: 0 };
  it.each<[string, Cases, string[]]>([
    [
      "of a file that did not change fails, in the order of names",
      { "b.ts": { text, hits, changed: [3] }, "a.ts": { text, hits, isUnchanged: true, lost: [[1, 2, 4], []] } },
      ["fail", "lost-coverage a.ts:1,2", "lost-coverage a.ts:4"],
    ],
    [
      "is something to judge where nothing changed",
      { "a.ts": { text, hits, isUnchanged: true, lost: [[4], [3]] } },
      ["fail", "lost-coverage a.ts:4"],
    ],
    [
      "is something to judge where only tests changed",
      { "a.test.ts": { text }, "a.ts": { text, hits, isUnchanged: true, lost: [[4], []] } },
      ["fail", "lost-coverage a.ts:4"],
    ],
    [
      "stands among the other gaps of its file, by line",
      { "a.ts": { text, hits, changed: [2], lost: [[1, 4], []] } },
      ["fail", "lost-coverage a.ts:1", "uncovered a.ts:2", "lost-coverage a.ts:4"],
    ],
    [
      "of a file in no report stands beside what that is called",
      { "a.ts": { text, changed: [2], lost: [[1], []] } },
      ["fail", "lost-coverage a.ts:1", "no-coverage-data a.ts:2"],
    ],
    [
      "names its function",
      { "a.ts": { text: "function f() {\n  a();\n}", hits, isUnchanged: true, lost: [[2], []] } },
      ["fail", "lost-coverage a.ts:2 f"],
    ],
    [
      "of a file that cannot be read is lost all the same",
      { "a.ts": { hits, isUnchanged: true, lost: [[1], []] } },
      ["fail", "lost-coverage a.ts:1"],
    ],
    ["is not what no report speaks of", { "a.ts": { text, hits, isUnchanged: true, lost: [[], [3]] } }, ["pass empty-diff"]],
    [
      "cannot be told from a report of another text",
      { "a.ts": { text, hits, freshness: "stale", isUnchanged: true, lost: [[4], [3]] } },
      ["error", "stale-coverage a.ts:3"],
    ],
    [
      "cannot be told either where the report is silent",
      { "a.ts": { text, hits, freshness: "stale", isUnchanged: true, lost: [[], [2]] } },
      ["error", "stale-coverage a.ts:2"],
    ],
    [
      "adds nothing to the one hit of a stale file",
      { "a.ts": { text, hits, freshness: "stale", changed: [2], lost: [[1], []] } },
      ["error", "stale-coverage a.ts:2"],
    ],
    [
      "is all that a stale comment leaves to say",
      { "a.ts": { text: "// a\nb();", hits, freshness: "stale", changed: [1], lost: [[2], []] } },
      ["error", "stale-coverage a.ts:2"],
    ],
  ])("%s", (_sentence, cases, expected) => {
    check(cases, expected);
  });
});

describe("lines", () => {
  it.each<[string, Cases, string[]]>([
    ["that ran pass", { "a.ts": { text: "a();\nb();", hits: { 1: 1, 2: 3 } } }, ["pass"]],
    ["that did not run fail", { "a.ts": { text: "a();\nb();", hits: { 1: 1, 2: 0 } } }, ["fail", "uncovered a.ts:2"]],
    ["that did not run and did not change pass", { "a.ts": { text: "a();\nb();", hits: { 1: 1, 2: 0 }, changed: [1] } }, ["pass"]],
    [
      "of a statement of several lines are one gap each",
      { "a.ts": { text: "a(\n  b,\n  c,\n);", hits: { 1: 0 }, changed: [2, 3, 4] } },
      ["fail", "uncovered a.ts:2,3"],
    ],
    ["of a statement that ran pass", { "a.ts": { text: "a(\n  b,\n);", hits: { 1: 1 }, changed: [2, 3] } }, ["pass"]],
    [
      "that cannot run are never blamed",
      { "a.ts": { text: "// a\nimport type { A } from 'a';\n\ninterface B {\n  c: A;\n}", hits: {} } },
      ["pass no-executable-lines"],
    ],
    [
      "of other languages are as the report gives them",
      { "a.py": { text: "a(\n  b)\nc()", hits: { 1: 1, 3: 0 } } },
      ["fail", "uncovered a.py:3"],
    ],
    [
      "on which the report counts something of its own are as it says, whatever statement they are in",
      { "a.ts": { text: "a(\n  b,\n);", hits: { 1: 1, 2: 0 }, changed: [2] } },
      ["fail", "uncovered a.ts:2"],
    ],
    [
      "with a statement that the report does not know are as the report gives them",
      { "a.ts": { text: "a();", hits: { 2: 0 } } },
      ["pass no-executable-lines"],
    ],
    [
      "are split by function",
      { "a.ts": { text: "function f() {\n  a();\n}\nfunction g() {\n  b();\n}", hits: { 2: 0, 5: 0 } } },
      ["fail", "uncovered a.ts:2 f", "uncovered a.ts:5 g"],
    ],
    [
      "next to each other in two functions stay apart",
      { "a.ts": { text: "const f = () => a();\nconst g = () => b();", hits: { 1: 0, 2: 0 } } },
      ["fail", "uncovered a.ts:1 f", "uncovered a.ts:2 g"],
    ],
  ])("%s", (_sentence, cases, expected) => {
    check(cases, expected);
  });
});

describe("a file in no report", () => {
  it.each<[string, Cases, string[]]>([
    [
      "fails once, at its first changed line, where it can run",
      { "a.ts": { text: "// a\na();\nb();" } },
      ["fail", "no-coverage-data a.ts:1"],
    ],
    ["passes where no changed line can run", { "a.ts": { text: "export interface A {\n  b: string;\n}" } }, ["pass no-executable-lines"]],
    ["passes where it can run, but not where it changed", { "a.ts": { text: "// a\na();", changed: [1] } }, ["pass no-executable-lines"]],
    [
      "of another language fails where something stands on a changed line",
      { "a.py": { text: "\na()" } },
      ["fail", "no-coverage-data a.py:1"],
    ],
    ["of another language passes where nothing does", { "a.py": { text: "ab\n  \n", changed: [2, 3] } }, ["pass no-executable-lines"]],
    [
      "of another language fails where its text is not that of the diff",
      { "a.py": { text: "a()\n", changed: [9] } },
      ["fail", "no-coverage-data a.py:9"],
    ],
    ["that cannot be read fails", { "a.ts": { changed: [4, 5] } }, ["fail", "no-coverage-data a.ts:4"]],
    ["with a syntax error fails", { "a.ts": { text: "if (" } }, ["fail", "no-coverage-data a.ts:1"]],
    ["of no known language is not gated", { "a.css": { text: "a {}" } }, ["pass only-exempt"]],
    [
      "of no known language is gated once a report speaks of it",
      { "a.css": { text: "a {}", hits: { 1: 0 } } },
      ["fail", "uncovered a.css:1"],
    ],
  ])("%s", (_sentence, cases, expected) => {
    check(cases, expected);
  });
});

describe("arms", () => {
  const text = "if (a) b();\nelse c();";
  const hits = { 1: 1, 2: 1 };
  it.each<[string, Cases, string[]]>([
    ["that were taken pass", { "a.ts": { text, hits, arms: ["1,0,0,1", "1,0,1,2"] } }, ["pass"]],
    ["below the band are named", { "a.ts": { text, hits, arms: ["1,0,0,1", "1,0,1,0"] } }, ["fail", "partial-branch a.ts:1 else"]],
    ["within the band are not listed", { "a.ts": { text, hits, arms: ["1,0,0,1", "1,0,1,0"], branches: 50 } }, ["pass"]],
    [
      "just below the band are",
      { "a.ts": { text, hits, arms: ["1,0,0,1", "1,0,1,-"], branches: 50.01 } },
      ["fail", "partial-branch a.ts:1 else"],
    ],
    ["on lines that did not change do not count", { "a.ts": { text, hits, arms: ["1,0,0,0", "1,0,1,0"], changed: [2] } }, ["pass"]],
    [
      "on a line that did not run are part of its gap",
      { "a.ts": { text, hits: { 1: 0, 2: 1 }, arms: ["1,0,0,0", "1,0,1,0"] } },
      ["fail", "uncovered a.ts:1"],
    ],
    [
      "that were taken do not make a line covered",
      { "a.ts": { text, hits: { 1: 0, 2: 1 }, arms: ["1,0,0,5", "1,0,1,5"] } },
      ["fail", "uncovered a.ts:1"],
    ],
    [
      "of two branches on one line are told apart",
      { "a.ts": { text: "a ? b : c; d && e;", hits: { 1: 1 }, arms: ["1,0,0,1", "1,0,1,0", "1,1,0,1", "1,1,1,0"] } },
      ["fail", "partial-branch a.ts:1 : otherwise && right side"],
    ],
    [
      "of branches on several lines are named line by line",
      { "a.ts": { text: "a && b;\nc ? d : e;", hits: { 1: 1, 2: 1 }, arms: ["1,0,0,1", "1,0,1,0", "2,1,0,0", "2,1,1,1"] } },
      ["fail", "partial-branch a.ts:1,2 && right side ? then"],
    ],
    [
      "of which the report knows fewer branches than the source have numbers",
      { "a.ts": { text: "a ? b : c; d ? e : f;", hits: { 1: 1 }, arms: ["1,0,0,1", "1,0,1,0"] } },
      ["fail", "partial-branch a.ts:1 arm 1"],
    ],
    [
      "of which the report knows more than the source have numbers",
      { "a.ts": { text: "a ? b : c;", hits: { 1: 1 }, arms: ["1,0,0,1", "1,0,1,0", "1,0,2,1"] } },
      ["fail", "partial-branch a.ts:1 arm 1"],
    ],
    [
      "that the source counts otherwise have numbers",
      { "a.ts": { text: "a();", hits: { 1: 1 }, arms: ["1,0,0,1", "1,0,x == 1,0"] } },
      ["fail", "partial-branch a.ts:1 arm x == 1"],
    ],
    [
      "of other languages have numbers",
      { "a.py": { text: "a", hits: { 1: 1 }, arms: ["1,0,0,1", "1,0,1,0"] } },
      ["fail", "partial-branch a.py:1 arm 1"],
    ],
  ])("%s", (_sentence, cases, expected) => {
    check(cases, expected);
  });
});

describe("a report of another text", () => {
  const stale: Case = { text: "// x\na();", hits: { 2: 0 }, freshness: "stale" };
  it.each<[string, Cases, string[]]>([
    ["is an error, and the only gap of its file", { "a.ts": stale }, ["error", "stale-coverage a.ts:1"]],
    [
      "fails beside a failure",
      { "a.ts": stale, "b.ts": { text: "b();", hits: { 1: 0 } } },
      ["fail", "stale-coverage a.ts:1", "uncovered b.ts:1"],
    ],
    ["does not matter where no changed line can run", { "a.ts": { ...stale, changed: [1] } }, ["pass no-executable-lines"]],
    ["matters in a language that is not parsed", { "a.py": { ...stale, changed: [1] } }, ["error", "stale-coverage a.py:1"]],
    ["that nobody recorded is judged", { "a.ts": { ...stale, freshness: "unknown" } }, ["fail", "uncovered a.ts:2"]],
  ])("%s", (_sentence, cases, expected) => {
    check(cases, expected);
  });
});

describe("nothing to judge", () => {
  it.each<[string, Cases, string[]]>([
    ["no change", {}, ["pass empty-diff"]],
    ["exempt files", { "a.test.ts": { text: "a();" }, "a.md": { text: "a" } }, ["pass only-exempt"]],
    ["a deleted file", { "a.ts": { kind: "deleted" } }, ["pass no-executable-lines"]],
    ["a deleted test", { "a.test.ts": { kind: "deleted" } }, ["pass no-executable-lines"]],
    ["a document of which lines are only deleted", { "a.md": { text: "a", changed: [] } }, ["pass no-executable-lines"]],
    ["an image", { "a.png": { kind: "binary" } }, ["pass no-executable-lines"]],
    ["a submodule", { vendor: { kind: "submodule" } }, ["pass no-executable-lines"]],
    ["a link", { "a.ts": { kind: "symlink" } }, ["pass no-executable-lines"]],
    ["a shell script's mode", { "a.sh": { kind: "mode" } }, ["pass no-executable-lines"]],
    ["an exempt file and an image", { "a.md": { text: "a" }, "a.png": { kind: "binary" } }, ["pass only-exempt"]],
    ["an exempt file and a deleted one of the same kind", { "a.md": { text: "a" }, "b.md": { kind: "deleted" } }, ["pass only-exempt"]],
    [
      "a mode, a link, a submodule, a picture",
      { "a.ts": { kind: "mode" }, "b.ts": { kind: "symlink" }, c: { kind: "submodule" }, "d.py": { kind: "binary" } },
      ["pass no-executable-lines"],
    ],
    ["an exempt file and a deleted one", { "a.md": { text: "a" }, "a.ts": { kind: "deleted" } }, ["pass no-executable-lines"]],
  ])("is said for %s", (_sentence, cases, expected) => {
    check(cases, expected);
  });
});

it("a file in no report counts the lines that could run, none of them covered; a stale one counts nothing", () => {
  const counts = (each: Case) =>
    verdictOf({ "a.ts": each }).files.map(({ changedLines, executableLines, coveredLines, branches }) => [
      changedLines,
      executableLines,
      coveredLines,
      branches.total,
      branches.taken,
    ]);
  expect(counts({ text: "// a\na();\nb();" })).toEqual([[3, 2, 0, 0, 0]]);
  expect(counts({ changed: [4, 5] })).toEqual([[2, 2, 0, 0, 0]]);
  expect(counts({ text: "a();", hits: { 1: 1 }, freshness: "stale" })).toEqual([[1, 0, 0, 0, 0]]);
  expect(counts({ text: "a();", hits: { 1: 1 }, changed: [] })).toEqual([]);
});

it("each changed line that can run has its hits and its arms", () => {
  const text = "call(\n  a ?? b,\n);\n\nb();";
  const { files } = verdictOf({
    "a.ts": { text, hits: { 1: 7, 5: 0 }, arms: ["1,0,0,3", "1,0,1,-", "5,1,0,0", "9,2,0,1"], changed: [1, 2, 4, 5] },
    "new.ts": { text: "const a = 1;\n\n// nothing\n", changed: [1, 2, 3] },
    "old.ts": { text, hits: { 1: 1 }, freshness: "stale" },
  });
  const shown = files.map(({ lines }) => lines.map(({ line, hits, branches }) => `${line}:${hits} ${branches.taken}/${branches.total}`));
  expect(shown).toEqual([["1:7 1/2", "2:7 0/0", "5:0 0/1"], ["1:0 0/0"], []]);
});

it("functions of a report help where the source does not: the innermost by end line, the last without one", () => {
  const coverage = (endLine: number | null): FileCoverage => ({
    file: "a.py",
    lines: new Map([[3, 0]]),
    functions: [
      { name: "of no line", line: 0, endLine: null, hits: 1 },
      { name: "outer", line: 1, endLine, hits: 1 },
      { name: "inner", line: 2, endLine: endLine === null ? null : 2, hits: 0 },
    ],
    branches: [],
  });
  const nameOf = (endLine: number | null) =>
    judgeDiff({
      changes: [{ file: asRepoPath("a.py"), oldFile: null, kind: "text", lines: [3], hunks: [] }],
      policyOf: createPolicy([], null),
      coverageOf: () => coverage(endLine),
      sourceOf: () => undefined,
    }).files[0]?.ranges[0]?.function?.name;
  expect([nameOf(9), nameOf(null), nameOf(2)]).toEqual(["outer", "inner", undefined]);
});

/** Lines of a text; `owner` is the line of the piece whose `DA` speaks for it, null where nothing runs. */
const PIECES: readonly { readonly texts: readonly string[]; readonly owners: readonly (0 | null)[]; readonly hasArms: boolean }[] = [
  { texts: ["a();"], owners: [0], hasArms: false },
  { texts: ["a(", "  b,", ");"], owners: [0, 0, null], hasArms: false },
  { texts: ["x ? y() : z();"], owners: [0], hasArms: true },
  { texts: ["// why"], owners: [null], hasArms: false },
  { texts: [""], owners: [null], hasArms: false },
];

const piece = fc.record({
  shape: fc.constantFrom(...PIECES),
  hits: fc.nat(2),
  taken: fc.tuple(fc.nat(1), fc.nat(1)),
  changed: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
});

interface Line {
  readonly text: string;
  readonly owner: number | null;
  readonly hits: number | null;
  readonly arms: readonly number[];
  readonly changed: boolean;
}

function linesOf(pieces: readonly (typeof piece extends fc.Arbitrary<infer Piece> ? Piece : never)[]): Line[] {
  const lines: Line[] = [];
  for (const { shape, hits, taken, changed } of pieces) {
    const first = lines.length + 1;
    shape.texts.forEach((text, index) => {
      const runs = shape.owners[index] !== null;
      lines.push({
        text,
        owner: runs ? first : null,
        hits: runs ? hits : null,
        arms: shape.hasArms ? taken : [],
        changed: changed[index] === true,
      });
    });
  }
  return lines;
}

it("the verdict on any file is that of a slow, obvious oracle", () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 100 }), (pieces, branches) => {
      const lines = linesOf(pieces).map((line, index) => ({ ...line, number: index + 1 }));
      const { status, files } = verdictOf({
        "a.ts": {
          text: lines.map(({ text }) => text).join("\n"),
          hits: Object.fromEntries(lines.flatMap(({ owner, hits }) => (owner === null || hits === null ? [] : [[owner, hits]]))),
          arms: lines.flatMap(({ arms, number }) => arms.map((taken, arm) => `${String(number)},0,${String(arm)},${String(taken)}`)),
          changed: lines.filter(({ changed }) => changed).map(({ number }) => number),
          branches,
        },
      });
      const changed = lines.filter((line) => line.changed);
      const arms = changed.flatMap((line) => line.arms);
      const isBandMissed = arms.filter((taken) => taken > 0).length < (branches / 100) * arms.length;
      const expected = changed.flatMap(({ number, hits, arms: own }) =>
        hits === 0 ? [`uncovered ${String(number)}`] : isBandMissed && own.includes(0) ? [`partial-branch ${String(number)}`] : [],
      );
      const found = files.flatMap(({ ranges }) => ranges.flatMap((range) => range.lines.map((line) => `${range.kind} ${String(line)}`)));
      expect(found).toEqual(expected);
      expect(status).toBe(expected.length === 0 ? "pass" : "fail");
      const [file] = files;
      const runnable = changed.filter(({ hits }) => hits !== null);
      expect([file?.executableLines ?? 0, file?.coveredLines ?? 0]).toEqual([
        runnable.length,
        runnable.filter(({ hits }) => hits !== 0).length,
      ]);
      expect(file?.branches ?? { total: 0, taken: 0 }).toEqual({ total: arms.length, taken: arms.filter((taken) => taken > 0).length });
    }),
    { numRuns: 300 },
  );
});
