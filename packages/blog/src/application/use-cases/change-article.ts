import type { Article, Refusal } from "../../entities/article.js";
import type { ArticleRepository } from "../repositories/article-repository.js";

export interface ChangeDeps {
  readonly articles: ArticleRepository;
}

/** @returns what `change` makes of the article, stored; a refusal, its own or of an unknown id, stores nothing. */
export async function changeArticle(
  { articles }: ChangeDeps,
  articleId: string,
  change: (article: Article) => Article | Refusal,
): Promise<Article | Refusal> {
  const article = await articles.find(articleId);
  if (article === undefined) return { error: "unknown-article" };
  const changed = change(article);
  if (!("error" in changed)) await articles.save(changed);
  return changed;
}
