import { describe, expect, it } from "vitest";
import { BIKES, BIKES_CONTENT, SEO, pagesWorld, readOnlyWorld } from "../../__fixtures__/pages-world.js";
import { savePage } from "./save-page.js";

describe("saving a page", () => {
  it("stores a new one without a schedule", async () => {
    const world = pagesWorld();
    expect(await savePage(world, BIKES_CONTENT)).toEqual(BIKES);
    expect(await world.pages.find("/bikes")).toEqual(BIKES);
  });

  it("replaces the content of a known one and keeps its schedule", async () => {
    const publication = { from: 10, until: null };
    const world = pagesWorld([{ ...BIKES, publication }]);
    const seo = { ...SEO, title: "Bikes that last longer" };
    await savePage(world, { ...BIKES_CONTENT, seo });
    expect(await world.pages.find("/bikes")).toEqual({ ...BIKES, seo, publication });
  });

  it("is refused where the content breaks a rule, and nothing is stored", async () => {
    const empty = { ...BIKES_CONTENT, sections: [] };
    expect(await savePage(readOnlyWorld(), empty)).toEqual({ error: "bad-page", faults: ["no-section"] });
  });
});
