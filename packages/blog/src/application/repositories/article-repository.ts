import type { Article } from "../../entities/article.js";

export interface ArticleRepository {
  /** @returns false where the slug is taken: nothing is stored then. One step, so that two drafts at once never share a slug. */
  add(article: Article): Promise<boolean>;
  find(id: string): Promise<Article | undefined>;
  /** Replaces the article of the same id. */
  save(article: Article): Promise<void>;
  /** In no order. */
  all(): Promise<readonly Article[]>;
}
