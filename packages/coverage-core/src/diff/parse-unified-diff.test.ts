import { createTempRepo } from "@repo/core-testing";
import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import type { ChangedFile } from "./model.js";
import { createDiffParser, parseUnifiedDiff } from "./parse-unified-diff.js";

function shortOf({ file, oldFile, kind, lines }: ChangedFile): string {
  const renamed = oldFile === null ? " new" : oldFile === file ? "" : ` from ${oldFile}`;
  return `${kind} ${JSON.stringify(file)}${renamed} ${lines.join(",")}`.trim();
}

function check(diff: string | Uint8Array, expected: readonly string[]): void {
  expect(parseUnifiedDiff(typeof diff === "string" ? Buffer.from(diff) : diff).map(shortOf)).toEqual(expected);
}

const HEAD = "diff --git a/a.ts b/a.ts\nindex 1111111..2222222 100644\n--- a/a.ts\n+++ b/a.ts\n";

describe("a hunk is read by the counts of its header", () => {
  it.each<[string, string, string[]]>([
    ["added lines", `${HEAD}@@ -1,0 +2,2 @@\n+a\n+b\n`, ['text "a.ts" 2,3']],
    ["one changed line, counts left out", `${HEAD}@@ -4 +4 @@ function f() {\n-a\n+b\n`, ['text "a.ts" 4']],
    ["a deletion has no lines", `${HEAD}@@ -4,2 +3,0 @@\n-a\n-b\n`, ['text "a.ts"']],
    ["context lines are counted, not reported", `${HEAD}@@ -1,3 +1,4 @@\n a\n+b\n c\n d\n`, ['text "a.ts" 2']],
    ["a context line that lost its blank is context", `${HEAD}@@ -1,2 +1,3 @@\n\n+b\n c\n`, ['text "a.ts" 2']],
    ["several hunks", `${HEAD}@@ -1 +1 @@\n-a\n+b\n@@ -9,0 +10 @@\n+c\n`, ['text "a.ts" 1,10']],
    [
      "content like headers is content",
      `${HEAD}@@ -1,2 +1,4 @@\n--- x\n-diff --git a/b b/b\n+++ y\n+@@ -1 +1 @@\n+diff --git a/c b/c\n+z\n`,
      ['text "a.ts" 1,2,3,4'],
    ],
    [
      "no newline at the end costs no line",
      `${HEAD}@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n`,
      ['text "a.ts" 1,2'],
    ],
    ["CR at the end of content stays content", `${HEAD}@@ -1,2 +1,2 @@\n-a\r\n+b\r\n \r\n`, ['text "a.ts" 1']],
    ["a diff in CRLF", `${HEAD}@@ -1,2 +1,2 @@\n-a\n+b\n c\n`.replaceAll("\n", "\r\n"), ['text "a.ts" 1']],
    ["a diff in CRLF with a blank context line", `${HEAD}@@ -1,2 +1,2 @@\n-a\n+b\n\n`.replaceAll("\n", "\r\n"), ['text "a.ts" 1']],
    ["a diff without a newline at its end", `${HEAD}@@ -1,0 +2 @@\n+a`, ['text "a.ts" 2']],
  ])("%s", (_sentence, diff, expected) => {
    check(diff, expected);
  });
});

