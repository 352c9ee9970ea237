/** The holes, seen at once: every file a cell, as large as the lines that it can run. */
import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from "d3-hierarchy";
import { html, type Html } from "./escape.js";
import { counted, emptySection, percentText, scroller, section } from "./figures.js";
import type { Page, PageFile } from "./model.js";

const WIDTH = 1120;
const HEIGHT = 560;

interface Cell {
  readonly name: string;
  readonly file?: PageFile;
  readonly cells?: readonly Cell[];
}
type Placed = HierarchyRectangularNode<Cell>;

export function renderMap({ packages }: Page, anchorOf: (file: string) => string | null): Html {
  const cells = packages
    .map(({ name, files }) => ({
      name,
      cells: files.filter(({ totals }) => totals.lines.total > 0).map((file) => ({ name: file.file, file })),
    }))
    .filter((each) => each.cells.length > 0);
  if (cells.length === 0) return emptySection("map", "Map of the holes", { why: "No file has a line that can run.", next: null });
  const root = treemap<Cell>()
    .tile(treemapSquarify.ratio(1.4))
    .size([WIDTH, HEIGHT])
    .paddingInner(1)
    .paddingOuter(2)
    .paddingTop(({ depth }) => (depth === 1 ? 18 : 0))
    .round(true)(
    hierarchy<Cell>({ name: "", cells }, (cell) => cell.cells)
      .sum(({ file }) => file?.totals.lines.total ?? 0)
      .sort((a, b) => (b.value as number) - (a.value as number)),
  );
  const heads = (root.children ?? []).map(headOf);
  const files = root.leaves().map((leaf) => cellOf(leaf, anchorOf));
  const lead = `${counted(files.length, "file")} with lines that can run. The larger a cell, the more of them; the redder and the denser its pattern, the fewer ran. Each leads to its row.`;
  const svg = html`<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="Map of files by lines">
    ${patterns()}${heads}${files}
  </svg>`;
  return section(
    "map",
    "Map of the holes",
    lead,
    html`<p><a class="skip" href="#mutants">Skip the map</a></p>
      ${legend()}${scroller("Map of files", svg)}`,
  );
}

/** From the worst: below which percentage, the class of the cell, and what a legend calls it. */
const STEPS = [
  { below: 50, css: "h0", words: "below 50" },
  { below: 75, css: "h1", words: "50 to 75" },
  { below: 90, css: "h2", words: "75 to 90" },
  { below: 100, css: "h3", words: "90 to 100" },
  { below: Number.POSITIVE_INFINITY, css: "h4", words: "all" },
] as const;

function stepOf(pct: number): (typeof STEPS)[number]["css"] {
  return (STEPS.find(({ below }) => pct < below) as (typeof STEPS)[number]).css;
}

function legend(): Html {
  return html`<p class="legend">
    Lines that ran, in percent:
    ${STEPS.map(
      ({ css, words }) =>
        html`<span
          ><svg viewBox="0 0 18 12" aria-hidden="true"><rect class="${css}" width="18" height="12" /></svg> ${words}</span
        >`,
    )}
  </p>`;
}

/** The worst are told by their stripes too, not by colour alone. */
function patterns(): Html {
  return html`<defs>${stripes("h0", 5, 2)}${stripes("h1", 8, 1.6)}${stripes("h2", 14, 1.2)}</defs>`;
}

function stripes(css: string, every: number, width: number): Html {
  return html`<pattern id="p-${css}" width="${every}" height="${every}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><rect class="${css}-fill" width="${every}" height="${every}" /><rect class="${css}-stripe" width="${width}" height="${every}"
  /></pattern>`;
}

function headOf({ data, x0, x1, y0 }: Placed): Html {
  const label = shortened(data.name, x1 - x0 - 8);
  return html`${label !== "" && html`<text class="head" x="${x0 + 4}" y="${y0 + 13}">${label}</text>`}`;
}

function cellOf({ data, x0, x1, y0, y1 }: Placed, anchorOf: (file: string) => string | null): Html {
  const { file, totals, isStale } = data.file as PageFile;
  const { pct, covered, total } = totals.lines;
  const width = x1 - x0;
  const height = y1 - y0;
  const share = percentText(pct);
  const base = height < 15 ? "" : shortened(file.slice(file.lastIndexOf("/") + 1), width - 8);
  const text = base !== "" && html`<text x="${x0 + 4}" y="${y0 + 13}">${base}</text>`;
  const figure = base !== "" && height >= 32 && width >= 62 && html`<text class="pct" x="${x0 + 4}" y="${y0 + 27}">${share}</text>`;
  const css = stepOf(pct as number);
  return html`<a href="#${anchorOf(file)}"
    ><title>${file}: ${share}, ${total - covered} of ${total} lines did not run${isStale && ", measured from another text"}</title
    ><rect class="${css}" x="${x0}" y="${y0}" width="${width}" height="${height}" />${text}${figure}</a
  >`;
}

const LETTER = 6.3;

/** @returns as much of the word as fits; nothing where that would be no word. */
function shortened(text: string, width: number): string {
  const room = Math.floor(width / LETTER);
  const signs = Array.from(text);
  if (signs.length <= room) return text;
  return room < 6 ? "" : `${signs.slice(0, room - 1).join("")}…`;
}
