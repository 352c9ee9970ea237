/** What an author writes. */
export interface ArticleText {
  readonly title: string;
  readonly body: string;
}

/** A text of the blog. Times are milliseconds since the epoch. */
export interface Article extends ArticleText {
  readonly id: string;
  /** Unique among all articles and fixed from the draft on, so that a link never breaks. */
  readonly slug: string;
  readonly createdAt: number;
  /** null while the article is a draft. */
  readonly publishedAt: number | null;
}

export const READINESS_RULES = ["no-title", "title-too-long", "no-body"] as const;
export type ReadinessFault = (typeof READINESS_RULES)[number];

/** Why a request was not carried out. */
export type Refusal =
  | { readonly error: "unknown-article" | "slug-taken" | "already-published" | "not-published" }
  | { readonly error: "not-ready"; readonly faults: readonly ReadinessFault[] };

/** In UTF-16 units. */
const LONGEST_TITLE = 120;

export function draftArticle(id: string, slug: string, { title, body }: ArticleText, now: number): Article {
  return { id, slug, title, body, createdAt: now, publishedAt: null };
}

/** @returns every rule that a text for readers breaks, in the order of READINESS_RULES; empty where it is ready. */
export function readinessFaults({ title, body }: ArticleText): ReadinessFault[] {
  const broken: Record<ReadinessFault, boolean> = {
    "no-title": title.trim() === "",
    "title-too-long": title.length > LONGEST_TITLE,
    "no-body": body.trim() === "",
  };
  return READINESS_RULES.filter((rule) => broken[rule]);
}

/** @returns the article, published at `now`; a refusal where it is published already or not ready for readers. */
export function publishArticle(article: Article, now: number): Article | Refusal {
  if (article.publishedAt !== null) return { error: "already-published" };
  const faults = readinessFaults(article);
  return faults.length > 0 ? { error: "not-ready", faults } : { ...article, publishedAt: now };
}

/** @returns the article as a draft; a refusal where it is one already. */
export function unpublishArticle(article: Article): Article | Refusal {
  return article.publishedAt === null ? { error: "not-published" } : { ...article, publishedAt: null };
}

/** @returns the article with a new text and its old slug; a refusal where readers would see a text that is not ready. */
export function reviseArticle(article: Article, { title, body }: ArticleText): Article | Refusal {
  const faults = article.publishedAt === null ? [] : readinessFaults({ title, body });
  return faults.length > 0 ? { error: "not-ready", faults } : { ...article, title, body };
}
