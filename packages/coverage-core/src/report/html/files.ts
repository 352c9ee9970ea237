/** Every file: a part a package that opens when it is asked for, so that thousands cost nothing before. */
import { METRICS } from "@repo/core-shared/conformance/coverage";
import { html, type Html } from "./escape.js";
import { bar, counted, metricCells, missedMetrics, percentText, scroller, section, sign, standingOf } from "./figures.js";
import type { Page, PageFile, PageLayer, PagePackage } from "./model.js";
import { packageId } from "./packages.js";

export type Anchors = (file: string) => string | null;

/** @returns the id of each file's row; null for a file that has none. */
export function anchorsOf({ packages }: Page): Anchors {
  const files = packages.flatMap((each) => each.files);
  const ids = new Map(files.map(({ file }, at) => [file, `f${at}`]));
  return (file) => ids.get(file) ?? null;
}

export function renderFiles({ packages }: Page, anchorOf: Anchors): Html {
  const count = packages.reduce((sum, { files }) => sum + files.length, 0);
  const tools = html`<div class="tools" hidden>
    <label for="filter">Show files whose path has</label> <input id="filter" type="search" autocomplete="off" spellcheck="false" />
    <label><input id="below" type="checkbox" /> below their band only</label> <span id="found" role="status" class="soft"></span>
  </div>`;
  const parts = packages.map((each, at) => packagePart(each, at, anchorOf));
  return section(
    "files",
    "Layers and files",
    `${counted(count, "file")} in ${counted(packages.length, "package")}. A figure below the band of the file's layer is marked; a file alone need not meet it, its layer must.`,
    html`${tools}${parts}`,
  );
}

function packagePart({ name, layers, files, totals }: PagePackage, at: number, anchorOf: Anchors): Html {
  const below = layers.filter((layer) => missedMetrics(layer).length > 0).length;
  const state = below === 0 ? html`${sign("good")}` : html`${sign("bad")} <span class="bad">${counted(below, "layer")} below</span>`;
  const summary = html`<summary>
    <bdi>${name}</bdi> <span class="soft">${counted(files.length, "file")} · ${percentText(totals.lines.pct)} of lines</span> ${state}
  </summary>`;
  return html`<details class="package" id="${packageId(at)}">
    ${summary}${layersTable(name, layers)}${filesTable(name, files, anchorOf)}
  </details> `;
}

function metricHeads(): Html[] {
  return METRICS.map((metric) => html`<th scope="col" class="num">${metric}</th>`);
}

function layersTable(name: string, layers: readonly PageLayer[]): Html {
  const rows = layers.map(
    (layer) =>
      html`<tr>
        <th scope="row"><bdi>${layer.name}</bdi></th>
        ${metricCells(layer.totals, layer.band)}
        <td class="wide">${bar(layer.totals.lines.pct, layer.band?.lines ?? null)}</td>
      </tr>`,
  );
  const head = html`<thead>
    <tr>
      <th scope="col">layer</th>
      ${metricHeads()}
      <th scope="col" class="wide"><span class="unseen">lines as a bar</span></th>
    </tr>
  </thead>`;
  return scroller(
    `Layers of ${name}`,
    html`<table class="layers">
      ${head}
      <tbody>
        ${rows}
      </tbody>
    </table>`,
  );
}

function filesTable(name: string, files: readonly PageFile[], anchorOf: Anchors): Html {
  const head = html`<thead>
    <tr>
      <th scope="col">file</th>
      <th scope="col">layer</th>
      ${metricHeads()}
      <th scope="col" class="num">lines left</th>
    </tr>
  </thead>`;
  return scroller(
    `Files of ${name}`,
    html`<table class="sortable files">
      ${head}
      <tbody>
        ${files.map((file) => row(file, anchorOf))}
      </tbody>
    </table>`,
  );
}

/** As few bytes as can be: there may be thousands. */
function row({ file, layer, totals, band, isStale, exempt }: PageFile, anchorOf: Anchors): Html {
  const cells = METRICS.map((metric) => {
    const { pct } = totals[metric];
    const isBelow = exempt === null && standingOf(pct, band[metric]) === "bad";
    return html`<td${isBelow && BELOW}>${pct === null ? "–" : pct.toFixed(2)}</td>`;
  });
  const notes = [...(isStale ? ["edited since it was measured"] : []), ...(exempt === null ? [] : [`exempt: ${exempt}`])];
  return html`<tr id="${anchorOf(file)}">
    <th><bdi>${file}</bdi>${notes.length > 0 && html` <small>${notes.join("; ")}</small>`}</th>
    <td>${layer}</td>
    ${cells}
    <td>${totals.lines.total - totals.lines.covered}</td>
  </tr> `;
}

const BELOW = html` class="b"`;
