import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { parseSource, walk } from "../source/parse-source.js";
import { keyMutants } from "./key-mutants.js";
import type { KeyedMutant, Mutant } from "./model.js";
import { createOffsetsOf } from "./positions.js";

const FILE = asRepoPath("packages/a/src/session.ts");
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

/** A mutant for each comparison of the text. */
function mutantsOf(text: string, replacement = "true"): Mutant[] {
  const parsed = parseSource(FILE, text);
  if (parsed === undefined) throw new Error(`cannot be parsed: ${text}`);
  return [...walk(parsed.program)]
    .filter(({ type }) => type === "BinaryExpression")
    .map(({ start, end }) => ({
      file: FILE,
      range: { start: positionOf(text, start), end: positionOf(text, end) },
      mutator: "ConditionalExpression",
      replacement,
    }));
}

function positionOf(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) as string).length + 1 };
}

function keysOf(text: string, mutants = mutantsOf(text), name = "@repo/a", file = FILE): string[] {
  return keyMutants(name, file, text, mutants, sha1).map(({ key }) => key);
}

const SESSION = `import { clock } from "./clock";
const LIMIT = 60 * 60;
export class Session {
  isOver(now) {
    return now > this.end || now < this.start;
  }
  left(now) {
    return now > this.end ? 0 : this.end - now;
  }
}
export const twice = (a, b) => [a > b, a > b];
`;

function check(changed: string, kept: number[]): void {
  const before = keysOf(SESSION);
  const after = new Set(keysOf(changed));
  expect(before.flatMap((key, index) => (after.has(key) ? [index] : []))).toEqual(kept);
}

const ALL = [0, 1, 2, 3, 4, 5, 6];

describe("the keys of a text", () => {
  it.each<[string, (text: string) => string, number[]]>([
    ["stay when nothing changes", (text) => text, ALL],
    ["stay when lines move", (text) => `// a note\n\n${text}`, ALL],
    ["stay under other ends of lines", (text) => text.replaceAll("\n", "\r\n"), ALL],
    [
      "stay when code is laid out anew",
      (text) => text.replace("now > this.end || now < this.start", "now>this.end ||\n      now < this.start"),
      ALL,
    ],
    ["stay when a comment comes into them", (text) => text.replace("now > this.end ?", "now > /* not yet */ this.end ?"), ALL],
    [
      "stay when a function is added before",
      (text) => text.replace("export class", "function f(now) { return now > this.end; }\nexport class"),
      ALL,
    ],
    ["stay when another function changes", (text) => text.replace("now > this.end ? 0", "this.end < now ? 1"), [0, 1, 2, 4, 5, 6]],
    ["go with the text itself", (text) => text.replace("60 * 60", "60 * 61"), [1, 2, 3, 4, 5, 6]],
    ["go when words are joined", (text) => text.replace("now > this.end ||", "now > thisEnd ||"), [0, 2, 3, 4, 5, 6]],
    ["go with the name of what is around", (text) => text.replace("class Session", "class Meeting"), [0, 5, 6]],
    ["count those that are alike: the last goes", (text) => text.replace("[a > b, a > b]", "[a > b]"), [0, 1, 2, 3, 4, 5]],
  ])("%s", (_sentence, change, kept) => {
    check(change(SESSION), kept);
  });

  const one = mutantsOf("a > b");
  it.each<[string, () => string[]]>([
    ["its package", () => keysOf("a > b", one, "@repo/b")],
    ["its file", () => keysOf("a > b", one, "@repo/a", asRepoPath("packages/a/src/other.ts"))],
    ["its replacement", () => keysOf("a > b", mutantsOf("a > b", "false"))],
    [
      "its mutator",
      () =>
        keysOf(
          "a > b",
          one.map((mutant) => ({ ...mutant, mutator: "EqualityOperator" })),
        ),
    ],
  ])("differ by %s", (_sentence, others) => {
    expect(others()).toHaveLength(1);
    expect(others()).not.toEqual(keysOf("a > b", one));
  });

  it("is the start of the hash of what the contract names", () => {
    const text = "const f = () => a > b;";
    const parts = ["p", FILE, "ConditionalExpression", "true", "a>b", "f", 0];
    expect(keysOf(text, mutantsOf(text), "p")).toEqual([sha1(JSON.stringify(parts)).slice(0, 12)]);
  });

  it.each<[string, string, string]>([
    ["a comment that the replacement took over", "x(/* why */ a) > 1", "x(/* why */ a) >= 1"],
    ["a comment with a dollar sign", "x(/* $& $1 */ a) > 1", "x(/* $& $1 */ a) >= 1"],
  ])("is not changed by %s", (_sentence, text, replacement) => {
    expect(keysOf(text, mutantsOf(text, replacement))).toEqual(keysOf("x(a) > 1", mutantsOf("x(a) > 1", "x(a) >= 1")));
  });

  it.each<[string, string, string, boolean]>([
    ["blanks between words count", "typeof a > 1", "typeofa > 1", false],
    ["how many there are does not", "typeof a > 1", "typeof  \n a > 1", true],
    ["letters beyond ASCII are letters", "typeof é > 1", "typeofé > 1", false],
    ["a comment parts words", "typeof a > 1", "typeof/* b */a > 1", true],
    ["what looks like a comment that stands before", 'f("/* c */" > 1)', 'f(/* c */ "/* c */" > 1)', true],
    ["what looks like a comment that comes behind", 'f("/* c */" > 1)', 'f("/* c */" > 1 /* c */)', true],
    ["a list with a line for each item", "f(a, [b], { c }) > 1", "f(\n  a,\n  [\n    b,\n  ],\n  {\n    c,\n  },\n) > 1", true],
  ])("of alike texts: %s", (_sentence, text, other, alike) => {
    expect(keysOf(text).at(0) === keysOf(other).at(0)).toBe(alike);
  });

  it("says what is mutated and where, beside all that was known", () => {
    const [mutant] = mutantsOf("const f = () => a > b;").map((each) => ({ ...each, id: "7" }));
    if (mutant === undefined) throw new Error("none");
    expect(keyMutants("p", FILE, "const f = () => a > b;", [mutant], sha1)).toEqual([
      { ...mutant, symbol: "f", original: "a > b", key: expect.stringMatching(/^[0-9a-f]{12}$/) as string },
    ]);
  });

  it("needs no text that parses", () => {
    const broken = "function (a > b, a > b";
    const at = (column: number): Mutant => ({
      ...(one[0] as Mutant),
      range: { start: { line: 1, column }, end: { line: 1, column: column + 5 } },
    });
    const keyed = keyMutants("p", FILE, broken, [at(18), at(11)], sha1);
    expect(keyed.map(({ original, symbol }) => [original, symbol])).toEqual([
      ["a > b", null],
      ["a > b", null],
    ]);
    expect(keyed.map(({ key: each }) => each)).toEqual(
      [at(18), at(11)].map((_, index) =>
        sha1(JSON.stringify(["p", FILE, "ConditionalExpression", "true", "a>b", null, 1 - index])).slice(0, 12),
      ),
    );
  });

  it("knows no names in a language that the parser does not read", () => {
    const file = asRepoPath("a.vue");
    const [keyed] = keyMutants("p", file, "const f = () => a > b", mutantsOf("const f = () => a > b"), sha1) as [KeyedMutant];
    expect(keyed).toMatchObject({ symbol: null, original: "a > b" });
  });
});

