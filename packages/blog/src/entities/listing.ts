import type { Article } from "./article.js";

/** Articles on a page. */
export const PAGE_SIZE = 10;

/** One page of the published articles, the newest first. */
export interface Listing {
  readonly articles: readonly Article[];
  /** 0 where nothing is published. */
  readonly pageCount: number;
}

/**
 * @param page 1-based.
 * @returns the published articles of that page, those of the same time by slug; none on a page after the last.
 */
export function listPublished(articles: readonly Article[], page: number): Listing {
  const published = articles.filter(isPublished).sort(byTimeAndSlug);
  return {
    articles: published.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    pageCount: Math.ceil(published.length / PAGE_SIZE),
  };
}

type Published = Article & { readonly publishedAt: number };

function isPublished(article: Article): article is Published {
  return article.publishedAt !== null;
}

/** By code units, so that the order is the same in every locale. */
function byTimeAndSlug(one: Published, other: Published): number {
  return other.publishedAt - one.publishedAt || (one.slug < other.slug ? -1 : 1);
}
