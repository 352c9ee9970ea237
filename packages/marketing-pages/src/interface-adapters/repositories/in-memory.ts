import type { PageRepository } from "../../application/repositories/page-repository.js";
import type { Page } from "../../entities/page.js";

export function inMemoryPages(initial: readonly Page[]): PageRepository {
  const byPath = new Map(initial.map((page) => [page.path, page]));
  return {
    find: async (path) => byPath.get(path),
    save: async (page) => void byPath.set(page.path, page),
  };
}
