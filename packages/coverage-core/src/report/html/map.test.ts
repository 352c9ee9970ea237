import { describe, expect, it } from "vitest";
import { file, pack, page } from "./__fixtures__/pages.js";
import { find, parsed } from "./__fixtures__/parsed.js";
import { renderMap } from "./map.js";

const shown = (...packages: Parameters<typeof pack>[]) =>
  parsed(renderMap(page({ packages: packages.map((each) => pack(...each)) }), (name) => `row-${name}`).toString());
const cellsOf = (...packages: Parameters<typeof pack>[]) => find(shown(...packages), "svg", "map").flatMap((map) => find(map, "a"));
const area = (cell: ReturnType<typeof cellsOf>[number]) => {
  const [rect] = find(cell, "rect");
  return Number(rect?.attributes["width"]) * Number(rect?.attributes["height"]);
};

describe("the map", () => {
  it("has a cell for each file with lines, as large as they are many, that leads to its row", () => {
    const cells = cellsOf(["p", [file("small.ts", 10, 10), file("large.ts", 30, 30), file("none.ts", 0, 0)]]);
    expect(cells.map(({ attributes }) => attributes["href"])).toEqual(["#row-large.ts", "#row-small.ts"]);
    const [large, small] = cells.map(area) as [number, number];
    expect(large / small).toBeCloseTo(3, 1);
  });

  it.each([
    [0, "h0"],
    [49, "h0"],
    [50, "h1"],
    [75, "h2"],
    [90, "h3"],
    [99, "h3"],
    [100, "h4"],
  ])("tells %d percent by %s", (covered, css) => {
    const [cell] = cellsOf(["p", [file("a.ts", covered, 100)]]);
    expect(find(cell as NonNullable<typeof cell>, "rect")[0]?.attributes["class"]).toBe(css);
  });

  it("says what a cell is, in it and by its title", () => {
    const [cell] = cellsOf(["p", [file("dir/a.ts", 1, 4, { isStale: true })]]);
    expect(cell?.text).toBe("dir/a.ts: 25.00 %, 3 of 4 lines did not run, measured from another texta.ts25.00 %");
  });

  it("cuts names that do not fit, and leaves out what would be none", () => {
    const files = Array.from({ length: 40 }, (_, at) =>
      file(`dir/a-very-long-name-of-a-file-that-goes-on-and-on-over-more-than-its-cell-${at}.ts`, 1, at < 8 ? 40 : 1),
    );
    const texts = cellsOf(["p", files]).map((cell) => find(cell, "text").map(({ text }) => text));
    expect(texts[0]?.[0]).toMatch(/^a-very-.*…$/);
    expect(texts.at(-1)).toEqual([]);
  });

  it("names its packages where there is room", () => {
    const heads = find(shown(["@shop/large", [file("a.ts", 1, 4_000)]], ["@shop/tiny", [file("b.ts", 1, 1)]]), "text", "head");
    expect(heads.map(({ text }) => text)).toEqual(["@shop/large"]);
  });

  it("can be skipped", () => expect(find(shown(["p", [file("a.ts", 1, 1)]]), "a", "skip")[0]?.attributes["href"]).toBe("#mutants"));

  it("is none where no file has lines", () =>
    expect(shown(["p", [file("a.ts", 0, 0)]]).text).toContain("No file has a line that can run."));
});
