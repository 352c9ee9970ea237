import { z } from "zod";
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";

/** The part of istanbul's `coverage-final.json` that lcov has no place for. */
const coverageFinal = z.record(z.string(), z.object({ s: z.record(z.string(), z.number()) }));

/**
 * Statement counts by file, in the paths of the report.
 * @throws BandlineError REPORT_MALFORMED where the text is no `coverage-final.json`.
 */
export function parseIstanbulStatements(text: string, name: string): Map<string, { covered: number; total: number }> {
  const parsed = coverageFinal.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new BandlineError({
      code: "REPORT_MALFORMED",
      message: `${name}: expected istanbul's coverage-final.json`,
      hint: "run the tests again with coverage: pnpm test --coverage",
      exitCode: EXIT.data,
    });
  }
  return new Map(
    Object.entries(parsed.data).map(([file, { s }]) => {
      const hits = Object.values(s);
      return [file, { covered: hits.filter((count) => count > 0).length, total: hits.length }];
    }),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
