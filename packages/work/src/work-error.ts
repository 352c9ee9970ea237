import { BandlineError, EXIT, type ExitCode, type Failure } from "bandline/command";

/** What is wrong with one place of one file. */
export interface Problem {
  /** Relative to the repository. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly field: string | null;
  readonly message: string;
}

/** Files that cannot be used as they are, each with every problem it has. */
export class WorkFilesError extends BandlineError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super({
      code: "STORY_MALFORMED",
      message: problems.map(told).join("\n"),
      hint: "correct the lines that are named, then: pnpm work validate",
      exitCode: EXIT.usage,
    });
    this.problems = problems;
  }
}

export function told({ file, line, field, message }: Problem): string {
  return `${file}:${line}${field === null ? "" : ` ${field}`}: ${message}`;
}

export function failure(code: string, message: string, hint: string, exitCode: ExitCode = EXIT.usage): BandlineError {
  const said: Failure = { code, message, hint, exitCode };
  return new BandlineError(said);
}
