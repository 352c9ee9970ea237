import type { FeatureManifest, RepoManifest } from "@repo/core-shared/conformance/feature";
import { describe, expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import { asRepoPath, type RepoPath } from "../path/repo-path.js";
import { judgeGuard } from "./judge-guard.js";
import type { GuardInput } from "./model.js";
import { needsBaseText } from "./needs-base-text.js";

/** Texts before and now by path; null where the file is not there. Every line of the new text counts as changed. */
type Edits = Readonly<Record<string, readonly [string | null, string | null]>>;

interface Manifests {
  readonly feature?: readonly [Partial<FeatureManifest["coverage"]> | null, Partial<FeatureManifest["coverage"]> | null];
  /** What no longer names the feature's folder. */
  readonly lostBy?: string;
  readonly roots?: readonly [string, string];
  readonly repo?: readonly [RepoManifest | null, RepoManifest | null];
}

function changesOf(edits: Edits): ChangedFile[] {
  return Object.entries(edits).map(([file, [before, now]]) => ({
    file: asRepoPath(file),
    oldFile: before === null ? null : asRepoPath(file),
    kind: now === null ? "deleted" : "text",
    lines: now === null ? [] : now.split("\n").map((_, index) => index + 1),
    hunks: [],
  }));
}

function featureOf(coverage: Partial<FeatureManifest["coverage"]> | null): FeatureManifest | null {
  if (coverage === null) return null;
  return { name: "auth", coverage: { bands: { baseline: { statements: 80, branches: 75, functions: 80, lines: 80 } }, ...coverage } };
}

function findingsOf(edits: Edits, { feature, lostBy, roots, repo }: Manifests = {}) {
  const manifest = (at: 0 | 1) => {
    const value = featureOf(feature?.[at] ?? null);
    return value === null || roots === undefined ? value : { ...value, root: roots[at] };
  };
  const input: GuardInput = {
    files: [],
    changes: changesOf(edits),
    textOf: (file) => edits[file]?.[1] ?? undefined,
    baseTextOf: (file) => edits[file]?.[0] ?? undefined,
    features:
      feature === undefined
        ? []
        : [
            {
              file: asRepoPath("m.ts"),
              base: manifest(0),
              head: manifest(1),
              ...(lostBy === undefined ? {} : { lostBy: asRepoPath(lostBy) }),
            },
          ],
    repo: repo === undefined ? null : { file: asRepoPath("repo.manifest.ts"), base: repo[0], head: repo[1] },
  };
  const findings = judgeGuard(input);
  // Texts that it says it does not need make no difference.
  const needed = input.changes.filter((change) => needsBaseText(change, input.textOf(change.file))).map(({ oldFile }) => oldFile);
  const baseTextOf = (file: RepoPath) => (needed.includes(file) ? input.baseTextOf(file) : undefined);
  expect(judgeGuard({ ...input, baseTextOf })).toEqual(findings);
  return findings;
}

function check(edits: Edits, expected: readonly string[], manifests?: Manifests): void {
  const found = findingsOf(edits, manifests).map(
    ({ kind, file, line, detail, reason }) =>
      `${kind} ${file}${line === null ? "" : `:${String(line)}`} ${detail}${reason === null ? "" : ` -- ${reason}`}`,
  );
  expect(found).toEqual(expected);
}

describe("an ignore hint that is added", () => {
  it.each<[string, string, string]>([
    ["of v8", "a.ts", "/* v8 ignore next */"],
    ["of istanbul", "a.js", "/* istanbul ignore else */"],
    ["of c8", "a.mjs", "/* c8 ignore start */"],
    ["of node", "a.ts", "/* node:coverage disable */"],
    ["of Stryker", "a.ts", "// Stryker disable all"],
    ["of coverage.py", "a.py", "x = 1  # pragma: no cover"],
    ["of lcov", "a.c", "x(); // LCOV_EXCL_LINE"],
    ["of Dart", "a.dart", "// coverage:ignore-file"],
    ["of PHPUnit", "a.php", "/** @codeCoverageIgnore */"],
  ])("%s is found", (_sentence, file, text) => {
    const [finding, ...more] = findingsOf({
      [file]: [null, `first\n${text}\n`.replace(/^first/, file.endsWith(".py") ? "y = 1" : "a();")],
    });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ kind: "ignore-added", file, line: 2, reason: null });
  });

  it.each<[string, Edits, string[]]>([
    [
      "with a reason is accepted, and listed",
      { "a.ts": ["a();", "// Stryker disable all -- generated table\na();"] },
      ["ignore-added a.ts:1 Stryker disable -- generated table"],
    ],
    [
      "with @preserve has no reason",
      { "a.ts": ["a();", "/* v8 ignore next -- @preserve */\na();"] },
      ["ignore-added a.ts:1 v8 ignore next"],
    ],
    [
      "with @preserve and a reason has one",
      { "a.ts": ["a();", "/* v8 ignore next -- cannot happen @preserve */\na();"] },
      ["ignore-added a.ts:1 v8 ignore next -- cannot happen"],
    ],
    ["that only moved is not new", { "a.ts": ["/* v8 ignore next */\na();", "b();\n/* v8 ignore next */\na();"] }, []],
    [
      "beside an old one of the same words is new",
      { "a.ts": ["/* v8 ignore next */\na();", "/* v8 ignore next */\na();\n/* v8 ignore next */\nb();"] },
      ["ignore-added a.ts:3 v8 ignore next"],
    ],
    ["in a text is none", { "a.ts": ["a();", 'a("/* v8 ignore next */");'] }, []],
    ["in a test is none", { "a.test.ts": ["a();", "/* v8 ignore next */\na();"] }, []],
    ["in a document is none", { "a.md": ["", "/* v8 ignore next */"] }, []],
    ["that ends an ignored part is none", { "a.ts": ["a();", "/* v8 ignore stop */\na();"] }, []],
  ])("%s", (_sentence, edits, expected) => {
    check(edits, expected);
  });
});