describe("laws of keys", () => {
  const name = fc.constantFrom("f", "g", "h");
  const comparison = fc.constantFrom("a > b", "a < b", "b > a", "a > b && a > b", "[1].some((a) => a > b)");
  const declaration = fc.oneof(
    fc.tuple(name, comparison).map(([f, text]) => `const ${f} = (a, b) => ${text};\n`),
    fc.tuple(name, comparison, comparison).map(([f, a, b]) => `class ${f}C {\n  m(a, b) {\n    return ${a};\n  }\n  n = ${b};\n}\n`),
    comparison.map((text) => `f(${text});\n`),
  );
  const source = fc
    .array(declaration, { minLength: 1, maxLength: 8 })
    .map((all) => all.map((each, index) => each.replace(/(const |class )/, `$1n${String(index)}`)));

  it("no two of a file are alike, and the order given does not matter", () => {
    fc.assert(
      fc.property(source, (all) => {
        const mutants = mutantsOf(all.join(""));
        const keys = keysOf(all.join(""), mutants);
        expect(new Set(keys).size).toBe(mutants.length);
        expect(keysOf(all.join(""), mutants.toReversed())).toEqual(keys.toReversed());
      }),
      { numRuns: 100 },
    );
  });

  it("lines and comments that come between others change none", () => {
    const filler = fc.constantFrom("\n", "// a > b\n", "/* a\n > b */\n", "");
    fc.assert(
      fc.property(source, fc.array(filler, { minLength: 40, maxLength: 40 }), (all, fillers) => {
        const lines = all.join("").split("\n");
        const moved = lines.map((each, index) => `${fillers[index % fillers.length] ?? ""}${each}`).join("\n");
        expect(keysOf(moved)).toEqual(keysOf(lines.join("\n")));
      }),
      { numRuns: 100 },
    );
  });

  it("what happens in one declaration leaves the others' keys", () => {
    fc.assert(
      fc.property(source, comparison, fc.nat(), (all, text, seed) => {
        const at = seed % all.length;
        const named = all.map((each, index) => each.replace(/^f\(/, `export const x${String(index)} = f(`));
        const edited = named.toSpliced(at, 1, `export const x${String(at)} = [a < 0, ${text}];\n`);
        const others = named.toSpliced(at, 1);
        const after = new Set(keysOf(edited.join("")));
        expect(keysOf(others.join("")).filter((key) => !after.has(key))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("offsets", () => {
  it.each<[string, string, [number, number], number]>([
    ["count lines that end with LF", "a\nbc", [2, 2], 3],
    ["count lines that end with CRLF", "a\r\nbc", [2, 1], 3],
    ["count lines that end with a lone CR, as Babel does", "a\rbc", [2, 1], 2],
    ["count lines that end with a Unicode separator", "a\u2028b\u2029c", [3, 1], 4],
    ["end with the text", "a\nb", [2, 9], 3],
    ["have nothing behind the last line", "a\nb", [7, 1], 3],
  ])("%s", (_sentence, text, [line, column], expected) => {
    const at = { line, column };
    expect(createOffsetsOf(text)({ start: at, end: at })).toEqual({ start: expected, end: expected });
  });
});
