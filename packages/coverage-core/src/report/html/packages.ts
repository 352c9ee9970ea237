import { METRICS } from "@repo/core-shared/conformance/coverage";
import { sparkline } from "./chart.js";
import { html, type Html } from "./escape.js";
import { counted, metricCells, missedMetrics, percentText, scroller, section, sign } from "./figures.js";
import type { Page, PageMutationPackage, PagePackage, PageTrend } from "./model.js";

/** The id of a package's part; names are never ids. */
export function packageId(at: number): string {
  return `p${at}`;
}

/** A row a package, against its own baseline; each leads to its layers and files. */
export function renderPackages({ packages, repo, trend, mutants }: Page): Html {
  const scores = new Map(mutants.data?.packages.map((each) => [each.name, each]));
  const hasTrend = (trend.data?.points.length ?? 0) > 1;
  const head = html`<thead>
    <tr>
      <th scope="col">package</th>
      ${METRICS.map((metric) => html`<th scope="col" class="num">${metric}</th>`)}
      <th scope="col">layers</th>
      <th scope="col" class="num">mutants</th>
      <th scope="col" class="num">tests</th>
      ${hasTrend && html`<th scope="col" data-plain>lines so far</th>`}
    </tr>
  </thead>`;
  const rows = packages.map((each, at) => row(each, at, scores.get(each.name), hasTrend ? trend.data : null));
  const foot = html`<tfoot>
    <tr>
      <th scope="row">repository</th>
      ${metricCells(repo.totals, repo.band)}
      <td></td>
      <td></td>
      <td></td>
      ${hasTrend && html`<td></td>`}
    </tr>
  </tfoot>`;
  const lead = `${counted(packages.length, "package")}, in percent, each against the band of its baseline.`;
  return section(
    "packages",
    "Packages",
    lead,
    scroller(
      "Packages",
      html`<table class="sortable">
        ${head}
        <tbody>
          ${rows}
        </tbody>
        ${foot}
      </table>`,
    ),
  );
}

function row(each: PagePackage, at: number, score: PageMutationPackage | undefined, trend: PageTrend | null): Html {
  const { name, totals, band, tests } = each;
  const line =
    trend === null
      ? null
      : html`<td>
          ${sparkline(trend.points.map(({ byPackage }) => (Object.hasOwn(byPackage, name) ? (byPackage[name]?.lines.pct ?? null) : null)))}
        </td>`;
  return html`<tr>
    <th scope="row">
      <a href="#${packageId(at)}"><bdi>${name}</bdi></a>
    </th>
    ${metricCells(totals, band)}
    <td>${layersText(each)}</td>
    ${scoreCell(score)}
    <td class="num" data-v="${tests?.count ?? -1}">${testsText(tests)}</td>
    ${line}
  </tr> `;
}

function layersText({ layers }: PagePackage): Html {
  const below = layers.filter((layer) => missedMetrics(layer).length > 0);
  if (below.length === 0) return html`${sign("good")} ${layers.length === 1 ? "met" : `all ${layers.length} met`}`;
  return html`${sign("bad")} below: ${below.map(({ name }, at) => html`${at > 0 && ", "}<bdi>${name}</bdi>`)}`;
}

function scoreCell(score: PageMutationPackage | undefined): Html {
  if (score?.score == null) return html`<td class="num" data-v="-1">–</td>`;
  const below = score.score < score.threshold ? html`<small class="bad">▼ below ${score.threshold}</small>` : null;
  return html`<td class="num" data-v="${score.score}">${percentText(score.score)}${below}</td>`;
}

function testsText(tests: PagePackage["tests"]): Html {
  if (tests === null) return html`–`;
  return html`${tests.count}${tests.failed > 0 && html`<small class="bad">▼ ${tests.failed} failed</small>`}${tests.skipped > 0 && html`<small>${tests.skipped} skipped</small>`}`;
}
