import { describe, expect, it } from "vitest";
import { parsed } from "./html/__fixtures__/parsed.js";
import { BADGES, renderBadge, type BadgeFigure } from "./badges.js";

const GREEN = "#2a7d4f";
const AMBER = "#9a6700";
const RED = "#b3382c";
const GREY = "#6b6f76";

function check(figure: BadgeFigure, message: string, colour: string): void {
  const svg = renderBadge("branches", figure);
  const [root] = parsed(svg).all.filter(({ tag }) => tag === "svg");
  expect(root?.attributes).toMatchObject({ role: "img", "aria-label": `branches: ${message}` });
  expect(root?.all.find(({ tag }) => tag === "title")?.text).toBe(`branches: ${message}`);
  expect(svg).toContain(`fill="${colour}"`);
  for (const other of [GREEN, AMBER, RED, GREY].filter((each) => each !== colour)) expect(svg).not.toContain(other);
}

describe("a badge", () => {
  it.each<[string, number | null, number | null, string, string]>([
    ["is green at the band", 95.87, 0, "95.87%", GREEN],
    ["is amber where it is nearly met", 88.9, 6.97, "88.9%", AMBER],
    ["is amber ten points below", 85.87, 10, "85.87%", AMBER],
    ["is red below that", 80, 15.87, "80%", RED],
    ["is green at 80 where there is no band", 80, null, "80%", GREEN],
    ["is amber from 70 then", 70, null, "70%", AMBER],
    ["is red below 70 then", 69.99, null, "69.99%", RED],
    ["is grey where nobody knows", null, null, "unknown", GREY],
  ])("%s", (_sentence, pct, short, message, colour) => check({ pct, short }, message, colour));

  it.each(BADGES)("of %s is the same bytes every time, and asks for nothing", (name) => {
    const svg = renderBadge(name, { pct: 50, short: null });
    expect(renderBadge(name, { pct: 50, short: null })).toBe(svg);
    expect(svg.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:|<script/);
    expect(svg.endsWith("</svg>\n")).toBe(true);
  });

  it("says what a score is of", () => expect(renderBadge("mutation", { pct: 1, short: 0 })).toContain("mutation score: 1%"));
});
