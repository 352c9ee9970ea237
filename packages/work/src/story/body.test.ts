import { expect, it } from "vitest";
import { changelogOf, criteriaOf, sectionsOf } from "./body.js";
import { slugOf } from "./slug-of.js";

it.each<[string, string, [string, boolean, number][]]>([
  ["none in a new story", "## Acceptance Criteria\n\n<!-- - [ ] one -->\n", []],
  [
    "each with its line",
    "## Acceptance Criteria\n- [ ] one\n- [x] two\n* [X]  three \n",
    [
      ["one", false, 11],
      ["two", true, 12],
      ["three", true, 13],
    ],
  ],
  [
    "nested ones",
    "## Acceptance Criteria\n- [ ] one\n  - [x] of it\n",
    [
      ["one", false, 11],
      ["of it", true, 12],
    ],
  ],
  [
    "no checkbox of another section",
    "## Overview\n- [ ] a\n## Acceptance Criteria\n- [ ] b\n## Technical Approach\n- [ ] c\n",
    [["b", false, 13]],
  ],
  ["those below a heading of the section", "## Acceptance Criteria\n### Of speed\n- [x] b\n", [["b", true, 12]]],
  ["none in a fenced block", "## Acceptance Criteria\n```md\n- [ ] a\n```\n- [ ] b\n", [["b", false, 14]]],
  ["none in a comment of several lines", "## Acceptance Criteria\n<!-- see\n- [ ] a\n-->\n- [x] b\n", [["b", true, 14]]],
  ["Windows line ends", "## Acceptance Criteria\r\n- [x] one\r\n", [["one", true, 11]]],
])("criteria: %s", (_, body, expected) => {
  expect(criteriaOf(body, 10).map(({ text, checked, line }) => [text, checked, line])).toEqual(expected);
});

it.each<[string, string, string | undefined]>([
  ["is not there in a comment", "<!--\n### Changelog\n\n- Added a thing.\n-->\n", undefined],
  ["is not there where it is empty", "### Changelog\n\n<!-- soon -->\n\n### Decisions\n\nNone.\n", undefined],
  ["is what stands below it", "## Post\n### Changelog\n\n- Added a thing.\n\n### Decisions\n\nNone.\n", "- Added a thing."],
])("a changelog %s", (_, body, expected) => expect(changelogOf(body)).toBe(expected));

it("sections have their headings, lines and texts, without comments", () => {
  expect(sectionsOf("## A ##\na <!-- x --> b\n\n```\n## no\n```\n### B\n", 5)).toEqual([
    { title: "A", line: 5, text: "a  b\n\n```\n## no\n```" },
    { title: "B", line: 11, text: "" },
  ]);
});

it.each([
  ["Golden Coverage Story", "golden-coverage-story"],
  ["  Über-Größe: don’t! ", "uber-gro-e-dont"],
  ["日本", ""],
])("the slug of %s is %s", (title, expected) => expect(slugOf(title)).toBe(expected));
