import { publishArticle, type Article, type Refusal } from "../../entities/article.js";
import type { Clock } from "../services/services.js";
import { changeArticle, type ChangeDeps } from "./change-article.js";

/** @returns the article, visible to readers from now on; a refusal where it is unknown, published already or not ready. */
export async function publish(deps: ChangeDeps & { readonly now: Clock }, articleId: string): Promise<Article | Refusal> {
  return changeArticle(deps, articleId, (article) => publishArticle(article, deps.now()));
}
