import { expect, it } from "vitest";
import { engineFailure, isLackOfTests, type EngineFault } from "./engine-failure.js";

const FAILED = `13:51:25 (42) WARN ProjectReader something else
13:51:26 (42) ERROR DryRunExecutor One or more tests failed in the initial test run:
\ta grade is high
\t\texpected true to be false
  with a second line
13:51:26 (42) ERROR Stryker There were failed tests in the initial test run.
`;

function check(fault: EngineFault, expected: { code: string; exitCode: number; message: string; hint?: string }): void {
  const { code, exitCode, message, hint } = engineFailure(fault);
  expect({ code, exitCode, message, ...(expected.hint === undefined ? {} : { hint }) }).toEqual(expected);
}

const tests = "There were failed tests in the initial test run.";
const wrong = "Something went wrong in the initial test run";

it.each<[string, EngineFault, { code: string; exitCode: number; message: string; hint?: string }]>([
  [
    "tests that fail, with their names and what they say",
    { message: tests, log: FAILED, testCommand: "pnpm test" },
    {
      code: "BASELINE_FAILED",
      exitCode: 3,
      message: `the tests fail without any mutant: ${tests}\na grade is high\n  expected true to be false\n  with a second line`,
      hint: "pnpm test",
    },
  ],
  [
    "an error outside of tests",
    { message: wrong, log: "1 ERROR DryRunExecutor One or more tests resulted in an error:\n\tAn error occurred\n" },
    {
      code: "BASELINE_FAILED",
      exitCode: 3,
      message: `the tests fail without any mutant: ${wrong}\nAn error occurred`,
      hint: "run the package's tests",
    },
  ],
  [
    "tests that take too long, with the last lines of the log",
    { message: wrong, log: "1 ERROR DryRunExecutor Initial test run timed out!\n\n" },
    {
      code: "BASELINE_FAILED",
      exitCode: 3,
      message: `the tests fail without any mutant: ${wrong}\n1 ERROR DryRunExecutor Initial test run timed out!`,
    },
  ],
  [
    "no test at all",
    { message: "No tests were executed. Stryker will exit prematurely.", log: "" },
    {
      code: "STRYKER_NO_TESTS",
      exitCode: 3,
      message: "no test runs any of the files: No tests were executed. Stryker will exit prematurely.",
    },
  ],
  [
    "anything else, with the last lines of the log",
    { message: "Stryker ended with 1", log: Array.from({ length: 30 }, (_, index) => `line ${index}\r\n`).join("") },
    {
      code: "STRYKER_FAILED",
      exitCode: 4,
      message: ["Stryker ended with 1", ...Array.from({ length: 20 }, (_, index) => `line ${index + 10}`)].join("\n"),
      hint: "run the package's tests",
    },
  ],
  [
    "anything else, with the command",
    { message: "x", log: "", testCommand: "pnpm test" },
    { code: "STRYKER_FAILED", exitCode: 4, message: "x", hint: "pnpm test" },
  ],
])("Stryker fails by %s", (_sentence, fault, expected) => check(fault, expected));

it("a lack of tests is told apart from other failures", () => {
  const lack = engineFailure({ message: "x", log: "No tests were executed" });
  expect([lack, engineFailure({ message: "x", log: "" }), new Error("x")].map(isLackOfTests)).toEqual([true, false, false]);
});
