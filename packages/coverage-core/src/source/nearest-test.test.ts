import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { createNearestTest, isJavaScriptTest } from "./nearest-test.js";

it.each<[string, string[], string | null]>([
  ["the sibling test", ["a/b.ts", "a/b.test.ts", "a/__tests__/b.test.ts"], "a/b.test.ts"],
  ["a sibling spec", ["a/b.ts", "a/b.spec.tsx"], "a/b.spec.tsx"],
  ["one of the same name in __tests__", ["a/b.ts", "a/__tests__/b.test.ts"], "a/__tests__/b.test.ts"],
  ["none of another folder", ["a/b.ts", "c/b.test.ts"], null],
  ["the first by name of several", ["a/b.ts", "a/b.test.tsx", "a/b.spec.ts"], "a/b.spec.ts"],
])("the nearest test is %s", (_sentence, files, expected) => {
  expect(createNearestTest(files.map(asRepoPath))(asRepoPath("a/b.ts"))).toBe(expected);
});

it("a file at the root has its test there", () => {
  expect(createNearestTest([asRepoPath("b.test.ts")])(asRepoPath("b.ts"))).toBe("b.test.ts");
});

it.each<[string, boolean]>([
  ["a/b.test.ts", true],
  ["b.spec.cjs", true],
  ["b.ts", false],
  ["test_b.py", false],
])("%s is a JavaScript test: %s", (file, expected) => {
  expect(isJavaScriptTest(file)).toBe(expected);
});
