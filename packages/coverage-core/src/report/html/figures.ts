/** Percentages and bars, in one form for the whole page. */
import { METRICS, type CoverageBand, type Metric } from "@repo/core-shared/conformance/coverage";
import type { Totals } from "../../contract/summary.js";
import { html, type Html } from "./escape.js";
import type { Figures } from "./model.js";

/** `none` where there is nothing to measure, `free` where no band holds. */
export type Standing = "good" | "bad" | "none" | "free";

const SIGNS: Readonly<Record<Standing, string>> = { good: "✓", bad: "▼", none: "–", free: "" };

export function standingOf(pct: number | null, required: number | null): Standing {
  if (pct === null) return "none";
  if (required === null) return "free";
  return pct < required ? "bad" : "good";
}

export function missedMetrics({ totals, band }: Figures): Metric[] {
  return METRICS.filter((metric) => standingOf(totals[metric].pct, band?.[metric] ?? null) === "bad");
}

export function percentText(pct: number | null): string {
  return pct === null ? "–" : `${pct.toFixed(2)} %`;
}

/** Exact to two decimals, as percentages are: 80 less 79.9 is 0.1. */
export function pointsBetween(a: number, b: number): number {
  return Math.round((a - b) * 100) / 100;
}

export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

export function counted(count: number, word: string): string {
  return `${countText(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** The sign is not read out: what it means stands beside it in words. */
export function sign(standing: Standing): Html {
  return html`<span class="sign ${standing}" aria-hidden="true">${SIGNS[standing]}</span>`;
}

/** What the percentage is beside its band, in words. */
export function standingText(pct: number | null, required: number | null): string {
  if (pct === null) return "nothing to measure";
  if (required === null) return "no band";
  const points = pointsBetween(pct, required);
  if (points < 0) return `${-points} below band ${required}`;
  return points === 0 ? `at band ${required}` : `${points} above band ${required}`;
}

/** A bar with a tick where the band is. What it shows stands beside it as text. */
export function bar(pct: number | null, required: number | null): Html {
  const tick = required === null ? null : html`<rect class="tick" x="${Math.min(required, 99.4)}" width=".6" height="6" />`;
  return html`<svg class="bar ${standingOf(pct, required)}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="6" />
    <rect class="fill" width="${pct ?? 0}" height="6" />
    ${tick}
  </svg>`;
}

/** Cells of a table, a metric each. */
export function metricCells(totals: Totals, band: CoverageBand | null): Html[] {
  return METRICS.map((metric) => {
    const { pct, covered, total } = totals[metric];
    const required = band?.[metric] ?? null;
    const standing = standingOf(pct, required);
    const points =
      standing === "bad" ? html`<small class="bad">▼ ${pointsBetween(required as number, pct as number)} below ${required}</small>` : null;
    return html`<td class="num" data-v="${pct ?? -1}">
      <span title="${countText(covered)} of ${countText(total)}; ${standingText(pct, required)}"
        >${pct === null ? "–" : pct.toFixed(2)}</span
      >${points}
    </td>`;
  });
}

/** A part of the page with its heading; `id` is one of ours. */
export function section(id: string, title: string, lead: Html | string | null, body: Html | readonly Html[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h">
    <h2 id="${id}-h">${title}</h2>
    ${lead !== null && html`<p class="lead">${lead}</p>`}${body}
  </section> `;
}

/** A part that has no data says why, and what would bring it. */
export function emptySection(id: string, title: string, { why, next }: { readonly why: string; readonly next: string | null }): Html {
  return section(id, title, null, html`<p class="empty">${why}${next !== null && html` <code>${next}</code>`}</p>`);
}

/** Wide things scroll by themselves; the keyboard reaches them. @param label says what is in it. */
export function scroller(label: string, body: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${body}</div>`;
}
