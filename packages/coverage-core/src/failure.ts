import type { ExitCode } from "./contract/exit-code.js";

/** What every error of ours carries, so that a program can branch and a person knows the next command. */
export interface Failure {
  /** SCREAMING_SNAKE, stable: scripts may rely on it. */
  readonly code: string;
  readonly message: string;
  /** The next command, or what to change. */
  readonly hint: string;
  readonly exitCode: ExitCode;
}

/** An input of ours that cannot be used. The position, where there is one, is part of the message: `file:line`. */
export class BandlineError extends Error implements Failure {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor({ code, message, hint, exitCode }: Failure) {
    super(message);
    this.name = "BandlineError";
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** Something worth saying that changes no verdict. */
export interface Notice {
  readonly code: string;
  readonly message: string;
  /** What is met in many places and told of the first one alone. */
  readonly about?: string;
}
