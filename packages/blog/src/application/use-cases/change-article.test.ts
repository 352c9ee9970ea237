import { describe, expect, it } from "vitest";
import { NEWS, blogWorld } from "../../__fixtures__/blog-world.js";
import { changeArticle } from "./change-article.js";

describe("changing an article", () => {
  it("stores what the change made of it", async () => {
    const world = blogWorld([NEWS]);
    const changed = await changeArticle(world, "news", (article) => ({ ...article, body: `${article.body} Again.` }));
    expect(changed).toEqual({ ...NEWS, body: "All is well. Again." });
    expect(await world.articles.find("news")).toEqual(changed);
  });

  it("stores nothing where the change is refused", async () => {
    const world = blogWorld([NEWS]);
    expect(await changeArticle(world, "news", () => ({ error: "not-published" }))).toEqual({ error: "not-published" });
    expect(await world.articles.all()).toEqual([NEWS]);
  });

  it("is refused for an unknown article", async () => {
    expect(await changeArticle(blogWorld([NEWS]), "a8", (article) => article)).toEqual({ error: "unknown-article" });
  });
});
