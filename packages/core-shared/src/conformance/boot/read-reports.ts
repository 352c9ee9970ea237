/** A feature's reports, read from disk. */
import { dirname, join } from "node:path";
import { reportFault } from "./conformance-error.js";
import { readLcov, type FileHits } from "./read-lcov.js";
import { textOf } from "./read-file.js";
import { readStatements, uniteStatements, type Statements } from "./read-statements.js";

/** What all reports together say of the package's files, by the path in it. */
export interface ReportedHits {
  readonly files: ReadonlyMap<string, FileHits>;
  /** Where a report's coverage-final.json speaks of the file. */
  readonly statements: ReadonlyMap<string, Statements>;
  /** Whether each report that speaks of a file has its statements: those of some of the runs say nothing. */
  readonly isWhole: (file: string) => boolean;
  /** A path that a report has and that is none of the package's, for a message; undefined where each is. */
  readonly foreign: string | undefined;
}

/**
 * @param paths absolute. @param rerun the command that makes the reports anew.
 * @throws FaultFound REPORT_MISSING, or for what cannot be read as lcov.
 */
export function readReports(paths: readonly string[], ownPath: (reported: string) => string | undefined, rerun: string): ReportedHits {
  const files = new Map<string, FileHits>();
  const statements = new Map<string, Statements>();
  const spoken = new Map<string, number>();
  const stated = new Map<string, number>();
  let foreign: string | undefined;
  for (const path of paths) {
    const seen = new Set<string>();
    const fileOf = (reported: string) => {
      const own = ownPath(reported);
      if (own === undefined) foreign ??= reported;
      else seen.add(own);
      return own;
    };
    const text = textOf(path);
    if (text === undefined) throw reportFault("REPORT_MISSING", `there is no report ${path}`, rerun);
    readLcov({ text, path, rerun }, fileOf, files);
    for (const file of seen) spoken.set(file, (spoken.get(file) ?? 0) + 1);
    for (const [reported, hits] of statementsBeside(path, rerun)) {
      const own = ownPath(reported);
      if (own === undefined) continue;
      stated.set(own, (stated.get(own) ?? 0) + 1);
      const known = statements.get(own);
      statements.set(own, known === undefined ? hits : uniteStatements(known, hits));
    }
  }
  return { files, statements, isWhole: (file) => stated.get(file) === spoken.get(file), foreign };
}

function statementsBeside(report: string, rerun: string): ReadonlyMap<string, Statements> {
  const path = join(dirname(report), "coverage-final.json");
  const text = textOf(path);
  const statements = text === undefined ? new Map<string, Statements>() : readStatements(text);
  if (statements === undefined) throw reportFault("REPORT_MALFORMED", `${path}: expected istanbul's coverage-final.json`, rerun);
  return statements;
}
