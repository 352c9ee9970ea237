import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { storyFrom } from "../__fixtures__/stories.js";
import { PLACEHOLDERS, renderPrompt } from "./prompt-of.js";

const story = storyFrom("a");
const desk = { folder: "/x", branch: "work/a", base: "abc", path: story.path, original: story };

it("a prompt has what its template asks for, and leaves what nobody knows", () => {
  const template = "{{STORY_ID}} {{STORY_PATH}} {{ATTEMPT}} {{BASE}} {{FEEDBACK}} {{ELSE}} {{STORY}}";
  const rendered = renderPrompt(template, { story, desk, number: 2, feedback: ["$& one", "two"] });
  expect(rendered).toBe(`a docs/work/a/a.md 2 abc - $& one\n- two {{ELSE}} ${story.text}`);
});

const promptOf = (name: string) => readFileSync(new URL(`../../../../.sandcastle/${name}.prompt.md`, import.meta.url), "utf8");
const asked = (text: string) => [...new Set([...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name))].sort();

it.each<[string, readonly string[]]>([
  ["implementer", PLACEHOLDERS],
  ["reviewer", ["BASE", "STORY", "STORY_PATH"]],
  ["decomposer", ["PRD", "PRD_PATH"]],
])("the prompt of the %s asks for what it is given", (name, placeholders) => {
  expect(asked(promptOf(name))).toEqual([...placeholders].sort());
});

it("the implementer's prompt is whole for an agent, whatever the story says", () => {
  const rendered = renderPrompt(promptOf("implementer"), { story, desk, number: 1, feedback: [] });
  expect(asked(rendered)).toEqual([]);
  expect(rendered).toContain("This is the first attempt.");
});
