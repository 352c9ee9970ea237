import { planPage, type Page, type Refusal } from "../../entities/page.js";
import type { Publication } from "../../entities/publication.js";
import type { PageRepository } from "../repositories/page-repository.js";
import type { Clock } from "../services/services.js";

export interface PageDeps {
  readonly pages: PageRepository;
  readonly now: Clock;
}

/** @returns the page with its new schedule; a refusal where it is unknown, or readers would never see it. */
export async function schedulePage({ pages, now }: PageDeps, path: string, publication: Publication): Promise<Page | Refusal> {
  const page = await pages.find(path);
  if (page === undefined) return { error: "unknown-page" };
  const planned = planPage(page, publication, now());
  if (!("error" in planned)) await pages.save(planned);
  return planned;
}
