import type { DomainFigures } from "../../contract/domains.js";
import { html, type Html } from "./escape.js";
import { bar, counted, countText, emptySection, percentText, scroller, section, sign } from "./figures.js";
import type { Page, PageDomains } from "./model.js";

const MOST_CLOSERS = 3;

export function renderDomains({ domains }: Page, anchorOf: (file: string) => string | null): Html {
  if (domains.data === null) return emptySection("domains", "Domains", domains.missing);
  const { domains: all, metric } = domains.data;
  if (all.length === 0) return emptySection("domains", "Domains", { why: "No manifest declares a domain of its own.", next: null });
  const short = all.filter(({ status }) => status === "fail").length;
  const lead =
    short === 0
      ? `Every one of ${counted(all.length, "domain")} is at its target of ${metric}.`
      : `${short} of ${counted(all.length, "domain")} below the target of ${metric}.`;
  const head = html`<thead>
    <tr>
      <th scope="col">domain</th>
      <th scope="col" class="num">began at</th>
      <th scope="col" class="num">now</th>
      <th scope="col" class="wide"><span class="unseen">as a bar</span></th>
      <th scope="col" class="num">target</th>
      <th scope="col">gap</th>
      <th scope="col">closed fastest by</th>
    </tr>
  </thead>`;
  const table = html`<table>
    ${head}
    <tbody>
      ${all.map((each) => row(each, domains.data, anchorOf))}
    </tbody>
  </table>`;
  return section("domains", "Domains", html`${sign(short === 0 ? "good" : "bad")} ${lead}`, scroller("Domains and their targets", table));
}

function row(domain: DomainFigures, { metric }: PageDomains, anchorOf: (file: string) => string | null): Html {
  const { name, feature, baseline, current, target, status, closers } = domain;
  const files = closers.slice(0, MOST_CLOSERS).map(({ file, uncovered }) => {
    const anchor = anchorOf(file);
    const base = file.slice(file.lastIndexOf("/") + 1);
    return html`<li>
      <bdi>${anchor === null ? base : html`<a href="#${anchor}" title="${file}">${base}</a>`}</bdi>
      <span class="soft">${uncovered} ${metric}</span>
    </li>`;
  });
  return html`<tr>
    <th scope="row"><bdi>${name}</bdi> <small>${feature}</small></th>
    <td class="num">${percentText(baseline)}</td>
    <td class="num">${percentText(current)}</td>
    <td class="wide">${bar(current, target)}</td>
    <td class="num">${target} %</td>
    <td>${GAPS[status](domain)}</td>
    <td>
      <ul class="plain">
        ${files}
      </ul>
    </td>
  </tr>`;
}

const GAPS: Readonly<Record<DomainFigures["status"], (domain: DomainFigures) => Html>> = {
  pass: () => html`${sign("good")} reached`,
  fail: ({ gap, missing }) => html`${sign("bad")} ${gap ?? 0} points, ${countText(missing)} more to cover`,
  "nothing-to-measure": () => html`${sign("none")} nothing to measure`,
};
