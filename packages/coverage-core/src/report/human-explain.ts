import type { ExplainEntry } from "../contract/coverage-diff.js";
import type { Painter } from "./painter.js";

/** One line, explained for people: the verdict first, then what it follows from. */
export function explainLines(entry: ExplainEntry, paint: Painter): string[] {
  const { file, line, text, verdict, gate, change, execution, coverage, freshness } = entry;
  const word = { fails: paint.bad("fails"), passes: paint.good("passes"), "not-judged": paint.note("not judged") }[verdict.outcome];
  const kind = verdict.kind === null ? "" : ` ${verdict.kind}`;
  return [
    `${paint.strong(`${file}:${line}`)} ${word}${kind}: ${verdict.because}`,
    ...(text === null ? [] : [`  | ${text}`]),
    `  ${gate.gated ? "gated" : `exempt (${gate.rule})`}: ${gate.why}; band ${bandText(entry)}`,
    `  ${change.changed ? "changed" : "unchanged"}: ${change.why}`,
    `  ${execution.executable ? "can run" : "cannot run"}: ${execution.why}${execution.hits === null ? "" : `; ran ${times(execution.hits)}`}`,
    `  report: ${coverage.why}`,
    ...coverage.records.map((record) => `    ${recordText(record)}`),
    ...(entry.arms.length === 0 ? [] : [`  arms: ${entry.arms.map(({ arm, taken }) => `${arm} ${times(taken ?? 0)}`).join(", ")}`]),
    `  ${freshness.state === "unknown" ? "freshness unknown" : freshness.state}: ${freshness.why}`,
    ...(entry.function === null ? [] : [`  function: ${entry.function.name}, line ${entry.function.line}`]),
    ...(verdict.next === null ? [] : [`  next: ${verdict.next}`]),
  ];
}

function bandText({ band }: ExplainEntry): string {
  return `lines ${band.lines} %, branches ${band.branches} %`;
}

function recordText({ report, line, path, counts }: ExplainEntry["coverage"]["records"][number]): string {
  const data = counts.map((each) => `DA at ${report}:${each.line}, count ${each.count}`);
  return `${report}:${line} SF:${path}; ${data.length === 0 ? "no DA for the line" : data.join("; ")}`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
