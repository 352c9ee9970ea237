import { describe, expect, it } from "vitest";
import { matcherOf } from "./globs.js";

function check(globs: readonly string[], path: string, matches: boolean): void {
  expect(matcherOf(globs)(path)).toBe(matches);
}

describe("a list of globs", () => {
  it.each<[string, string[], string, boolean]>([
    ["matches what one of them matches", ["a/*.ts", "b/*.ts"], "b/x.ts", true],
    ["does not match what none of them matches", ["a/*.ts", "b/*.ts"], "c/x.ts", false],
    ["matches at any depth by two stars", ["a/**"], "a/b/c.ts", true],
    ["matches in one folder by one star", ["a/*"], "a/b/c.ts", false],
    ["matches the whole path, not a part of it", ["a/*.ts"], "x/a/b.ts", false],
    ["matches dot files", ["a/**"], "a/.b/.c.ts", true],
    ["that is empty matches nothing", [], "a.ts", false],
  ])("%s", (_sentence, globs, path, matches) => check(globs, path, matches));

  it("is compiled once", () => {
    const globs = ["a/**"];
    expect(matcherOf(globs)).toBe(matcherOf(globs));
  });

  it("of the same text elsewhere is a list of its own", () => {
    expect(matcherOf(["a/**"])).not.toBe(matcherOf(["a/**"]));
  });
});
