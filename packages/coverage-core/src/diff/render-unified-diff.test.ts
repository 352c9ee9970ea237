import { createTempRepo } from "@repo/core-testing";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { quotePath } from "./quote-path.js";
import { renderUnifiedDiff } from "./render-unified-diff.js";
import { unquotePath } from "./unquote-path.js";

const diff = (before: string, after: string, file = "src/a.ts") => renderUnifiedDiff(asRepoPath(file), before, after);

function check(before: string, after: string, expected: string[]): void {
  expect(diff(before, after)).toBe(["--- a/src/a.ts", "+++ b/src/a.ts", ...expected, ""].join("\n"));
}

const NINE = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

describe("a unified diff", () => {
  it.each<[string, string, string, string[]]>([
    [
      "has three lines around what differs",
      NINE,
      NINE.replace("5", "x"),
      ["@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+x", " 6", " 7", " 8"],
    ],
    ["has none before the first line", NINE, NINE.replace("1", "x"), ["@@ -1,4 +1,4 @@", "-1", "+x", " 2", " 3", " 4"]],
    ["has none behind the last line", NINE, NINE.replace("9", "x"), ["@@ -6,4 +6,4 @@", " 6", " 7", " 8", "-9", "+x"]],
    [
      "puts several lines in the place of one",
      NINE,
      NINE.replace("5", "x\ny"),
      ["@@ -2,7 +2,8 @@", " 2", " 3", " 4", "-5", "+x", "+y", " 6", " 7", " 8"],
    ],
    [
      "puts one line in the place of several",
      NINE,
      NINE.replace("5\n6", "x"),
      ["@@ -2,8 +2,7 @@", " 2", " 3", " 4", "-5", "-6", "+x", " 7", " 8", " 9"],
    ],
    ["leaves out lines that are the same at the end of what differs", "a\nb\nb\n", "a\nb\n", ["@@ -1,3 +1,2 @@", " a", " b", "-b"]],
    ["keeps what stands before the LF", "a\r\nb\r\n", "a\r\nx\r\n", ["@@ -1,2 +1,2 @@", " a\r", "-b\r", "+x\r"]],
    [
      "says where the end of the last line is missing",
      "a\nb",
      "a\nx",
      ["@@ -1,2 +1,2 @@", " a", "-b", "\\ No newline at end of file", "+x", "\\ No newline at end of file"],
    ],
    ["says it of lines that stay", "a\nb", "x\nb", ["@@ -1,2 +1,2 @@", "-a", "+x", " b", "\\ No newline at end of file"]],
    ["may leave nothing", "a\n", "", ["@@ -1,1 +0,0 @@", "-a"]],
    ["may begin with nothing", "", "a\n", ["@@ -0,0 +1,1 @@", "+a"]],
  ])("%s", (_sentence, before, after, expected) => check(before, after, expected));

  it("of texts that are the same is empty", () => expect(diff(NINE, NINE)).toBe(""));

  it.each<[string, string, string]>([
    ["ends a name with blanks with a tab", "my dir/a.ts", "--- a/my dir/a.ts\t\n+++ b/my dir/a.ts\t\n"],
    ["quotes a name with quotes", 'a"b.ts', '--- "a/a\\"b.ts"\n+++ "b/a\\"b.ts"\n'],
    ["leaves other letters as they are", "é.ts", "--- a/é.ts\n+++ b/é.ts\n"],
  ])("%s", (_sentence, file, head) => expect(diff("a\n", "b\n", file).slice(0, head.length)).toBe(head));

  it("is taken by git, whatever the texts and the names", () => {
    const line = fc.constantFrom("a", "b", "", "a\r", "é", "+a", "-b", "\\", "@@ -1 +1 @@", "x".repeat(200));
    const text = fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom("", "\n"))
      .map(([lines, end]) => lines.join("\n") + end);
    const edit = fc.tuple(text, text, fc.nat(30), fc.nat(30)).map(([before, inside, at, length]) => ({
      before,
      after: before.slice(0, at) + inside + before.slice(at + length),
    }));
    const name = fc.constantFrom("a", "b c", 'd"e', "f\\g", "é", "tab\there");
    const cases = fc
      .sample(fc.tuple(edit, name), { seed: 7, numRuns: 150 })
      .map(([each, start], index) => ({ ...each, file: `${start}/${String(index)}.ts` }))
      .filter(({ before, after }) => before !== "" && after !== "" && before !== after);
    using repo = createTempRepo(Object.fromEntries(cases.map(({ file, before }) => [file, before])));
    repo.write({ "all.patch": cases.map(({ file, before, after }) => diff(before, after, file)).join("") });
    repo.git("apply", "--whitespace=nowarn", "all.patch");
    expect(cases.map(({ file }) => readFileSync(repo.path(file), "utf8"))).toEqual(cases.map(({ after }) => after));
    expect(cases.length).toBeGreaterThan(100);
  });
});

describe("a quoted name", () => {
  it.each([
    ["a/b.ts", "a/b.ts"],
    ['a"b', '"a\\"b"'],
    ["a\\b", '"a\\\\b"'],
    ["a\tb\n", '"a\\tb\\n"'],
    ["\x07\b\v\f\r", '"\\a\\b\\v\\f\\r"'],
    ["\x01\x7f", '"\\001\\177"'],
  ])("%j becomes %s", (path, quoted) => expect(quotePath(path)).toBe(quoted));

  it("is read back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (path) => {
        const utf8 = Buffer.from(path).toString("utf8");
        fc.pre(!utf8.startsWith('"') || quotePath(utf8) !== utf8);
        expect(unquotePath(Buffer.from(quotePath(utf8)).toString("latin1"))).toBe(utf8);
      }),
    );
  });
});
