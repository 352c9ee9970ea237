/** Where coverage went: lines and branches of the repository, a point for each recorded summary. */
import type { TrendPoint } from "../../contract/trend.js";
import { chartOf, placePoints, type Placed } from "./chart.js";
import { html, type Html } from "./escape.js";
import { counted, emptySection, percentText, scroller, section } from "./figures.js";
import type { Page, PageMove, PageTrend } from "./model.js";

export function renderTrend({ trend }: Page): Html {
  if (trend.data === null) return emptySection("trend", "Trend", trend.missing);
  const { points, breaks, moves } = trend.data;
  if (points.length === 0) return emptySection("trend", "Trend", { why: "The history has no point yet.", next: null });
  const placed = placePoints(points, breaks);
  const lead = `${counted(points.length, "point")}, ${spanOf(points)}${breaks.length === 0 ? "" : `; ${counted(breaks.length, "break")} where another provider measured, and nothing is compared across`}.`;
  return section(
    "trend",
    "Trend",
    lead,
    html`${legend()}${scroller("Chart of the trend", chartOf(placed))}${movesOf(moves)}${tableOf(trend.data, placed)}`,
  );
}

function spanOf(points: readonly TrendPoint[]): string {
  const last = day(points.at(-1) as TrendPoint);
  return points.length === 1 ? `of ${last}` : `from ${day(points[0] as TrendPoint)} to ${last}`;
}

function day({ at }: Pick<TrendPoint, "at">): string {
  return at.slice(0, 10);
}

function legend(): Html {
  return html`<p class="legend">
    <span
      ><svg viewBox="0 0 28 10" aria-hidden="true">
        <path class="line a" d="M0 5H28" />
        <circle class="dot a" cx="14" cy="5" r="3" />
      </svg>
      lines</span
    ><span
      ><svg viewBox="0 0 28 10" aria-hidden="true">
        <path class="line b" d="M0 5H28" />
        <rect class="dot b" x="11" y="2" width="6" height="6" />
      </svg>
      branches</span
    >
  </p>`;
}

const MOST_MOVES = 5;

function movesOf(moves: readonly PageMove[]): Html | null {
  const shown = moves.filter(({ points }) => points !== 0).slice(0, MOST_MOVES);
  if (shown.length === 0) return null;
  return html`<h3>Largest moves</h3>
    <ul class="moves">
      ${shown.map(moveItem)}
    </ul>`;
}

const UNITS: Readonly<Record<string, string>> = { tests: "tests", "test-time": "s" };

function moveItem({ scope, package: home, name, metric, points, commit, at }: PageMove): Html {
  const of = scope === "repo" ? "the repository" : [home, name].filter((each) => each !== null).join(" · ");
  const standing = points < 0 === (metric !== "test-time") ? "bad" : "good";
  return html`<li>
    <strong class="${standing}">${points > 0 ? "+" : "−"}${Math.abs(points)} ${UNITS[metric] ?? "points"}</strong> ${metric} of ${of}
    <span class="soft">${at.slice(0, 10)}${commit !== null && html` · <code>${commit.slice(0, 7)}</code>`}</span>
  </li>`;
}

/** The same as the chart, for those who read it, newest first. */
function tableOf({ breaks }: PageTrend, placed: Placed): Html {
  const broken = new Map(breaks.map((each) => [each.commit, each]));
  const rows = placed.points.toReversed().map(({ point }) => {
    const { repo, commit, subject, provider } = point;
    const rupture = broken.get(commit);
    const mark = rupture === undefined ? null : html` <small>before: ${rupture.from}</small>`;
    return html`<tr>
      <th scope="row">${day(point)}</th>
      <td><code>${commit?.slice(0, 7) ?? "on disk"}</code></td>
      <td>${subject ?? ""}</td>
      <td>${provider}${mark}</td>
      <td class="num">${percentText(repo.lines.pct)}</td>
      <td class="num">${percentText(repo.branches.pct)}</td>
    </tr>`;
  });
  const head = html`<thead>
    <tr>
      <th scope="col">day</th>
      <th scope="col">commit</th>
      <th scope="col">change</th>
      <th scope="col">provider</th>
      <th scope="col" class="num">lines</th>
      <th scope="col" class="num">branches</th>
    </tr>
  </thead>`;
  return html`<details>
    <summary>The points as a table</summary>
    ${scroller(
      "Points of the trend",
      html`<table>
        ${head}
        <tbody>
          ${rows}
        </tbody>
      </table>`,
    )}
  </details>`;
}
