import { describe, expect, it } from "vitest";
import { coverageDiffDocument } from "../contract/coverage-diff.js";
import { asRepoPath } from "../path/repo-path.js";
import type { FilePolicy } from "../policy/file-policy.js";
import type { DiffVerdict, FileVerdict, GapRange } from "../gate/model.js";
import { diffDocument, emptyDocument, type DiffDocumentInput } from "./diff-document.js";
import { renderHumanDiff } from "./human-diff.js";
import { painterFor } from "./painter.js";
import { renderJson } from "./render.js";
import { snippetOf } from "./snippet.js";

const BAND = { statements: 100, branches: 95, functions: 100, lines: 100 };
const SHOP: FilePolicy = {
  package: { name: "@repo/shop", folder: asRepoPath("packages/shop"), manifest: null, manifestFile: null },
  layer: "entities",
  band: BAND,
  exempt: null,
};

function rangeOf(kind: GapRange["kind"], lines: readonly number[], more: Partial<GapRange> = {}): GapRange {
  return { kind, lines, function: null, arms: [], ...more };
}

function fileOf(file: string, ranges: readonly GapRange[], more: Partial<FileVerdict> = {}): FileVerdict {
  const status = ranges.length === 0 ? "pass" : "fail";
  return {
    file: asRepoPath(file),
    policy: SHOP,
    status,
    changedLines: 9,
    executableLines: 4,
    coveredLines: 3,
    branches: { total: 2, taken: 1 },
    lines: [],
    ranges,
    ...more,
  };
}

function documentOf(files: readonly FileVerdict[], more: Partial<DiffDocumentInput> & { readonly reason?: DiffVerdict["reason"] } = {}) {
  const status = files.some((file) => file.status === "fail") ? "fail" : files.some((file) => file.status === "error") ? "error" : "pass";
  const verdict: DiffVerdict = { status, reason: more.reason ?? null, filesChanged: 7, files };
  const base = { ref: "main", sha: "1234567890", mergeBase: "1234567890", chosenBy: "default" };
  const input: DiffDocumentInput = {
    verdict,
    base,
    head: { sha: "abc", dirty: true },
    guard: [],
    warnings: [],
    textOf: () => undefined,
    nearestTestOf: () => null,
    touchedTestsOf: () => "",
    packageOf: () => null,
    ...more,
  };
  return coverageDiffDocument.parse(diffDocument(input));
}

const A = "packages/shop/src/a.ts";
const B = "packages/shop/src/b.ts";

