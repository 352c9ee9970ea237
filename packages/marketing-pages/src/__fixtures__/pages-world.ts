import type { Page, PageContent } from "../entities/page.js";
import { inMemoryPages } from "../interface-adapters/repositories/in-memory.js";

export const SEO = {
  title: "Bikes that last",
  description: "Bikes for children and grown-ups, made by hand and repaired for life.",
  canonical: null,
};

export const BIKES_CONTENT: PageContent = {
  path: "/bikes",
  sections: [
    { kind: "hero", heading: "Bikes", text: "For all." },
    { kind: "text", text: "They last." },
    { kind: "call-to-action", label: "Buy", target: "/shop" },
  ],
  seo: SEO,
};

/** Not scheduled. */
export const BIKES: Page = { ...BIKES_CONTENT, publication: null };

/** The given pages, and a clock that stands at 1,000. */
export function pagesWorld(pages: readonly Page[] = []) {
  return { pages: inMemoryPages(pages), now: () => 1_000, origin: "https://site.example" };
}

/** BIKES alone, where storing anything is an error. */
export function readOnlyWorld() {
  const { pages, ...rest } = pagesWorld([BIKES]);
  return { ...rest, pages: { ...pages, save: () => Promise.reject(new Error("nothing is to be stored")) } };
}
