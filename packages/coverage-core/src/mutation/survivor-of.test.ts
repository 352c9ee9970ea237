import { createTempRepo } from "@repo/core-testing";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Survivor } from "../contract/mutate.js";
import { asRepoPath } from "../path/repo-path.js";
import { resultAt } from "./__fixtures__/mutants.js";
import type { MutantResult, TestName } from "./model.js";
import { mutatedText } from "./mutated-text.js";
import { isUnkilled, plannedOf, survivorOf, type SurvivorInput, type UnkilledMutant } from "./survivor-of.js";

const TEXT = "export function isExpired(now, expiresAt) {\n  return now >= expiresAt;\n}\n";
const FILE = asRepoPath("packages/auth/src/session.ts");
const RESULT = resultAt("2:10-26", "survived", {
  key: "0123456789ab",
  file: FILE,
  mutator: "EqualityOperator",
  original: "now >= expiresAt",
  replacement: "now > expiresAt",
  symbol: "isExpired",
  testsCompleted: 3,
}) as UnkilledMutant;

function check(input: Partial<SurvivorInput>, expected: Partial<Survivor>): void {
  const survivor = survivorOf({
    package: "@repo/auth",
    result: RESULT,
    text: TEXT,
    nearestTest: null,
    changedInDiff: null,
    verified: null,
    ...input,
  });
  expect(survivor).toMatchObject(expected);
}

const tests = (...files: string[]): TestName[] => files.map((file, index) => ({ file: asRepoPath(file), test: `t${String(index)}` }));

describe("a survivor", () => {
  it("is told in full", () => {
    const coveredBy = tests("packages/auth/src/session.test.ts");
    expect(
      survivorOf({
        package: "@repo/auth",
        result: { ...RESULT, coveredBy },
        text: TEXT,
        nearestTest: null,
        changedInDiff: true,
        verified: false,
      }),
    ).toEqual({
      key: "0123456789ab",
      package: "@repo/auth",
      file: FILE,
      range: { start: { line: 2, column: 10 }, end: { line: 2, column: 26 } },
      symbol: "isExpired",
      mutator: "EqualityOperator",
      original: "now >= expiresAt",
      replacement: "now > expiresAt",
      diff: `--- a/${FILE}\n+++ b/${FILE}\n@@ -1,3 +1,3 @@\n export function isExpired(now, expiresAt) {\n-  return now >= expiresAt;\n+  return now > expiresAt;\n }\n`,
      status: "survived",
      reason: null,
      coveredBy: [{ file: "packages/auth/src/session.test.ts", test: "t0" }],
      testsCompleted: 3,
      changedInDiff: true,
      verified: false,
      suggestedTestFile: "packages/auth/src/session.test.ts",
      rerun: "pnpm mutate --key 0123456789ab",
      hint: "test the boundary value itself, where both sides are equal: >= and > differ only there",
    });
  });

  it.each<[string, Partial<SurvivorInput>, Partial<Survivor>]>([
    [
      "suggests the nearest test",
      { nearestTest: asRepoPath("a.test.ts"), result: { ...RESULT, coveredBy: tests("b.test.ts") } },
      { suggestedTestFile: "a.test.ts" },
    ],
    [
      "suggests the file with the most tests that ran it",
      { result: { ...RESULT, coveredBy: tests("a.test.ts", "b.test.ts", "b.test.ts") } },
      { suggestedTestFile: "b.test.ts" },
    ],
    [
      "suggests the first by name of two",
      { result: { ...RESULT, coveredBy: tests("b.test.ts", "a.test.ts") } },
      { suggestedTestFile: "a.test.ts" },
    ],
    ["suggests a test beside the file, where there is none", {}, { suggestedTestFile: "packages/auth/src/session.test.ts" }],
    [
      "suggests one beside a file with dots in its path",
      { result: { ...RESULT, file: asRepoPath("my.dir/a.b.ts") } },
      { suggestedTestFile: "my.dir/a.b.test.ts" },
    ],
    ["has no reason of the runner's", { result: { ...RESULT, reason: "x" } }, { reason: null }],
    [
      "has a reason where it is inconclusive",
      { result: { ...RESULT, status: "inconclusive", reason: "x" } },
      { reason: "x", status: "inconclusive" },
    ],
    [
      "has a reason where nobody gave one",
      { result: { ...RESULT, status: "inconclusive", reason: null } },
      { reason: "its run says nothing" },
    ],
    [
      "says that no test runs it",
      { result: { ...RESULT, status: "noCoverage" } },
      { hint: "no test runs this yet: test the boundary value itself, where both sides are equal: >= and > differ only there" },
    ],
  ])("%s", (_sentence, input, expected) => check(input, expected));

  it.each<[MutantResult["status"], boolean]>([
    ["survived", true],
    ["noCoverage", true],
    ["inconclusive", true],
    ["killed", false],
    ["timeout", false],
    ["ignored", false],
    ["notRun", false],
  ])("%s is told: %s", (status, told) => expect(isUnkilled(resultAt("1:1-2", status))).toBe(told));
});

