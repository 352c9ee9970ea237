/** L3: what a mutant is, before and after its tests. */
import type { MutantStatus } from "../contract/names.js";
import type { RepoPath } from "../path/repo-path.js";

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `end` is behind the last character. Columns count UTF-16 code units, as Stryker's report does. */
export interface MutantRange {
  readonly start: Position;
  readonly end: Position;
}

/** One change that tests should notice: the text of `range` becomes `replacement`. */
export interface Mutant {
  readonly file: RepoPath;
  readonly range: MutantRange;
  /** Stryker's name for the kind of change, such as EqualityOperator. */
  readonly mutator: string;
  readonly replacement: string;
}

/** A mutant that can be named: the key stays the same when lines move or other code changes. */
export interface KeyedMutant extends Mutant {
  readonly key: string;
  /** The function, method, class or constant around it, outer ones first, with dots; null at the top of a module. */
  readonly symbol: string | null;
  /** The text of `range`. */
  readonly original: string;
}

/** A test by its file and its full name. */
export interface TestName {
  readonly file: RepoPath;
  readonly test: string;
}

/** What a run says of a mutant. */
export interface MutantOutcome {
  readonly status: MutantStatus;
  /** The runner's own words; null where it has none. */
  readonly reason: string | null;
  /** Empty where nobody knows, and for a static mutant: it runs while modules load, so every test may notice. */
  readonly coveredBy: readonly TestName[];
  /** null where the runner does not say. */
  readonly testsCompleted: number | null;
  readonly isStatic: boolean;
}

export interface MutantResult extends KeyedMutant, MutantOutcome {}
