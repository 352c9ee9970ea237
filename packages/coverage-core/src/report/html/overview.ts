import type { Metric } from "@repo/core-shared/conformance/coverage";
import { html, type Html } from "./escape.js";
import { bar, countText, missedMetrics, pointsBetween, sign, standingOf, standingText } from "./figures.js";
import type { Page, PageNotice } from "./model.js";

/** What says most comes first. */
const ORDER: readonly Metric[] = ["lines", "branches", "functions", "statements"];

/** The verdict in a sentence, and the four figures of the repository. */
export function renderOverview(page: Page): Html {
  const standing =
    page.packages.some((each) => missesBand(each)) || missedMetrics(page.repo).length > 0
      ? "bad"
      : page.notices.some(isDoubt)
        ? "free"
        : "good";
  return html`<section id="overview" aria-labelledby="verdict">
    <h2 id="verdict" class="verdict">${sign(standing)} ${verdictOf(page)}</h2>
    <ul class="tiles">
      ${ORDER.map((metric) => tile(metric, page))}
    </ul>
  </section> `;
}

function missesBand({ totals, band, layers }: Page["packages"][number]): boolean {
  return [{ totals, band }, ...layers].some((each) => missedMetrics(each).length > 0);
}

/** An error of the figures' own source. */
function isDoubt({ level, about }: PageNotice): boolean {
  return level === "error" && about === "coverage";
}

function verdictOf({ repo, packages, notices }: Page): string {
  const below = packages.filter(missesBand).length;
  const missed = missedMetrics(repo);
  const whole = missed.length === 0 ? "" : `${listed(missed)} of the repository are below its band`;
  const parts = below === 0 ? "" : `${below} of ${packages.length} packages ${below === 1 ? "is" : "are"} below a band`;
  const doubt = notices.some(isDoubt) ? ", as far as these figures can be trusted" : "";
  if (whole === "" && parts === "") return packages.length === 0 ? "Nothing was measured" : `Every package meets its bands${doubt}`;
  return `${capital([parts, whole].filter((each) => each !== "").join(", and "))}${doubt}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) as string}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function tile(metric: Metric, page: Page): Html {
  const { repo } = page;
  const { pct, covered, total } = repo.totals[metric];
  const required = repo.band?.[metric] ?? null;
  const standing = standingOf(pct, required);
  const figure = pct === null ? html`<b>–</b>` : html`<b>${pct.toFixed(2)}<i>%</i></b>`;
  return html`<li class="tile">
    <h3>${capital(metric)}</h3>
    <p class="figure">${figure}</p>
    ${bar(pct, required)}
    <p class="${standing}">${sign(standing)} ${standingText(pct, required)}</p>
    <p class="soft">${countText(covered)} of ${countText(total)}</p>
    ${sinceText(metric, page)}
  </li>`;
}

/** Against the last point of the history. What another provider measured is not compared. */
function sinceText(metric: Metric, { repo, trend, provider }: Page): Html | null {
  const last = trend.data?.points.findLast(({ source }) => source !== "disk");
  const before = last?.provider === provider ? (last.repo[metric].pct ?? null) : null;
  const { pct } = repo.totals[metric];
  if (pct === null || before === null) return null;
  const points = pointsBetween(pct, before);
  return html`<p class="soft">
    ${points === 0 ? "as at the last point" : `${points > 0 ? "+" : "−"}${Math.abs(points)} since the last point`}
  </p>`;
}
