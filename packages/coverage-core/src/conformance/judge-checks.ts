/** `work-state` and `generated-files`: commands that know by themselves whether what is committed is up to date, and say so in a document. */
import type { Problem } from "../contract/common.js";
import type { RuleFinding } from "../contract/conformance.js";
import { EXIT, type ExitCode } from "../contract/exit-code.js";
import { BandlineError } from "../failure.js";
import { isRecord, jsonOf } from "../json-value.js";

/** The files that a check calls out of date, and what it says to do. */
export interface CheckedFiles {
  readonly outOfDate: readonly string[];
  readonly nextAction: string;
}

/**
 * @param name of the check, for the error. @param stdout its document.
 * @returns what it says. @throws BandlineError with its own code where it came to nothing, CHECK_FAILED where it answered no such document.
 */
export function parseCheck(name: string, stdout: string): CheckedFiles {
  const document = jsonOf(stdout);
  if (!isRecord(document)) throw checkFailed(name, "it answered no JSON", name);
  const { status, exitCode, path, files, nextActions, errors } = document as Answered;
  const [error] = errors ?? [];
  if (error !== undefined) throw new BandlineError({ ...error, exitCode: (exitCode ?? EXIT.environment) as ExitCode });
  const [nextAction = name] = nextActions ?? [];
  if (status === "pass") return { outOfDate: [], nextAction };
  const outOfDate = [...(path === undefined ? [] : [path]), ...(files ?? []).filter(({ changed }) => changed).map((each) => each.path)];
  if (status !== "fail" || outOfDate.length === 0) throw checkFailed(name, `it answered ${String(status)} and named no file`, name);
  return { outOfDate, nextAction };
}

interface Answered {
  readonly status?: string;
  readonly exitCode?: number;
  readonly path?: string;
  readonly files?: readonly { readonly path: string; readonly changed: boolean }[];
  readonly nextActions?: readonly string[];
  readonly errors?: readonly Problem[];
}

export function judgeCheck({ outOfDate, nextAction }: CheckedFiles): RuleFinding[] {
  return outOfDate.map((file) => ({ file, line: null, message: "it is not what would be generated now", hint: nextAction, code: null }));
}

/** @param tool that was run. @param hint how to see it for oneself. */
export function checkFailed(tool: string, why: string, hint: string): BandlineError {
  return new BandlineError({ code: "CHECK_FAILED", message: `${tool} could not be asked: ${why}`, hint, exitCode: EXIT.environment });
}
