/** Coverage of one file, as every reader of reports gives it. Counts are executions, 0 or more. */
export interface FileCoverage {
  /** As the report says it, until a joiner has turned it into a RepoPath. */
  readonly file: string;
  /** Executions by line, 1-based; at 0 stands what has no line. A line that is absent is not executable. */
  readonly lines: ReadonlyMap<number, number>;
  /** In the order of line and name; identified by both. */
  readonly functions: readonly FunctionHits[];
  /** In the order of line, block and arm; identified by all three. */
  readonly branches: readonly ArmHits[];
}

export interface FunctionHits {
  readonly name: string;
  readonly line: number;
  readonly endLine: number | null;
  readonly hits: number;
}

export interface ArmHits {
  readonly line: number;
  /** lcov's block, with its `e` where the arm is an exception's. */
  readonly block: string;
  /** lcov's branch: a number, or in lcov 2 an expression. */
  readonly arm: string;
  /** null where the condition itself never ran (`-` in lcov). */
  readonly taken: number | null;
}
