import { unpublishArticle, type Article, type Refusal } from "../../entities/article.js";
import { changeArticle, type ChangeDeps } from "./change-article.js";

/** @returns the article as a draft, its slug still its own; a refusal where it is unknown or a draft already. */
export async function unpublish(deps: ChangeDeps, articleId: string): Promise<Article | Refusal> {
  return changeArticle(deps, articleId, unpublishArticle);
}
