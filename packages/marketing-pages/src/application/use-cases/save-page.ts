import { writePage, type Page, type PageContent, type Refusal } from "../../entities/page.js";
import type { PageRepository } from "../repositories/page-repository.js";

/** @returns the stored page, its schedule as before; a refusal, with nothing stored, where the content breaks a rule. */
export async function savePage({ pages }: { readonly pages: PageRepository }, content: PageContent): Promise<Page | Refusal> {
  const page = writePage(content, await pages.find(content.path));
  if (!("error" in page)) await pages.save(page);
  return page;
}
