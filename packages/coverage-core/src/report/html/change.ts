/** The change: what of it did not run, with the source around it. */
import type { CoverageDiffDocument, DiffRange, FileSummary, GuardEntry } from "../../contract/coverage-diff.js";
import type { HitKind } from "../../contract/names.js";
import { AROUND, codeFigure } from "./code.js";
import { html, type Content, type Html } from "./escape.js";
import { counted, emptySection, percentText, section, sign } from "./figures.js";
import { highlightLines } from "./highlight.js";
import type { Page } from "./model.js";

const REASONS = {
  "empty-diff": "Nothing changed",
  "only-exempt": "Every changed file is exempt",
  "no-executable-lines": "No changed line can run",
} as const;

export const KINDS: Readonly<Record<HitKind, string>> = {
  uncovered: "did not run",
  "no-coverage-data": "is in no report",
  "partial-branch": "an arm was never taken",
  "stale-coverage": "was edited after its tests ran",
  "lost-coverage": "ran at the base, and does not now",
};

/** More are counted, and left out: nobody reads them here, and the page stays small. */
const MOST_RANGES = 200;

type Anchor = (file: string) => string | null;

export async function renderChange({ change }: Page, anchorOf: Anchor): Promise<Html> {
  if (change.data === null) return emptySection("change", "This change", change.missing);
  const { document, sources } = change.data;
  const parts: Html[] = [];
  let left = MOST_RANGES;
  for (const file of document.fileSummaries.filter(({ ranges }) => ranges.length > 0)) {
    if (left <= 0) break;
    const shown = file.ranges.slice(0, left);
    left -= shown.length;
    const text = sources.get(file.file);
    const lines = text === undefined ? null : await highlightLines(file.file, text);
    parts.push(fileBlock(file, shown, lines, anchorOf));
  }
  const total = document.fileSummaries.reduce((sum, { ranges }) => sum + ranges.length, 0);
  const rest =
    total > MOST_RANGES
      ? html`<p class="empty">
          ${counted(total - MOST_RANGES, "more range")} left out here; <code>pnpm coverage:diff</code> has them all.
        </p>`
      : null;
  return section(
    "change",
    "This change",
    leadOf(document),
    html`${factsOf(document)}${parts}${rest}${guardOf(document)}${nextOf(document)}`,
  );
}

function leadOf({ reason, status, summary, base }: CoverageDiffDocument): Html {
  const against = base === null ? "" : html` since <code>${base.ref}</code> (<code>${base.mergeBase.slice(0, 7)}</code>)`;
  const verdict = sign(status === "pass" ? "good" : "bad");
  if (reason !== null) return html`${verdict} ${REASONS[reason]}${against}.`;
  const { coveredLines, executableLines } = summary;
  return html`${verdict} ${String(coveredLines)} of ${counted(executableLines, "changed executable line")} ran${against}. The gate
  ${GATE[status]}.`;
}

const GATE = { pass: "passes", fail: "fails", error: "cannot judge" } as const;

function factsOf({ summary }: CoverageDiffDocument): Html {
  const { filesChanged, filesGated, percent, branches } = summary;
  const facts: [string, string][] = [
    ["changed lines that ran", percentText(percent)],
    ["arms taken on them", branches.total === 0 ? "–" : `${branches.taken} of ${branches.total}`],
    ["files changed", String(filesChanged)],
    ["of them judged", String(filesGated)],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function fileBlock(
  { file, layer, percent, band, branches }: FileSummary,
  ranges: readonly DiffRange[],
  lines: readonly Html[] | null,
  anchorOf: Anchor,
): Html {
  const anchor = anchorOf(file);
  const name: Content = anchor === null ? file : html`<a href="#${anchor}">${file}</a>`;
  const arms = branches.total === 0 ? "" : ` · ${branches.taken} of ${branches.total} arms, band ${band.branches} %`;
  return html`<article class="file">
    <h3><bdi>${name}</bdi></h3>
    <p class="soft">
      ${layer} · ${percent === null ? "its changed lines are not judged" : `${percentText(percent)} of the changed lines ran`}${arms}
    </p>
    ${groupsOf(ranges).map((group) => groupBlock(file, group, lines))}
  </article>`;
}

/** Ranges whose surroundings would overlap are shown as one piece of source. */
function groupsOf(ranges: readonly DiffRange[]): DiffRange[][] {
  const groups: DiffRange[][] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last !== undefined && range.start <= Math.max(...last.map(({ end }) => end)) + 2 * AROUND) last.push(range);
    else groups.push([range]);
  }
  return groups;
}

function groupBlock(file: string, ranges: readonly DiffRange[], lines: readonly Html[] | null): Html {
  const code =
    lines === null
      ? html`<p class="empty">The file cannot be read, so its source is not shown.</p>`
      : codeFigure(`${file}, ${ranges.map(placeOf).join(", ")}`, lines, ranges);
  const tests = [...new Set(ranges.flatMap(({ nearestTest }) => nearestTest ?? []))];
  const commands = [...new Set(ranges.map(({ command }) => command))];
  const todo = [
    ...tests.map((test) => html`<li><span class="soft">nearest test</span> <code>${test}</code></li>`),
    ...commands.map((command) => html`<li><span class="soft">run</span> <code>${command}</code></li>`),
  ];
  return html`<div class="range">
    <ul class="places">
      ${ranges.map(placeItem)}
    </ul>
    ${code}
    <ul class="todo">
      ${todo}
    </ul>
  </div>`;
}

function placeItem(range: DiffRange): Html {
  const { kind, function: inside, branches } = range;
  const arms = branches.map(({ line, arm }, at) => html`${at === 0 ? "; never taken: " : ", "}<code>${arm}</code> of line ${line}`);
  return html`<li>
    ${sign("bad")} <strong>${placeOf(range)}</strong> ${KINDS[kind]}${inside !== null && html` in <code>${inside.name}</code>`}${arms}
  </li>`;
}

function placeOf({ start, end }: DiffRange): string {
  return start === end ? `line ${start}` : `lines ${start}–${end}`;
}

function guardOf({ guard }: CoverageDiffDocument): Html | null {
  if (guard.length === 0) return null;
  return html`<h3>What the change takes away from the gate</h3>
    <ul class="guard">
      ${guard.map(guardItem)}
    </ul>`;
}

function guardItem({ kind, file, line, detail, accepted, reason }: GuardEntry): Html {
  const word = accepted ? html`${sign("good")} accepted` : html`${sign("bad")} fails`;
  return html`<li>
    ${word} <code>${kind}</code> <bdi>${file}${line !== null && `:${line}`}</bdi
    ><br />${detail}${reason !== null && html`<br /><span class="soft">reason:</span> ${reason}`}
  </li>`;
}

function nextOf({ nextActions }: CoverageDiffDocument): Html | null {
  if (nextActions.length === 0) return null;
  return html`<h3>What to do next</h3>
    <ol class="next">
      ${nextActions.map((action) => html`<li>${action}</li>`)}
    </ol>`;
}
