/** What the readers of reports other than lcov share. */
import { EXIT } from "../contract/exit-code.js";
import { BandlineError, type Notice } from "../failure.js";
import type { FileCoverage } from "../lcov/model.js";
import type { StatedCounts } from "../summary/tally.js";

/** Names that `--format-in` takes. */
export const REPORT_FORMATS = [
  "lcov",
  "istanbul",
  "coverage-py",
  "cobertura",
  "jacoco",
  "clover",
  "go-coverprofile",
  "simplecov",
  "llvm-cov",
] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Every format but lcov, which has a reader of its own because it is read in pieces. */
export type OtherFormat = Exclude<ReportFormat, "lcov">;

/** The report being read: its path, for errors, and where notices go. */
export interface ReportContext {
  readonly name: string;
  readonly warn: (notice: Notice) => void;
}

/** What a reader finds in a report. */
export interface ReadFiles {
  /** One entry a file, in paths of the report. */
  readonly files: readonly FileCoverage[];
  /** By file, where the format counts what it gives no place, such as statements. */
  readonly stated?: ReadonlyMap<string, StatedCounts>;
  /** By file, how many of the lines that ran the producer counts nowhere, as coverage.py those of docstrings; the source tells which. */
  readonly uncounted?: ReadonlyMap<string, number>;
  /** Folders that relative paths are meant in, in the order in which they are to be tried. */
  readonly roots?: readonly string[];
}

/** A report that cannot be used: exit 3. The message begins with the place. */
export function reportError(
  code: string,
  message: string,
  hint = "run the tests again with coverage: pnpm test --coverage",
): BandlineError {
  return new BandlineError({ code, message, hint, exitCode: EXIT.data });
}

/** Texts that come from outside and go into an error. */
export function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
