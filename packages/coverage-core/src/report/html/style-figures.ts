/** Figures, tables, charts. */
export const FIGURES_STYLE = `
.verdict { font-size: clamp(1.25rem, 1rem + 1vw, 1.625rem); margin-bottom: 1.25rem; text-wrap: balance; }
.sign { font-size: 0.95em; font-weight: 700; }
.sign.none, .sign.free { color: var(--soft); }
.tiles { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr)); gap: 1px; background: var(--rule); border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; }
.tile { background: var(--raised); padding: 1.1rem 1.25rem 1.15rem; font-size: 0.9375rem; }
.tile h3 { color: var(--soft); font-size: 0.875rem; font-weight: 550; }
.figure b { font-size: 2.375rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.03em; }
.figure i { font-style: normal; font-size: 1.125rem; font-weight: 500; color: var(--soft); margin-left: 0.15rem; letter-spacing: 0; }
.tile .bar { margin: 0.5rem 0 0.65rem; }
.tile .soft { font-size: 0.875rem; }
.tile p.good, .tile p.bad { font-weight: 550; }
.bar { display: block; width: 100%; height: 6px; border-radius: 3px; overflow: hidden; }
.bar .track { fill: var(--rule); }
.bar .fill { fill: var(--free-fill); }
.bar.good .fill { fill: var(--good-fill); }
.bar.bad .fill { fill: var(--bad-fill); }
.bar .tick { fill: var(--ink); }
td.wide, th.wide { width: 22%; min-width: 6rem; }
td.wide .bar { margin-top: 0.5rem; }
.scroll { overflow-x: auto; margin: 0 -0.25rem 1rem; padding: 0 0.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; font-weight: 400; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 550; white-space: nowrap; vertical-align: bottom; border-bottom-color: var(--soft); }
tbody th { font-weight: 500; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
.num { text-align: right; white-space: nowrap; }
.num small { display: block; }
.sortable:not(.files) tbody th { white-space: nowrap; }
#packages :is(th, td):not(:last-child) { padding-right: 0.75rem; }
#packages td:nth-child(6) { min-width: 7rem; }
tfoot small { font-weight: 400; }
th button { background: none; border: 0; padding: 0; cursor: pointer; color: inherit; font: inherit; }
th button::after { content: "↕"; opacity: 0.45; margin-left: 0.3em; font-size: 0.85em; }
[aria-sort="ascending"] button::after { content: "↑"; opacity: 1; }
[aria-sort="descending"] button::after { content: "↓"; opacity: 1; }
.files th:first-child { font: 400 0.8125rem/1.6 var(--mono); min-width: 16rem; }
.files thead th:first-child { font: 550 0.8125rem/1.55 var(--sans); }
.files td { white-space: nowrap; }
.files td:nth-child(n+3) { text-align: right; }
.files .b { color: var(--bad); font-weight: 600; }
.files .b::before { content: "▼ "; font-size: 0.75em; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; color: var(--soft); font-size: 0.875rem; margin-bottom: 0.75rem; }
.legend span { white-space: nowrap; }
.legend svg { height: 12px; width: auto; vertical-align: -1px; margin-right: 0.25rem; }
.chart { display: block; width: 100%; min-width: 36rem; height: auto; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line.a { stroke: var(--accent); }
.line.b { stroke: var(--warn); stroke-dasharray: 6 4; }
.dot.a { fill: var(--accent); }
.dot.b { fill: var(--warn); }
.grid { stroke: var(--rule); }
.cut { stroke: var(--soft); stroke-dasharray: 2 4; }
.axis { fill: var(--soft); font-size: 12px; }
.name { font-size: 13px; font-weight: 600; }
.name.a { fill: var(--accent); }
.name.b { fill: var(--warn); }
.end { text-anchor: end; }
.mid { text-anchor: middle; }
.spark { width: 80px; height: 20px; }
.spark .line { stroke-width: 1.5; }
.map { display: block; width: 100%; min-width: 44rem; height: auto; font-size: 11px; }
.map text { fill: var(--cell-ink); pointer-events: none; stroke: var(--cell-halo); stroke-width: 2.5px; stroke-linejoin: round; paint-order: stroke; }
.map .pct { font-weight: 650; }
.map .head { fill: var(--ink); stroke: none; font-weight: 600; }
.map, .legend { --cell-ink: light-dark(#16181a, #f4f2ee); --cell-halo: transparent; }
.map a:has(.h0, .h1, .h2) { --cell-halo: light-dark(#fff8, #0008); }
.map a:hover rect, .map a:focus-visible rect { stroke: var(--ink); stroke-width: 2; }
.map a:focus-visible { outline: none; }
.map .h0 { fill: url(#p-h0); } .map .h1 { fill: url(#p-h1); } .map .h2 { fill: url(#p-h2); }
.legend .h0 { fill: url(#p-h0); } .legend .h1 { fill: url(#p-h1); } .legend .h2 { fill: url(#p-h2); }
.h0-fill { fill: light-dark(#f0a596, #8a3a30); } .h0-stripe { fill: light-dark(#d2614d, #b85645); }
.h1-fill { fill: light-dark(#f6c9a4, #7a4a28); } .h1-stripe { fill: light-dark(#e39a5e, #a36a3e); }
.h2-fill { fill: light-dark(#f5e3b0, #61511f); } .h2-stripe { fill: light-dark(#dfc06c, #8a7535); }
.h3 { fill: light-dark(#cfe6d6, #2b4f3d); }
.h4 { fill: light-dark(#a3d3b6, #24694a); }
`;
