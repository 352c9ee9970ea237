import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { barrelsAbove, byDistance, importsOf } from "./imports-of.js";

const FILES = [
  "src/a.ts",
  "src/b.tsx",
  "src/c.mts",
  "src/d.cts",
  "src/e.js",
  "src/lib/index.ts",
  "src/lib/x.jsx",
  "src/view.vue",
  "src/f.js.ts",
  "index.ts",
];
const known = new Set(FILES);

/** What a test in `src/lib` imports. */
function check(text: string, expected: readonly string[], file = "src/lib/x.test.ts"): void {
  expect([...importsOf(asRepoPath(file), text, known)]).toEqual(expected);
}

describe("a module imports", () => {
  it.each<[string, string, string[]]>([
    ["TypeScript under the name of its JavaScript", 'import { a } from "../a.js";', ["src/a.ts"]],
    ["JSX under the name of its JavaScript", 'import { b } from "../b.js"; import x from "./x.js";', ["src/b.tsx", "src/lib/x.jsx"]],
    ["modules and scripts by their endings", 'import c from "../c.mjs"; import d from "../d.cjs";', ["src/c.mts", "src/d.cts"]],
    ["JSX written as such", 'import { b } from "../b.jsx";', ["src/b.tsx"]],
    ["without an ending", 'import { a } from "../a";', ["src/a.ts"]],
    ["without an ending, where the name has a dot", 'import { f } from "../f.js";', ["src/f.js.ts"]],
    ["a folder's index", 'import x from "."; import y from "../lib"; import z from "./";', ["src/lib/index.ts"]],
    ["the index at the root", 'import x from "../../index.js"; import y from "../..";', ["index.ts"]],
    ["a file as it stands", 'import e from "../e.js"; import v from "../view.vue?raw";', ["src/e.js", "src/view.vue"]],
    ["for its side effects", 'import "../a.js";', ["src/a.ts"]],
    ["what it exports again", 'export { a } from "../a.js"; export * from "../b.js"; export const c = 1;', ["src/a.ts", "src/b.tsx"]],
    ["on demand", 'const a = await import("../a.js"); import(`../b.js`);', ["src/a.ts", "src/b.tsx"]],
    ["by require", 'const a = require("../a"); require(name); require();', ["src/a.ts"]],
    ["nothing that is worked out", 'import("../" + name); import(`../${name}.js`); requireAll("../a");', []],
    ["nothing of a package, and nothing that is not there", 'import "vitest"; import "../none.js"; import "../../../../a.js";', []],
    ["what it names before a syntax error", 'import "../a.js";\nconst = ;', ["src/a.ts"]],
  ])("%s", (_sentence, text, expected) => {
    check(text, expected);
  });

  it("in JSX that is called JavaScript", () => {
    check('import { a } from "../a.js"; const b = <b>{require("../b")}</b>;', ["src/a.ts", "src/b.tsx"], "src/lib/x.test.js");
  });
});

describe("tests are near", () => {
  it.each<[string, string, string[], string[]]>([
    [
      "in their package first",
      "p/a",
      ["p/b/src/x.test.ts", "p/a/deep/er/and/er/x.test.ts"],
      ["p/a/deep/er/and/er/x.test.ts", "p/b/src/x.test.ts"],
    ],
    [
      "then by folders in between",
      "",
      ["p/a/test/deep/x.test.ts", "p/a/x.test.ts", "p/a/src/x.test.ts"],
      ["p/a/src/x.test.ts", "p/a/x.test.ts", "p/a/test/deep/x.test.ts"],
    ],
    ["then by name", "", ["p/a/src/c.test.ts", "p/a/src/b.test.ts"], ["p/a/src/b.test.ts", "p/a/src/c.test.ts"]],
  ])("%s", (_sentence, folder, tests, expected) => {
    expect(byDistance(asRepoPath("p/a/src/a.ts"), tests.map(asRepoPath), folder)).toEqual(expected);
  });
});

describe("index files that may hand a file on", () => {
  const files = new Set(["index.ts", "p/a/index.ts", "p/a/src/index.js", "p/a/src/lib/index.ts", "p/b/index.ts"]);
  it.each<[string, string, string, string[]]>([
    [
      "stand above it in its package, the deepest first",
      "p/a/src/lib/x.ts",
      "p/a",
      ["p/a/src/lib/index.ts", "p/a/src/index.js", "p/a/index.ts"],
    ],
    ["stand up to the root where there is no package", "p/b/x.ts", "", ["p/b/index.ts", "index.ts"]],
    ["are not the file itself", "p/b/index.ts", "p/b", []],
    ["are none outside of its package", "x.ts", "p/b", []],
  ])("%s", (_sentence, file, folder, expected) => {
    expect(barrelsAbove(asRepoPath(file), files, folder)).toEqual(expected);
  });
});
