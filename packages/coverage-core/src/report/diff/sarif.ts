/**
 * SARIF 2.1.0, for code scanning. GitHub shows 5,000 results of a run, the first ones.
 * Source: docs.oasis-open.org/sarif/sarif/v2.1.0; docs.github.com, "SARIF support for code scanning".
 */
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import type { Rendered } from "../render.js";
import { RULES, createFingerprints, findingsOf, type Finding, type RuleId } from "./findings.js";

const MOST = 5_000;

export function renderSarif(document: CoverageDiffDocument): Rendered {
  const findings = findingsOf(document);
  const shown = findings.slice(0, MOST);
  const rules = Object.keys(RULES) as RuleId[];
  const fingerprintOf = createFingerprints();
  const sarif = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "bandline",
            rules: rules.map((id) => ({ id, shortDescription: { text: RULES[id] }, defaultConfiguration: { level: "error" } })),
          },
        },
        invocations: [
          {
            executionSuccessful: document.status !== "error",
            exitCode: document.exitCode,
            toolExecutionNotifications: [
              ...document.errors.map(({ code, message, hint }) => notification("error", code, `${message}; next: ${hint}`)),
              ...document.warnings.map(({ code, message }) => notification("warning", code, message)),
              ...(findings.length > MOST ? [notification("warning", "TRUNCATED", `${findings.length - MOST} more results`)] : []),
            ],
          },
        ],
        columnKind: "utf16CodeUnits",
        results: shown.map((finding) => resultOf(finding, rules, fingerprintOf(finding))),
      },
    ],
  };
  return { output: `${JSON.stringify(sarif, null, 2)}\n`, exitCode: document.exitCode };
}

function notification(level: "error" | "warning", id: string, text: string) {
  return { level, descriptor: { id }, message: { text } };
}

function resultOf({ rule, level, file, lines, message, command }: Finding, rules: readonly RuleId[], fingerprint: string) {
  const region = lines === null ? {} : { region: { startLine: lines.start, endLine: lines.end } };
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level,
    message: { text: command === null ? message : `${message}. Next: ${command}` },
    locations: [
      { physicalLocation: { artifactLocation: { uri: encodeURI(file).replaceAll("#", "%23").replaceAll("?", "%3F") }, ...region } },
    ],
    partialFingerprints: { "bandline/v1": fingerprint },
  };
}
