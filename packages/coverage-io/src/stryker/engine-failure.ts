/** What Stryker says when it fails → our errors. Pure. */
import { DATA, ENVIRONMENT, IoError } from "../io-error.js";

export interface EngineFault {
  /** Stryker's last word. */
  readonly message: string;
  /** What it logged in this call. */
  readonly log: string;
  readonly testCommand?: string | undefined;
}

/** @returns BASELINE_FAILED where tests fail without any mutant, else STRYKER_FAILED with the last lines of the log. */
export function engineFailure(fault: EngineFault): IoError {
  const said = `${fault.message}\n${fault.log}`;
  if (/No tests were executed/.test(said)) return noTests(fault);
  if (/in the initial test run|Initial test run timed out/.test(said)) return baselineFailed(fault);
  const message = [fault.message, ...lastLinesOf(fault.log)].join("\n");
  return new IoError({ code: "STRYKER_FAILED", message, hint: fault.testCommand ?? "run the package's tests", exitCode: ENVIRONMENT });
}

const NO_TESTS = "STRYKER_NO_TESTS";

function noTests({ message, testCommand = "run the package's tests" }: EngineFault): IoError {
  return new IoError({ code: NO_TESTS, message: `no test runs any of the files: ${message}`, hint: testCommand, exitCode: DATA });
}

/** Says nothing against the tests: nobody wrote one for these files. */
export function isLackOfTests(error: unknown): boolean {
  return error instanceof IoError && error.code === NO_TESTS;
}

function baselineFailed({ message, log, testCommand = "run the package's tests" }: EngineFault): IoError {
  const failed = failedTestsIn(log);
  const told = failed.length > 0 ? failed : lastLinesOf(log);
  const lines = [`the tests fail without any mutant: ${message}`, ...told];
  return new IoError({ code: "BASELINE_FAILED", message: lines.join("\n"), hint: testCommand, exitCode: DATA });
}

/** A test's name stands behind one tab, what it says behind two, over as many lines as it has. */
function failedTestsIn(log: string): string[] {
  const block =
    /One or more tests (?:failed in the initial test run|resulted in an error):\r?\n((?:(?!\d\d:\d\d:\d\d \().*(?:\r?\n|$))*)/.exec(
      log,
    )?.[1];
  return (block ?? "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.replace(/^\t/, "").replaceAll("\t", "  "))
    .slice(0, MOST_LINES);
}

const MOST_LINES = 20;

function lastLinesOf(log: string): string[] {
  return log
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(-MOST_LINES);
}
