import { marketingPagesController } from "../interface-adapters/controllers/marketing-pages-controller.js";
import { inMemoryPages } from "../interface-adapters/repositories/in-memory.js";

/** @param origin where the site is, without a slash at the end: `https://site.example`. */
export function bindProduction(origin: string) {
  return marketingPagesController({ pages: inMemoryPages([]), now: Date.now, origin });
}
