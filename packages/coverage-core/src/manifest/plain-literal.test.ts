import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlainLiteral } from "./plain-literal.js";
import { readLiteral } from "./read-literal.js";

const FILE = "packages/a/src/feature.manifest.ts";
const IMPORT = 'import { defineFeature } from "@repo/core-shared/conformance/feature";\n';
const around = (literal: string) => `${IMPORT}\nexport const aManifest = defineFeature(${literal} as const);\n`;

/** Whether the text is read at once; then `readLiteral` has to say the same, with the keys in the same order. */
function isRead(text: string, file = FILE): boolean {
  const value = readPlainLiteral(file, text, "defineFeature");
  if (value === undefined) return false;
  const parsed = readLiteral(file, text, "defineFeature");
  // expect takes a key that is called constructor for a class.
  deepStrictEqual(value, parsed);
  expect(JSON.stringify(value)).toBe(JSON.stringify(parsed));
  return true;
}

const gap = fc.constantFrom("", " ", " ", "\n  ", "\r\n", "\t", "// it's } \"\n", "/* '*\n// { */");
const inGaps = (piece: string) => fc.tuple(gap, gap).map(([before, after]) => `${before}${piece}${after}`);
const text = fc.constantFrom("", "a-b", "src/**", "it's", 'say "so"', "// no comment", "é", "}", "as const", "constructor");
const quoted = text.map((each) => (each.includes("'") ? `"${each}"` : each.includes('"') ? `'${each}'` : `"${each}"`));
const single = text.filter((each) => !each.includes("'")).map((each) => `'${each}'`);
const atom = fc.constantFrom("true", "false", "null", "0", "-0", "-1", "80", "95.87", "0.1", "999999999999999", "0.300000000000004");
const name = fc.oneof(fc.constantFrom("a", "b", "$c", "_d1", "from", "class", "true", "import", "1", "20"), quoted, single);

/** A literal out of these atoms and keys, with gaps and commas wherever they may stand. */
function literals(atoms: fc.Arbitrary<string>, names: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const listed = (each: fc.Arbitrary<string>) =>
    fc.tuple(fc.array(each, { maxLength: 3 }), fc.boolean()).map(([all, more]) => all.join(",") + (more && all.length > 0 ? "," : ""));
  const { object } = fc.letrec<{ object: string; list: string; value: string }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, atoms, tie("list"), tie("object")),
    list: fc.tuple(listed(tie("value").chain(inGaps)), gap).map(([all, end]) => `[${all}${end}]`),
    object: fc
      .tuple(listed(fc.tuple(names.chain(inGaps), tie("value").chain(inGaps)).map((entry) => entry.join(":"))), gap)
      .map(([all, end]) => `{${all}${end}}`),
  }));
  return object;
}

/** The file around a literal. */
function sources(literal: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const imported = fc.constantFrom(
    "",
    IMPORT,
    IMPORT.replaceAll('"', "'"),
    IMPORT.replace(";", ""),
    `${IMPORT}import { A, fooBar } from "x";\n`,
  );
  const exported = fc.constantFrom("export default", "export const manifest =", "export const aManifest =", "export const aManifest=");
  const end = fc.constantFrom(")", ");", " as const)", " as const) ;");
  return fc
    .tuple(gap, imported, gap, exported, gap, gap, literal, end, gap)
    .map(([a, imports, b, exports, c, d, said, closed, e]) => `${a}${imports}${b}${exports} defineFeature${c}(${d}${said}${closed}${e}`);
}

const plain = sources(literals(fc.oneof(atom, quoted, single), name));
const words = (all: string) => fc.constantFrom(...all.split(" "));
const oddText = fc.constantFrom("'\\n'", '"\t"', '"\u2028"', '"\ud800"', "- 1", "1 as const", "{} as const", "9".repeat(400));
const oddAtom = fc.oneof(words("...A `x` LOW 10n 0x1 1e3 1_0 01 1. .5 +1 undefined (1) !0 /x/ f() 1234567890123456"), oddText);
const oddName = words("[a] __proto__ '__proto__' get\ta a\tb 1.5 -1 1e3 0x1 '\\n' é ...a ");
const odd = sources(
  literals(
    fc.oneof({ weight: 6, arbitrary: atom }, { weight: 1, arbitrary: oddAtom }, { weight: 1, arbitrary: fc.constant("") }),
    fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: oddName }),
  ),
);
const mark = words("' \" , : ; ( ) { } [ ] // /* */ \\ - . 0 = a ` ... é \u2028 \ufeff \0 \n from import defineFeature( __proto__ ");
const cut = fc.oneof(mark, fc.constantFrom(" ", " as const", "export default 1;"));

