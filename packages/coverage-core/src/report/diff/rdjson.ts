/** Reviewdog's diagnostics. Source: github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto. */
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import type { Rendered } from "../render.js";
import { RULES, findingsOf, type Finding } from "./findings.js";

export function renderRdjson(document: CoverageDiffDocument): Rendered {
  const faults = document.errors.map(({ code, message, hint }) => ({
    message: `${message}; next: ${hint}`,
    location: { path: "." },
    severity: "ERROR",
    code: { value: code },
  }));
  const rdjson = { source: { name: "bandline" }, severity: "ERROR", diagnostics: [...findingsOf(document).map(diagnosticOf), ...faults] };
  return { output: `${JSON.stringify(rdjson, null, 2)}\n`, exitCode: document.exitCode };
}

function diagnosticOf({ rule, level, file, lines, message, command }: Finding) {
  const range = lines === null ? {} : { range: { start: { line: lines.start }, end: { line: lines.end } } };
  return {
    message: command === null ? message : `${message}\nnext: ${command}`,
    location: { path: file, ...range },
    severity: level === "error" ? "ERROR" : "INFO",
    code: { value: rule },
    original_output: RULES[rule],
  };
}
