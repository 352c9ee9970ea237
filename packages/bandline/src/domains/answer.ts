/** What printing needs, loaded together. */
import { EXIT, renderJson, schemaId, type DomainsDocument } from "@repo/coverage-core";
import { renderHumanDomains } from "@repo/coverage-core/domains";
import type { Fault } from "../command/to-problem.js";

export { deliver } from "../command/formats.js";
export { faultOf } from "../command/to-problem.js";

export const REPORTERS = { json: renderJson, human: renderHumanDomains };

/** What a run knows; `errors` make it one that cannot be relied on. */
export type DomainsResult = Omit<DomainsDocument, "$schema" | "schemaVersion" | "status" | "exitCode">;

export function documentOf(result: DomainsResult): DomainsDocument {
  return { $schema: schemaId("coverage-domains"), schemaVersion: "1.0", ...verdictOf(result), ...result };
}

function verdictOf({ domains, errors }: DomainsResult): Pick<DomainsDocument, "status" | "exitCode"> {
  if (errors.length > 0) return { status: "error", exitCode: EXIT.data };
  const isBelow = domains.some(({ status }) => status === "fail");
  return isBelow ? { status: "fail", exitCode: EXIT.gateFailed } : { status: "pass", exitCode: EXIT.pass };
}

/** The document of a run that came to nothing. */
export function failedDomains({ exitCode, problem }: Fault): DomainsDocument {
  const nothing = { commit: null, reports: [], domains: [], testFiles: null, recorded: null, nextActions: [], warnings: [] };
  return { ...documentOf({ ...nothing, metric: "lines", errors: [problem] }), exitCode };
}
