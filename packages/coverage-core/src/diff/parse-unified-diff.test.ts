import { createTempRepo, type TempRepo } from "@repo/core-testing";
import fc from "fast-check";
import { chmodSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import type { ChangedFile, Hunk } from "./model.js";
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
    ["a hunk of context alone", `${HEAD}@@ -1 +1 @@\n a\n`, ['text "a.ts"']],
    ["a mail's signature behind the last hunk", `${HEAD}@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n`, ['text "a.ts" 1']],
    ["a mail's signature that lost its blank", `${HEAD}@@ -1 +1 @@\n-a\n+b\n--\n2.39.5\n`, ['text "a.ts" 1']],
    [
      "a log's next commit behind a hunk",
      `${HEAD}@@ -1 +1 @@\n-a\n+b\n\ncommit 1\n\n    + a note\n\n${HEAD.replaceAll("a.ts", "b.ts")}@@ -1 +1 @@\n-a\n+b\n`,
      ['text "a.ts" 1', 'text "b.ts" 1'],
    ],
    ["a diff without a newline at its end", `${HEAD}@@ -1,0 +2 @@\n+a`, ['text "a.ts" 2']],
    [
      "what stands between two files, as `git format-patch` and `diff -r` write it, is neither",
      `From 1 Mon Sep 17\n\n---\n a.ts | 1 +\n\n${HEAD}@@ -1,0 +2 @@\n+a\n-- \n2.40\nBinary files a/x.png and b/x.png differ\nOnly in b: y\n`,
      ['text "a.ts" 2'],
    ],
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
    [
      "with every escape of git's",
      `${String.raw`diff --git "a/\a\b\t\n\v\f\r\"\\" "b/\a\b\t\n\v\f\r\"\\"`}\nnew file mode 100644\n`,
      [`text ${JSON.stringify('\u0007\b\t\n\v\f\r"\\')} new`],
    ],
    ["with plain bytes beyond ASCII", `diff --git a/ä b/ä\n--- a/ä\n+++ b/ä\n${hunk}`, ['text "ä" 1']],
    ["new", `diff --git a/x b/x\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/x\n${hunk}`, ['text "x" new 1']],
    ["new and empty", "diff --git a/x b/x\nnew file mode 100644\nindex 0000000..e69de29\n", ['text "x" new']],
    [
      "new and empty, in quotes, with a quote and a blank before the other name's",
      'diff --git "a/x \\" \\"y" "b/x \\" \\"y"\nnew file mode 100644\n',
      ['text "x \\" \\"y" new'],
    ],
    ["deleted", "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", ['deleted "x"']],
    ["deleted, without git's header", "--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", ['deleted "x"']],
    ["new, without git's header", `--- /dev/null\n+++ b/x\n${hunk}`, ['text "x" new 1']],
    ["renamed without a change", "diff --git a/a/x b/y\nsimilarity index 100%\nrename from a/x\nrename to y\n", ['text "y" from a/x']],
    [
      "renamed with a change",
      `diff --git a/x b/y\nrename from x\nrename to y\n--- a/x\n+++ b/y\n@@ -1 +1 @@\n-a\n+b\n`,
      ['text "y" from x 1'],
    ],
    ["renamed to a name in quotes", 'diff --git a/x "b/\\303\\244"\nrename from x\nrename to "\\303\\244"\n', ['text "ä" from x']],
    ["copied", "diff --git a/x b/y\ncopy from x\ncopy to y\n", ['text "y" from x']],
    [
      "renamed without prefixes, from a folder of one letter into another",
      `diff --git a/x.ts b/x.ts\nrename from a/x.ts\nrename to b/x.ts\n--- a/x.ts\n+++ b/x.ts\n${hunk}`,
      ['text "b/x.ts" from a/x.ts 1'],
    ],
    [
      "new and deleted without prefixes, in folders of one letter",
      `diff --git a/x a/x\nnew file mode 100644\n--- /dev/null\n+++ a/x\n${hunk}diff --git b/y b/y\ndeleted file mode 100644\n--- b/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n`,
      ['text "a/x" new 1', 'deleted "b/y"'],
    ],
    [
      "new and deleted without git's header",
      `--- /dev/null\n+++ b/x\n${hunk}--- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n`,
      ['text "x" new 1', 'deleted "y"'],
    ],
    [
      "twice, where a link became a file",
      `diff --git a/x b/x\ndeleted file mode 120000\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-t\n\\ No newline at end of file\ndiff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n${hunk}`,
      ['deleted "x"', 'text "x" new 1'],
    ],
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
  expect(parseUnifiedDiff(Buffer.from(`${HEAD}@@ -4,2 +3,0 @@\n-a\n-b\n@@ -8,0 +7 @@\n+c\n`))[0]?.hunks).toEqual([
    { oldStart: 4, oldCount: 2, newStart: 4, newCount: 0 },
    { oldStart: 9, oldCount: 0, newStart: 7, newCount: 1 },
  ]);
});

