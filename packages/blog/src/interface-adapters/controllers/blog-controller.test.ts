import { describe, expect, it } from "vitest";
import { NEWS, articleNamed, blogWorld } from "../../__fixtures__/blog-world.js";
import type { Article } from "../../entities/article.js";
import { slugCandidates } from "../../entities/slug.js";
import { blogController } from "./blog-controller.js";

type Method = keyof ReturnType<typeof blogController>;

async function check(method: Method, input: unknown, expected: object, articles: readonly Article[] = []): Promise<void> {
  expect(await blogController(blogWorld(articles))[method](input)).toEqual(expected);
}

const text = { title: "News", body: "All is well." };
const ofNews = { articleId: "news" };
const published = { ...NEWS, publishedAt: 10 };
const unknown = { status: 404, body: { error: "unknown-article" } };
const invalid = (...fields: string[]) => ({ status: 400, body: { error: "invalid-input", fields } });

describe("the blog controller", () => {
  it.each<[string, Method, unknown, object, Article[]?]>([
    ["drafts", "draft", text, { status: 201, body: { ...NEWS, id: "a9", createdAt: 1_000 } }],
    ["drafts without a body", "draft", { ...text, body: "" }, { status: 201, body: { ...NEWS, id: "a9", body: "", createdAt: 1_000 } }],
    ["does not draft without a title", "draft", { title: "" }, invalid("title", "body")],
    [
      "does not draft where every slug is taken",
      "draft",
      text,
      { status: 409, body: { error: "slug-taken" } },
      slugCandidates("News").map(articleNamed),
    ],
    ["revises", "revise", { ...ofNews, ...text, title: "Olds" }, { status: 200, body: { ...NEWS, title: "Olds" } }, [NEWS]],
    ["does not revise what is unknown", "revise", { ...ofNews, ...text }, unknown],
    [
      "does not empty what is published",
      "revise",
      { ...ofNews, ...text, body: " " },
      { status: 422, body: { error: "not-ready", faults: ["no-body"] } },
      [published],
    ],
    ["names the fields of a revision that are wrong", "revise", {}, invalid("title", "body", "articleId")],
    ["publishes", "publish", ofNews, { status: 200, body: { ...NEWS, publishedAt: 1_000 } }, [NEWS]],
    ["does not publish what is unknown", "publish", ofNews, unknown],
    ["does not publish twice", "publish", ofNews, { status: 409, body: { error: "already-published" } }, [published]],
    ["does not publish without an id", "publish", { articleId: "" }, invalid("articleId")],
    ["unpublishes", "unpublish", ofNews, { status: 200, body: NEWS }, [published]],
    ["does not unpublish a draft", "unpublish", ofNews, { status: 409, body: { error: "not-published" } }, [NEWS]],
    ["does not unpublish without an id", "unpublish", null, invalid("")],
    ["lists what is published", "list", { page: 1 }, { status: 200, body: { articles: [published], pageCount: 1 } }, [published]],
    ["has no page 0", "list", { page: 0 }, invalid("page")],
    ["has no page between two", "list", { page: 1.5 }, invalid("page")],
  ])("%s", (_sentence, method, input, expected, articles) => check(method, input, expected, articles));
});
