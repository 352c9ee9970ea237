import { describe, expect, it } from "vitest";
import { page, point, trend } from "./__fixtures__/pages.js";
import { find, parsed, type Element } from "./__fixtures__/parsed.js";
import { sparkline } from "./chart.js";
import type { PageMove, PageTrend } from "./model.js";
import { renderTrend } from "./trend.js";

const shown = (document: PageTrend) => parsed(renderTrend(page({ trend: { data: document, missing: null } })).toString());
const paths = (html: Element, css: string) => find(html, "path", css).map(({ attributes }) => attributes["d"]);
/** The trend's lines without those of the legend. */
const linesOf = (html: Element) => paths(html, "line").slice(2);
const DAYS = ["2026-05-01", "2026-05-02", "2026-05-05"];
const [first, second, third] = DAYS.map((day, at) => point(day, 80 + at * 5)) as [
  PageTrend["points"][number],
  PageTrend["points"][number],
  PageTrend["points"][number],
];

describe("the chart", () => {
  it("has a line for lines and one for branches, placed by time", () => {
    const html = shown(trend([first, second, third]));
    expect(linesOf(html)).toEqual(["M46 182L253 140L874 98", "M46 224L253 182L874 140"]);
    expect(
      find(html, "circle", "dot")
        .slice(1)
        .map(({ text }) => text),
    ).toEqual([
      "2026-05-01 c202605: 80.00 % of lines · Change",
      "2026-05-02 c202605: 85.00 % of lines · Change",
      "2026-05-05 c202605: 90.00 % of lines · Change",
    ]);
    expect(html.text).toContain("3 points, from 2026-05-01 to 2026-05-05.");
  });

  it("is placed by order where clocks do not go forward", () => {
    const html = shown(trend([third, second, first]));
    expect(linesOf(html)[0]).toMatch(/^M46 .*L460 .*L874 /);
    expect(find(html, "svg", "chart")[0]?.attributes["aria-label"]).toContain("by order of the points");
  });

  it("puts a point that is alone into the middle", () => {
    const html = shown(trend([first]));
    expect(linesOf(html)[0]).toMatch(/^M460 [\d.]+$/);
    expect(html.text).toContain("1 point, of 2026-05-01.");
  });

  it("is broken where another provider measures, and says so", () => {
    const other = { ...second, provider: "istanbul" };
    const breaks: PageTrend["breaks"] = [{ commit: second.commit, at: second.at, reason: "provider-changed", from: "v8", to: "istanbul" }];
    const html = shown(trend([first, other, third], { breaks }));
    expect(linesOf(html)[0]).toMatch(/^M46 [\d.]+M253 [\d.]+L874 [\d.]+$/);
    expect(find(html, "path", "cut")).toHaveLength(1);
    expect(html.text).toContain("istanbul from here");
    expect(html.text).toContain("1 break where another provider measured");
    expect(html.text).toContain("before: v8");
  });

  it("has a hole where nothing was measured, and no name at the end of a line that is not there", () => {
    const nothing = { ...point("2026-05-02", null), subject: null, commit: null };
    expect(linesOf(shown(trend([first, nothing, third])))[0]).toMatch(/^M46 [\d.]+M874 [\d.]+$/);
    const html = shown(trend([first, nothing]));
    expect(find(html, "text", "name")).toEqual([]);
    expect(html.text).toContain("2026-05-02 on disk v8 – –");
  });

  it("has names apart where its lines end at one place", () => {
    const same = point("2026-05-02", 90);
    const close = { ...same, repo: { ...same.repo, branches: same.repo.lines } };
    const [upper, lower] = find(shown(trend([first, close])), "text", "name").map(({ attributes }) => Number(attributes["y"]));
    expect((lower as number) - (upper as number)).toBe(14);
  });

  it.each([
    [96, "100 % 95 % 90 % 85 %"],
    [70, "100 % 90 % 80 % 70 % 60 %"],
    [50, "100 % 80 % 60 % 40 %"],
    [5, "100 % 80 % 60 % 40 % 20 % 0 %"],
  ])("has room for %d percent", (low, ticks) => {
    const html = shown(trend([point("2026-05-01", low)]));
    expect(
      find(html, "text", "end")
        .map(({ text }) => text)
        .join(" "),
    ).toBe(ticks);
  });

  it("names commits that have no message by themselves", () =>
    expect(find(shown(trend([{ ...first, commit: null, subject: null }])), "circle", "dot")[1]?.text).toBe(
      "2026-05-01 on disk: 80.00 % of lines",
    ));
});

describe("the moves", () => {
  const move = (more: Partial<PageMove>): PageMove => ({
    ...{ scope: "repo", package: null, name: null, metric: "lines", points: 1 },
    ...{ commit: "c0ffee00", at: "2026-05-02T00:00:00Z" },
    ...more,
  });
  it("are the largest, with their signs and units", () => {
    const moves = [
      move({ points: -3.5 }),
      move({ scope: "layer", package: "p", name: "entities", points: 2 }),
      move({ metric: "test-time", points: 9, commit: null }),
      move({ metric: "tests", points: -4, scope: "package", name: "q" }),
      move({ points: 0 }),
    ];
    const items = find(find(shown(trend([first, second], { moves })), "ul", "moves")[0] as Element, "li");
    expect(items.map(({ text }) => text)).toEqual([
      "−3.5 points lines of the repository 2026-05-02 · c0ffee0",
      "+2 points lines of p · entities 2026-05-02 · c0ffee0",
      "+9 s test-time of the repository 2026-05-02",
      "−4 tests tests of q 2026-05-02 · c0ffee0",
    ]);
    expect(items.map((item) => find(item, "strong")[0]?.attributes["class"])).toEqual(["bad", "good", "bad", "bad"]);
  });

  it("are not told where there are none", () => expect(find(shown(trend([first])), "ul", "moves")).toEqual([]));
});

it("a history without a point says so", () => expect(shown(trend([])).text).toContain("The history has no point yet."));

describe("a sparkline", () => {
  it.each<[string, (number | null)[], string[]]>([
    ["goes from the first to the last", [50, 75, 100], ["M2 18L40 10L78 2"]],
    ["has a hole where nothing is known", [50, null, 100], ["M2 18M78 2"]],
    ["is flat where nothing moved", [50, 50], ["M2 18L78 18"]],
    ["is none of one point", [50, null], []],
  ])("%s", (_sentence, values, lines) => expect(paths(parsed(sparkline(values)?.toString() ?? ""), "line")).toEqual(lines));
});
