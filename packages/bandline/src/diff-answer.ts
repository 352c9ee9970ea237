/** What every answer of `coverage:diff` needs in the end, and nothing before git has been asked. */
import { emptyDocument, renderHumanDiff, renderJson, type CoverageDiffDocument } from "@repo/coverage-core";
import type { Fault } from "./command/to-problem.js";

export { deliver } from "./command/formats.js";
export { faultOf } from "./command/to-problem.js";

export const REPORTERS = { json: renderJson, human: renderHumanDiff };

/** The document of a run that came to nothing. */
export function failedDiff({ exitCode, problem }: Fault): CoverageDiffDocument {
  return emptyDocument(exitCode, [problem]);
}
