import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, parsed } from "./__fixtures__/parsed.js";
import { visible } from "./escape.js";
import { highlightLines } from "./highlight.js";

const linesOf = async (file: string, text: string) => (await highlightLines(file, text)).map(String);
const plain = (line: string) => parsed(`<pre>${line}</pre>`).text;

/** Each line is whole markup of spans, and its text is the source's. */
async function check(file: string, text: string): Promise<void> {
  const lines = await linesOf(file, text);
  const sources = visible(text.replace(/\r\n?/g, "\n")).split("\n");
  expect(lines.map(plain)).toEqual(sources.map((line) => line.replace(/\s+/g, " ").trim()));
  for (const line of lines) {
    expect(line.match(/<span/g)?.length).toBe(line.match(/<\/span>/g)?.length);
    expect(parsed(`<pre>${line}</pre>`).all.filter(({ tag }) => !["html", "head", "body", "pre", "span"].includes(tag))).toEqual([]);
  }
}

describe("a source", () => {
  it.each([
    ["ts", "const a: string = `x ${b < c} y`; // end"],
    ["tsx", "const a = <p title='x'>{1 < 2}</p>;"],
    ["cjs", "/* over\n two <script> */ const re = /[<>]/;"],
    ["py", 'def f(x):\n    """doc\n    <b>"""\n    return x < 1\n'],
    ["go", "func f() int { return 1 << 2 }"],
    ["java", "List<String> a = null;"],
    ["kt", 'val a = "${b}"'],
    ["rb", "puts <<~X\n  a\nX"],
    ["php", "<?php echo '<b>'; ?>"],
    ["rs", "fn f<'a>(x: &'a str) {}"],
    ["cs", "var a = b<c>();"],
    ["cpp", "#include <vector>"],
    ["swift", "let a = 1"],
    ["txt", "<b>&amp;</b>"],
  ])("of %s keeps its text, line by line", async (ending, text) => {
    await check(`a.${ending}`, text);
    expect(find(parsed((await linesOf(`a.${ending}`, text)).join("")), "span").length > 0).toBe(ending !== "txt");
  });

  it.each(["a.ts", "a.py", "a.php", "Makefile"])("called %s is text, whatever it says", async (file) => {
    const sign = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "`",
      "${",
      "}",
      "/*",
      "*/",
      "//",
      "\n",
      "\r\n",
      "</script>",
      "<?php",
      "?>",
      "x",
      " ",
      "\u0000",
      "\u202e",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 20 }), (signs) => check(file, signs.join(""))),
      { numRuns: 60 },
    );
  });

  it("ends a colour with each line, and begins it again", async () => {
    expect(await linesOf("a.ts", "/* a\n b */")).toEqual([
      '<span class="hljs-comment">/* a</span>',
      '<span class="hljs-comment"> b */</span>',
    ]);
  });

  it("that is very long stays plain", async () => {
    expect(await linesOf("a.ts", `const a = 1;\n${"x".repeat(400_000)}`)).toHaveLength(2);
    expect((await linesOf("a.ts", `const a = 1;\n${"x".repeat(400_000)}`))[0]).toBe("const a = 1;");
  });
});
