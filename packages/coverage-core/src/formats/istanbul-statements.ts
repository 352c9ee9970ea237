import { z } from "zod";
import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import type { StatementCounts } from "../summary/summarize.js";
import { statementsOf } from "../summary/unite-stated.js";

const position = z.object({ line: z.number(), column: z.unknown() });
const statementRange = z.object({ start: position, end: position.optional() });

/** The part of istanbul's `coverage-final.json` that lcov has no place for. */
const coverageFinal = z.record(
  z.string(),
  z.object({ s: z.record(z.string(), z.number()), statementMap: z.record(z.string(), statementRange).optional() }),
);

/**
 * Statement counts by file, in the paths of the report; with their places where the report has them.
 * @throws BandlineError REPORT_MALFORMED where the text is no `coverage-final.json`.
 */
export function parseIstanbulStatements(text: string, name: string): Map<string, StatementCounts> {
  const parsed = coverageFinal.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new BandlineError({
      code: "REPORT_MALFORMED",
      message: `${name}: expected istanbul's coverage-final.json`,
      hint: "run the tests again with coverage: pnpm test --coverage",
      exitCode: EXIT.data,
    });
  }
  return new Map(Object.entries(parsed.data).map(([file, { s, statementMap }]) => [file, statementsOf(s, statementMap)]));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
