import { expect, it } from "vitest";
import { NEWS, articleNamed, blogWorld } from "../../__fixtures__/blog-world.js";
import { list } from "./list.js";

const older = { ...articleNamed("older"), publishedAt: 10 };
const newer = { ...articleNamed("newer"), publishedAt: 20 };

it("listing gives what is published, the newest first", async () => {
  expect(await list(blogWorld([older, NEWS, newer]), 1)).toEqual({ articles: [newer, older], pageCount: 1 });
});

it("listing gives the page that was asked for", async () => {
  expect(await list(blogWorld([older, newer]), 2)).toEqual({ articles: [], pageCount: 1 });
});
