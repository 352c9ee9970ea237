/** A part of a page, shown from top to bottom. */
export type Section =
  | { readonly kind: "hero"; readonly heading: string; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "call-to-action"; readonly label: string; readonly target: string };

export const SECTION_RULES = ["no-section", "too-many-sections", "hero-not-first", "nothing-but-calls"] as const;
export type SectionFault = (typeof SECTION_RULES)[number];

const MOST_SECTIONS = 20;

/** @returns every rule that the sections break, in the order of SECTION_RULES; empty where they are good. */
export function sectionFaults(sections: readonly Section[]): SectionFault[] {
  const broken: Record<SectionFault, boolean> = {
    "no-section": sections.length === 0,
    "too-many-sections": sections.length > MOST_SECTIONS,
    // A second hero breaks it too: it cannot be first.
    "hero-not-first": sections.slice(1).some(({ kind }) => kind === "hero"),
    "nothing-but-calls": sections.length > 0 && sections.every(({ kind }) => kind === "call-to-action"),
  };
  return SECTION_RULES.filter((rule) => broken[rule]);
}
