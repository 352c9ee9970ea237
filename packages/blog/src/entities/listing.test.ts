import { expect, it } from "vitest";
import { draftArticle, type Article } from "./article.js";
import { listPublished } from "./listing.js";

const article = (slug: string, publishedAt: number | null): Article => ({
  ...draftArticle(slug, slug, { title: slug, body: "." }, 0),
  publishedAt,
});
const eleven = Array.from({ length: 11 }, (_, index) => article(`n${index}`, index));

function check(articles: readonly Article[], page: number, slugs: string[], pageCount: number): void {
  const listing = listPublished(articles, page);
  expect(listing.articles.map(({ slug }) => slug)).toEqual(slugs);
  expect(listing.pageCount).toBe(pageCount);
}

const NEWEST_TEN = ["n10", "n9", "n8", "n7", "n6", "n5", "n4", "n3", "n2", "n1"];

it.each<[string, readonly Article[], number, string[], number]>([
  ["nothing published is no page", [article("a", null)], 1, [], 0],
  ["the newest comes first", [article("a", 1), article("b", 3), article("c", 2)], 1, ["b", "c", "a"], 1],
  ["drafts are left out", [article("a", 1), article("b", null)], 1, ["a"], 1],
  ["an article of the epoch is no draft", [article("a", 0)], 1, ["a"], 1],
  ["one time is ordered by slug", [article("b", 1), article("a", 1), article("c", 1)], 1, ["a", "b", "c"], 1],
  ["ten fill a page", eleven.slice(1), 1, NEWEST_TEN, 1],
  ["the first page holds the ten newest", eleven, 1, NEWEST_TEN, 2],
  ["the second page holds the rest", eleven, 2, ["n0"], 2],
  ["a page after the last is empty", eleven, 3, [], 2],
])("%s", (_sentence, articles, page, slugs, pageCount) => check(articles, page, slugs, pageCount));

it("the given list stays as it was", () => {
  const articles = [article("a", 1), article("b", 2)];
  listPublished(articles, 1);
  expect(articles.map(({ slug }) => slug)).toEqual(["a", "b"]);
});
