import { describe, expect, it } from "vitest";
import { BIKES, BIKES_CONTENT, SEO } from "../__fixtures__/pages-world.js";
import { planPage, writePage } from "./page.js";

const publication = { from: 10, until: null };

describe("writing a page", () => {
  it("gives a page that is not scheduled", () => {
    expect(writePage(BIKES_CONTENT, undefined)).toEqual({ ...BIKES_CONTENT, publication: null });
  });

  it("keeps the schedule of the page before, and nothing else of it", () => {
    const before = { ...BIKES, sections: [], publication };
    expect(writePage(BIKES_CONTENT, before)).toEqual({ ...BIKES_CONTENT, publication });
  });

  it("is refused with the faults of the sections, then of the metadata", () => {
    expect(writePage({ ...BIKES_CONTENT, sections: [], seo: { ...SEO, title: "Bikes" } }, undefined)).toEqual({
      error: "bad-page",
      faults: ["no-section", "title-too-short"],
    });
  });
});

describe("scheduling a page", () => {
  it("sets the schedule and keeps the rest", () => {
    expect(planPage(BIKES, publication, 5)).toEqual({ ...BIKES_CONTENT, publication });
  });

  it("is refused where it would be over", () => {
    expect(planPage(BIKES, { from: 1, until: 5 }, 5)).toEqual({ error: "bad-schedule", faults: ["over-already"] });
  });
});
