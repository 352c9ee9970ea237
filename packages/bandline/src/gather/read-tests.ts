import { dirname, join } from "node:path";
import { BandlineError, EXIT, type TestFacts } from "@repo/coverage-core";
import { readIfThere } from "@repo/coverage-io";
import type { ReportFile } from "./find-reports.js";

/** The part of vitest's JSON reporter that is used; times are milliseconds since the epoch. */
interface VitestJson {
  readonly numTotalTests?: number;
  readonly testResults?: readonly { readonly startTime?: number; readonly endTime?: number }[];
}

/** @returns how many tests made the report, and how long their files took together; undefined where nobody recorded it. @throws BandlineError REPORT_MALFORMED. */
export async function readTests(report: ReportFile): Promise<TestFacts | undefined> {
  const path = join(dirname(report.path), "tests.json");
  const bytes = await readIfThere(path);
  if (bytes === undefined) return undefined;
  const { numTotalTests = 0, testResults = [] } = vitestJson(bytes.toString("utf8"), path);
  const durationMs = testResults.reduce((sum, { startTime = 0, endTime = 0 }) => sum + Math.max(0, endTime - startTime), 0);
  return { count: numTotalTests, durationMs: Math.round(durationMs) };
}

function vitestJson(text: string, name: string): VitestJson {
  try {
    return Object(JSON.parse(text)) as VitestJson;
  } catch {
    throw new BandlineError({
      code: "REPORT_MALFORMED",
      message: `${name}: expected what vitest's json reporter writes`,
      hint: "pnpm test --coverage",
      exitCode: EXIT.data,
    });
  }
}
