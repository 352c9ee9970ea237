import type { Refusal } from "../../entities/page.js";
import { isVisible } from "../../entities/publication.js";
import type { Section } from "../../entities/section.js";
import { shownSeo, type Seo } from "../../entities/seo.js";
import type { PageDeps } from "./schedule-page.js";

export interface ShowDeps extends PageDeps {
  /** Where the site is, without a slash at the end: `https://site.example`. */
  readonly origin: string;
}

/** A page as readers see it. */
export interface ShownPage {
  readonly sections: readonly Section[];
  readonly seo: Seo;
}

/** @returns the page; a refusal where it is not visible now, the same as for an unknown one: a schedule is no reader's business. */
export async function showPage({ pages, now, origin }: ShowDeps, path: string): Promise<ShownPage | Refusal> {
  const page = await pages.find(path);
  if (page === undefined || !isVisible(page.publication, now())) return { error: "unknown-page" };
  return { sections: page.sections, seo: shownSeo(page.seo, origin + page.path) };
}
