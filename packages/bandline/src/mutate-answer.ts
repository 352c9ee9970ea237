/** What every answer of `mutate` needs in the end. */
import { EXIT, renderJson, type MutateDocument } from "@repo/coverage-core";
import { emptyMutateDocument, renderHumanMutate } from "@repo/coverage-core/mutation";
import type { Fault } from "./command/to-problem.js";

export { deliver } from "./command/formats.js";
export { faultOf } from "./command/to-problem.js";

export const REPORTERS = { json: renderJson, human: renderHumanMutate };

/** The document of a run that came to nothing. */
export function failedMutate({ exitCode, problem }: Fault): MutateDocument {
  return { ...emptyMutateDocument(), status: "error", exitCode, errors: [problem], nextActions: [problem.hint] };
}

/** The document of a run that an interrupt ended before anything was known. */
export function interruptedMutate(): MutateDocument {
  return { ...emptyMutateDocument(), status: "error", exitCode: EXIT.interrupted };
}
