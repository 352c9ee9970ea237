const NUMBER = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** @returns Markdown: the machine, then figures and goals of every case. */
export function renderMarkdown({ machine, cases }) {
  return [machineLine(machine), ...cases.map((each) => renderCase(each, markdownTable))].join("\n\n") + "\n";
}

/** The same for a terminal. */
export function renderText({ machine, cases }) {
  return [machineLine(machine), ...cases.map((each) => renderCase(each, textTable))].join("\n\n") + "\n";
}

function renderCase({ name, figures, goals, skipped, failed }, table) {
  const programs = Object.entries(figures).map(([program, { runs, minMs, medianMs, minCpuMs, peakMb }]) => [
    program,
    String(runs),
    `${ms(minMs)} ms`,
    `${ms(medianMs)} ms`,
    minCpuMs === null ? "not measured" : `${ms(minCpuMs)} ms`,
    peakMb === null ? "not measured" : `${Math.round(peakMb)} MB`,
  ]);
  const verdicts = goals.map(({ says, unit, atMost, value, isMet }) => [
    says,
    atMost === null ? "" : `≤ ${NUMBER.format(atMost)} ${unit}`,
    value === null ? "not measured" : `${NUMBER.format(value)} ${unit}`,
    isMet === null ? "" : isMet ? "met" : "missed",
  ]);
  return [
    `### ${name}`,
    table(["program", "runs", "fastest", "median", "processor", "peak memory"], programs),
    table(["goal", "at most", "seen", ""], verdicts),
    ...skipped,
    ...failed.map((each) => `failed: ${each}`),
  ].join("\n\n");
}

function machineLine({ node, system, cores, peers, loadBefore, loadAfter, at }) {
  const load = `${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after`;
  return `${at}, node ${node}, ${system}, ${cores} cores, load average ${load}. Peers: ${peers.join(", ") || "none"}.`;
}

function ms(value) {
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}

function markdownTable(head, rows) {
  return alignedTable([head, head.map(() => "---"), ...rows], (cells) => `| ${cells.join(" | ")} |`);
}

function textTable(head, rows) {
  return alignedTable([head, ...rows], (cells) => cells.join("   ").trimEnd());
}

function alignedTable(rows, line) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const fill = (cell, column) => (cell === "---" ? "-".repeat(widths[column]) : cell.padEnd(widths[column]));
  return rows.map((row) => line(row.map(fill))).join("\n");
}
