import { describe, expect, it } from "vitest";
import type { MutantStatus } from "../contract/names.js";
import { asRepoPath } from "../path/repo-path.js";
import { resultAt } from "./__fixtures__/mutants.js";
import { judgeTrust } from "./judge-trust.js";
import type { MutantResult } from "./model.js";

const TESTS = [{ file: asRepoPath("a.test.ts"), test: "t" }];
const NO_TEST = "it survived, but no test ran to its end";
const UNKNOWN = "it survived, but the runner does not say that a test ran";
const NO_KILL = "it was killed, but no test ran to its end";

/** @param reason null where the result is to stay as it is. */
function check(status: MutantStatus, more: Partial<MutantResult>, reason: string | null): void {
  const result = resultAt("1:1-2", status, { reason: "the runner's", ...more });
  const expected = reason === null ? result : { ...result, status: "inconclusive", reason };
  expect(judgeTrust([result])).toEqual([expected]);
}

describe("trust in one result", () => {
  it.each<[string, MutantStatus, Partial<MutantResult>, string | null]>([
    ["a survivor that a test ran stays one", "survived", { testsCompleted: 1, coveredBy: TESTS }, null],
    ["a survivor that no test ran is none", "survived", { testsCompleted: 0 }, NO_TEST],
    ["a survivor that no test ran, though tests cover it, is none", "survived", { testsCompleted: 0, coveredBy: TESTS }, NO_TEST],
    [
      "a survivor of which the runner does not say, with tests that cover it, is none",
      "survived",
      { testsCompleted: null, coveredBy: TESTS },
      UNKNOWN,
    ],
    ["a survivor of which nobody says anything stays one", "survived", { testsCompleted: null }, null],
    ["a killed one that a test ran stays one", "killed", { testsCompleted: 1, coveredBy: TESTS }, null],
    ["a killed one that no test ran, though tests cover it, is none", "killed", { testsCompleted: 0, coveredBy: TESTS }, NO_KILL],
    ["a killed one that no test covers stays one: it may break while modules load", "killed", { testsCompleted: 0 }, null],
    ["a killed one of which the runner does not say stays one", "killed", { testsCompleted: null, coveredBy: TESTS }, null],
    ["a timeout stays one", "timeout", { testsCompleted: 0, coveredBy: TESTS }, null],
    ["one without coverage stays so", "noCoverage", { testsCompleted: 0 }, null],
  ])("%s", (_sentence, status, more, reason) => check(status, more, reason));
});

describe("trust in timeouts", () => {
  const results = (timeouts: number, others: Partial<Record<MutantStatus, number>>) =>
    Object.entries({ ...others, timeout: timeouts }).flatMap(([status, count]) =>
      Array.from({ length: count }, () => resultAt("1:1-2", status as MutantStatus)),
    );

  it.each<[string, number, Partial<Record<MutantStatus, number>>, boolean]>([
    ["fewer than five are no flood, even where all time out", 4, {}, false],
    ["five of five are one", 5, {}, true],
    ["a third is none", 5, { killed: 8, survived: 2 }, false],
    ["more than a third is one", 5, { killed: 7, survived: 2 }, true],
    ["what did not run does not hide one", 5, { killed: 9, noCoverage: 9, ignored: 9, notRun: 9, compileError: 9 }, true],
  ])("%s", (_sentence, timeouts, others, flood) => {
    const judged = judgeTrust(results(timeouts, others));
    const inconclusive = judged.filter(({ status }) => status === "inconclusive");
    expect(inconclusive).toHaveLength(flood ? timeouts : 0);
    expect(judged.filter(({ status }) => status === "killed")).toHaveLength(others.killed ?? 0);
  });

  it("a flood is told with its size", () => {
    expect(judgeTrust(results(6, { killed: 4, noCoverage: 3 })).at(-1)).toMatchObject({
      status: "inconclusive",
      reason: "6 of 10 mutants that ran timed out",
    });
  });
});