it("a planned mutant is what is known before it runs, and nothing else", () => {
  const { start, end } = RESULT.range;
  const more = { ...RESULT, id: "7", range: { start: { ...start, offset: 1 }, end } };
  expect(plannedOf("@repo/auth", more)).toEqual({
    key: "0123456789ab",
    package: "@repo/auth",
    file: FILE,
    range: { start: { line: 2, column: 10 }, end: { line: 2, column: 26 } },
    symbol: "isExpired",
    mutator: "EqualityOperator",
    original: "now >= expiresAt",
    replacement: "now > expiresAt",
  });
});

/** [original within «», replacement, mutator, what comes of it]. */
type Case = [text: string, replacement: string, expected: string, mutator?: string | undefined, file?: string];

const CASES: Record<string, Case> = {
  "an expression takes the place of another": ["x = «a >= b»;", "a > b", "x = a > b;"],
  "a word needs no parentheses": ["x = «a && b» && c;", "true", "x = true && c;"],
  "a text needs none": ["x = «`a`» + c;", "``", "x = `` + c;"],
  "a weaker operator comes in parentheses": ["x = «a && b» && c;", "a || b", "x = (a || b) && c;"],
  "one that is read alike comes without": ["x = «a && b» || c;", "a || b", "x = a || b || c;"],
  "a method taken from an expression leaves it whole": ["x = «(a || b).trim()» + c;", "a || b", "x = (a || b) + c;"],
  "a not taken away leaves an expression whole": ["x = «!(a || b)» && c;", "a || b", "x = (a || b) && c;"],
  "two signs stay two": ["x = a +«-b»;", "+b", "x = a +(+b);"],
  "what cannot be mixed comes in parentheses": ["x = «a ?? b» ?? c;", "a && b", "x = (a && b) ?? c;"],
  "a type stays with its expression": ["x = c + «(a as B).trim()»;", "a as B", "x = c + (a as B);"],
  "an arrow as a body": ["f(() => «a && b»);", "a || b", "f(() => a || b);"],
  "an object in its own parentheses": ["f = () => («{ a }»);", "{}", "f = () => ({});"],
  "a block stays a block": ["f = () => «{ a(); }»;", "{}", "f = () => {};", "BlockStatement"],
  "a case is no expression": ["switch (a) { «case 1: b();» }", "case 1:", "switch (a) { case 1: }"],
  "a loop is no expression": ["«for (;;) { a(); }»", "for (; false;) {\n  a();\n}", "for (; false;) {\n  a();\n}"],
  "several lines become one": ["x =\n  «a &&\n  b»;\ny();\n", "a || b", "x =\n  a || b;\ny();\n"],
  "one line becomes several": ["x = «f(a)»;\r\ny();\r\n", "f(\n  b,\n)", "x = f(\n  b,\n);\r\ny();\r\n"],
  "the last line has no end": ["x = 1;\nx = «a»", "b", "x = 1;\nx = b"],
  "the first character goes": ["«!a»;\n", "a", "a;\n"],
  "a big number and a regular expression are no hindrance": ["x = [1n, /a/g, «a && b» && c];", "a || b", "x = [1n, /a/g, (a || b) && c];"],
  "what cannot be parsed is left as it is": ["x = ( «a && b» && c;", "a || b", "x = ( a || b && c;"],
  "a language that the parser does not read is left as it is": [
    "x = «a && b» && c;",
    "a || b",
    "x = a || b && c;",
    "LogicalOperator",
    "a.vue",
  ],
};

function mutantOf([text, replacement, , mutator = "Any", file = "a.ts"]: Case) {
  const [before = "", original = "", after = ""] = text.split(/[«»]/);
  const places = [before, before + original]
    .map((each) => each.split("\n"))
    .map((lines) => ({ line: lines.length, column: (lines.at(-1) as string).length + 1 }));
  const [start, end] = places as [(typeof places)[0], (typeof places)[0]];
  return { text: before + original + after, mutant: { file: asRepoPath(file), range: { start, end }, mutator, replacement } };
}

describe("a mutated text", () => {
  it.each(Object.entries(CASES))("%s", (_sentence, each) => {
    const { text, mutant } = mutantOf(each);
    expect(mutatedText(text, mutant)).toBe(each[2]);
  });

  it("is what git makes of the survivor's diff", () => {
    const all = Object.values(CASES).map((each, index) => {
      const { text, mutant } = mutantOf([
        each[0],
        each[1],
        each[2],
        each[3],
        `src/${String(index)}${/\.\w+$/.exec(each[4] ?? "a.ts")?.[0] ?? ""}`,
      ]);
      return { text, expected: each[2], mutant };
    });
    using repo = createTempRepo(Object.fromEntries(all.map(({ text, mutant }) => [mutant.file, text])));
    const diffs = all.map(({ text, mutant }) => {
      const result = { ...RESULT, ...mutant };
      return survivorOf({ package: "p", result, text, nearestTest: null, changedInDiff: null, verified: null }).diff;
    });
    repo.write({ "all.patch": diffs.join("") });
    repo.git("apply", "--whitespace=nowarn", "all.patch");
    expect(all.map(({ mutant }) => readFileSync(repo.path(mutant.file), "utf8"))).toEqual(all.map(({ expected }) => expected));
  });
});
