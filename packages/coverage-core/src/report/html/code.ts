import type { DiffRange } from "../../contract/coverage-diff.js";
import type { HitKind } from "../../contract/names.js";
import { html, type Html } from "./escape.js";
import { scroller } from "./figures.js";

/** Lines before and behind a range that are shown with it. */
export const AROUND = 3;
/** Of one piece; that there are more is said. */
const MOST_LINES = 60;

/** The ranges' lines with a few around them; a line that is spoken of has a mark beside its colour. @param lines of the whole file. */
export function codeFigure(label: string, lines: readonly Html[], ranges: readonly DiffRange[]): Html {
  const from = Math.max(1, Math.min(...ranges.map(({ start }) => start)) - AROUND);
  const end = Math.max(...ranges.map((range) => range.end));
  const to = Math.min(lines.length, end + AROUND, from + MOST_LINES - 1);
  const marked = new Map(ranges.flatMap((range) => range.lines.map((line) => [line, range.kind] as const)));
  const rows = lines.slice(from - 1, to).map((code, at) => row(from + at, code, marked.get(from + at)));
  const rest = end > to ? html`<p class="soft">… and on to line ${end}</p>` : null;
  return html`${scroller(
    label,
    html`<table class="code">
      <tbody>
        ${rows}
      </tbody>
    </table>`,
  )}${rest}`;
}

const MARKS: Readonly<Partial<Record<HitKind, readonly [mark: string, words: string]>>> = {
  "partial-branch": ["◐", "an arm was never taken"],
  "stale-coverage": ["?", "edited after its tests ran"],
};

function row(line: number, code: Html, kind: HitKind | undefined): Html {
  if (kind === undefined)
    return html`<tr>
      <td class="no">${line}</td>
      <td></td>
      <td><code>${code}</code></td>
    </tr>`;
  const [mark, words] = MARKS[kind] ?? ["✕", "did not run"];
  return html`<tr class="hit">
    <td class="no">${line}</td>
    <td class="mark"><span aria-hidden="true">${mark}</span><span class="unseen">${words}</span></td>
    <td><code>${code}</code></td>
  </tr>`;
}