describe("a file is named", () => {
  const hunk = "@@ -0,0 +1 @@\n+a\n";
  it.each<[string, string, string[]]>([
    [
      "without git's header",
      `--- a/x.ts\t2026-01-01\n+++ b/x.ts\t2026-01-02\n${hunk}--- a/y.ts\n+++ b/y.ts\n${hunk}`,
      ['text "x.ts" 1', 'text "y.ts" 1'],
    ],
    ["without prefixes", `diff --git x.ts x.ts\n--- x.ts\n+++ x.ts\n${hunk}`, ['text "x.ts" 1']],
    ["without prefixes, in a folder of one letter", `diff --git a/x.ts a/x.ts\n--- a/x.ts\n+++ a/x.ts\n${hunk}`, ['text "a/x.ts" 1']],
    ["with mnemonic prefixes", `diff --git i/x.ts w/x.ts\n--- i/x.ts\n+++ w/x.ts\n${hunk}`, ['text "x.ts" 1']],
    ["with a blank and b/ in it", `diff --git a/x b/y.ts b/x b/y.ts\n--- a/x b/y.ts\n+++ b/x b/y.ts\n${hunk}`, ['text "x b/y.ts" 1']],
    [
      "with a tab, a quote, a newline and bytes in quotes",
      `diff --git "a/\\t\\"\\n\\303\\244" "b/\\t\\"\\n\\303\\244"\n--- "a/\\t\\"\\n\\303\\244"\n+++ "b/\\t\\"\\n\\303\\244"\n${hunk}`,
      [`text ${JSON.stringify('\t"\nä')} 1`],
    ],
    ["with plain bytes beyond ASCII", `diff --git a/ä b/ä\n--- a/ä\n+++ b/ä\n${hunk}`, ['text "ä" 1']],
    ["new", `diff --git a/x b/x\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/x\n${hunk}`, ['text "x" new 1']],
    ["new and empty", "diff --git a/x b/x\nnew file mode 100644\nindex 0000000..e69de29\n", ['text "x" new']],
    ["new and empty, with quotes on one side", 'diff --git a/x "b/x"\nnew file mode 100644\n', ['text "x" new']],
    ["deleted", "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", ['deleted "x"']],
    ["renamed without a change", "diff --git a/a/x b/y\nsimilarity index 100%\nrename from a/x\nrename to y\n", ['text "y" from a/x']],
    [
      "renamed with a change",
      `diff --git a/x b/y\nrename from x\nrename to y\n--- a/x\n+++ b/y\n@@ -1 +1 @@\n-a\n+b\n`,
      ['text "y" from x 1'],
    ],
    ["renamed to a name in quotes", 'diff --git a/x "b/\\303\\244"\nrename from x\nrename to "\\303\\244"\n', ['text "ä" from x']],
    ["copied", "diff --git a/x b/y\ncopy from x\ncopy to y\n", ['text "y" from x']],
  ])("%s", (_sentence, diff, expected) => {
    check(diff, expected);
  });
});

describe("only text has lines to cover", () => {
  const head = "diff --git a/x b/x\n";
  it.each<[string, string, string[]]>([
    ["a mode", `${head}old mode 100644\nnew mode 100755\n`, ['mode "x"']],
    ["a mode and a change", `${head}old mode 100644\nnew mode 100755\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n`, ['text "x" 1']],
    ["a binary", `${head}index 1111111..2222222 100644\nBinary files a/x and b/x differ\n`, ['binary "x"']],
    ["a binary patch", `${head}GIT binary patch\nliteral 3\nKc${"m".repeat(5)}\n\n`, ['binary "x"']],
    ["a deleted binary", `${head}deleted file mode 100644\nBinary files a/x and /dev/null differ\n`, ['deleted "x"']],
    [
      "a link",
      `${head}new file mode 120000\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+target\n\\ No newline at end of file\n`,
      ['symlink "x" new'],
    ],
    [
      "a submodule",
      `${head}index 1111111..2222222 160000\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n`,
      ['submodule "x"'],
    ],
  ])("%s", (_sentence, diff, expected) => {
    check(diff, expected);
  });
});

it("hunks say where lines were and are, without context", () => {
  const diff = `${HEAD}@@ -1,7 +1,7 @@\n a\n-b\n+B\n+C\n d\n e\n-f\n g\n h\n`;
  expect(parseUnifiedDiff(Buffer.from(diff))[0]?.hunks).toEqual([
    { oldStart: 2, oldCount: 1, newStart: 2, newCount: 2 },
    { oldStart: 5, oldCount: 1, newStart: 6, newCount: 0 },
  ]);
});

it("an empty diff has no files", () => {
  check("", []);
});

