/** The page's whole look. Colours are pairs, light and dark; a sign or a pattern says the same as each of those that mean something. */
import { PARTS_STYLE } from "./style-parts.js";
import { FIGURES_STYLE } from "./style-figures.js";

const BASE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #15171a);
  --raised: light-dark(#ffffff, #1c1f23);
  --ink: light-dark(#1d1f22, #e9e7e2);
  --soft: light-dark(#5c5f64, #a3a6ab);
  --rule: light-dark(#e4e1da, #2e3238);
  --accent: light-dark(#1f4e79, #8fc1ee);
  --good: light-dark(#13693f, #6fcf97);
  --bad: light-dark(#a8281c, #ff9c8c);
  --warn: light-dark(#7a4d00, #f1c057);
  --good-fill: light-dark(#2f8f61, #4aa877);
  --bad-fill: light-dark(#cf4b3c, #e8705f);
  --free-fill: light-dark(#6f8296, #7d90a5);
  --bad-wash: light-dark(#fdeeea, #3a2120);
  --warn-wash: light-dark(#fdf5e2, #2f2817);
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.55 var(--sans); font-variant-numeric: tabular-nums; text-rendering: optimizeLegibility; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2vw, 2.5rem); line-height: 1.15; font-weight: 650; letter-spacing: -0.02em; overflow-wrap: anywhere; }
h2 { font-size: 1.375rem; line-height: 1.25; font-weight: 620; letter-spacing: -0.01em; }
h3 { font-size: 1rem; font-weight: 620; overflow-wrap: anywhere; }
code { font: 0.875em/1.5 var(--mono); overflow-wrap: anywhere; }
small { font-size: 0.8125rem; color: var(--soft); }
bdi { overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: 0.9375rem; }
.good { color: var(--good); }
.bad, small.bad { color: var(--bad); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; background: var(--raised); padding: 0.5rem 0.75rem; z-index: 2; }
.skip:focus { left: 1rem; }
main .skip:focus { position: static; }
header, .frame { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; padding-top: clamp(1.5rem, 4vw, 3.5rem); padding-bottom: clamp(1.25rem, 3vw, 2.25rem); }
.kicker { color: var(--soft); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.09em; text-transform: uppercase; margin-bottom: 0.35rem; }
header .soft { margin-top: 0.5rem; }
button { font: inherit; color: inherit; }
#theme { flex: none; font-size: 0.875rem; background: var(--raised); border: 1px solid var(--rule); border-radius: 999px; padding: 0.35rem 0.9rem; cursor: pointer; }
#theme:hover { border-color: var(--soft); }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; font-size: 0.9375rem; padding-bottom: 1.25rem; }
nav a { color: var(--soft); text-decoration: none; display: inline-block; padding: 0.15rem 0; }
nav a:hover { color: var(--ink); text-decoration: underline; }
main { min-width: 0; padding-bottom: 6rem; }
section { padding: clamp(2rem, 4vw, 3.25rem) 0 0; }
#overview { padding-top: 0; }
section > h2 { margin-bottom: 0.4rem; }
.lead { color: var(--soft); max-width: 46rem; margin-bottom: 1.25rem; }
.lead .sign { font-size: 1em; }
.empty { color: var(--soft); border-left: 3px solid var(--rule); padding: 0.2rem 0 0.2rem 0.9rem; max-width: 46rem; }
@media (min-width: 72rem) {
  .frame { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 3.5rem; }
  nav { position: sticky; top: 1.75rem; align-self: start; }
  nav ol { flex-direction: column; gap: 0.35rem; border-left: 1px solid var(--rule); padding: 0.1rem 0 0.1rem 1rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  body { background: #fff; font-size: 10pt; }
  nav, #theme, .tools, .skip { display: none !important; }
  header, .frame { max-width: none; padding-left: 0; padding-right: 0; }
  main { padding-bottom: 0; }
  section { padding-top: 1.5rem; }
  h2, h3, summary { break-after: avoid; }
  tr, .tile, .range, .survivors > li, svg { break-inside: avoid; }
  .scroll { overflow: visible !important; }
  svg.map, svg.chart { min-width: 0 !important; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

export const STYLE = BASE + FIGURES_STYLE + PARTS_STYLE;
