import type { Page } from "../../entities/page.js";

export interface PageRepository {
  find(path: string): Promise<Page | undefined>;
  /** Replaces the page of the same path. */
  save(page: Page): Promise<void>;
}
