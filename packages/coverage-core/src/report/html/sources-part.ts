import { html, type Html } from "./escape.js";
import { counted, section } from "./figures.js";
import type { Page } from "./model.js";

/** What the page was made from. */
export function renderSources({ reports, provider }: Page): Html {
  const lead = `${counted(reports.length, "report")} of coverage${provider === null ? "" : ` by ${provider}`}. Percentages are floored to two decimals and never means of percentages; where nothing could run there is no percentage.`;
  return section(
    "sources",
    "Sources",
    lead,
    html`<details>
      <summary>The reports</summary>
      <ul class="plain">
        ${reports.map((report) => html`<li><code>${report}</code></li>`)}
      </ul>
    </details>`,
  );
}