describe("the document of a diff", () => {
  it("says once of a file what it lost, and which tests changed since", () => {
    const files = [fileOf(A, [rangeOf("lost-coverage", [3, 4]), rangeOf("uncovered", [5]), rangeOf("lost-coverage", [6])])];
    const { nextActions } = documentOf(files, { touchedTestsOf: (file) => `the tests of ${file}` });
    expect(nextActions[1]).toBe(
      `test the 3 unchanged lines of ${A} that ran at the base (since then: the tests of ${A}); then: pnpm test --coverage --filter @repo/shop`,
    );
    expect(nextActions).toHaveLength(2);
  });

  it("adds up what its files say", () => {
    const { summary, exitCode } = documentOf([fileOf(A, [rangeOf("uncovered", [3, 4])]), fileOf(B, [])]);
    expect(summary).toEqual({
      filesChanged: 7,
      filesGated: 2,
      uncoveredCount: 2,
      changedLines: 18,
      executableLines: 8,
      coveredLines: 6,
      percent: 75,
      branches: { total: 4, taken: 2, percent: 50 },
    });
    expect(exitCode).toBe(1);
  });

  it("counts every hit, also those that a limit leaves out", () => {
    const files = [fileOf(A, [rangeOf("uncovered", [3, 4]), rangeOf("uncovered", [6])]), fileOf(B, [rangeOf("uncovered", [1])])];
    const { summary, uncovered, truncated } = documentOf(files, { limit: 1 });
    expect([summary.uncoveredCount, uncovered.map(({ line }) => line), truncated]).toEqual([4, [3, 4], { shown: 1, total: 3 }]);
    expect(documentOf(files, { limit: 3 }).truncated).toBeNull();
  });

  it("has snippets of at most six lines and 120 characters, none with brief", () => {
    const text = Array.from({ length: 10 }, (_, index) => (index === 0 ? "x".repeat(130) : `line ${String(index + 1)}`)).join("\n");
    const files = [fileOf(A, [rangeOf("uncovered", [1, 2, 3, 4, 5, 6, 7, 8])]), fileOf(B, [])];
    const textOf = () => text;
    expect(documentOf(files, { textOf }).fileSummaries[0]?.ranges[0]?.snippet).toBe(
      `${"x".repeat(120)}…\nline 2\nline 3\nline 4\nline 5\nline 6\n… 2 more`,
    );
    const brief = documentOf(files, { textOf, brief: true });
    expect([brief.fileSummaries.map(({ file }) => file), brief.fileSummaries[0]?.ranges[0]?.snippet]).toEqual([[A], null]);
  });

  it.each<[string, FilePolicy, string | null, GapRange["kind"], string]>([
    [
      "the nearest test of a package",
      SHOP,
      "packages/shop/src/a.test.ts",
      "uncovered",
      "pnpm --filter @repo/shop exec vitest run src/a.test.ts --coverage",
    ],
    ["a package without a near test", SHOP, null, "uncovered", "pnpm test --coverage --filter @repo/shop"],
    [
      "a stale file: all tests of its package",
      SHOP,
      "packages/shop/src/a.test.ts",
      "stale-coverage",
      "pnpm test --coverage --filter @repo/shop",
    ],
    [
      "a repository that is one package",
      { ...SHOP, package: { name: "shop", folder: "", manifest: null, manifestFile: null } },
      "src/a.test.ts",
      "uncovered",
      "pnpm exec vitest run src/a.test.ts --coverage",
    ],
    ["a file of no package", { ...SHOP, package: null }, "a.test.ts", "uncovered", "pnpm test --coverage"],
    [
      "a folder that a manifest elsewhere speaks for",
      { ...SHOP, package: { name: "py", folder: asRepoPath("manifests/py"), manifest: null, manifestFile: null } },
      "backend/app/a.test.ts",
      "uncovered",
      "pnpm test --coverage --filter py",
    ],
    [
      "a name that a shell would read otherwise",
      SHOP,
      "packages/shop/src/[id]/it's.test.ts",
      "uncovered",
      "pnpm --filter @repo/shop exec vitest run 'src/[id]/it'\\''s.test.ts' --coverage",
    ],
  ])("has the command for %s", (_sentence, policy, nearest, kind, command) => {
    const of = { nearestTestOf: () => nearest, packageOf: () => policy.package };
    expect(documentOf([fileOf(A, [rangeOf(kind, [1])], { policy })], of).fileSummaries[0]?.ranges[0]?.command).toBe(command);
  });

  it("has the command for a test of another package than the file's", () => {
    const other = { name: "@repo/e2e", folder: asRepoPath("packages/e2e"), manifest: null, manifestFile: null };
    const of = { nearestTestOf: () => "packages/e2e/src/shop.test.ts", packageOf: () => other };
    expect(documentOf([fileOf(A, [rangeOf("uncovered", [1])], { policy: SHOP })], of).fileSummaries[0]?.ranges[0]?.command).toBe(
      "pnpm --filter @repo/e2e exec vitest run src/shop.test.ts --coverage",
    );
  });

  it("says what to do, the most severe kind first", () => {
    const inF = { function: { name: "f", line: 1 } };
    const document = documentOf([
      fileOf(A, [rangeOf("partial-branch", [9], { ...inF, arms: [{ line: 9, arm: "else" }] }), rangeOf("uncovered", [10, 11], inF)]),
      fileOf(B, [rangeOf("no-coverage-data", [1])]),
      fileOf("packages/shop/src/c.ts", [rangeOf("stale-coverage", [1])], { status: "error" }),
      fileOf("packages/shop/src/d.ts", [rangeOf("lost-coverage", [5])]),
    ]);
    expect(document.nextActions).toEqual([
      "packages/shop/src/c.ts was edited after its tests ran: run its tests again; then: pnpm test --coverage --filter @repo/shop",
      "packages/shop/src/b.ts is in no report: add a test that imports it; then: pnpm test --coverage --filter @repo/shop",
      "test packages/shop/src/a.ts:10-11 (f), which no test runs; then: pnpm test --coverage --filter @repo/shop",
      "test packages/shop/src/a.ts:9 (f): never taken: else; then: pnpm test --coverage --filter @repo/shop",
      "test line 5 of packages/shop/src/d.ts, which ran at the base; then: pnpm test --coverage --filter @repo/shop",
    ]);
  });

  it("says no more than twenty things at once", () => {
    const ranges = Array.from({ length: 23 }, (_, index) => rangeOf("uncovered", [index * 2 + 1]));
    const { nextActions } = documentOf([fileOf(A, ranges)]);
    expect([nextActions.length, nextActions.at(-1)]).toEqual([21, "and 3 more, as fileSummaries has them"]);
  });

  it("fails by a guard finding alone, says so first, and takes a reason for it", () => {
    const finding = { kind: "ignore-added" as const, file: asRepoPath(A), line: 7, detail: "v8 ignore next", reason: null };
    const document = documentOf([], {
      guard: [finding, { ...finding, kind: "test-deleted", line: null, detail: "1 case fewer" }],
      reason: "only-exempt",
    });
    expect([document.status, document.exitCode, document.reason, document.guard.map(({ accepted }) => accepted)]).toEqual([
      "fail",
      1,
      null,
      [false, false],
    ]);
    expect(document.nextActions).toEqual([
      `take the ignore hint back and test the code, or say why behind " -- " in a comment there: ${A}:7 (v8 ignore next)`,
      `bring the test back, or say why behind " -- " in a comment there: ${A} (1 case fewer)`,
    ]);
    const accepted = documentOf([], { guard: [{ ...finding, reason: "generated" }] });
    expect([accepted.status, accepted.guard[0]?.accepted, accepted.nextActions]).toEqual(["pass", true, []]);
    expect(renderHumanDiff(accepted, painterFor(false)).output).toContain(`  accepted ignore-added ${A}:7: v8 ignore next -- generated\n`);
    expect(renderHumanDiff(document, painterFor(false)).output).toContain(`  guard test-deleted ${A}: 1 case fewer\n`);
  });

  it("of stale files alone is an error with the commands that mend it", () => {
    const stale = (file: string) => fileOf(file, [rangeOf("stale-coverage", [1])], { status: "error" });
    const { status, exitCode, errors } = documentOf([stale(A), stale(B)]);
    expect([status, exitCode]).toEqual(["error", 3]);
    expect(errors).toEqual([
      {
        code: "REPORT_STALE",
        message: `the report was made from other text of ${A}, ${B}`,
        hint: "pnpm test --coverage --filter @repo/shop",
      },
    ]);
  });
});

