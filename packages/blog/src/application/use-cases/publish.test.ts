import { describe, expect, it } from "vitest";
import { NEWS, blogWorld } from "../../__fixtures__/blog-world.js";
import { publish } from "./publish.js";

describe("publishing", () => {
  it("stores the article with the time of its publication", async () => {
    const world = blogWorld([NEWS]);
    expect(await publish(world, "news")).toEqual({ ...NEWS, publishedAt: 1_000 });
    expect(await world.articles.find("news")).toEqual({ ...NEWS, publishedAt: 1_000 });
  });

  it("a second time is refused and keeps the first time", async () => {
    const published = { ...NEWS, publishedAt: 10 };
    const world = blogWorld([published]);
    expect(await publish(world, "news")).toEqual({ error: "already-published" });
    expect(await world.articles.find("news")).toEqual(published);
  });

  it("is refused for an unknown article", async () => {
    expect(await publish(blogWorld(), "news")).toEqual({ error: "unknown-article" });
  });
});
