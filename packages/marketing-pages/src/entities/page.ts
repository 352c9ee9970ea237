import { publicationFaults, type Publication, type PublicationFault } from "./publication.js";
import { sectionFaults, type Section, type SectionFault } from "./section.js";
import { seoFaults, type Seo, type SeoFault } from "./seo.js";

/** What an editor writes. */
export interface PageContent {
  /** Begins with a slash, unique among all pages. */
  readonly path: string;
  readonly sections: readonly Section[];
  readonly seo: Seo;
}

export interface Page extends PageContent {
  /** null while the page is not scheduled. */
  readonly publication: Publication | null;
}

/** Why a request was not carried out. */
export type Refusal =
  | { readonly error: "unknown-page" }
  | { readonly error: "bad-page"; readonly faults: readonly (SectionFault | SeoFault)[] }
  | { readonly error: "bad-schedule"; readonly faults: readonly PublicationFault[] };

/**
 * @param known the page that has been stored under the same path.
 * @returns the page in the schedule of the known one, or in none; a refusal with the faults of its sections, then of its metadata.
 */
export function writePage({ path, sections, seo }: PageContent, known: Page | undefined): Page | Refusal {
  const faults = [...sectionFaults(sections), ...seoFaults(seo)];
  return faults.length > 0 ? { error: "bad-page", faults } : { path, sections, seo, publication: known?.publication ?? null };
}

/** @returns the page with the schedule; a refusal where readers would never see it. */
export function planPage(page: Page, publication: Publication, now: number): Page | Refusal {
  const faults = publicationFaults(publication, now);
  return faults.length > 0 ? { error: "bad-schedule", faults } : { ...page, publication };
}
