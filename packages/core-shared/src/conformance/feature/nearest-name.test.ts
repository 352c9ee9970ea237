import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.js";

function check(name: string, known: readonly string[], nearest: string | undefined): void {
  expect(nearestName(name, known)).toBe(nearest);
}

describe("the nearest name", () => {
  it.each<[string, string, string[], string | undefined]>([
    ["is the one with a letter missing", "brnches", ["lines", "branches"], "branches"],
    ["is the one with a letter too many", "liness", ["lines", "branches"], "lines"],
    ["is found in any case", "LINES", ["branches", "lines"], "lines"],
    ["is found in any case of the known one", "mutationscore", ["mutationScore"], "mutationScore"],
    ["is the closer of two", "use-case", ["controllers", "use-cases"], "use-cases"],
    ["is the first of equals", "ba", ["bb", "aa"], "bb"],
    ["may differ in half of its characters", "abxx", ["abcd"], "abcd"],
    ["may differ in half of its characters, rounded up", "abxxx", ["abcde"], "abcde"],
    ["may not differ in more", "axxx", ["abcd"], undefined],
    ["does not exist among none", "lines", [], undefined],
    ["does not exist for an empty name", "", ["lines"], undefined],
  ])("%s", (_sentence, name, known, nearest) => check(name, known, nearest));

  it("of a known name is that name", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 });
    fc.assert(fc.property(names, fc.nat(), (known, at) => check(known[at % known.length] ?? "", known, known[at % known.length])));
  });

  it("does not change the list", () => {
    const known = ["branches", "lines"];
    nearestName("lines", known);
    expect(known).toEqual(["branches", "lines"]);
  });
});
