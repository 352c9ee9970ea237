import { listPublished, type Listing } from "../../entities/listing.js";
import type { ArticleRepository } from "../repositories/article-repository.js";

/** @param page 1-based. */
export async function list(deps: { readonly articles: ArticleRepository }, page: number): Promise<Listing> {
  return listPublished(await deps.articles.all(), page);
}
