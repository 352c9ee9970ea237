/** GitLab's code quality report. Source: docs.gitlab.com, "Code Quality", "Code Quality report format". */
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import type { Rendered } from "../render.js";
import { createFingerprints, findingsOf } from "./findings.js";

export function renderGitlab(document: CoverageDiffDocument): Rendered {
  const fingerprintOf = createFingerprints();
  const issues = findingsOf(document).map((finding) => ({
    description: finding.message,
    check_name: finding.rule,
    fingerprint: fingerprintOf(finding),
    severity: finding.level === "error" ? "major" : "info",
    location: { path: finding.file, lines: { begin: finding.lines?.start ?? 1, end: finding.lines?.end ?? 1 } },
  }));
  return { output: `${JSON.stringify([...issues, ...faultsOf(document)], null, 2)}\n`, exitCode: document.exitCode };
}

/** A report without issues would read as a change without fault. */
function faultsOf({ errors }: CoverageDiffDocument) {
  return errors.map(({ code, message, hint }) => ({
    description: `${message}; next: ${hint}`,
    check_name: code,
    fingerprint: `${code}|${message}`,
    severity: "blocker",
    location: { path: ".", lines: { begin: 1 } },
  }));
}
