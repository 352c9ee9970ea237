import { html, type Html } from "./escape.js";
import { counted } from "./figures.js";
import type { Page, PageNotice } from "./model.js";

/** What speaks against the figures below stands above them. */
export function renderNotices({ notices }: Page): Html | null {
  if (notices.length === 0) return null;
  const errors = notices.filter(({ level }) => level === "error");
  const warnings = notices.filter(({ level }) => level === "warning");
  const title = [errors.length > 0 ? counted(errors.length, "error") : "", warnings.length > 0 ? counted(warnings.length, "warning") : ""];
  const list = html`<ul>
    ${[...errors, ...warnings].map(item)}
  </ul>`;
  return html`<aside class="notices ${errors.length > 0 ? "bad" : "warn"}" aria-label="What speaks against these figures"><details${errors.length > 0 && OPEN}><summary><span aria-hidden="true">⚠</span> ${title.filter((each) => each !== "").join(" and ")} about what this page was made from</summary>${list}</details></aside>
`;
}

const OPEN = html` open`;

function item({ level, about, code, message, hint }: PageNotice): Html {
  return html`<li>
    <strong>${level}</strong> <code>${code}</code> <span class="soft">${about}</span
    ><br />${message}${hint !== null && html`<br /><span class="soft">next:</span> <code>${hint}</code>`}
  </li>`;
}
