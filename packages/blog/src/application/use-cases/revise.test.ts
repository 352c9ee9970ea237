import { describe, expect, it } from "vitest";
import { NEWS, blogWorld } from "../../__fixtures__/blog-world.js";
import { revise } from "./revise.js";

describe("revising", () => {
  it("stores the new text under the old slug", async () => {
    const world = blogWorld([NEWS]);
    const revised = { ...NEWS, title: "Olds", body: "All was well." };
    expect(await revise(world, "news", { title: "Olds", body: "All was well." })).toEqual(revised);
    expect(await world.articles.find("news")).toEqual(revised);
  });

  it("is refused where readers would see an empty article", async () => {
    const published = { ...NEWS, publishedAt: 10 };
    const world = blogWorld([published]);
    expect(await revise(world, "news", { title: "News", body: "" })).toEqual({ error: "not-ready", faults: ["no-body"] });
    expect(await world.articles.find("news")).toEqual(published);
  });

  it("is refused for an unknown article", async () => {
    expect(await revise(blogWorld(), "news", { title: "News", body: "." })).toEqual({ error: "unknown-article" });
  });
});