describe("a test that is told not to run", () => {
  it.each<[string, Edits, string[]]>([
    ["by skip", { "a.test.ts": ['it("x", f);', 'it.skip("x", f);'] }, ['test-skipped a.test.ts:1 .skip on "x"']],
    ["by only", { "a.test.ts": ['it("x", f);', 'describe.only("x", f);\nit("x", f);'] }, ['test-skipped a.test.ts:1 .only on "x"']],
    ["by todo", { "a.test.ts": ['it("x", f);', 'it("x", f);\ntest.todo("y");'] }, ['test-skipped a.test.ts:2 .todo on "y"']],
    ["by its name", { "a.test.js": ['it("x", f);', 'xit("x", f);'] }, ['test-skipped a.test.js:1 .skip on "x"']],
    ["by an option", { "a.test.ts": ['it("x", f);', 'it("x", { skip: true }, f);'] }, ['test-skipped a.test.ts:1 .skip on "x"']],
    ["over a table", { "a.test.ts": ["it.each([1])(`x`, f);", "it.skip.each([1])(`x`, f);"] }, ['test-skipped a.test.ts:1 .skip on "`x`"']],
    [
      "in Python",
      { "test_a.py": ["def test_x():\n  assert f()", "@pytest.mark.skip\ndef test_x():\n  assert f()"] },
      ['test-skipped test_a.py:1 .skip on "@pytest.mark.skip"'],
    ],
    [
      "with a reason above it",
      { "a.test.ts": ['it("x", f);', '// waits -- the clock of the runner jumps\nit.skip("x", f);'] },
      ['test-skipped a.test.ts:2 .skip on "x" -- the clock of the runner jumps'],
    ],
    [
      "over a table in a template",
      { "a.test.ts": ["it.each``(`x`, f);", "it.skip.each``(`x`, f);"] },
      ['test-skipped a.test.ts:1 .skip on "`x`"'],
    ],
    [
      "from within, in Python",
      { "test_a.py": ["def test_x():\n  assert f()", "def test_x():\n  pytest.skip('y')\n  assert f()"] },
      [`test-skipped test_a.py:2 .skip on "pytest.skip('y')"`],
    ],
    [
      "in Go",
      { "a_test.go": ["func TestX(t *testing.T) {\n\tt.Error(1)\n}", "func TestX(t *testing.T) {\n\tt.Skip()\n\tt.Error(1)\n}"] },
      ['test-skipped a_test.go:2 .Skip on "t.Skip()"'],
    ],
    ["is none by another option", { "a.test.ts": ['it("x", f);', 'it("x", { timeout: 5 }, f);'] }, []],
    ["is one without a title, too", { "a.test.ts": ["", "it.todo();"] }, ['test-skipped a.test.ts:1 .todo on ""']],
    ["is nothing new where it was so before", { "a.test.ts": ['it.skip("x", f);', '\nit.skip("x", f);'] }, []],
    ["is none in a source file", { "a.ts": ["a();", 'it.skip("x", f);'] }, []],
    ["is none where something else is called", { "a.test.ts": ["", "(() => {})();\n(a || b)();"] }, []],
  ])("%s", (_sentence, edits, expected) => {
    check(edits, expected);
  });
});

