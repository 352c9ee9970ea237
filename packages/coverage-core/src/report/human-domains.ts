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
    ...errorLines(document, paint),
    ...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
    ...(document.status === "fail" ? ["next:", ...document.nextActions.map((action) => `  ${action}`)] : []),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: document.exitCode };
}

const COLUMNS = ["baseline", "current", "target", "gap"] as const;

function headlineOf({ status, domains, metric }: DomainsDocument, paint: Painter): string {
  const head = `coverage:domains ${status === "pass" ? paint.good("pass") : paint.bad(status)}`;
  if (status === "error") return domains.length === 0 ? head : `${head}: the figures, by ${metric}, cannot be relied on`;
  const below = domains.filter((each) => each.status === "fail").length;
  return `${head}: ${below} of ${domains.length} domains below their target, by ${metric}`;
}

/** Where one command mends many, it is told once, with the first of them; the document has them all. */
function errorLines({ errors }: DomainsDocument, paint: Painter): string[] {
  const groups = new Map<string, string[]>();
  for (const { code, message, hint } of errors) groups.set(`${code}\n${hint}`, [...(groups.get(`${code}\n${hint}`) ?? []), message]);
  return [...groups].flatMap(([key, messages]) => {
    const [code, hint] = key.split("\n") as [string, string];
    const more = messages.length - MOST_ERRORS;
    return [
      ...messages.slice(0, MOST_ERRORS).map((message) => `${paint.bad(code)}: ${message}`),
      ...(more > 0 ? [`  and ${more} more of these`] : []),
      `  next: ${hint}`,
    ];
  });
}

const MOST_ERRORS = 5;

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