it("stale files of two packages are named, without those that pass, with the commands of both", () => {
  const kit: FilePolicy = {
    ...SHOP,
    package: { name: "@repo/kit", folder: asRepoPath("packages/kit"), manifest: null, manifestFile: null },
  };
  const stale = (file: string, policy: FilePolicy) => fileOf(file, [rangeOf("stale-coverage", [1])], { status: "error", policy });
  expect(documentOf([fileOf(B, []), stale(A, SHOP), stale("packages/kit/src/c.ts", kit)]).errors[0]).toMatchObject({
    message: `the report was made from other text of ${A}, packages/kit/src/c.ts`,
    hint: "pnpm test --coverage --filter @repo/shop && pnpm test --coverage --filter @repo/kit",
  });
});

it("changed lines that can run stand in the document where they are asked for", () => {
  const lines = [{ line: 2, hits: 3, branches: { total: 2, taken: 1 } }];
  const linesOf = (more: Partial<DiffDocumentInput>) => documentOf([fileOf("a.ts", [], { lines })], more).fileSummaries[0]?.lines;
  expect([linesOf({}), linesOf({ lines: false }), linesOf({ lines: true })]).toEqual([null, null, lines]);
});

it("a document is whole: with files that pass, and with the name of its schema", () => {
  const document = documentOf([fileOf(A, [])]);
  expect([document.$schema, document.fileSummaries.map(({ file }) => file)]).toEqual(["bandline/schemas/coverage-diff.v1.json", [A]]);
});

