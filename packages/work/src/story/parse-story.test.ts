import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { WorkFilesError } from "../work-error.js";
import { parseStory } from "./parse-story.js";

const GOLDEN = readFileSync(new URL("../__fixtures__/golden-story.md", import.meta.url), "utf8");

function problemsOf(text: string): string[] {
  try {
    parseStory(text, "docs/work/a/a.md");
    return [];
  } catch (error) {
    return (error as WorkFilesError).problems.map(({ line, field, message }) => `${line} ${field ?? "-"}: ${message}`);
  }
}

/** @param from of the golden story. */
function check(from: string | RegExp, to: string, expected: readonly string[]): void {
  const text = GOLDEN.replace(from, to);
  expect(text === GOLDEN && to !== from).toBe(false);
  expect(problemsOf(text)).toEqual(expected);
}

it("the golden story is read", () => {
  const { fields, bodyLine, body } = parseStory(GOLDEN, "docs/work/golden-coverage-story/golden-coverage-story.md");
  expect([fields.id, fields.assignees, fields.created_at, fields.completed_at]).toEqual([
    "golden-coverage-story",
    ["codex"],
    "2024-01-02T03:04:05.678Z",
    null,
  ]);
  expect(
    GOLDEN.split("\n")
      .slice(bodyLine - 1)
      .join("\n"),
  ).toBe(body);
});

it.each<[string, string | RegExp, string, string[]]>([
  ["no front matter", /^---\n/, "# A\n", ["1 -: no front matter; allowed: fields between two lines of ---"]],
  ["front matter without an end", /\n---\n/, "\n", ["1 -: no front matter; allowed: fields between two lines of ---"]],
  ["a kind that is none", "kind: story", "kind: saga", ['4 kind: received "saga"; allowed: one of epic, story, task']],
  ["a missing field", "size: medium\n", "", ["2 size: received nothing; allowed: one of tiny, small, medium, large, xl"]],
  [
    "an id that is no slug",
    "id: golden-coverage-story",
    "id: Golden Story",
    ['2 id: received "Golden Story"; allowed: a name in kebab-case, such as golden-coverage-story'],
  ],
  [
    "a time without milliseconds",
    "created_at: 2024-01-02T03:04:05.678Z",
    "created_at: 2024-01-02T03:04:05Z",
    ['15 created_at: received "2024-01-02T03:04:05Z"; allowed: a time in UTC with milliseconds, such as 2024-01-02T03:04:05.678Z'],
  ],
  ["an item of a list", "  - codex", "  - 7", ["12 assignees.0: received 7; allowed: a text"]],
  ["a list that is a text", "labels:\n  - coverage", "labels: coverage", ['13 labels: received "coverage"; allowed: a list of texts']],
  [
    "YAML that is none",
    "title: Golden",
    "title: [Golden",
    ["4 -: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ],
  ["a list in the place of fields", /---\n[^]*?\n---\n/, "---\n- a\n---\n", ['2 -: received ["a"]; allowed: an object of fields']],
  [
    "a value of great length, cut",
    "kind: story",
    `kind: ${"x".repeat(200)}`,
    [`4 kind: received "${"x".repeat(79)}…; allowed: one of epic, story, task`],
  ],
])("refuses %s", (_, from, to, expected) => check(from, to, expected));

it("tells of all faults at once, and of the next command", () => {
  const broken = GOLDEN.replace("kind: story", "kind: saga").replace("size: medium", "size: huge");
  expect(() => parseStory(broken, "docs/work/a/a.md")).toThrow(WorkFilesError);
  expect(problemsOf(broken)).toHaveLength(2);
});

it("takes Windows line ends, a byte order mark and unknown keys", () => {
  const text = `\uFEFF${GOLDEN.replace("links: []", "links: []\nmood: good").replaceAll("\n", "\r\n")}`;
  expect(parseStory(text, "a.md").fields["mood"]).toBe("good");
});