describe("a test that is deleted", () => {
  const two = 'it("x", f);\nit("y", f);';
  it.each<[string, Edits, string[]]>([
    ["is found by its title", { "a.test.ts": [two, 'it("x", f);'] }, ['test-deleted a.test.ts 1 case fewer; gone: "y"']],
    ["is found where its file is gone", { "a.test.ts": [two, null] }, ['test-deleted a.test.ts 2 cases fewer; gone: "x", "y"']],
    ["is meant where its subject is gone too", { "a.test.ts": [two, null], "a.ts": ["a();", null] }, []],
    ["is not deleted under a new title", { "a.test.ts": [two, 'it("x", f);\nit("z", f);'] }, []],
    ["has moved where another file has it now", { "a.test.ts": [two, 'it("x", f);'], "b.test.ts": [null, 'it("y", f);'] }, []],
    [
      "may be a row of a table",
      { "a.test.ts": ['it.each([1, 2, 3])("x", f);', 'it.each([1, 2])("x", f);'] },
      ["test-deleted a.test.ts 1 case fewer"],
    ],
    [
      "is gone where its file cannot be parsed",
      { "a.test.ts": ['it("x", f);', 'it("x", f'] },
      ['test-deleted a.test.ts 1 case fewer; gone: "x"'],
    ],
    [
      "counts a table that is no literal as one case",
      { "a.test.ts": ['it.each([1, 2])("x", f);\nit("y", f);', 'it.each(rows)("x", f);\nit.each(rows)("y", f);'] },
      ["test-deleted a.test.ts 1 case fewer"],
    ],
    [
      "can have a reason",
      { "a.test.ts": [two, '// y is gone -- the feature was withdrawn\nit("x", f);'] },
      ['test-deleted a.test.ts 1 case fewer; gone: "y" -- the feature was withdrawn'],
    ],
    [
      "is found in Python",
      { "test_a.py": ["def test_x():\n  pass\ndef test_y():\n  pass", "def test_x():\n  pass"] },
      ['test-deleted test_a.py 1 case fewer; gone: "test_y"'],
    ],
    ["is found in Go", { "a_test.go": ["func TestX(t *testing.T) {\n}", null] }, ['test-deleted a_test.go 1 case fewer; gone: "TestX"']],
    ["is meant in Go where its subject is gone too", { "a_test.go": ["func TestX(t *testing.T) {\n}", null], "a.go": ["f()", null] }, []],
  ])("%s", (_sentence, edits, expected) => {
    check(edits, expected);
  });
});

describe("an assertion that is removed", () => {
  const before = 'import { a } from "./lib/a.js";\nit("x", () => { expect(a()).toBe(1); assert.ok(a()); });';
  const now = 'import { a } from "./lib/a.js";\nit("x", () => { expect(a()).toBe(1); });';
  it.each<[string, Edits, string[]]>([
    [
      "is found where the subject stayed as it was",
      { "a.test.ts": [before, now] },
      ['assertion-removed a.test.ts:2 "x" had 2 assertions and has 1'],
    ],
    [
      "is found where only a package is imported",
      { "a.test.ts": [before.replace("./lib/a.js", "lib"), now.replace("./lib/a.js", "lib")], "lib.ts": ["1", "2"] },
      ['assertion-removed a.test.ts:2 "x" had 2 assertions and has 1'],
    ],
    ["is meant where the sibling changed", { "a.test.ts": [before, now], "a.ts": ["1", "2"] }, []],
    ["is meant where an imported module changed", { "a.test.ts": [before, now], "lib/a.ts": ["1", "2"] }, []],
    [
      "is found where something else changed",
      { "a.test.ts": [before, now], "c.ts": ["1", "2"] },
      ['assertion-removed a.test.ts:2 "x" had 2 assertions and has 1'],
    ],
    [
      "can have a reason",
      { "a.test.ts": [before, now.replace("\n", "\n// said twice -- the first says it all\n")] },
      ['assertion-removed a.test.ts:3 "x" had 2 assertions and has 1 -- the first says it all'],
    ],
    [
      "is found in Python",
      { "test_a.py": ["def test_x():\n  assert a\n  assert b", "def test_x():\n  assert a"] },
      ['assertion-removed test_a.py:1 "test_x" had 2 assertions and has 1'],
    ],
    [
      "is found in Go",
      { "a_test.go": ["func TestX(t *testing.T) {\n\tt.Fatal(1)\n\trequire.True(a)\n}", "func TestX(t *testing.T) {\n\tt.Fatal(1)\n}"] },
      ['assertion-removed a_test.go:1 "TestX" had 2 assertions and has 1'],
    ],
    ["is not told of two tests of one title, which cannot be told apart", { "a.test.ts": [`${before}\n${before}`, `${now}\n${now}`] }, []],
  ])("%s", (_sentence, edits, expected) => {
    check(edits, expected);
  });
});

