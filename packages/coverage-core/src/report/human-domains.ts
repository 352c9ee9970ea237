import type { DomainFigures, DomainsDocument } from "../contract/domains.js";
import type { Painter } from "./painter.js";
import type { Rendered } from "./render.js";

/** A table for each feature, a row for each domain, and below a row the files that close its gap. */
export function renderHumanDomains(document: DomainsDocument, paint: Painter): Rendered {
  const { domains, testFiles } = document;
  const features = new Map<string, DomainFigures[]>();
  for (const each of domains) features.set(each.feature, [...(features.get(each.feature) ?? []), each]);
  const width = Math.max(6, ...domains.map(({ name }) => name.length));
  const lines = [
    headlineOf(document, paint),
    ...[...features].flatMap(([feature, rows]) => [
      paint.strong(`  ${feature.padEnd(width)}${COLUMNS.map((word) => word.padStart(10)).join("")}`),
      ...rows.flatMap((row) => [rowOf(row, width, paint), ...closerLines(row, document.metric)]),
    ]),
    ...(testFiles === null ? [] : [`  test files: ${testFiles.contributed} of ${testFiles.total} contributed`]),
    ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
    ...(document.nextActions.length === 0 ? [] : ["next:", ...document.nextActions.map((action) => `  ${action}`)]),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

const COLUMNS = ["baseline", "current", "target", "gap"] as const;

function headlineOf({ status, domains, metric }: DomainsDocument, paint: Painter): string {
  const head = `coverage:domains ${status === "pass" ? paint.good("pass") : paint.bad(status)}`;
  const below = domains.filter((each) => each.status === "fail").length;
  return domains.length === 0 ? head : `${head}: ${below} of ${domains.length} domains below their target, by ${metric}`;
}

function rowOf({ name, status, baseline, current, target, gap }: DomainFigures, width: number, paint: Painter): string {
  const cells = [baseline, current, target, gap].map((percent) => (percent === null ? "–" : percent.toFixed(2)).padStart(10)).join("");
  const bar = current === null ? "nothing to measure" : barOf(current, target);
  return `  ${name.padEnd(width)}${cells}  ${status === "fail" ? paint.bad(bar) : paint.good(bar)}`;
}

const BAR = 20;

/** Twentieths of the whole, and where the target stands. What is not all is never a full bar. */
function barOf(current: number, target: number): string {
  const filled = Math.floor((current / 100) * BAR);
  const mark = Math.ceil((target / 100) * BAR);
  const cells = Array.from({ length: BAR }, (_, at) => (at < filled ? "█" : "░"));
  return [...cells.slice(0, mark), "|", ...cells.slice(mark)].join("");
}

function closerLines({ closers, missing }: DomainFigures, metric: DomainsDocument["metric"]): string[] {
  if (missing === 0) return [];
  return [
    `    ${missing} more ${missing === 1 ? SINGULAR[metric] : metric} to cover`,
    ...closers.map(({ file, uncovered, total }) => `      ${file}: ${uncovered} of ${total} not covered`),
  ];
}

const SINGULAR = { statements: "statement", branches: "branch", functions: "function", lines: "line" } as const;
