import type { MutantStatus } from "@repo/coverage-core";
import { expect, it } from "vitest";
import { LEFT_OUT } from "./choose.js";
import { parseDiscovery, parseResults, testOf, type StrykerMutant } from "./parse-results.js";
import { uncoveredResults } from "./uncovered-results.js";

const location = { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } };
const base: StrykerMutant = { location, mutatorName: "BlockStatement", replacement: "{}" };
const mutant = { file: "src/a.ts", range: location, mutator: "BlockStatement", replacement: "{}" };
const files = (...mutants: StrykerMutant[]) => ({ files: { "src/a.ts": { mutants } } });

it.each<[string, MutantStatus]>([
  ["Killed", "killed"],
  ["Timeout", "timeout"],
  ["Survived", "survived"],
  ["NoCoverage", "noCoverage"],
  ["Ignored", "ignored"],
  ["CompileError", "compileError"],
  ["RuntimeError", "runtimeError"],
  ["Pending", "notRun"],
])("Stryker's %s is %s", (status, expected) => {
  expect(parseResults(files({ ...base, status }))).toMatchObject([{ status: expected }]);
});

it("a result has all that Stryker says", () => {
  const said = { status: "Killed", statusReason: "expected", coveredBy: ["src/a.test.ts#a # b"], testsCompleted: 2, static: true };
  const coveredBy = [{ file: "src/a.test.ts", test: "a # b" }];
  const expected = { ...mutant, status: "killed", reason: "expected", coveredBy, testsCompleted: 2, isStatic: true };
  expect(parseResults(files({ ...base, ...said }))).toMatchObject([expected]);
});

it("a result says null of what Stryker does not say", () => {
  const expected = { ...mutant, status: "notRun", reason: null, coveredBy: [], testsCompleted: null, isStatic: false };
  expect(parseResults(files(base))).toMatchObject([expected]);
});

it("a mutant that our checker left out has no result; one that does not compile has", () => {
  const status = "CompileError";
  const results = parseResults(files({ ...base, status, statusReason: LEFT_OUT }, { ...base, status, statusReason: "TS2322" }));
  expect(results.map(({ reason }) => reason)).toEqual(["TS2322"]);
});

it("a status that nobody knows is an error", () => {
  expect(() => parseResults(files({ ...base, status: "Eaten" }))).toThrow("a status that bandline does not know: Eaten");
});

it("discovered mutants say why none will run them, and then count as ignored, or as not covered", () => {
  const found = parseDiscovery(files(base, { ...base, status: "Ignored", statusReason: "by a comment" }, { ...base, status: "Ignored" }));
  expect(found).toEqual([
    { ...mutant, ignored: null },
    { ...mutant, ignored: "by a comment" },
    { ...mutant, ignored: "the configuration ignores it" },
  ]);
  expect(uncoveredResults(found).map(({ status, reason }) => [status, reason])).toEqual([
    ["noCoverage", null],
    ["ignored", "by a comment"],
    ["ignored", "the configuration ignores it"],
  ]);
});

it("a test without a file is still named", () => expect(testOf("a test")).toEqual({ file: "", test: "a test" }));