describe("a manifest that promises less", () => {
  const full = { statements: 100, branches: 100, functions: 100, lines: 100 };
  const low = { statements: 80, branches: 75, functions: 80, lines: 80 };
  const text: Edits = { "m.ts": ["", "baseline\n// entities -- rewritten next week\nentities exempt/**"] };
  const baseline = low;
  it.each<[string, Edits, string[], Manifests]>([
    [
      "by a lower band",
      { "m.ts": ["", "baseline"] },
      ["band-lowered m.ts:1 baseline.lines from 80 to 79"],
      { feature: [{}, { bands: { baseline: { ...low, lines: 79 } } }] },
    ],
    [
      "by a layer that falls through to baseline",
      {},
      [
        "band-lowered m.ts entities.statements from 100 to 80",
        "band-lowered m.ts entities.branches from 100 to 75",
        "band-lowered m.ts entities.functions from 100 to 80",
        "band-lowered m.ts entities.lines from 100 to 80",
      ],
      { feature: [{ bands: { baseline, entities: full } }, { bands: { baseline } }] },
    ],
    ["by a higher band does not", {}, [], { feature: [{}, { bands: { baseline: full } }] }],
    ["where there was none does not", {}, [], { feature: [null, { exempt: ["src/x/**"] }] }],
    [
      "by a layer that is gone",
      {},
      ["band-lowered m.ts layer core without src/a/**"],
      { feature: [{ layers: { core: ["src/a/**"] } }, {}] },
    ],
    [
      "by a lower mutation score than the default",
      {},
      ["band-lowered m.ts mutationScore from 80 to 70"],
      { feature: [{}, { mutationScore: 70 }] },
    ],
    [
      "by fewer mutation targets",
      {},
      ["band-lowered m.ts mutationTargets without entities"],
      { feature: [{ mutationTargets: ["entities"] }, {}] },
    ],
    [
      "by a layer without one of its globs",
      {},
      ["band-lowered m.ts layer core without src/b/**"],
      { feature: [{ layers: { core: ["src/a/**", "src/b/**"] } }, { layers: { core: ["src/a/**"] } }] },
    ],
    [
      "by an exempt glob",
      {},
      ["exempt-widened m.ts src/x/**"],
      { feature: [{ exempt: ["src/y/**"] }, { exempt: ["src/y/**", "src/x/**"] }] },
    ],
    [
      "with a reason above the line",
      text,
      ["band-lowered m.ts:2 entities.lines from 100 to 99 -- rewritten next week"],
      { feature: [{ bands: { baseline, entities: full } }, { bands: { baseline, entities: { ...full, lines: 99 } } }] },
    ],
    [
      "by being deleted, where it promised more than the defaults",
      { "m.ts": ["x", null] },
      [
        "band-lowered m.ts baseline.lines from 95 to 80, as the manifest is gone",
        "band-lowered m.ts mutationTargets without entities, as the manifest is gone",
      ],
      { feature: [{ bands: { baseline: { ...low, lines: 95 } }, mutationTargets: ["entities"] }, null] },
    ],
    [
      "by being deleted, where it promised no more than the defaults, does not",
      { "m.ts": ["x", null] },
      [],
      { feature: [{ layers: { core: ["src/a/**"] } }, null] },
    ],
    [
      "by being read no more",
      { "repo.manifest.ts": ["a", "// withdrawn -- it moves out next week"] },
      ["band-lowered repo.manifest.ts:1 m.ts is read no more: baseline.statements from 100 to 80, and 5 more -- it moves out next week"],
      { feature: [{ bands: { baseline: full } }, null], lostBy: "repo.manifest.ts" },
    ],
    [
      "by being read no more, where one promise is lost",
      {},
      ["band-lowered repo.manifest.ts m.ts is read no more: baseline.lines from 95 to 80"],
      { feature: [{ bands: { baseline: { ...low, lines: 95 } } }, null], lostBy: "repo.manifest.ts" },
    ],
    ["by being read no more, where it promised nothing, does not", {}, [], { feature: [{}, null], lostBy: "repo.manifest.ts" }],
    [
      "by speaking for another folder",
      {},
      ["band-lowered m.ts root from app to app/core"],
      { feature: [{}, {}], roots: ["app", "app/core"] },
    ],
    [
      "by speaking for another folder than the repository",
      {},
      ["band-lowered m.ts root from . to app"],
      { feature: [{}, {}], roots: ["", "app"] },
    ],
    ["by speaking for a folder around its own does not", {}, [], { feature: [{}, {}], roots: ["app/core", "app"] }],
    [
      "by a rule of the repository",
      {},
      ["exempt-widened repo.manifest.ts gen: src/gen/**"],
      { repo: [null, { exempt: [{ id: "gen", globs: ["src/gen/**"], why: "made" }] }] },
    ],
    [
      "by an exception that is gone",
      {},
      ["exempt-widened repo.manifest.ts gen: no longer excepts src/gen/a.ts"],
      {
        repo: [
          { exempt: [{ id: "gen", globs: ["g"], except: ["src/gen/a.ts"], why: "made" }] },
          { exempt: [{ id: "gen", globs: ["g"], why: "made" }] },
        ],
      },
    ],
    [
      "by a lower band of the repository",
      {},
      ["band-lowered repo.manifest.ts the repository.lines from 80 to 70"],
      { repo: [{ band: low }, { band: { ...low, lines: 70 } }] },
    ],
    [
      "by more time for tests",
      { "repo.manifest.ts": ["warnMinutes: 5.5, failMinutes: 8", "warnMinutes: 6, // -- it waits for a device\nfailMinutes: 12"] },
      [
        "band-lowered repo.manifest.ts:1 testTime.warnMinutes from 5.5 to 6 -- it waits for a device",
        "band-lowered repo.manifest.ts:2 testTime.failMinutes from 8 to 12 -- it waits for a device",
      ],
      { repo: [{ testTime: { warnMinutes: 5.5, failMinutes: 8 } }, { testTime: { warnMinutes: 6, failMinutes: 12 } }] },
    ],
    [
      "by a time for tests taken away, where the default is more",
      {},
      ["band-lowered repo.manifest.ts testTime.failMinutes from 8 to 10"],
      { repo: [{ testTime: { failMinutes: 8 } }, {}] },
    ],
    [
      "by more time for tests than the default of a repository that had no manifest",
      {},
      ["band-lowered repo.manifest.ts testTime.failMinutes from 10 to 11"],
      { repo: [null, { testTime: { failMinutes: 11 } }] },
    ],
    ["by as much time or less, does not", {}, [], { repo: [{}, { testTime: { warnMinutes: 5, failMinutes: 9 } }] }],
    [
      "by the repository's band taken away",
      {},
      ["band-lowered repo.manifest.ts the repository.statements from 80 to 0"].concat(
        ["branches from 75", "functions from 80", "lines from 80"].map(
          (each) => `band-lowered repo.manifest.ts the repository.${each} to 0`,
        ),
      ),
      { repo: [{ band: low }, {}] },
    ],
  ])("%s", (_sentence, edits, expected, manifests) => {
    check(edits, expected, manifests);
  });
});

