/** What the page can do beyond being read: filter, sort, and the choice of a theme. Plain JavaScript, because it is hashed and run as it stands. */
export const SCRIPT = String.raw`
"use strict";
const root = document.documentElement;
const THEMES = ["automatic", "light", "dark"];
const button = document.getElementById("theme");
const remembered = () => { try { return localStorage.getItem("bandline-theme"); } catch { return null; } };
const remember = (theme) => { try { localStorage.setItem("bandline-theme", theme); } catch { /* the next page asks again */ } };
const show = (theme) => {
  if (theme === "automatic") delete root.dataset.theme; else root.dataset.theme = theme;
  button.textContent = "Theme: " + theme;
};
let theme = THEMES.includes(remembered()) ? remembered() : "automatic";
show(theme);
button.hidden = false;
button.addEventListener("click", () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  show(theme);
  remember(theme);
});

const reveal = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

const valueOf = (cell) => {
  const text = cell.dataset.v ?? cell.textContent.trim();
  if (text === "–") return -1;
  return text === "" || Number.isNaN(Number(text)) ? text.toLowerCase() : Number(text);
};
const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
for (const table of document.querySelectorAll("table.sortable")) {
  table.tHead.querySelectorAll("th").forEach((head, column) => {
    if ("plain" in head.dataset) return;
    const sorter = document.createElement("button");
    sorter.type = "button";
    sorter.append(...head.childNodes);
    head.append(sorter);
    sorter.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.querySelectorAll("th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows].map((row) => [valueOf(row.cells[column]), row]);
      rows.sort(([a], [b]) => (down ? compare(b, a) : compare(a, b)));
      table.tBodies[0].append(...rows.map(([, row]) => row));
    });
  });
}

const filter = document.getElementById("filter");
const below = document.getElementById("below");
const found = document.getElementById("found");
const parts = [...document.querySelectorAll("details.package")];
let opened = null;
const narrow = () => {
  const word = filter.value.trim().toLowerCase();
  const asked = word !== "" || below.checked;
  opened ??= new Set(parts.filter((part) => part.open));
  let count = 0;
  for (const part of parts) {
    let here = 0;
    for (const row of part.querySelectorAll("table.files tbody tr")) {
      const fits = (word === "" || row.cells[0].textContent.toLowerCase().includes(word)) && (!below.checked || row.querySelector(".b") !== null);
      row.hidden = !fits;
      if (fits) here += 1;
    }
    part.hidden = here === 0 && asked;
    part.open = asked ? here > 0 : opened.has(part);
    count += here;
  }
  if (!asked) opened = null;
  found.textContent = asked ? count + (count === 1 ? " file" : " files") : "";
};
let waiting = 0;
filter.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(narrow, 120); });
below.addEventListener("change", narrow);
document.querySelector(".tools").hidden = false;
`;
