import { expect, it } from "vitest";
import { BIKES, SEO, pagesWorld } from "../../__fixtures__/pages-world.js";
import type { Publication } from "../../entities/publication.js";
import { showPage } from "./show-page.js";

const show = (publication: Publication | null, path = "/bikes") => showPage(pagesWorld([{ ...BIKES, publication }]), path);

it("showing gives the sections and the metadata with the page's own address", async () => {
  expect(await show({ from: 1_000, until: null })).toEqual({
    sections: BIKES.sections,
    seo: { ...SEO, canonical: "https://site.example/bikes" },
  });
});

it.each<[string, Publication | null, string]>([
  ["a page that is not scheduled", null, "/bikes"],
  ["a page before its time", { from: 1_001, until: null }, "/bikes"],
  ["a page after its time", { from: 0, until: 1_000 }, "/bikes"],
  ["an unknown page", { from: 0, until: null }, "/cars"],
])("showing %s is refused", async (_sentence, publication, path) => {
  expect(await show(publication, path)).toEqual({ error: "unknown-page" });
});
