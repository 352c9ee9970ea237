import { EXIT } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import type { StatementCounts } from "../summary/tally.js";
import { statementsOf } from "../summary/unite-stated.js";
import { jsonOf, recordOf } from "../json-value.js";

/**
 * Statement counts by file, in the paths of the report; with their places where the report has them.
 * @throws BandlineError REPORT_MALFORMED where the text is no `coverage-final.json`.
 */
export function parseIstanbulStatements(text: string, name: string): Map<string, StatementCounts> {
  const files = recordOf(jsonOf(text));
  if (files === undefined) throw malformed(name);
  return new Map(
    Object.entries(files).map(([file, coverage]) => {
      const { s: statements, statementMap } = recordOf(coverage) ?? {};
      if (!isCounts(statements)) throw malformed(name);
      return [file, statementsOf(statements, recordOf(statementMap))];
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
function isCounts(statements: unknown): statements is Record<string, number> {
  const counts = recordOf(statements);
  return counts !== undefined && Object.values(counts).every(Number.isFinite);
}