describe("a plain manifest", () => {
  it("is read at once, as the parser reads it", () => {
    const check = (source: string) => {
      expect(isRead(source)).toBe(true);
    };
    fc.assert(fc.property(plain, check), { numRuns: 300 });
  });

  it("that is odd somewhere, or cut, is read as the parser reads it, or left to it", () => {
    const anywhere = fc.tuple(fc.oneof(plain, odd), fc.nat(), fc.nat(8), cut);
    fc.assert(
      fc.property(
        fc.oneof(
          odd,
          anywhere.map(([source, at, length, other]) => replaced(source, at, length, other)),
        ),
        (source) => {
          isRead(source);
        },
      ),
      { numRuns: 1000 },
    );
  });

  function replaced(source: string, at: number, length: number, other: string): string {
    const from = at % source.length;
    return source.slice(0, from) + other + source.slice(from + length);
  }

  it.each<[string, string]>([
    ["in another spelling of keys and texts", around("{ a: 'x', \"b-c\": \"y\", 'd': 'say \"so\"', 1: true, class: null }")],
    ["with numbers below zero and between", around("{ a: -1, b: 95.87, c: -0.5, d: 0 }")],
    ["with trailing commas", around("{ a: [1, [2,],], b: {}, }")],
    ["with comments", `// a\n/* b\n** / */${around("{ // it's\n a /* , */: 1 }")}// c`],
    ["with a key twice: the last one counts", around("{ a: 1, b: 2, a: 3 }")],
    ["with line ends of Windows", around("{\n  a: 1,\n}").replaceAll("\n", "\r\n")],
    ["that is the default export, and not constant", "export default defineFeature({ a: 1 })"],
    [
      "with imports of names, and no semicolons",
      "import { A, Bc } from 'x'\nimport { D } from \"y\" \nexport const manifest = defineFeature({})",
    ],
    ["nested as deeply as nobody needs", around(`{ a: ${"[".repeat(49)}${"]".repeat(49)} }`)],
  ])("%s is read at once", (_sentence, source) => {
    expect(isRead(source)).toBe(true);
  });
});

describe("left to the parser is", () => {
  it.each<[string, string]>([
    ["a spread", "{ ...A }"],
    ["a spread in a list", "{ a: [...A] }"],
    ["a template", "{ a: `x` }"],
    ["an escape", '{ a: "\\n" }'],
    ["a tab in a text", '{ a: "\t" }'],
    ["a constant", "{ a: LOW }"],
    ["undefined", "{ a: undefined }"],
    ["a key alone", "{ a }"],
    ["a computed key", "{ ['a']: 1 }"],
    ["a key with a fraction", "{ 1.5: 1 }"],
    ["a key that reaches the prototype", "{ __proto__: { a: 1 } }"],
    ["the same in quotes", '{ "__proto__": 1 }'],
    ["a method", "{ a() {} }"],
    ["a call", "{ a: f() }"],
    ["an operator", "{ a: 1 + 1 }"],
    ["a minus on its own", "{ a: - 1 }"],
    ["brackets", "({ a: 1 })"],
    ["a hexadecimal number", "{ a: 0x1 }"],
    ["an exponent", "{ a: 1e3 }"],
    ["a whole number without bounds", "{ a: 1n }"],
    ["a number with many digits", "{ a: 1234567890123456 }"],
    ["a constant inside", "{ a: [1] as const }"],
    ["a hole", "{ a: [1, , 2] }"],
    ["a comma behind nothing in a list", "{ a: [,] }"],
    ["a comma behind nothing in an object", "{,}"],
    ["a value without a comma", "{ a: 1 b: 2 }"],
    ["a brace too few", "{ a: { b: 1 }"],
    ["a brace too many", "{ a: 1 } }"],
    ["a list", "[1]"],
    ["a type", "{ a: 1 } satisfies object"],
    ["a second argument", "{ a: 1 }, { b: 1 }"],
    ["what is nested deeply", `{ a: ${"[".repeat(50)}${"]".repeat(50)} }`],
    ["a letter outside of texts", "{ é: 1 }"],
    ["half of a pair", '{ a: "\ud800" }'],
  ])("%s", (_sentence, literal) => {
    expect(isRead(around(literal))).toBe(false);
  });

  it.each<[string, string]>([
    ["another statement behind it", `${around("{}")}export const B = 1;`],
    ["another statement before it", `const B = 1;\n${around("{}")}`],
    ["another call", around("{}").replace("defineFeature(", "defineRepo(")],
    ["no export", "const aManifest = defineFeature({});"],
    ["a type beside the name", "export const aManifest: object = defineFeature({});"],
    ["a name that may be a word of the language", "export const let = defineFeature({});"],
    ["an import of the default", 'import A from "x";\nexport default defineFeature({});'],
    ["an import under another name", 'import { A as B } from "x";\nexport default defineFeature({});'],
    ["an import with attributes", 'import { A } from "x" with { type: "json" };\nexport default defineFeature({});'],
    ["an import that does not end", 'import { A } from "x" export default defineFeature({});'],
    ["as on a line of its own", "export default defineFeature({}\nas const);"],
    ["a comment that does not end", "export default defineFeature({}); /* a"],
    ["a byte order mark", `\ufeff${around("{}")}`],
    ["a line separator", `// a\u2028${around("{}")}`],
    ["no call at all", "export default defineFeature"],
    ["nothing", ""],
    ["more than anybody writes", around(`{ a: "${"x".repeat(1 << 16)}" }`)],
  ])("a file with %s", (_sentence, source) => {
    expect(isRead(source)).toBe(false);
  });

  it.each(["packages/a/feature.manifest.js", "src/feature.manifest.d.ts", "src/my-feature.manifest.ts"])(
    "a file with other rules: %s",
    (file) => {
      expect(isRead("export default defineFeature({});", file)).toBe(false);
    },
  );
});
