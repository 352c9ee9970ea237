import { expect, it } from "vitest";
import { DONE_BODY, storyFrom } from "../__fixtures__/stories.js";
import { parseStory, type Story } from "../story/parse-story.js";
import { findProblems, findStrictProblems } from "./find-problems.js";
import { stateOf } from "./state-document.js";

function told(problems: readonly { file: string; line: number; field: string | null; message: string }[]): string[] {
  return problems.map(({ file, line, field, message }) => `${file.split("/").at(-1) ?? ""}:${line} ${field ?? "-"}: ${message}`);
}

it.each<[string, Story[], string[]]>([
  ["nothing, of stories that are well", [storyFrom("a", { depends_on: ["b"] }), storyFrom("b")], []],
  [
    "one id twice",
    [storyFrom("a", {}, "docs/work/e/a.md"), storyFrom("a", {}, "docs/work/f/a.md")],
    ["a.md:2 id: a is also the id of docs/work/f/a.md", "a.md:2 id: a is also the id of docs/work/e/a.md"],
  ],
  ["a circle of one", [storyFrom("a", { depends_on: ["a"] })], ["a.md:18 depends_on: a circle: a waits for a"]],
  [
    "nothing, where two ways lead to one",
    [
      storyFrom("a", { depends_on: ["b", "c"] }),
      storyFrom("b", { depends_on: ["d"] }),
      storyFrom("c", { depends_on: ["d"] }),
      storyFrom("d"),
    ],
    [],
  ],
  [
    "a circle of three, told once",
    [storyFrom("a", { depends_on: ["b"] }), storyFrom("b", { depends_on: ["c"] }), storyFrom("c", { depends_on: ["a"] })],
    ["a.md:18 depends_on: a circle: a waits for b waits for c waits for a"],
  ],
  [
    "a circle of two words",
    [storyFrom("a", { blocks: ["b"] }), storyFrom("b", { blocks: ["a"] })],
    ["a.md:18 blocks: a circle: a waits for b waits for a"],
  ],
  ["another file's name", [storyFrom("a", {}, "docs/work/a/b.md")], ["b.md:2 id: received a; its file is called b"]],
  [
    "another folder's name",
    [storyFrom("a", { kind: "epic" }, "docs/work/b/epic.md")],
    ["epic.md:2 id: received a; its folder is called b"],
  ],
  [
    "a story in the place of an epic",
    [storyFrom("a", {}, "docs/work/a/epic.md")],
    ["epic.md:4 kind: received story; an epic is told in epic.md of its folder, and nothing else is"],
  ],
  [
    "an epic in the place of a story",
    [storyFrom("a", { kind: "epic" })],
    ["a.md:4 kind: received epic; an epic is told in epic.md of its folder, and nothing else is"],
  ],
])("%s", (_, stories, expected) => expect(told(findProblems(stories))).toEqual(expected));

/** A story that lacks nothing, but for what is replaced in its text. */
function whole(from: string | RegExp = "", to = ""): Story {
  const { text, path } = storyFrom("a", { state: "done", completed_at: "2024-01-03T00:00:00.000Z" });
  const at = text.indexOf("## Overview");
  return parseStory(`${text.slice(0, at)}${DONE_BODY}`.replace(from, to), path);
}

it.each<[string, Story[], string[]]>([
  ["nothing, of a story that is done", [whole()], []],
  [
    "what it depends on is not there",
    [whole("links: []", "links: []\ndepends_on: [b]")],
    [
      "a.md:17 depends_on: stands out of order; the order is id title kind state priority size ambiguity executor isolation assignees labels created_at updated_at completed_at links last_activity_at depends_on",
      "a.md:17 depends_on: there is no item b",
    ].reverse(),
  ],
  [
    "its epic is there",
    [whole("\n---\n", "\nepic: shop\n---\n"), storyFrom("shop", { kind: "epic", state: "idea" }, "docs/work/shop/epic.md")],
    [],
  ],
  ["the epic of its folder is not there", [{ ...whole(), path: "docs/work/shop/a.md" }], ["a.md:1 epic: there is no epic shop"]],
  ["its epic is not there", [whole("\n---\n", "\nepic: shop\n---\n")], ["a.md:18 epic: there is no epic shop"]],
  [
    "it was updated before it was made",
    [whole("updated_at: 2024", "updated_at: 2023")],
    ["a.md:14 updated_at: received 2023-01-02T03:04:05.678Z, before created_at"],
  ],
  [
    "it was done before it was made",
    [whole("completed_at: 2024", "completed_at: 2023")],
    ["a.md:15 completed_at: received 2023-01-03T00:00:00.000Z, before created_at"],
  ],
  [
    "it is done, and no time says when",
    [whole(/completed_at: .*/, "completed_at: null")],
    ["a.md:15 completed_at: received null, and the state is done"],
  ],
  [
    "it is not done, and a time says when",
    [whole("state: done", "state: canceled")],
    ["a.md:15 completed_at: received 2024-01-03T00:00:00.000Z, and the state is canceled"],
  ],
  ["a section is missing", [whole("## Technical Approach", "## Else")], ["a.md:19 -: there is no section ## Technical Approach"]],
  ["a criterion is open", [whole("[x]", "[ ]")], ["a.md:26 -: the story is done, and this is not: a price is never below zero"]],
  ["there is no criterion", [whole("- [x] ", "- ")], ["a.md:19 -: a story that is done needs a criterion: - [ ] …"]],
  [
    "there is no changelog",
    [whole("- Fixed prices below zero.\n", "")],
    ["a.md:19 -: a story that is done needs ### Changelog, out of its comment"],
  ],
  ["an idea needs none of it", [storyFrom("a", { state: "idea" })], []],
  ["what is ready needs a criterion", [storyFrom("a")], ["a.md:19 -: a story that is ready needs a criterion: - [ ] …"]],
])("strictly: %s", (_, stories, expected) => expect(told(findStrictProblems(stories))).toEqual(expected));

it("the state has what a loop asks for, in the same order whatever order the files came in", () => {
  const stories = [
    storyFrom("shop", { kind: "epic", state: "in-progress" }, "docs/work/shop/epic.md"),
    storyFrom("b", { epic: "shop", state: "done" }, "docs/work/shop/b.md"),
    storyFrom("a", { priority: "low" }, "docs/work/shop/a.md"),
    storyFrom("c", { depends_on: ["a"] }),
    storyFrom("d", { depends_on: ["a"], state: "canceled" }),
    storyFrom("e", { priority: "urgent" }),
    storyFrom("f", { depends_on: ["a"], state: "idea" }),
    storyFrom("blog", { kind: "epic", state: "idea" }, "docs/work/blog/epic.md"),
  ];
  const state = stateOf({ stories, prds: ["docs/work/prds/x.prd.md"] });
  expect(state).toMatchObject({
    counts: { idea: 2, ready: 3, "in-progress": 1, done: 1, canceled: 1 },
    ready: ["e", "a"],
    blocked: { c: ["a"], f: ["a"] },
    epics: { blog: { total: 0, done: 0 }, shop: { total: 2, done: 1 } },
    prds: ["docs/work/prds/x.prd.md"],
  });
  expect(stateOf({ stories: stories.toReversed(), prds: ["docs/work/prds/x.prd.md"] })).toEqual(state);
});
