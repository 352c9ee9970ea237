import { expect, it } from "vitest";
import { SLUG_CANDIDATES, slugCandidates, slugOf } from "./slug.js";

function check(title: string, slug: string): void {
  expect(slugOf(title)).toBe(slug);
}

it.each([
  ["words are joined by hyphens, in lower case", "Hello New World", "hello-new-world"],
  ["digits are kept", "Top 10 of 2024", "top-10-of-2024"],
  ["punctuation is one hyphen, and none at the ends", "  What?! -- Yes...", "what-yes"],
  ["accents are dropped", "Crème Brûlée à la Ångström", "creme-brulee-a-la-angstrom"],
  ["a dotted capital leaves no dot", "İstanbul", "istanbul"],
  ["ligatures are taken apart", "ﬁne", "fine"],
  ["letters of any script are kept", "Тест слов", "тест-слов"],
  ["syllables stay whole", "한국", "한국"],
  ["vowel signs are no accents", "हिन्दी", "हिन्दी"],
  ["a title without letter or digit has a slug too", "?!", "article"],
  ["an empty title has a slug too", "", "article"],
  ["sixty characters are kept", "a".repeat(60), "a".repeat(60)],
  ["the rest is cut off", "a".repeat(61), "a".repeat(60)],
  ["no hyphen is left at the cut", `${"a".repeat(59)} b`, "a".repeat(59)],
  ["no character is cut in two", "𝒳".repeat(61), "x".repeat(60)],
  ["nor is one of two code units", "𐐨".repeat(61), "𐐨".repeat(60)],
])("%s", (_sentence, title, slug) => check(title, slug));

it("the candidates are the slug, then the slug with a number from 2 on", () => {
  expect(slugCandidates("News!").slice(0, 3)).toEqual(["news", "news-2", "news-3"]);
});

it("there are fifty different candidates", () => {
  const candidates = slugCandidates("News");
  expect(SLUG_CANDIDATES).toBe(50);
  expect(new Set(candidates).size).toBe(50);
  expect(candidates.at(-1)).toBe("news-50");
});
