import type { ConformanceDocument, RuleFinding, RuleVerdict } from "../contract/conformance.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";

/** A line for each rule, and below it what it found, where, and what to do. */
export function renderHumanConformance(document: ConformanceDocument, paint: Painter): Rendered {
  const { rules, errors, warnings } = document;
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const lines = [
    headlineOf(document, paint),
    ...rules.flatMap((rule) => [ruleLine(rule, width, paint), ...rule.findings.flatMap(findingLines), ...pageLines(rule)]),
    ...errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

/** What each rule holds, and where it is explained: for a run that judges nothing. */
export function renderRuleList({ rules, exitCode }: ConformanceDocument): Rendered {
  return { output: rules.map(({ id, about, page }) => `${id}\n  ${about}\n  ${page}\n`).join(""), exitCode };
}

function headlineOf({ status, rules }: ConformanceDocument, paint: Painter): string {
  const count = (wanted: RuleVerdict["status"]) => rules.filter((rule) => rule.status === wanted).length;
  const findings = rules.reduce((sum, rule) => sum + rule.findings.length, 0);
  const others = [
    ...(count("error") === 0 ? [] : [`${count("error")} could not be judged`]),
    ...(count("skip") === 0 ? [] : [`${count("skip")} skipped`]),
    ...(findings === 0 ? [] : [`${findings} ${findings === 1 ? "finding" : "findings"}`]),
  ];
  const head = `conformance ${status === "pass" ? paint.good(status) : paint.bad(status)}`;
  return rules.length === 0 ? head : `${head}: ${[`${count("pass")} of ${rules.length} rules hold`, ...others].join(", ")}`;
}

function ruleLine({ id, status, reason, about }: RuleVerdict, width: number, paint: Painter): string {
  const painted = { pass: paint.good, fail: paint.bad, error: paint.bad, skip: paint.note }[status](status.padEnd(5));
  return `  ${painted} ${id.padEnd(width)}  ${reason ?? about}`;
}

function findingLines({ file, line, message, hint, code }: RuleFinding): string[] {
  const place = line === null ? file : `${file}:${line}`;
  return [`    ${place} ${code === null ? "" : `${code}: `}${message}`, `      next: ${hint}`];
}

function pageLines({ findings, page }: RuleVerdict): string[] {
  return findings.length === 0 ? [] : [`    why: ${page}`];
}