it("the document of a fault is whole, and its hint is the next action", () => {
  const document = coverageDiffDocument.parse(emptyDocument(4, [{ code: "X", message: "m", hint: "do y" }]));
  expect([document.status, document.exitCode, document.nextActions]).toEqual(["error", 4, ["do y"]]);
  expect(document.summary).toEqual({
    filesChanged: 0,
    filesGated: 0,
    uncoveredCount: 0,
    changedLines: 0,
    executableLines: 0,
    coveredLines: 0,
    percent: null,
    branches: { total: 0, taken: 0, percent: null },
  });
});

it("JSON ends with a newline and carries the exit code", () => {
  expect(renderJson({ exitCode: 3 })).toEqual({ output: '{\n  "exitCode": 3\n}\n', exitCode: 3 });
});

it("a snippet of one line is that line", () => {
  expect(snippetOf(["a", "b"], 2, 2)).toBe("b");
});

describe("the summary for people", () => {
  const human = (document: Parameters<typeof renderHumanDiff>[0], colours = false) => renderHumanDiff(document, painterFor(colours)).output;

  it("tells of changed lines that no test would miss, where they were asked about", () => {
    const [original, replacement] = ["a >= b &&\n  c", "a > b"];
    const unasserted = [{ file: A, line: 7, key: "k", mutator: "m", original, replacement, suggestedTestFile: "t", hint: "h" }];
    expect(human({ ...emptyDocument(0, []), unasserted })).toContain(`  unasserted ${A}:7: no test notices a > b for a >= b && c (k)\n`);
    expect(human({ ...emptyDocument(0, []), unasserted: null })).not.toContain("unasserted");
  });

  it("shows what failed, where, and what to do", () => {
    const range = rangeOf("partial-branch", [9], { function: { name: "f", line: 1 }, arms: [{ line: 9, arm: "else" }] });
    const document = documentOf([fileOf(A, [range, rangeOf("uncovered", [11, 12])]), fileOf(B, [])], {
      warnings: [{ code: "W", message: "mind" }],
      limit: 1,
    });
    expect(human(document)).toBe(
      [
        "coverage:diff fail against main (1234567, default): 6 of 8 changed executable lines ran (75 %)",
        "  packages/shop/src/a.ts (entities, 1 of 2 arms (band 95 %))",
        "    9 partial-branch: branch never taken in f: else",
        "  … 1 more ranges (--limit)",
        "warning W: mind",
        "next:",
        ...document.nextActions.map((action) => `  ${action}`),
        "",
      ].join("\n"),
    );
  });

  it.each<[string, DiffVerdict["reason"], string]>([
    ["an empty diff", "empty-diff", "nothing changed"],
    ["exempt files", "only-exempt", "every changed file is exempt"],
    ["lines that cannot run", "no-executable-lines", "no changed line can run"],
  ])("says why there was nothing to judge: %s", (_sentence, reason, words) => {
    expect(human(documentOf([], { reason }))).toBe(`coverage:diff pass against main (1234567, default): ${words}\n`);
  });

  it("says of lost coverage that no changed line is to blame", () => {
    const lost = fileOf(A, [rangeOf("lost-coverage", [5])], { executableLines: 0, coveredLines: 0 });
    expect(human(documentOf([lost]))).toMatch(/: 0 of 0 changed executable lines ran; unchanged lines lost their coverage\n/);
  });

  it("shows an error with its hint, and no numbers that mean nothing", () => {
    expect(human(emptyDocument(4, [{ code: "X", message: "m", hint: "do y" }]))).toBe("coverage:diff error\nX: m\n  next: do y\n");
  });

  it("has a pass in another colour than a failure", () => {
    expect(human(documentOf([fileOf(A, [])]), true)).toContain("coverage:diff \u001b[32mpass\u001b[39m");
  });

  it("leaves out arms where there are none, and has colours where they are shown", () => {
    const output = human(
      documentOf([fileOf(A, [rangeOf("uncovered", [1, 2])], { branches: { total: 0, taken: 0 }, executableLines: 0, coveredLines: 0 })], {
        base: null,
      }),
      true,
    );
    expect(output).toContain("\u001b[31mfail\u001b[39m: 0 of 0 changed executable lines ran\n");
    expect(output).toContain(`${A}\u001b[22m (entities)\n    1-2 uncovered`);
  });
});
