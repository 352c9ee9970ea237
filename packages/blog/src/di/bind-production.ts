import { randomUUID } from "node:crypto";
import { blogController } from "../interface-adapters/controllers/blog-controller.js";
import { inMemoryArticles } from "../interface-adapters/repositories/in-memory.js";

export function bindProduction() {
  return blogController({ articles: inMemoryArticles([]), now: Date.now, newId: randomUUID });
}
