// The generated part of docs/comparison.md, and what can be read back from it.
import { whoIsRight } from "./judge.mjs";

const BEGIN = "<!-- begin: written by pnpm compare --write -->";
const END = "<!-- end -->";
const HEAD = ["case", "truth", "bandline", "diff-cover", "who is right"];

/** @param groups `[{ title, rows: [{ name, truth, bandline, diffCover }] }]`; an answer is `{ cell, right }`. */
export function renderTables(groups, version) {
  const rows = groups.flatMap((group) => group.rows);
  const right = (tool) => rows.filter((row) => row[tool].right).length;
  const totals = `diff-cover ${version}: of ${rows.length} cases bandline is right in ${right("bandline")}, diff-cover in ${right("diffCover")}.`;
  return [totals, ...groups.map(renderGroup)].join("\n\n");
}

function renderGroup({ title, rows }) {
  const cells = rows.map(({ name, truth, bandline, diffCover }) => [
    name,
    `${truth.verdict}: ${truth.because}`,
    bandline.cell,
    diffCover.cell,
    whoIsRight(bandline.right, diffCover.right),
  ]);
  return [`### ${title}`, "", ...[HEAD, HEAD.map(() => "---"), ...cells].map((row) => `| ${row.join(" | ")} |`)].join("\n");
}

/** @returns the page with other tables. */
export function withTables(page, tables) {
  const [before, rest] = page.split(BEGIN);
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${rest.split(END)[1]}`;
}

/** What the page says of diff-cover: its version, and its answers by case. */
export function readPage(page) {
  const rows = [...page.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row.split(" | ").map((cell) => cell.trim()));
  const answers = rows.map(([name, , , cell, who]) => [name, { cell, right: who === "both" || who === "diff-cover" }]);
  return { version: /^diff-cover ([\d.]+):/m.exec(page)?.[1], diffCover: new Map(answers) };
}
