import type { RepoPath } from "../path/repo-path.js";

export type Outcome = "passed" | "failed" | "not-run";

/** The tests of one package, run once in the order that a seed made. */
export interface PackageRun {
  readonly package: string;
  readonly seed: number;
  /** Whether the runner ended without a fault. */
  readonly isGreen: boolean;
  /** What it said last, for a fault that belongs to no test. */
  readonly said: string;
  /** null where it wrote no report: it crashed, or could not begin. */
  readonly files: readonly FileRun[] | null;
}

export interface FileRun {
  readonly file: RepoPath;
  /** Why the file failed where no test of it did; null where it did not. */
  readonly fault: string | null;
  readonly tests: readonly TestOutcome[];
}

export interface TestOutcome {
  /** Suites and title, joined by ` > `. */
  readonly name: string;
  readonly outcome: Outcome;
  /** "" where it did not fail. */
  readonly message: string;
}

/** A file run alone after the others, with a seed of theirs. */
export interface LoneRun {
  readonly file: string;
  readonly run: PackageRun;
}
