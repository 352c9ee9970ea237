import { describe, expect, it } from "vitest";
import {
  draftArticle,
  publishArticle,
  readinessFaults,
  reviseArticle,
  unpublishArticle,
  type ArticleText,
  type ReadinessFault,
} from "./article.js";

const text: ArticleText = { title: "News", body: "All is well." };
const blank: ArticleText = { title: " ", body: "" };
const draft = draftArticle("a1", "news", text, 5);
const published = { ...draft, publishedAt: 7 };

function check(changed: Partial<ArticleText>, faults: ReadinessFault[]): void {
  expect(readinessFaults({ ...text, ...changed })).toEqual(faults);
}

describe("readiness", () => {
  it.each<[string, Partial<ArticleText>, ReadinessFault[]]>([
    ["a text with title and body is ready", {}, []],
    ["a blank title is none", { title: " \n" }, ["no-title"]],
    ["a blank body is none", { body: "\t " }, ["no-body"]],
    ["a title of 120 is short enough", { title: "t".repeat(120) }, []],
    ["a title of 121 is not", { title: "t".repeat(121) }, ["title-too-long"]],
    ["every fault is told, in a fixed order", { title: " ".repeat(121), body: "" }, ["no-title", "title-too-long", "no-body"]],
  ])("%s", (_sentence, changed, faults) => check(changed, faults));
});

describe("an article", () => {
  it("begins as a draft", () => {
    expect(draft).toEqual({ id: "a1", slug: "news", title: "News", body: "All is well.", createdAt: 5, publishedAt: null });
  });

  it("is published at a time, and nothing else changes", () => {
    expect(publishArticle(draft, 9)).toEqual({ ...draft, publishedAt: 9 });
  });

  it("is not published twice, nor where it was published at the epoch", () => {
    expect(publishArticle(published, 9)).toEqual({ error: "already-published" });
    expect(publishArticle({ ...draft, publishedAt: 0 }, 9)).toEqual({ error: "already-published" });
  });

  it("is not published before it is ready", () => {
    expect(publishArticle({ ...draft, ...blank }, 9)).toEqual({ error: "not-ready", faults: ["no-title", "no-body"] });
  });

  it("becomes a draft again, and nothing else changes", () => {
    expect(unpublishArticle(published)).toEqual(draft);
  });

  it("is not taken back where it is a draft", () => {
    expect(unpublishArticle(draft)).toEqual({ error: "not-published" });
  });
});

describe("revising", () => {
  it("changes the text and keeps slug and times", () => {
    expect(reviseArticle(published, { title: "Old news", body: "Still well." })).toEqual({
      ...published,
      title: "Old news",
      body: "Still well.",
    });
  });

  it("lets a draft be unready", () => {
    expect(reviseArticle(draft, blank)).toEqual({ ...draft, ...blank });
  });

  it("does not let a published article become unready", () => {
    expect(reviseArticle(published, blank)).toEqual({ error: "not-ready", faults: ["no-title", "no-body"] });
  });
});