describe("what is no diff is refused with its line", () => {
  it.each<[string, string, string]>([
    ["other text", "hello\n", "line 1 of the diff: no file header was found"],
    ["a hunk before any file", "@@ -1 +1 @@\n", "line 1 of the diff: a hunk stands before any file"],
    ["an end inside a hunk", `${HEAD}@@ -1 +1,3 @@\n-a\n+b\n`, "line 7 of the diff: the diff stops inside a hunk"],
    [
      "a hunk that goes on too long on one side",
      `${HEAD}@@ -1,0 +1,2 @@\n-a\n`,
      "line 6 of the diff: the hunk is longer than its header says",
    ],
    ["a foreign line inside a hunk", `${HEAD}@@ -1 +1 @@\nx\n`, "line 6 of the diff: inside a hunk a line begins with a blank, + or -"],
    [
      "a file without a name",
      "diff --git a/x b/y\nold mode 100644\nnew mode 100755\n",
      "line 3 of the diff: a file's name could not be read",
    ],
    ["quotes that do not close", 'diff --git "a/x\nold mode 100644\n', "line 2 of the diff: a file's name could not be read"],
  ])("%s", (_sentence, diff, message) => {
    expect(() => parseUnifiedDiff(Buffer.from(diff))).toThrow(expect.objectContaining({ code: "DIFF_MALFORMED", exitCode: 3, message }));
  });

  it("and never with any other error", () => {
    const word = fc.constantFrom(
      "diff --git a/x b/x\n",
      "--- a/x\n",
      "+++ b/x\n",
      "@@ -1 +1 @@\n",
      "@@ -1,0 +1,2 @@\n",
      "+a\n",
      "-a\n",
      " a\n",
      '"',
      "\\ No newline\n",
      "rename to y\n",
      "\r\n",
      "é",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        try {
          parseUnifiedDiff(Buffer.from(words.join("")));
        } catch (error) {
          expect(error).toBeInstanceOf(BandlineError);
        }
      }),
    );
  });
});

it("chunks that are cut anywhere give the same files as the whole", () => {
  const diff = Buffer.from(
    `${HEAD}@@ -1,2 +1,3 @@\n a\n+ä\n b\n@@ -9 +10 @@\n-x\n+y\r\ndiff --git "a/\\303\\244" "b/\\303\\244"\nnew file mode 100644\n--- /dev/null\n+++ "b/\\303\\244"\n@@ -0,0 +1 @@\n+z`,
  );
  const whole = parseUnifiedDiff(diff);
  fc.assert(
    fc.property(fc.array(fc.nat(diff.length), { maxLength: 6 }), (cuts) => {
      const parser = createDiffParser();
      const ends = [...cuts.sort((a, b) => a - b), diff.length];
      ends.forEach((end, index) => {
        parser.push(diff.subarray(ends[index - 1] ?? 0, end));
      });
      expect(parser.end()).toEqual(whole);
    }),
  );
});

it("on random edits the lines are those that git itself numbers", () => {
  using repo = createTempRepo({ "a.txt": "" });
  const lines = fc.array(fc.constantFrom("a", "b", "+++ x", "--- y", "@@ -1 +1 @@", "", "diff --git a/b b/b"), { maxLength: 12 });
  const ends = fc.constantFrom("\n", "");
  fc.assert(
    fc.property(lines, lines, ends, (before, now, end) => {
      repo.write({ "a.txt": before.join("\n") + end });
      repo.git("add", "a.txt");
      repo.write({ "a.txt": now.join("\n") + end });
      const diff = execFileSync("git", ["diff", "--no-color", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/"], { cwd: repo.root });
      // git's own porcelain for words says the same lines in another form: each added line, by its number.
      const numbered = repo.git("diff", "--no-color", "--unified=0", "--output-indicator-new=>").split("\n");
      expect(parseUnifiedDiff(diff).flatMap((file) => file.lines)).toEqual(addedLines(numbered));
    }),
    { numRuns: 40 },
  );
});

/** Slow and obvious: added lines are marked `>`, which no line of the texts begins with. */
function addedLines(diff: readonly string[]): number[] {
  let at = 0;
  return diff.flatMap((line) => {
    const start = /^@@ -\S+ \+(\d+)/.exec(line)?.[1];
    if (start !== undefined) at = Number(start);
    return line.startsWith(">") ? [at++] : [];
  });
}
