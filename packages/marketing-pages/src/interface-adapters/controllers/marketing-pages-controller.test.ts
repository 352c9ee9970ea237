import { describe, expect, it } from "vitest";
import { BIKES, BIKES_CONTENT, SEO, pagesWorld } from "../../__fixtures__/pages-world.js";
import type { Page } from "../../entities/page.js";
import { marketingPagesController } from "./marketing-pages-controller.js";

type Method = keyof ReturnType<typeof marketingPagesController>;

async function check(method: Method, input: unknown, expected: object, pages: readonly Page[] = []): Promise<void> {
  expect(await marketingPagesController(pagesWorld(pages))[method](input)).toEqual(expected);
}

const schedule = { path: "/bikes", from: 2_000, until: null };
const visible = { ...BIKES, publication: { from: 0, until: null } };
const shown = { sections: BIKES.sections, seo: { ...SEO, canonical: "https://site.example/bikes" } };
const unknown = { status: 404, body: { error: "unknown-page" } };
const invalid = (...fields: string[]) => ({ status: 400, body: { error: "invalid-input", fields } });

describe("the marketing pages' controller", () => {
  it.each<[string, Method, unknown, object, Page[]?]>([
    ["saves a page", "savePage", BIKES_CONTENT, { status: 200, body: BIKES }],
    ["saves the first page", "savePage", { ...BIKES_CONTENT, path: "/" }, { status: 200, body: { ...BIKES, path: "/" } }],
    [
      "tells the faults of a page",
      "savePage",
      { ...BIKES_CONTENT, seo: { ...SEO, title: "Bikes" } },
      { status: 422, body: { error: "bad-page", faults: ["title-too-short"] } },
    ],
    ["saves no page of another site", "savePage", { ...BIKES_CONTENT, path: "//a.example" }, invalid("path")],
    ["saves no path that ends in a slash", "savePage", { ...BIKES_CONTENT, path: "/bikes/" }, invalid("path")],
    ["knows no section called film", "savePage", { ...BIKES_CONTENT, sections: [{ kind: "film" }] }, invalid("sections.0.kind")],
    [
      "names the fields that are wrong",
      "savePage",
      { path: "bikes", sections: [{ kind: "text", text: "" }], seo: {} },
      invalid("path", "sections.0.text", "seo.title", "seo.description", "seo.canonical"),
    ],
    ["schedules a page", "schedulePage", schedule, { status: 200, body: { ...BIKES, publication: { from: 2_000, until: null } } }, [BIKES]],
    ["does not schedule what is unknown", "schedulePage", schedule, unknown],
    [
      "tells the faults of a schedule",
      "schedulePage",
      { ...schedule, until: 2_000 },
      { status: 422, body: { error: "bad-schedule", faults: ["ends-before-it-begins"] } },
      [BIKES],
    ],
    ["does not schedule without a time", "schedulePage", { path: "/bikes" }, invalid("from", "until")],
    ["shows a page", "showPage", { path: "/bikes" }, { status: 200, body: shown }, [visible]],
    ["does not show what is not scheduled", "showPage", { path: "/bikes" }, unknown, [BIKES]],
    ["does not show without a path", "showPage", null, invalid("")],
  ])("%s", (_sentence, method, input, expected, pages) => check(method, input, expected, pages));
});
