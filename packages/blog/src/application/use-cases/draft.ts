import { draftArticle, type Article, type ArticleText, type Refusal } from "../../entities/article.js";
import { slugCandidates } from "../../entities/slug.js";
import type { ArticleRepository } from "../repositories/article-repository.js";
import type { Clock, NewId } from "../services/services.js";

export interface DraftDeps {
  readonly articles: ArticleRepository;
  readonly now: Clock;
  readonly newId: NewId;
}

/** @returns the stored draft under the first free slug of its title; a refusal where none is free. */
export async function draft(deps: DraftDeps, text: ArticleText): Promise<Article | Refusal> {
  const id = deps.newId();
  const now = deps.now();
  for (const slug of slugCandidates(text.title)) {
    const article = draftArticle(id, slug, text, now);
    if (await deps.articles.add(article)) return article;
  }
  return { error: "slug-taken" };
}
