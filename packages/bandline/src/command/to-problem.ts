import { EXIT, type ExitCode, type Failure, type Problem } from "@repo/coverage-core";

/** What an error is to a caller. */
export interface Fault {
  readonly exitCode: ExitCode;
  readonly problem: Problem;
}

/** Ours have a code, a hint and an exit code; anything else is a bug of ours, and says so. */
export function faultOf(error: unknown): Fault {
  if (isFailure(error)) return { exitCode: error.exitCode, problem: { code: error.code, message: error.message, hint: error.hint } };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: EXIT.bug,
    problem: {
      code: "BUG",
      message: `this is a bug of bandline: ${text}`,
      hint: "report it with this message and the command that you ran",
    },
  };
}

function isFailure(error: unknown): error is Failure {
  if (!(error instanceof Error)) return false;
  const { code, hint, exitCode } = error as Partial<Record<keyof Failure, unknown>>;
  return typeof code === "string" && typeof hint === "string" && typeof exitCode === "number";
}
