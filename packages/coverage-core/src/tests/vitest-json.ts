/** What vitest's and Jest's JSON reporters write. Its sums are not asked: tests are counted. */
import { z } from "zod";
import { shaped } from "../formats/json.js";
import { isRecord } from "../formats/records.js";
import type { TestFacts } from "./test-facts.js";

/** A test file; times are milliseconds since the epoch. */
const file = z.looseObject({
  status: z.string().optional(),
  startTime: z.number().optional(),
  endTime: z.number().optional(),
  assertionResults: z.array(z.looseObject({ status: z.string() })),
});
type TestFile = z.infer<typeof file>;

/** @returns undefined for any other JSON. @throws BandlineError REPORT_MALFORMED. */
export function readVitestJson(value: unknown, name: string): TestFacts | undefined {
  if (!isRecord(value) || typeof value["numTotalTests"] !== "number" || !Array.isArray(value["testResults"])) return undefined;
  const files = shaped(z.array(file), value["testResults"], name, ["testResults"], "what vitest's json reporter writes");
  const statuses = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  const broken = files.filter(isBroken).length;
  const durationMs = files.reduce((sum, { startTime = 0, endTime = 0 }) => sum + Math.max(0, endTime - startTime), 0);
  return {
    count: passed + failed + broken,
    failed: failed + broken,
    skipped: statuses.length - passed - failed,
    durationMs: Math.round(durationMs),
  };
}

/** It failed, and no test of it did: it could not be loaded, or a hook failed. vitest's JUnit has a failed test in its place. */
function isBroken({ status, assertionResults }: TestFile): boolean {
  return status === "failed" && assertionResults.every((test) => test.status !== "failed");
}
