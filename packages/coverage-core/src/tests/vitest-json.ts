/** What vitest's and Jest's JSON reporters write. Its sums are not asked: tests are counted. */
import { reportError } from "../formats/model.js";
import { isRecord } from "../json-value.js";
import type { SingleTest } from "./single-tests.js";
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
  const files = filesIn(value)?.map((file, index) => testFile(file, `${name}: testResults[${index}]`));
  if (files === undefined) return undefined;
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

function filesIn(value: unknown): readonly unknown[] | undefined {
  if (!isRecord(value) || typeof value["numTotalTests"] !== "number" || !Array.isArray(value["testResults"])) return undefined;
  return value["testResults"] as readonly unknown[];
}

/** Each test by itself, in the order of the report. A file of which no test can be told, because it could not be loaded, has none. */
export function vitestTests(value: unknown): SingleTest[] | undefined {
  return filesIn(value)?.flatMap((file) => {
    const { name, assertionResults } = isRecord(file) ? file : {};
    if (!Array.isArray(assertionResults)) return [];
    return assertionResults.filter(isRecord).map((test: Readonly<Record<string | symbol, unknown>>): SingleTest => {
      const { fullName, title, duration, status } = test;
      return {
        file: typeof name === "string" ? name : null,
        name: typeof fullName === "string" ? fullName : typeof title === "string" ? title : "",
        durationMs: typeof duration === "number" ? Math.max(0, duration) : null,
        outcome: status === "passed" || status === "failed" ? status : "skipped",
      };
    });
  });
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
