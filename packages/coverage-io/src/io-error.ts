import type { ExitCode, Failure } from "@repo/coverage-core";

/** The outside world refused. Same shape as the core's errors, which are types here and never imported as values. */
export class IoError extends Error implements Failure {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor({ code, message, hint, exitCode }: Failure, cause?: unknown) {
    super(message, { cause });
    this.name = "IoError";
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** Exit codes of docs/guides/coverage.md that the outside world leads to. */
export const USAGE = 2;
export const DATA = 3;
export const ENVIRONMENT = 4;
