/** Can a line run, did it, and why: in the words of the source and of the report. */
import type { FileCoverage } from "../lcov/model.js";
import type { FilePolicy } from "../policy/file-policy.js";
import { describeLine } from "../source/describe-line.js";
import { isReadableSource } from "../source/parse-source.js";
import { executionsOf, possiblyExecutable } from "./executable-lines.js";
import type { SourceState } from "./model.js";

export interface Execution {
  readonly executable: boolean;
  /** Where the statement begins whose count speaks for the line; null where nothing on the line can run. */
  readonly statementLine: number | null;
  /** null where no count speaks for the line. */
  readonly hits: number | null;
  readonly why: string;
}

export interface LineOfFile {
  readonly file: string;
  readonly line: number;
  readonly policy: FilePolicy;
  /** undefined where the file is in no report. */
  readonly coverage: FileCoverage | undefined;
  /** undefined where the file cannot be read as text. */
  readonly source: SourceState | undefined;
}

/** Of a stale file only the source speaks: the report's lines are those of another text. */
export function executionOf(at: LineOfFile): Execution {
  const { coverage, source } = at;
  if (coverage === undefined) return bySource(at, "the file is in no report");
  if (source?.freshness === "stale") return bySource(at, "the report speaks of another text");
  return byReport(at, coverage);
}

function byReport(at: LineOfFile, coverage: FileCoverage): Execution {
  const { line, source } = at;
  const statement = source?.facts?.statementAt.get(line);
  const hits = executionsOf([line], coverage, source).get(line);
  if (hits !== undefined && coverage.lines.has(line)) {
    return { executable: true, statementLine: line, hits, why: "the report has a DA for the line" };
  }
  const why = reasonOf(at, statement);
  if (hits !== undefined && statement !== undefined) return { executable: true, statementLine: statement, hits, why };
  return { executable: false, statementLine: null, hits: null, why: `${why}; no DA in the report` };
}

function bySource(at: LineOfFile, withoutCounts: string): Execution {
  const { file, line, source, policy } = at;
  const statement = source?.facts?.statementAt.get(line);
  const why = reasonOf(at, statement);
  if (policy.exempt !== null && !isReadableSource(file)) return { executable: false, statementLine: null, hits: null, why };
  const executable = source === undefined || possiblyExecutable([line], source).length > 0;
  if (!executable) return { executable, statementLine: null, hits: null, why };
  return { executable, statementLine: statement ?? line, hits: null, why: `${why}; ${withoutCounts}` };
}

function reasonOf({ file, line, source }: LineOfFile, statement: number | undefined): string {
  if (source === undefined) return "the file cannot be read";
  if (statement !== undefined) return statement === line ? "a statement" : `inside the statement that begins at line ${statement}`;
  if (isReadableSource(file)) return describeLine(file, source.text, line);
  return source.text.split("\n")[line - 1]?.trim() === "" ? "a blank line" : "a line of a language that is not parsed";
}
