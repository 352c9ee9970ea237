/** Judged rules → the document. */
import {
  CONFORMANCE_RULES,
  EXIT,
  renderJson,
  schemaId,
  type ConformanceDocument,
  type ConformanceRuleId,
  type RuleVerdict,
} from "@repo/coverage-core";
import { RULE_TEXTS, pageOf, renderConformanceGithub, renderHumanConformance, renderRuleList } from "@repo/coverage-core/conformance";
import type { Fault } from "../command/to-problem.js";
import type { Judged } from "./judge-rules.js";

export { deliver } from "../command/formats.js";
export { faultOf } from "../command/to-problem.js";

export const REPORTERS = { json: renderJson, human: renderHumanConformance, github: renderConformanceGithub };
/** For `--list`. */
export const LIST_REPORTERS = { ...REPORTERS, human: renderRuleList };

export function conformanceOf(judged: ReadonlyMap<ConformanceRuleId, Judged>): ConformanceDocument {
  const rules = CONFORMANCE_RULES.flatMap((id) => {
    const each = judged.get(id);
    return each === undefined ? [] : [verdictOf(id, each)];
  });
  const faults = [...judged.values()].flatMap((each) => (each.kind === "failed" ? [each.fault] : []));
  const findings = rules.flatMap((rule) => rule.findings);
  return {
    ...EMPTY,
    ...statusOf(findings.length, faults),
    rules,
    nextActions: [...new Set([...findings.map(({ hint }) => hint), ...faults.map(({ problem }) => problem.hint)])],
    errors: faults.map(({ problem }) => problem),
  };
}

/** What a rule found fails the gate, whatever could not be judged beside it. */
function statusOf(findings: number, [fault]: readonly Fault[]): Pick<ConformanceDocument, "status" | "exitCode"> {
  if (findings > 0) return { status: "fail", exitCode: EXIT.gateFailed };
  return fault === undefined ? { status: "pass", exitCode: EXIT.pass } : { status: "error", exitCode: fault.exitCode };
}

function verdictOf(id: ConformanceRuleId, judged: Judged): RuleVerdict {
  return {
    id,
    ...outcomeOf(judged),
    about: RULE_TEXTS[id],
    page: pageOf(id),
    findings: judged.kind === "judged" ? [...judged.findings] : [],
  };
}

function outcomeOf(judged: Judged): Pick<RuleVerdict, "status" | "reason"> {
  switch (judged.kind) {
    case "failed":
      return { status: "error", reason: judged.fault.problem.message };
    case "skipped":
      return { status: "skip", reason: judged.reason };
    case "judged":
      return { status: judged.findings.length === 0 ? "pass" : "fail", reason: null };
  }
}

const EMPTY: ConformanceDocument = {
  $schema: schemaId("conformance"),
  schemaVersion: "1.0",
  status: "pass",
  exitCode: EXIT.pass,
  rules: [],
  nextActions: [],
  warnings: [],
  errors: [],
};

/** The document of a run that came to nothing. */
export function failedConformance({ exitCode, problem }: Fault): ConformanceDocument {
  return { ...EMPTY, status: "error", exitCode, nextActions: [problem.hint], errors: [problem] };
}