it("where the base is unknown, only lines that the change added count", () => {
  const text = "/* v8 ignore next */\na();\n/* c8 ignore next */\nb();";
  const test = 'it.skip("x", f);\nit.skip("y", f);';
  const change = (file: string, lines: readonly number[]): ChangedFile => ({
    file: asRepoPath(file),
    oldFile: asRepoPath(file),
    kind: "text",
    lines,
    hunks: [],
  });
  const found = judgeGuard({
    files: [],
    changes: [change("a.ts", [3]), change("a.test.ts", [2])],
    textOf: (file) => (file === "a.ts" ? text : test),
    baseTextOf: () => undefined,
    features: [],
    repo: null,
  });
  expect(found.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(["a.test.ts:2", "a.ts:3"]);
});

it("findings come by file and line, whatever their kind", () => {
  check(
    { "b.test.ts": ['it("x", f);', 'it.skip("x", f);'], "a.ts": ["a();", "b();\n/* v8 ignore next */\na();\n/* c8 ignore next */\nb();"] },
    ["ignore-added a.ts:2 v8 ignore next", "ignore-added a.ts:4 c8 ignore next", 'test-skipped b.test.ts:1 .skip on "x"'],
  );
});

it("a changed file that cannot be read has no findings", () => {
  const changes = changesOf({ "a.ts": ["a();", "b();"] });
  expect(judgeGuard({ files: [], changes, textOf: () => undefined, baseTextOf: () => undefined, features: [], repo: null })).toEqual([]);
});
