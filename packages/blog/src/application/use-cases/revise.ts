import { reviseArticle, type Article, type ArticleText, type Refusal } from "../../entities/article.js";
import { changeArticle, type ChangeDeps } from "./change-article.js";

/** @returns the article with its new text; a refusal where it is unknown, or published and the new text not ready. */
export async function revise(deps: ChangeDeps, articleId: string, text: ArticleText): Promise<Article | Refusal> {
  return changeArticle(deps, articleId, (article) => reviseArticle(article, text));
}
