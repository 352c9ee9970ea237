import { html, type Html } from "./escape.js";
import { counted, emptySection, percentText, scroller, section, sign } from "./figures.js";
import type { Page, PageMutationPackage, PageSurvivor } from "./model.js";

const MOST_SURVIVORS = 100;

export function renderMutants({ mutants }: Page, anchorOf: (file: string) => string | null): Html {
  if (mutants.data === null) return emptySection("mutants", "Surviving mutants", mutants.missing);
  const { from, packages, survivors } = mutants.data;
  const shown = survivors.slice(0, MOST_SURVIVORS);
  const rest =
    survivors.length > shown.length
      ? html`<p class="empty">
          ${counted(survivors.length - shown.length, "more survivor")} left out here; <code>pnpm mutate</code> has them all.
        </p>`
      : null;
  const lead = html`${sign(survivors.length === 0 ? "good" : "bad")}
  ${survivors.length === 0 ? "No mutant survived" : `${counted(survivors.length, "mutant")} that no test noticed`}, by ${from}.`;
  return section(
    "mutants",
    "Surviving mutants",
    lead,
    html`${scoresTable(packages)}
      <ul class="survivors">
        ${shown.map((each) => item(each, anchorOf))}
      </ul>
      ${rest}`,
  );
}

function scoresTable(packages: readonly PageMutationPackage[]): Html {
  const head = html`<thead>
    <tr>
      <th scope="col">package</th>
      <th scope="col" class="num">score</th>
      <th scope="col" class="num">required</th>
      <th scope="col" class="num">noticed</th>
      <th scope="col" class="num">survived</th>
      <th scope="col" class="num">no test runs it</th>
    </tr>
  </thead>`;
  const rows = packages.map(({ name, score, threshold, counts }) => {
    const mark = score === null ? sign("none") : sign(score < threshold ? "bad" : "good");
    return html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="num" data-v="${score ?? -1}">${mark} ${percentText(score)}</td>
      <td class="num">${threshold} %</td>
      <td class="num">${counts.killed + counts.timeout}</td>
      <td class="num">${counts.survived}</td>
      <td class="num">${counts.noCoverage}</td>
    </tr>`;
  });
  return scroller(
    "Mutation scores",
    html`<table class="sortable">
      ${head}
      <tbody>
        ${rows}
      </tbody>
    </table>`,
  );
}

function item({ key, file, mutant, isOld }: PageSurvivor, anchorOf: (file: string) => string | null): Html {
  const anchor = anchorOf(file);
  const place = mutant === null ? file : `${file}:${mutant.line}`;
  const name = html`<bdi>${anchor === null ? place : html`<a href="#${anchor}">${place}</a>`}</bdi>`;
  const old = isOld ? html` <small>the file has changed since</small>` : null;
  if (mutant === null)
    return html`<li>${name}${old} <span class="soft">its text is known where it was run:</span> <code>pnpm mutate --key ${key}</code></li>`;
  const { mutator, original, replacement, status, hint } = mutant;
  const why = status === "noCoverage" ? "no test runs it" : "the tests that run it pass";
  return html`<li>
    ${name} <span class="soft">${mutator}, ${why}</span>${old}
    <div class="swap">
      <del><span class="unseen">instead of </span><code>${clipped(original)}</code></del
      ><ins><span class="unseen">this passes: </span><code>${clipped(replacement)}</code></ins>
    </div>
    ${hint !== null && html`<p>${hint}</p>`}<code>pnpm mutate --key ${key}</code>
  </li>`;
}

const LONGEST = 240;

function clipped(code: string): string {
  return code.length > LONGEST ? `${code.slice(0, LONGEST)}…` : code;
}
