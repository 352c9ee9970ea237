import { describe, expect, it } from "vitest";
import { NEWS, articleNamed, blogWorld } from "../../__fixtures__/blog-world.js";
import { slugCandidates } from "../../entities/slug.js";
import { draft } from "./draft.js";

const text = { title: "News", body: "All is well." };

describe("drafting", () => {
  it("stores a draft under its title's slug", async () => {
    const world = blogWorld();
    const article = await draft(world, text);
    expect(article).toEqual({ id: "a9", slug: "news", ...text, createdAt: 1_000, publishedAt: null });
    expect(await world.articles.all()).toEqual([article]);
  });

  it("takes the next number where the slug is taken", async () => {
    const world = blogWorld([NEWS, articleNamed("news-2")]);
    expect(await draft(world, text)).toHaveProperty("slug", "news-3");
    expect(await world.articles.find("a9")).toHaveProperty("slug", "news-3");
  });

  it("is refused, and stores nothing, where every number is taken", async () => {
    const namesakes = slugCandidates("News").map(articleNamed);
    const world = blogWorld(namesakes);
    expect(await draft(world, text)).toEqual({ error: "slug-taken" });
    expect(await world.articles.all()).toEqual(namesakes);
  });
});
