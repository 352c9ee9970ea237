/** When a page can be seen. Times are milliseconds since the epoch. */
export interface Publication {
  /** The first moment. */
  readonly from: number;
  /** The first moment after it; null where it has no end. */
  readonly until: number | null;
}

export const PUBLICATION_RULES = ["ends-before-it-begins", "over-already"] as const;
export type PublicationFault = (typeof PUBLICATION_RULES)[number];

/** @returns every rule that the publication breaks, in the order of PUBLICATION_RULES; empty where readers can still see it. */
export function publicationFaults({ from, until }: Publication, now: number): PublicationFault[] {
  const broken: Record<PublicationFault, boolean> = {
    "ends-before-it-begins": until !== null && until <= from,
    "over-already": until !== null && until <= now,
  };
  return PUBLICATION_RULES.filter((rule) => broken[rule]);
}

/** @param publication null for a page that is not scheduled. */
export function isVisible(publication: Publication | null, now: number): boolean {
  return publication !== null && now >= publication.from && (publication.until === null || now < publication.until);
}
