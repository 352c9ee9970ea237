import fc from "fast-check";
import { describe, expect, it } from "vitest";
import picomatch from "picomatch";
import { itemsOf } from "../state/items-of.js";
import { storyFrom } from "../__fixtures__/stories.js";
import type { FrontMatter } from "../story/schema.js";
import { chooseNext } from "./choose-next.js";
import { globsOverlap, mayOverlap, type Reach } from "./may-overlap.js";

describe("two globs", () => {
  it.each<[string, string, boolean]>([
    ["packages/auth/**", "packages/blog/**", false],
    ["packages/auth/**", "packages/auth/src/a.ts", true],
    ["packages/auth", "packages/auth/src/a.ts", true],
    ["packages/*/src/a.ts", "packages/auth/**", true],
    ["packages/*.json", "packages/a.ts", false],
    ["**/*.md", "docs/work/a.md", true],
    ["**/*.md", "docs/**", true],
    ["docs/{a,b}.md", "docs/c.md", false],
    ["docs/{a,b}.md", "docs/b.md", true],
    ["./docs/a.md", "docs/a.md", true],
    ["docs", "docsite", false],
    ["a/**/z.ts", "a/b/c/z.ts", true],
    ["a/**/z.ts", "a/b/c/y.ts", false],
    ["a/*/b", "a/b*/b", true],
    ["README.md", "docs/README.md", false],
    ["/", "docs/README.md", true],
  ])("%s and %s", (a, b, expected) => {
    expect([globsOverlap(a, b), globsOverlap(b, a)]).toEqual([expected, expected]);
  });

  it("overlap wherever a path matches both", () => {
    const segment = fc.constantFrom("a", "b", "*", "**", "a*", "{a,b}");
    const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const path = fc.array(fc.constantFrom("a", "b", "ab"), { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(glob, glob, path, (a, b, file) => {
        fc.pre(picomatch.isMatch(file, a) && picomatch.isMatch(file, b));
        return globsOverlap(a, b);
      }),
    );
  });
});

it.each<[string, Partial<Reach>, Partial<Reach>, boolean]>([
  ["a story that does not say what it touches may touch anything", {}, { touches: ["a"] }, true],
  ["unless it is isolated", { isolation: "isolated" }, { touches: ["a"] }, false],
  ["a global one touches everything, whatever it says", { touches: ["a"], isolation: "global" }, { touches: ["b"] }, true],
  ["others what they say", { touches: ["a"] }, { touches: ["b"], isolation: "shared" }, false],
])("%s", (_, a, b, expected) => {
  const reach = (more: Partial<Reach>): Reach => ({ touches: [], isolation: "module", ...more });
  expect([mayOverlap(reach(a), reach(b)), mayOverlap(reach(b), reach(a))]).toEqual([expected, expected]);
});

function check(
  stories: Readonly<Record<string, Partial<FrontMatter>>>,
  most: number,
  besides: boolean,
  chosen: readonly string[],
  skipped: Readonly<Record<string, string>>,
): void {
  const items = itemsOf(Object.entries(stories).map(([id, more]) => storyFrom(id, more)));
  const choice = chooseNext(items, most, { besides });
  expect(choice.chosen.map(({ id }) => id)).toEqual(chosen);
  expect(Object.fromEntries(choice.skipped.map(({ id, because }) => [id, because]))).toEqual(skipped);
}

it.each<[string, Record<string, Partial<FrontMatter>>, number, boolean, string[], Record<string, string>]>([
  ["the most urgent first", { a: {}, b: { priority: "urgent" }, c: { priority: "high" } }, 2, false, ["b", "c"], {}],
  ["of equal ones the oldest, then by id", { b: {}, a: {}, c: { created_at: "2023-01-01T00:00:00.000Z" } }, 3, false, ["c", "a", "b"], {}],
  [
    "no idea, nothing in progress, nothing done",
    { a: { state: "idea" }, b: { state: "in-progress" }, c: { state: "done" }, d: {} },
    9,
    false,
    ["d"],
    {},
  ],
  ["none that waits", { a: { depends_on: ["b"] }, b: { state: "in-progress" } }, 9, false, [], { a: "waits for b" }],
  ["none that another blocks", { a: {}, b: { blocks: ["a"], state: "idea" } }, 9, false, [], { a: "waits for b" }],
  ["one whose dependency is done", { a: { depends_on: ["b"] }, b: { state: "done" } }, 9, false, ["a"], {}],
  ["none whose dependency nobody knows", { a: { depends_on: ["gone"] } }, 9, false, [], { a: "waits for gone" }],
  [
    "side by side, none that may touch the same files",
    { a: { touches: ["x/**"] }, b: { touches: ["x/y"] }, c: { touches: ["z"] }, d: { state: "in-progress", touches: ["z"] } },
    9,
    true,
    ["a"],
    { b: "may touch the same files as a", c: "may touch the same files as d" },
  ],
])("%s", (_, stories, most, besides, chosen, skipped) => check(stories, most, besides, chosen, skipped));

it("what runs somewhere is not chosen again", () => {
  const items = itemsOf([storyFrom("a", { touches: ["x"] }), storyFrom("b", { touches: ["x"] }), storyFrom("c", { touches: ["y"] })]);
  expect(chooseNext(items, 9, { besides: true, running: new Set(["a"]) }).chosen.map(({ id }) => id)).toEqual(["c"]);
});
