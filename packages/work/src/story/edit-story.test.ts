import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { editStory, type FieldChanges } from "./edit-story.js";
import { parseStory } from "./parse-story.js";
import { renderStory } from "./render-story.js";
import { fieldsOf } from "../__fixtures__/stories.js";

const GOLDEN = readFileSync(new URL("../__fixtures__/golden-story.md", import.meta.url), "utf8");

it("the same fields give the golden story to the byte", () => {
  expect(renderStory(parseStory(GOLDEN, "a.md").fields)).toBe(GOLDEN);
});

it("nothing edited is nothing changed", () => {
  expect(editStory(GOLDEN, {})).toBe(GOLDEN);
});

/** @param from what is replaced in the golden story first. */
function check([from, to]: readonly [string, string], changes: FieldChanges, before: string, after: string): void {
  const text = GOLDEN.replace(from, to);
  expect(text).toContain(before);
  expect(editStory(text, changes)).toBe(text.replace(before, after));
}

const AS_IT_IS = ["", ""] as const;

it.each<[string, readonly [string, string], FieldChanges, string, string]>([
  ["a word", AS_IT_IS, { state: "ready" }, "state: idea", "state: ready"],
  [
    "null becomes a time",
    AS_IT_IS,
    { completed_at: "2025-01-01T00:00:00.000Z" },
    "completed_at: null",
    "completed_at: 2025-01-01T00:00:00.000Z",
  ],
  [
    "a comment behind a value stays",
    ["state: idea", "state: idea   # for now"],
    { state: "done" },
    "state: idea   # for now",
    "state: done   # for now",
  ],
  ["a comment above a field stays", ["state: idea", "# why\nstate: idea"], { state: "done" }, "# why\nstate: idea", "# why\nstate: done"],
  ["a value without one", ["completed_at: null", "completed_at:"], { completed_at: null }, "completed_at:\n", "completed_at: null\n"],
  ["a text that needs quotes", AS_IT_IS, { title: "a: b # c" }, "title: Golden Coverage Story", 'title: "a: b # c"'],
  ["a list grows", AS_IT_IS, { assignees: ["codex", "anna"] }, "assignees:\n  - codex\n", "assignees:\n  - codex\n  - anna\n"],
  ["a list becomes empty", AS_IT_IS, { assignees: [] }, "assignees:\n  - codex\n", "assignees: []\n"],
  ["an empty list grows", AS_IT_IS, { links: ["a"] }, "links: []\n", "links:\n  - a\n"],
  [
    "a list on one line",
    ["labels:\n  - coverage", "labels: [coverage] # one"],
    { labels: [] },
    "labels: [coverage] # one",
    "labels: [] # one",
  ],
  ["a text of two lines with a quote", AS_IT_IS, { title: '"\n' }, "title: Golden Coverage Story\n", 'title: "\\"\\n"\n'],
  ["a text of two lines", AS_IT_IS, { title: "a\n: b" }, "title: Golden Coverage Story\n", 'title: "a\\n: b"\n'],
  [
    "a text that ends in a blank which is none to YAML",
    AS_IT_IS,
    { labels: ["a\u00A0"] },
    "labels:\n  - coverage\n",
    "labels:\n  - a\u00A0\n",
  ],
  [
    "a new field stands in its order",
    AS_IT_IS,
    { touches: ["packages/auth/**"] },
    "last_activity_at: 2024-01-02T03:04:05.678Z\n",
    "last_activity_at: 2024-01-02T03:04:05.678Z\ntouches:\n  - packages/auth/**\n",
  ],
  [
    "also where the one before it is not there",
    ["links: []\n", "links: []\nblocks: []\n"],
    { commit_message: "x" },
    "blocks: []\n",
    "blocks: []\n",
  ],
  ["an unknown key comes last", AS_IT_IS, { mood: "good" }, "05.678Z\n---", "05.678Z\nmood: good\n---"],
])("%s", (sentence, replaced, changes, before, after) => {
  if (sentence !== "also where the one before it is not there") return check(replaced, changes, before, after);
  const text = GOLDEN.replace(...replaced);
  expect(editStory(text, changes)).toBe(text.replace("blocks: []\n", "blocks: []\ncommit_message: x\n"));
});

it("a file with Windows line ends keeps them", () => {
  const text = GOLDEN.replaceAll("\n", "\r\n");
  const edited = editStory(text, { state: "ready", assignees: ["a", "b"] });
  expect(edited.replaceAll("\r\n", "")).not.toContain("\n");
  expect(parseStory(edited, "a.md").fields).toMatchObject({ state: "ready", assignees: ["a", "b"] });
});

const text = fc.string({
  minLength: 1,
  unit: fc.oneof(
    fc.constantFrom(" ", "\n", "\r", "\t", "\u00A0", "\u2028", "\u3000", "-", "#", ":", '"', "'"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
});
const changes = fc.record(
  { title: text, state: fc.constantFrom("idea", "ready", "done"), labels: fc.array(text), touches: fc.array(text), commit_message: text },
  { requiredKeys: [] },
);

it("what is set is read again, and what is not set keeps its bytes", () => {
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const begun = editStory(GOLDEN, first);
      const edited = editStory(begun, second);
      const { fields, body } = parseStory(edited, "a.md");
      expect(fields).toMatchObject({ ...first, ...second });
      expect(body).toBe(parseStory(GOLDEN, "a.md").body);
      expect(edited).toContain(
        "created_at: 2024-01-02T03:04:05.678Z\nupdated_at: 2024-01-02T03:04:05.678Z\ncompleted_at: null\nlinks: []\n",
      );
    }),
  );
});

it("an attempt is added to those that are there", () => {
  const attempt = {
    number: 1,
    status: "fail",
    started_at: "2024-01-02T03:04:05.678Z",
    duration_ms: 5,
    agent_exit_code: 0,
    gate_exit_code: 1,
  } as const;
  const once = editStory(renderStory(fieldsOf("a")), { execution: { attempts: [attempt] } });
  const twice = editStory(once, { execution: { attempts: [attempt, { ...attempt, number: 2 }] } });
  expect(parseStory(twice, "a.md").fields.execution?.attempts?.map(({ number }) => number)).toEqual([1, 2]);
});

it("a key that stands alone behind a question mark is not edited into another text", () => {
  const text = GOLDEN.replace("completed_at: null", "? completed_at");
  expect(parseStory(text, "a.md").fields.completed_at).toBeNull();
  expect(() => parseStory(editStory(text, { completed_at: "2025-01-01T00:00:00.000Z" }), "a.md")).toThrow(/unique/);
});