it("hunks are the same with context and without", () => {
  const shown = `@@ -1,5 +1,5 @@\n a\n-b\n c\n+C\n d\n e\n`;
  const bare = `@@ -2 +1,0 @@\n-b\n@@ -3,0 +3 @@\n+C\n`;
  const hunks = [
    { oldStart: 2, oldCount: 1, newStart: 2, newCount: 0 },
    { oldStart: 4, oldCount: 0, newStart: 3, newCount: 1 },
  ];
  for (const diff of [shown, bare]) expect(parseUnifiedDiff(Buffer.from(HEAD + diff))[0]?.hunks).toEqual(hunks);
});

it("an empty diff has no files", () => {
  check("", []);
  check("\n\n", []);
});

describe("what is no diff is refused with its line", () => {
  it.each<[string, string, string]>([
    ["one letter", "x", "line 1 of the diff: no file header was found"],
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
    [
      "quotes that close after one half only",
      'diff --git "a/x" "b/x\nold mode 100644\n',
      "line 2 of the diff: a file's name could not be read",
    ],
    [
      "quotes that do not close behind +++, which are no deletion",
      '--- a/x\n+++ "b/x\n@@ -1 +1 @@\n-a\n+b\n',
      "line 5 of the diff: a file's name could not be read",
    ],
    [
      "a hunk that goes on after its last line",
      `${HEAD}@@ -1 +1 @@\n-a\n+b\n+c\n`,
      "line 8 of the diff: the hunk is longer than its header says",
    ],
    [
      "context after a hunk's last line",
      `${HEAD}@@ -1 +1 @@\n-a\n+b\n c\n+d\n`,
      "line 8 of the diff: the hunk is longer than its header says",
    ],
    [
      "a removed line after a hunk's last line",
      `${HEAD}@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n-c\n`,
      "line 9 of the diff: the hunk is longer than its header says",
    ],
    ["half a hunk header", `${HEAD}@@ -1 +1,2\n-a\n+b\n+c\n`, "line 5 of the diff: a hunk has no header that can be read"],
    ["an end before the first hunk", HEAD, "line 4 of the diff: no hunk stands behind the names"],
    ["an end between the names", "diff --git a/x b/x\n--- a/x\n", "line 2 of the diff: no hunk stands behind the names"],
    [
      "a file that ends before its first hunk",
      `${HEAD}diff --git a/x b/x\nold mode 100644\nnew mode 100755\n`,
      "line 5 of the diff: no hunk stands behind the names",
    ],
    ...["cc", "combined"].map((option): [string, string, string] => [
      `a merge's combined diff, by --${option}`,
      `diff --${option} x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,2 @@@\n  a\n++b\n`,
      "line 1 of the diff: this is the combined diff of a merge: compare two commits",
    ]),
    [
      "what git does not write in quotes",
      'diff --git "a/\\q" "b/\\q"\nnew file mode 100644\n',
      "line 2 of the diff: a file's name could not be read",
    ],
    ["a hunk whose header is cut", `${HEAD}@@ -1 +1\n`, "line 5 of the diff: a hunk has no header that can be read"],
    ["a hunk of a line 0", `${HEAD}@@ -1 +0 @@\n-a\n+b\n`, "line 5 of the diff: a hunk has no header that can be read"],
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

it("a diff that is cut short is refused, or has no line that the whole one has not", () => {
  const diff = Buffer.from(
    `${HEAD}@@ -1,2 +1,3 @@\n a\n+b\n c\n@@ -9 +10 @@\n-x\n+y\ndiff --git a/z b/z\n--- a/z\n+++ b/z\n@@ -7,0 +8,2 @@\n+a\n+b\n`,
  );
  const whole = new Set(parseUnifiedDiff(diff).flatMap(placesOf));
  for (let end = 0; end < diff.length; end += 1) {
    const parse = () => parseUnifiedDiff(diff.subarray(0, end));
    const files = caught(parse) ?? [];
    expect(files.flatMap(placesOf).filter((place) => !whole.has(place))).toEqual([]);
  }
});

function placesOf({ file, lines }: ChangedFile): string[] {
  return lines.map((line) => `${file}:${String(line)}`);
}

describe("whatever git is told about names, the files are the same", () => {
  const names = [
    "plain.ts",
    "a/x.ts",
    "o/x.ts",
    "x b/y.ts",
    "two  blanks.ts",
    'q"uote.ts',
    "t\tab.ts",
    "n\newline.ts",
    "ä/ö.ts",
    "back\\slash.ts",
  ];
  const texts = (text: string) => Object.fromEntries(names.map((name) => [name, text]));
  const stay = "1\n2\n3\n4\n5\n6\n7\n8\n";
  using repo = createTempRepo({ ...texts("a\nb\nc\n"), "gone.ts": "gone\n", "old b/name.ts": stay, "mode.sh": "#\n", "bin.dat": "\0a" });
  chmodSync(repo.path("mode.sh"), 0o755);
  symlinkSync("plain.ts", repo.path("link.ts"));
  repo.write({
    ...texts("a\nB\nc\nd\n"),
    "gone.ts": null,
    "old b/name.ts": null,
    "new ä.ts": `${stay}9\n`,
    "empty.ts": "",
    "bin.dat": "\0b",
  });
  repo.git("add", "--all");
  repo.git("update-index", "--add", "--cacheinfo", `160000,${repo.git("rev-parse", "HEAD")},module`);
  repo.git("commit", "--quiet", "--message", "second");
  const changed = [
    ...names.map((name) => `text ${JSON.stringify(name)} 2,4`),
    'deleted "gone.ts"',
    'text "new ä.ts" from old b/name.ts 9',
    'mode "mode.sh"',
    'symlink "link.ts" new',
    'text "empty.ts" new',
    'binary "bin.dat"',
    'submodule "module" new',
  ].sort();
  const diffs = [
    ["as it does by itself", []],
    ["not to quote", ["-c", "core.quotePath=false"]],
    ["not to prefix", ["-c", "diff.noprefix=true"]],
    ["to prefix by what is compared", ["-c", "diff.mnemonicPrefix=true"]],
  ].map(([sentence, options]): [string, Buffer] => [
    String(sentence),
    Buffer.from(repo.git(...(options as string[]), "diff", "--find-renames", "HEAD~", "HEAD")),
  ]);

  it.each(diffs)("%s", (_sentence, diff) => {
    expect(parseUnifiedDiff(diff).map(shortOf).sort()).toEqual(changed);
  });
});

/** @returns undefined where the parser refuses. */
function caught(parse: () => ChangedFile[]): ChangedFile[] | undefined {
  try {
    return parse();
  } catch (error) {
    expect(error).toBeInstanceOf(BandlineError);
    return undefined;
  }
}

describe("on random edits of a real repository", () => {
  const names = ["a.txt", "a/x b/y.txt", 'ä"\t\n\\.txt', "b/c.txt"];
  const line = fc.constantFrom("a", "b", "c", "+++ x", "--- y", "@@ -1 +1 @@", "", "diff --git a/b b/b", "\\ No newline", "x\r");
  const text = fc.tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom("\n", "")).map(([lines, end]) => lines.join("\n") + end);
  const tree = fc.tuple(...names.map(() => fc.option(text)));
  const options = fc.constantFrom([], ["--unified=0"], ["--no-prefix"], ["--no-prefix", "--unified=1"], ["--find-renames=1%"]);

  it("files and lines are those that git names in its machine's forms, and that make the new text out of the old one", () => {
    using repo = createTempRepo();
    fc.assert(
      fc.property(tree, tree, options, (before, now, flags) => {
        writeTree(repo, before);
        repo.git("add", "--all");
        writeTree(repo, now);
        repo.git("add", "--all", "--intent-to-add");
        const files = parseUnifiedDiff(Buffer.from(repo.git("diff", "--no-color", ...flags)));
        const stated = statusOf(repo, flags);
        expect(files.map(({ file }) => file).sort()).toEqual(stated.map(({ file }) => file).sort());
        for (const { file, oldFile, kind, lines, hunks } of files) {
          const [old, next] = [textAt(before, oldFile), textAt(now, file)];
          if (kind === "deleted") continue;
          expect(lines).toEqual([...addedLines(hunks)]);
          expect(patched(linesOf(old), linesOf(next), hunks)).toEqual(linesOf(next));
        }
      }),
      { numRuns: 15 },
    );
  }, 30_000);

  function writeTree(repo: TempRepo, texts: readonly (string | null)[]): void {
    repo.write(Object.fromEntries(names.map((name, index) => [name, texts[index] ?? null])));
  }

  function textAt(texts: readonly (string | null)[], file: string | null): string {
    return texts[names.indexOf(file ?? "")] ?? "";
  }

  /** git's own list, NUL-separated and so without quotes: `R050 old new` for renames, else `M file`. */
  function statusOf(repo: TempRepo, flags: readonly string[]): { readonly file: string }[] {
    const words = repo.git("diff", "--name-status", "-z", ...flags).split("\0");
    const found: { file: string }[] = [];
    for (let at = 0; at < words.length - 1;) {
      const count = words[at]?.startsWith("R") === true ? 2 : 1;
      found.push({ file: words[at + count] ?? "" });
      at += count + 1;
    }
    return found;
  }

  /** With its end, so that a missing newline at the end of the text is a difference. */
  function linesOf(text: string): string[] {
    return text.split(/(?<=\n)/).filter((each) => each !== "");
  }

  function* addedLines(hunks: readonly Hunk[]): Generator<number> {
    for (const { newStart, newCount } of hunks) for (let at = 0; at < newCount; at += 1) yield newStart + at;
  }

  /** The old text with its runs replaced by those of the new one: right only where every run lies where the diff says. */
  function patched(old: readonly string[], next: readonly string[], hunks: readonly Hunk[]): string[] {
    let at = 0;
    const parts = hunks.map(({ oldStart, oldCount, newStart, newCount }) => {
      const kept = old.slice(at, oldStart - 1);
      at = oldStart - 1 + oldCount;
      return [...kept, ...next.slice(newStart - 1, newStart - 1 + newCount)];
    });
    return [...parts.flat(), ...old.slice(at)];
  }
});
