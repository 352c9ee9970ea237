import { draftArticle, type Article } from "../entities/article.js";
import { inMemoryArticles } from "../interface-adapters/repositories/in-memory.js";

/** A draft that is ready for readers; its id is its slug. */
export const articleNamed = (slug: string): Article => draftArticle(slug, slug, { title: "News", body: "All is well." }, 0);

export const NEWS = articleNamed("news");

/** The given articles, a clock that stands at 1,000, and `a9` as the next id. */
export function blogWorld(articles: readonly Article[] = []) {
  return { articles: inMemoryArticles(articles), now: () => 1_000, newId: () => "a9" };
}
