import { expect, it } from "vitest";
import type { ChangedFile } from "../diff/model.js";
import { asRepoPath } from "../path/repo-path.js";
import { createTouchedTests } from "./touched-tests.js";

/** `-` in front of a deleted file, `+` of a new one, `old>new` for a rename. */
function changeOf(text: string): ChangedFile {
  const [old = "", file = old] = text.replace(/^[-+]/, "").split(">");
  const kind = text.startsWith("-") ? "deleted" : "text";
  return { file: asRepoPath(file), oldFile: text.startsWith("+") ? null : asRepoPath(old), kind, lines: [], hunks: [] };
}

function check(file: string, changes: readonly string[], expected: string): void {
  expect(createTouchedTests(changes.map(changeOf))(file)).toBe(expected);
}

it.each<[string, string, string[], string]>([
  ["the test beside it", "src/a.ts", ["-src/a.test.ts", "src/b.test.ts"], "src/a.test.ts deleted"],
  ["a test of its name elsewhere", "src/a.ts", ["src/__tests__/a.spec.tsx", "src/b.test.ts"], "src/__tests__/a.spec.tsx changed"],
  ["a test that is new", "src/a.ts", ["+src/a.test.ts", "src/b.test.ts"], "src/a.test.ts changed"],
  ["both tests of its name", "a.ts", ["a.test.ts", "-a.spec.ts", "b.test.ts"], "a.test.ts changed, a.spec.ts deleted"],
  ["a test that has another name now", "src/a.ts", ["src/a.test.ts>src/x.test.ts", "-b.test.ts"], "src/x.test.ts changed"],
  [
    "every test, where none is its own",
    "src/a.ts",
    ["-src/b.test.ts", "src/c.test.ts", "src/d.ts"],
    "src/b.test.ts deleted, src/c.test.ts changed",
  ],
  [
    "three of many",
    "a.ts",
    ["1.test.ts", "2.test.ts", "3.test.ts", "4.test.ts", "5.test.ts"],
    "1.test.ts changed, 2.test.ts changed, 3.test.ts changed, 2 more tests",
  ],
  ["nothing, where no test changed", "src/a.ts", ["src/a.ts"], ""],
])("lost coverage is blamed on %s", (_sentence, file, changes, expected) => {
  check(file, changes, expected);
});
