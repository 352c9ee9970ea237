import { describe, expect, it } from "vitest";
import { NEWS, blogWorld } from "../../__fixtures__/blog-world.js";
import { unpublish } from "./unpublish.js";

describe("unpublishing", () => {
  it("stores the article as a draft", async () => {
    const world = blogWorld([{ ...NEWS, publishedAt: 10 }]);
    expect(await unpublish(world, "news")).toEqual(NEWS);
    expect(await world.articles.find("news")).toEqual(NEWS);
  });

  it("is refused for a draft", async () => {
    expect(await unpublish(blogWorld([NEWS]), "news")).toEqual({ error: "not-published" });
  });

  it("is refused for an unknown article", async () => {
    expect(await unpublish(blogWorld(), "news")).toEqual({ error: "unknown-article" });
  });
});
