import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsed } from "./__fixtures__/parsed.js";
import { html, trusted, visible, type Content } from "./escape.js";

function check(value: Content, text: string): void {
  expect(html`<p title="${value}">${value}</p>`.toString()).toBe(`<p title="${text}">${text}</p>`);
}

describe("a value in a template", () => {
  it.each<[string, Content, string]>([
    ["is escaped", `<a href='x' id="y">&`, "&lt;a href=&#39;x&#39; id=&quot;y&quot;&gt;&amp;"],
    ["is a number as it is written", 1.5, "1.5"],
    ["is nothing where it is null", null, ""],
    ["is nothing where it is false", false, ""],
    ["is a list's values one after the other", ["<", ["a", null], 0], "&lt;a0"],
    ["is markup where a template made it", html`<b>${"<"}</b>`, "<b>&lt;</b>"],
    ["is markup where it is trusted", trusted("<i>"), "<i>"],
    ["shows what could not be seen", "a\u202eb\u0000\u001b", "a\\u202eb\\u0000\\u001b"],
    ["keeps signs beyond the first plane, and shows halves of them", "😀\ud83d", "😀\\ud83d"],
  ])("%s", (_sentence, value, text) => check(value, text));

  it("is the text that a parser finds, in text and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [found] = parsed(html`<p title="${text}">${text}</p>`.toString()).all.filter(({ tag }) => tag === "p");
        expect(found?.attributes["title"]).toBe(visible(text));
        expect(found?.text).toBe(visible(text).replace(/\s+/g, " ").trim());
      }),
    );
  });
});

it("a template's indentation is left out, and what is put into it keeps its own", () => {
  expect(
    html`<ul>
      <li>${"a\n  b"}</li>
    </ul>`.toString(),
  ).toBe("<ul>\n<li>a\n  b</li>\n</ul>");
});
