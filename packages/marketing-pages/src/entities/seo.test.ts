import { expect, it } from "vitest";
import { SEO } from "../__fixtures__/pages-world.js";
import { seoFaults, shownSeo, type Seo, type SeoFault } from "./seo.js";

function check(changed: Partial<Seo>, faults: SeoFault[]): void {
  expect(seoFaults({ ...SEO, ...changed })).toEqual(faults);
}

it.each<[string, Partial<Seo>, SeoFault[]]>([
  ["title and description of the right length are good", {}, []],
  ["a title of 10 is long enough", { title: "t".repeat(10) }, []],
  ["a title of 9 is not", { title: "t".repeat(9) }, ["title-too-short"]],
  ["space at the ends does not count", { title: `  ${"t".repeat(9)}  ` }, ["title-too-short"]],
  ["a title of 60 is short enough", { title: "t".repeat(60) }, []],
  ["a title of 61 is not", { title: "t".repeat(61) }, ["title-too-long"]],
  ["characters are counted, not code units", { title: "🚲".repeat(60) }, []],
  ["a description of 50 is long enough", { description: "d".repeat(50) }, []],
  ["a description of 49 is not", { description: "d".repeat(49) }, ["description-too-short"]],
  ["a description of 160 is short enough", { description: "d".repeat(160) }, []],
  ["a description of 161 is not", { description: "d".repeat(161) }, ["description-too-long"]],
  ["a canonical address is absolute", { canonical: "https://site.example/bikes" }, []],
  ["a path is no address", { canonical: "/bikes" }, ["canonical-not-an-address"]],
  ["an empty text is no address", { canonical: "" }, ["canonical-not-an-address"]],
  ["a canonical address is safe", { canonical: "http://site.example/bikes" }, ["canonical-not-an-address"]],
  ["a canonical address has no query", { canonical: "https://site.example/bikes?a=1" }, ["canonical-not-an-address"]],
  ["a canonical address has no fragment", { canonical: "https://site.example/bikes#top" }, ["canonical-not-an-address"]],
  [
    "every fault is told, in a fixed order",
    { title: "", description: "", canonical: "x" },
    ["title-too-short", "description-too-short", "canonical-not-an-address"],
  ],
])("%s", (_sentence, changed, faults) => check(changed, faults));

it("a page without a canonical address is known by its own", () => {
  expect(shownSeo(SEO, "https://site.example/bikes")).toEqual({ ...SEO, canonical: "https://site.example/bikes" });
});

it("a stated canonical address is shown, and the texts without space at the ends", () => {
  const seo = { title: " Bikes ", description: "\nFor all. ", canonical: "https://a.example/" };
  expect(shownSeo(seo, "https://site.example/bikes")).toEqual({
    title: "Bikes",
    description: "For all.",
    canonical: "https://a.example/",
  });
});
