import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";

/**
 * Statement counts by file, in the paths of the report.
 * @throws BandlineError REPORT_MALFORMED where the text is no `coverage-final.json`.
 */
export function parseIstanbulStatements(text: string, name: string): Map<string, { covered: number; total: number }> {
  const files = recordOf(jsonOf(text));
  if (files === undefined) throw malformed(name);
  return new Map(
    Object.entries(files).map(([file, coverage]) => {
      const hits = countsIn(recordOf(coverage)?.["s"]);
      if (hits === undefined) throw malformed(name);
      return [file, { covered: hits.filter((count) => count > 0).length, total: hits.length }];
    }),
  );
}

function malformed(name: string): BandlineError {
  return new BandlineError({
    code: "REPORT_MALFORMED",
    message: `${name}: expected istanbul's coverage-final.json`,
    hint: "run the tests again with coverage: pnpm test --coverage",
    exitCode: EXIT.data,
  });
}

/** The part of istanbul's `coverage-final.json` that lcov has no place for: counts by the statement's number. */
function countsIn(statements: unknown): number[] | undefined {
  const counts = recordOf(statements);
  return counts !== undefined && Object.values(counts).every(Number.isFinite) ? (Object.values(counts) as number[]) : undefined;
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
