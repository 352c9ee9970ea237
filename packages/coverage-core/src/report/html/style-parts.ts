/** Notices, the change, survivors, folds. */
export const PARTS_STYLE = `
.notices { border: 1px solid var(--rule); border-left: 4px solid var(--warn); background: var(--warn-wash); border-radius: 8px; padding: 0.75rem 1rem; margin-bottom: 1.75rem; }
.notices.bad { border-left-color: var(--bad); background: var(--bad-wash); color: inherit; }
.notices ul { list-style: none; padding: 0.6rem 0 0.25rem 1.05rem; display: grid; gap: 0.75rem; }
.notices li { overflow-wrap: anywhere; }
.notices summary { font-weight: 600; }
details { margin-top: 0.75rem; }
.notices details { margin: 0; }
summary { cursor: pointer; padding: 0.2rem 0; }
summary::marker { color: var(--soft); }
.package { margin: 0; border-top: 1px solid var(--rule); }
.package[open] > .scroll:last-child { content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.package:last-of-type { border-bottom: 1px solid var(--rule); }
.package > summary { padding: 0.7rem 0; font-weight: 550; }
.package > summary .soft { font-weight: 400; margin: 0 0.5rem; }
.package .scroll { margin-bottom: 1.75rem; }
.layers { width: auto; min-width: min(100%, 40rem); }
tr:target { background: var(--warn-wash); }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; margin-bottom: 1rem; font-size: 0.9375rem; }
.tools [type="search"] { font: inherit; color: inherit; background: var(--raised); border: 1px solid light-dark(#8b8d91, #6c7076); border-radius: 6px; padding: 0.4rem 0.6rem; min-width: min(18rem, 100%); }
.facts { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin-bottom: 1.5rem; }
.facts dt { color: var(--soft); font-size: 0.875rem; }
.facts dd { font-size: 1.25rem; font-weight: 600; letter-spacing: -0.01em; }
.file { margin: 0 0 1.75rem; }
.file h3 { font: 600 0.9375rem/1.5 var(--mono); }
.range { margin: 0.9rem 0 1.5rem; }
.places { list-style: none; margin-bottom: 0.5rem; }
.range .scroll { margin: 0 0 0.5rem; padding: 0; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); }
.code { font-size: 0.875rem; }
.code td { border: 0; padding: 0 0.75rem 0 0; line-height: 1.6; }
.code code { white-space: pre; overflow-wrap: normal; font-size: 0.8125rem; }
.code .no { color: var(--soft); text-align: right; padding-left: 0.9rem; width: 1%; font: 0.75rem/1.85 var(--mono); user-select: none; }
.code .mark { color: var(--bad); font-weight: 700; width: 1%; }
.code .hit { background: var(--bad-wash); }
.code tr:first-child td { padding-top: 0.5rem; }
.code tr:last-child td { padding-bottom: 0.5rem; }
.todo, .guard, .survivors, .plain, .moves { list-style: none; }
.todo { display: grid; gap: 0.15rem; font-size: 0.9375rem; }
.guard, .moves { display: grid; gap: 0.75rem; margin: 0.6rem 0 1.5rem; }
.moves { gap: 0.25rem; }
.next { padding-left: 1.4rem; margin-top: 0.5rem; overflow-wrap: anywhere; }
.survivors { display: grid; gap: 1.1rem; margin-top: 1rem; }
.survivors > li { border-left: 3px solid var(--rule); padding-left: 0.9rem; }
.survivors p { margin: 0.25rem 0; }
.swap { margin: 0.35rem 0; display: grid; gap: 2px; }
.swap del, .swap ins { position: relative; text-decoration: none; padding: 0.15rem 0.6rem 0.15rem 1.6rem; border-radius: 4px; }
.swap code { white-space: pre-wrap; }
.swap del { background: var(--bad-wash); }
.swap del::before, .swap ins::before { position: absolute; left: 0.6rem; }
.swap del::before { content: "−"; color: var(--bad); }
.swap ins { background: light-dark(#e7f4ec, #1b3227); }
.swap ins::before { content: "+"; color: var(--good); }
.hljs-comment, .hljs-quote { color: light-dark(#63676d, #9a9ea5); font-style: italic; }
.hljs-keyword, .hljs-literal, .hljs-built_in, .hljs-type { color: light-dark(#6b2fa0, #cfa6f5); }
.hljs-string, .hljs-regexp, .hljs-char { color: light-dark(#19633a, #8fd6a8); }
.hljs-number, .hljs-symbol { color: light-dark(#97400a, #f3b37a); }
.hljs-title, .hljs-section { color: light-dark(#1a4f86, #92c5f5); }
.hljs-attr, .hljs-property, .hljs-meta { color: light-dark(#6d4a00, #dfc58a); }
@media (max-width: 40rem) {
  th, td { padding-right: 0.75rem; }
  .figure b { font-size: 1.75rem; }
  .tile { padding: 0.9rem 1rem 1rem; }
  td.wide, th.wide { display: none; }
}
`;
