/**
 * JUnit XML: a suite of the changed files, each a test case, which fails where it is not covered. Viewers of test results show it beside the tests.
 * Source: the schema that Jenkins' xUnit plugin publishes as junit-10.xsd.
 */
import XMLBuilder from "fast-xml-builder";
import type { CoverageDiffDocument } from "../../contract/coverage-diff.js";
import { groupBy } from "../../group-by.js";
import type { Rendered } from "../render.js";
import { findingsOf, type Finding } from "./findings.js";

export function renderJunit(document: CoverageDiffDocument): Rendered {
  const failing = findingsOf(document).filter(({ level }) => level === "error");
  const byFile = groupBy(failing, ({ file }) => file);
  const files = [...new Set([...document.fileSummaries.map(({ file }) => file), ...byFile.keys()])];
  const cases = files.map((file) => caseOf(file, byFile.get(file) ?? []));
  const faults = document.errors.map(({ code, message, hint }) => ({
    "@name": code,
    "@classname": "coverage:diff",
    error: { "@message": clean(message), "@type": code, "#text": clean(`next: ${hint}`) },
  }));
  const failures = cases.filter((each) => "failure" in each).length;
  const suite = {
    "@name": "coverage:diff",
    "@tests": cases.length + faults.length,
    "@failures": failures,
    "@errors": faults.length,
    testcase: [...cases, ...faults],
  };
  const builder = new XMLBuilder({ attributeNamePrefix: "@", ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const xml = builder.build({
    testsuites: { "@tests": suite["@tests"], "@failures": failures, "@errors": faults.length, testsuite: suite },
  });
  return { output: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`, exitCode: document.exitCode };
}

function caseOf(file: string, findings: readonly Finding[]) {
  const name = { "@name": clean(file), "@classname": "coverage:diff" };
  const [first] = findings;
  if (first === undefined) return name;
  const lines = findings.map(
    ({ lines: at, rule, message, command }) =>
      `${at === null ? "" : `${at.start}${at.end > at.start ? `-${at.end}` : ""} `}${rule}: ${message}${command === null ? "" : `; next: ${command}`}`,
  );
  return { ...name, failure: { "@message": clean(first.message), "@type": first.rule, "#text": clean(lines.join("\n")) } };
}

/** Characters that XML 1.0 has no place for. */
function clean(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "\uFFFD",
  );
}
