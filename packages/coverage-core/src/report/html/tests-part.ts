import { html, type Html } from "./escape.js";
import { bar, counted, emptySection, scroller, section, sign } from "./figures.js";
import type { Page, PageTests } from "./model.js";

const MOST_TESTS = 20;

export function renderTests({ tests }: Page): Html {
  if (tests.data === null) return emptySection("tests", "Slowest tests", tests.missing);
  const { total, each } = tests.data;
  const slowest = each
    .filter(({ durationMs }) => durationMs !== null)
    .sort((a, b) => (b.durationMs as number) - (a.durationMs as number))
    .slice(0, MOST_TESTS);
  const state = sign(total.failed > 0 ? "bad" : "good");
  const lead = html`${state} ${counted(total.count, "test")} ran in ${timeText(total.durationMs)}, added up over files; ${total.failed}
  failed, ${total.skipped} skipped.`;
  const longest = slowest[0]?.durationMs ?? 0;
  const head = html`<thead>
    <tr>
      <th scope="col" class="num">time</th>
      <th scope="col" class="wide"><span class="unseen">as a bar</span></th>
      <th scope="col">test</th>
    </tr>
  </thead>`;
  const table = html`<table>
    ${head}
    <tbody>
      ${slowest.map((test) => row(test, longest))}
    </tbody>
  </table>`;
  return section(
    "tests",
    "Slowest tests",
    lead,
    slowest.length === 0 ? html`<p class="empty">No report says how long a single test took.</p>` : scroller("Slowest tests", table),
  );
}

function row({ durationMs, name, file, package: home, outcome }: PageTests["each"][number], longest: number): Html {
  const share = longest === 0 ? 0 : ((durationMs as number) * 100) / longest;
  return html`<tr>
    <td class="num">${timeText(durationMs as number)}</td>
    <td class="wide">${bar(Math.round(share * 10) / 10, null)}</td>
    <td>
      ${outcome === "failed" && html`${sign("bad")} failed: `}${name}<br /><small><bdi>${file ?? home}</bdi></small>
    </td>
  </tr>`;
}

export function timeText(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}
