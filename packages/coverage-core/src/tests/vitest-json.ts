/** What vitest's and Jest's JSON reporters write. Its sums are not asked: tests are counted. */
import { reportError } from "../formats/model.js";
import { isRecord } from "../json-value.js";
import type { TestFacts } from "./test-facts.js";

/** A test file. */
interface TestFile {
  readonly hasFailed: boolean;
  readonly durationMs: number;
  /** `passed`, `failed`, or one of many words for what did not run. */
  readonly statuses: readonly unknown[];
}

/** @returns undefined for any other JSON. @throws BandlineError REPORT_MALFORMED. */
export function readVitestJson(value: unknown, name: string): TestFacts | undefined {
  if (!isRecord(value) || typeof value["numTotalTests"] !== "number" || !Array.isArray(value["testResults"])) return undefined;
  const files = value["testResults"].map((file, index) => testFile(file, `${name}: testResults[${index}]`));
  const statuses = files.flatMap((file) => file.statuses);
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  const broken = files.filter(isBroken).length;
  return {
    count: passed + failed + broken,
    failed: failed + broken,
    skipped: statuses.length - passed - failed,
    durationMs: Math.round(files.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

/** Its times are milliseconds since the epoch; one that is not stated is no time. */
function testFile(file: unknown, place: string): TestFile {
  const { status, assertionResults, startTime, endTime } = isRecord(file) ? file : {};
  if (!Array.isArray(assertionResults)) throw reportError("REPORT_MALFORMED", `${place}: expected a test file with its assertionResults`);
  const time = typeof startTime === "number" && typeof endTime === "number" ? endTime - startTime : 0;
  return {
    hasFailed: status === "failed",
    durationMs: Math.max(0, time),
    statuses: assertionResults.map((test: unknown) => (isRecord(test) ? test["status"] : undefined)),
  };
}

/** It failed, and no test of it did: it could not be loaded, or a hook failed. vitest's JUnit has a failed test in its place. */
function isBroken({ hasFailed, statuses }: TestFile): boolean {
  return hasFailed && !statuses.includes("failed");
}
