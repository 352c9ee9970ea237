import type { ArticleRepository } from "../../application/repositories/article-repository.js";
import type { Article } from "../../entities/article.js";

export function inMemoryArticles(initial: readonly Article[]): ArticleRepository {
  const byId = new Map(initial.map((article) => [article.id, article]));
  return {
    async add(article) {
      const taken = [...byId.values()].some(({ slug }) => slug === article.slug);
      if (!taken) byId.set(article.id, article);
      return !taken;
    },
    find: async (id) => byId.get(id),
    save: async (article) => void byId.set(article.id, article),
    all: async () => [...byId.values()],
  };
}
