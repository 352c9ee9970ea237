/** Slugs: the part of an article's address that is made from its title. */

/** In characters, without the number that keeps namesakes apart. */
const LONGEST = 60;
/** How many articles may have the same slug but for the number. */
export const SLUG_CANDIDATES = 50;

/** @returns the title's words in lower case, without accents, joined by hyphens; `article` where it holds neither letter nor digit. */
export function slugOf(title: string): string {
  const words = withoutAccents(title)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["article"];
  return Array.from(words.join("-")).slice(0, LONGEST).join("").replace(/-$/, "");
}

/** @returns the slugs that an article may take, the best first: `news`, `news-2`, `news-3`. */
export function slugCandidates(title: string): string[] {
  const slug = slugOf(title);
  return Array.from({ length: SLUG_CANDIDATES }, (_, index) => (index === 0 ? slug : `${slug}-${index + 1}`));
}

/** Decomposes, drops the accents and composes again: marks that are no accents, as in Hindi, stay. */
function withoutAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}
