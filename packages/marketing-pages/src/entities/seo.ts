/** What search engines are told of a page. */
export interface Seo {
  readonly title: string;
  readonly description: string;
  /** The address that the page is known by; null for its own. */
  readonly canonical: string | null;
}

export const SEO_RULES = [
  "title-too-short",
  "title-too-long",
  "description-too-short",
  "description-too-long",
  "canonical-not-an-address",
] as const;
export type SeoFault = (typeof SEO_RULES)[number];

/** In characters, without space at the ends. Longer texts are cut off in lists of results, shorter ones replaced. */
const TITLE = { shortest: 10, longest: 60 };
const DESCRIPTION = { shortest: 50, longest: 160 };

/** @returns every rule that the metadata breaks, in the order of SEO_RULES; empty where it is good. */
export function seoFaults({ title, description, canonical }: Seo): SeoFault[] {
  const broken: Record<SeoFault, boolean> = {
    "title-too-short": lengthOf(title) < TITLE.shortest,
    "title-too-long": lengthOf(title) > TITLE.longest,
    "description-too-short": lengthOf(description) < DESCRIPTION.shortest,
    "description-too-long": lengthOf(description) > DESCRIPTION.longest,
    "canonical-not-an-address": canonical !== null && !isCanonical(canonical),
  };
  return SEO_RULES.filter((rule) => broken[rule]);
}

/**
 * @param pageUrl the page's own address.
 * @returns the metadata to show: texts without space at the ends, the canonical address always stated.
 */
export function shownSeo({ title, description, canonical }: Seo, pageUrl: string): Seo & { readonly canonical: string } {
  return { title: title.trim(), description: description.trim(), canonical: canonical ?? pageUrl };
}

function lengthOf(text: string): number {
  return Array.from(text.trim()).length;
}

/** An absolute https address without query and fragment: those name a view of a page, not the page. */
function isCanonical(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash } = new URL(address);
  return protocol === "https:" && search === "" && hash === "";
}
