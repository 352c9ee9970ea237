/** Page → one HTML file that needs nothing else: no network, no other file, and no JavaScript to be read. */
import { renderChange } from "./change.js";
import { renderDomains } from "./domains.js";
import { html, trusted, type Html } from "./escape.js";
import { anchorsOf, renderFiles } from "./files.js";
import { renderMap } from "./map.js";
import type { Page } from "./model.js";
import { renderMutants } from "./mutants.js";
import { renderNotices } from "./notices.js";
import { renderOverview } from "./overview.js";
import { renderPackages } from "./packages.js";
import { SCRIPT } from "./script.js";
import { renderSources } from "./sources-part.js";
import { STYLE } from "./style.js";
import { renderTests } from "./tests-part.js";
import { renderTrend } from "./trend.js";

const PARTS = [
  ["overview", "Overview"],
  ["change", "This change"],
  ["packages", "Packages"],
  ["trend", "Trend"],
  ["domains", "Domains"],
  ["map", "Map of the holes"],
  ["mutants", "Surviving mutants"],
  ["tests", "Slowest tests"],
  ["files", "Layers and files"],
  ["sources", "Sources"],
] as const;

/** To the byte what is hashed: a blank more, and the browser takes neither. */
const STYLED = trusted(`<style>${STYLE}</style>`);
const SCRIPTED = trusted(`<script>${SCRIPT}</script>`);

/** @param sha256 of a text, in base64: the policy of the page lets run what has that hash, and nothing else. */
export async function renderPage(page: Page, sha256: (text: string) => string): Promise<string> {
  const anchorOf = anchorsOf(page);
  const policy = `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; script-src 'sha256-${sha256(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const change = await renderChange(page, anchorOf);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="bandline" />
        <title>${page.name} · coverage</title>
        ${STYLED}
      </head>
      <body>
        <a class="skip" href="#overview">Skip to the figures</a>
        ${header(page)}
        <div class="frame">
          <nav aria-label="Parts of this page">
            <ol>
              ${PARTS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ol>
          </nav>
          <main>
            ${renderNotices(page)}${renderOverview(page)}${change}${renderPackages(page)}${renderTrend(page)}${renderDomains(page, anchorOf)}${renderMap(page, anchorOf)}${renderMutants(page, anchorOf)}${renderTests(page)}${renderFiles(page, anchorOf)}${renderSources(page)}
          </main>
        </div>
        ${SCRIPTED}
      </body>
    </html> `.toString();
}

function header({ name, commit, madeAt, provider }: Page): Html {
  const facts = [
    commit === null ? null : html`commit <code>${commit}</code>`,
    html`<time datetime="${madeAt}">${madeAt.slice(0, 10)}, ${madeAt.slice(11, 16)} UTC</time>`,
    provider === null ? null : html`measured by ${provider}`,
  ];
  const shown = facts.filter((each) => each !== null);
  return html`<header>
    <div>
      <p class="kicker">Coverage</p>
      <h1><bdi>${name}</bdi></h1>
      <p class="soft">${shown.map((fact, at) => html`${at > 0 && " · "}${fact}`)}</p>
    </div>
    <button id="theme" type="button" hidden>Theme: automatic</button>
  </header>`;
}
