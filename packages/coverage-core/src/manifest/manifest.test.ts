import { DEFAULT_COVERAGE_BANDS } from "@repo/core-shared/conformance/coverage";
import { describe, expect, it } from "vitest";
import { parseFeatureSource, parseRepoSource } from "./parse-manifest-source.js";
import { readLiteral } from "./read-literal.js";

const read = (literal: string, before = "") =>
  readLiteral("m.ts", `${before}\nexport const m = defineFeature(${literal});\n`, "defineFeature");

describe("a literal is read without being run", () => {
  it.each<[string, string, unknown, string?]>([
    [
      "strings, numbers, booleans, null",
      '{ a: "x", b: 1.5, c: -2, d: true, e: null, f: undefined }',
      { a: "x", b: 1.5, c: -2, d: true, e: null, f: undefined },
    ],
    ["lists and quoted keys", '{ "a-b": ["x", [`y`]], 1: 2 }', { "a-b": ["x", ["y"]], 1: 2 }],
    ["as const, satisfies and brackets", "({ a: (1 as number) } as const) satisfies object", { a: 1 }],
    [
      "constants of the same file",
      "{ a: LOW, b: SET.x, c: SET['y'] }",
      { a: 80, b: 1, c: 2 },
      "const LOW = 80; export const SET = { x: 1, y: 2 }; function f() { const LOW = 0; }",
    ],
    ["spreads of objects and lists", "{ ...A, b: [...B, 3] }", { a: 1, b: [2, 3] }, "const A = { a: 1 }; const B = [2];"],
    [
      "the default bands, whole and in part",
      "{ a: DEFAULT_COVERAGE_BANDS.entities, b: { ...DEFAULT_COVERAGE_BANDS } }",
      { a: DEFAULT_COVERAGE_BANDS.entities, b: DEFAULT_COVERAGE_BANDS },
    ],
  ])("%s", (_sentence, literal, expected, before) => {
    expect(read(literal, before)).toEqual(expected);
  });
});

describe("what is more than a literal is refused with its line", () => {
  it.each<[string, string, string]>([
    ["a call", "{\n  a: f(),\n}", "m.ts:3: CallExpression is not a literal"],
    ["an expression in a template", "{ a: `x${y}` }", "m.ts:2: a template with an expression is not a literal"],
    ["an operator", "{ a: !true }", "m.ts:2: the operator ! is not part of a literal"],
    ["a minus before a text", '{ a: -"x" }', "m.ts:2: the operator - is not part of a literal"],
    ["a hole", "[1, , 2]", "m.ts:2: a hole in a list is not a literal"],
    ["an object spread into a list", "[...{}]", "m.ts:2: only a list can be spread into a list"],
    ["a computed key", "{ [a]: 1 }", "m.ts:2: a computed key is not a literal"],
    ["a getter", "{ get a() { return 1; } }", "m.ts:2: a computed key is not a literal"],
    ["an unknown name", "{ a: LOW }", "m.ts:2: LOW is neither a constant of this file nor DEFAULT_COVERAGE_BANDS"],
    ["a member that is not there", "{ a: DEFAULT_COVERAGE_BANDS.toString }", "m.ts:2: there is no toString in it"],
    ["a syntax error", "{", "m.ts:1: the file has a syntax error"],
    ["a null spread into an object", "{ ...null }", "m.ts:2: only an object can be spread into an object"],
    ["a list spread into an object", "{ ...[1] }", "m.ts:2: only an object can be spread into an object"],
    ["a text spread into an object", '{ ..."ab" }', "m.ts:2: only an object can be spread into an object"],
    ["a regular expression", "{ a: /x/ }", "m.ts:2: /x/ is no text, number, boolean or null"],
    ["a whole number without bounds", "{ a: 1n }", "m.ts:2: 1n is no text, number, boolean or null"],
    [
      "a regular expression that no engine knows",
      "{ a: /(?<x>a)|(?<x>b)/v }",
      "m.ts:2: /(?<x>a)|(?<x>b)/v is no text, number, boolean or null",
    ],
    ["a method", "{ a() {} }", "m.ts:2: FunctionExpression is not a literal"],
    ["arguments that are spread", "...LIST", "m.ts:2: SpreadElement is not a literal"],
  ])("%s", (_sentence, literal, message) => {
    expect(() => read(literal)).toThrow(expect.objectContaining({ code: "MANIFEST_UNREADABLE", message, exitCode: 2 }));
  });

  it.each<[string, string, string]>([
    ["that names itself", "const LOW = [LOW];", "m.ts:1: the literal is nested too deeply"],
    ["that may change", "let LOW = 1;", "m.ts:2: LOW is neither a constant of this file nor DEFAULT_COVERAGE_BANDS"],
    ["of a function", "function f() { const LOW = 1; }", "m.ts:2: LOW is neither a constant of this file nor DEFAULT_COVERAGE_BANDS"],
    [
      "that is taken out of another",
      "const { LOW } = { LOW: 1 };",
      "m.ts:2: LOW is neither a constant of this file nor DEFAULT_COVERAGE_BANDS",
    ],
    ["that another file has", "declare const LOW: number;", "m.ts:2: LOW is neither a constant of this file nor DEFAULT_COVERAGE_BANDS"],
  ])("a constant %s", (_sentence, before, message) => {
    expect(() => read("LOW", before)).toThrow(expect.objectContaining({ code: "MANIFEST_UNREADABLE", message }));
  });
});

const BANDS = "bands: { baseline: { statements: 80, branches: 75, functions: 80, lines: 80 } }";

it("a manifest's source is its value, checked by the schema", () => {
  expect(
    parseFeatureSource("m.ts", `defineFeature({ name: "auth", coverage: { ${BANDS} } } as const)`).coverage.bands.baseline.branches,
  ).toBe(75);
  expect(parseRepoSource("repo.manifest.ts", 'defineRepo({ base: "trunk" })')).toEqual({ base: "trunk" });
  expect(() => parseRepoSource("repo.manifest.ts", "defineRepo({ bse: 1 })")).toThrow("repo.manifest.ts: bse is not a known field");
});

it.each<[string, () => unknown]>([
  ["defineFeature", () => parseFeatureSource("m.ts", "export const m = {};")],
  ["defineRepo", () => parseRepoSource("m.ts", "defineRepo()")],
])("a file that does not call %s is no manifest", (callee, parse) => {
  expect(parse).toThrow(`m.ts: no call of ${callee} with an argument`);
});
