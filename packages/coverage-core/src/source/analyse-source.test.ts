import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyseSource } from "./analyse-source.js";
import { isReadableSource } from "./parse-source.js";

/**
 * Each line of a sample says behind `//=` on which line its statement begins, or `-` where nothing on it runs.
 * The marks are taken out before the text is analysed.
 */
function check(file: string, marked: string): void {
  const lines = marked.replace(/^\n/, "").trimEnd().split("\n");
  const texts = lines.map((line) => line.replace(/\s*\/\/=.*$/, ""));
  const expected = lines.map((line) => /\/\/= ?(\S+)/.exec(line)?.[1] ?? "-");
  const facts = analyseSource(file, texts.join("\n"));
  expect(texts.map((_, index) => String(facts?.statementAt.get(index + 1) ?? "-"))).toEqual(expected);
}

describe("a line belongs to its innermost statement", () => {
  it.each<[string, string, string]>([
    [
      "a call over several lines",
      "a.ts",
      `
call(             //= 1
  first,          //= 1
  second,         //= 1
);`,
    ],
    [
      "a condition over several lines, its body, else and closing braces",
      "a.ts",
      `
if (              //= 1
  a &&            //= 1
  b               //= 1
) {
  c();            //= 5
} else {          //= 1
  d();            //= 7
}`,
    ],
    [
      "an object in a declaration begins where its value does",
      "a.ts",
      `
const options =   //= 2
  {
    a: 1,         //= 2
    b: f(),       //= 2
  };`,
    ],
    [
      "the body of an arrow function is a statement of its own",
      "a.ts",
      `
const f = (x) =>  //= 1
  x + 1;          //= 2
const g = (x) => {  //= 3
  return x;       //= 4
};`,
    ],
    [
      "a function's head is no statement, its default values are arms",
      "a.ts",
      `
function f(
  a: string,
  b = 3,
): void {
  g(a, b);        //= 5
}`,
    ],
    [
      "a class has statements in its fields' values and its methods' bodies",
      "a.ts",
      `
class A {
  x = f();        //= 2
  declare y: number;
  m() {
    return this.x; //= 5
  }
}`,
    ],
    [
      "a parameter that is a property too",
      "a.ts",
      `
class A {
  constructor(
    readonly a: string, //= 3
    b: string,
  ) {}
}`,
    ],
    [
      "loops, switch, try and throw",
      "a.js",
      `
for (const a of b) {  //= 1
  switch (a) {        //= 2
    case "x":         //= 2
      continue;       //= 4
    default:          //= 2
      break;          //= 6
  }
}
try {                 //= 9
  f();                //= 10
} catch (error) {     //= 9
  throw error;        //= 12
}`,
    ],
    [
      "types, interfaces, imports and comments do not run",
      "a.ts",
      `
import { a } from "a";
import type { B } from "b";
/* a comment
   of two lines */
export interface C {
  d: number;
}
type E =
  | "x"
  | "y";
declare const f: number;
export type { B } from "b";`,
    ],
    [
      "a type inside a statement takes nothing from the lines that have code",
      "a.ts",
      `
const x: {        //= 5
  a: number;
  b: number;
} =               //= 5
  f();            //= 5`,
    ],
    [
      "a directive does not run, a comment inside a statement neither",
      "a.js",
      `
"use strict";
f(                //= 2
  // why
  a,              //= 2
);`,
    ],
    [
      "JSX belongs to the statement that makes it",
      "a.tsx",
      `
export const A = () => (   //= 1
  <div>           //= 2
    {b ? <i /> : null} //= 2
  </div>          //= 2
);`,
    ],
    [
      "enums, namespaces with code and decorators become statements",
      "a.ts",
      `
enum A {          //= 1
  B,              //= 2
  C = f(          //= 3
    1,            //= 3
  ),
}
namespace D {     //= 7
  export const e = 1; //= 8
}
namespace F {
  export type G = 1;
}
class H {
  @dec(           //= 14
    1,            //= 14
  )
  i() {}
}`,
    ],
    [
      "a type among the statements of a function does not run, one beside a statement takes nothing from it",
      "a.ts",
      `
each((n) => {     //= 1
  type A =
    | 1
    | 2;
  interface B {
    c: A;
  }
  const d: A = n; type E = 1; //= 8
  return d;       //= 9
});`,
    ],
    [
      "plain JavaScript may hold JSX",
      "a.js",
      `
const a = (       //= 2
  <b>             //= 2
  </b>            //= 2
);`,
    ],
  ])("%s", (_sentence, file, marked) => {
    check(file, marked);
  });
});

describe("the lines for which vitest's v8 provider wrote DA are those on which statements begin", () => {
  it.each(["typescript.ts", "react.tsx", "plain.js"])("%s", (file) => {
    const lines = readFileSync(`${import.meta.dirname}/__fixtures__/${file}.txt`, "utf8")
      .trimEnd()
      .split("\n");
    const recorded = lines.flatMap((line, index) => (line.startsWith("DA") ? [index + 1] : []));
    const facts = analyseSource(file, lines.map((line) => line.slice(4)).join("\n"));
    expect(recorded.filter((line) => facts?.statementAt.get(line) !== line)).toEqual([]);
    expect([...new Set(facts?.statementAt.values())].sort((a, b) => a - b)).toEqual(recorded);
  });
});

it.each([
  ["a.ts", true],
  ["a.tsx", true],
  ["a.mts", true],
  ["a.cjs", true],
  ["a.d.ts", false],
  ["a.d.mts", false],
  ["a.py", false],
  ["ats", false],
])("whether %s is source that is read: %s", (file, readable) => {
  expect(isReadableSource(file)).toBe(readable);
});

it("functions are named by their own name, or by what they are given to, with their lines", () => {
  const text =
    "function a() {}\nconst b = () => 1;\nclass C {\n  d() {\n    e(function () {});\n}\n}\nconst f = { g() {} };\ndeclare function h(): void;";
  expect(analyseSource("a.ts", text)?.functions).toEqual([
    { name: "a", line: 1, endLine: 1 },
    { name: "b", line: 2, endLine: 2 },
    { name: "d", line: 4, endLine: 6 },
    { name: "(anonymous)", line: 5, endLine: 5 },
    { name: "g", line: 8, endLine: 8 },
  ]);
  expect(analyseSource("a.ts", '({ "a b": () => 1 })')?.functions[0]?.name).toBe("(anonymous)");
});

it.each<[string, string, string[]]>([
  ["if", "if (a) b();", ["if", "else"]],
  ["a conditional", "c = a ? b : d;", ["? then", ": otherwise"]],
  ["a default value", "f = (a = 1) => a;", ["default value"]],
  ["a switch", 'switch (a) {\n  case "x":\n  case y:\n  default:\n}', ['case "x"', "case y", "default"]],
  ["a chain of operators is one branch", "a && b || c ?? d;".replace(" ?? d", ""), ["left side", "&& right side", "|| right side"]],
  ["an operator in brackets too", "a && (b ?? c);", ["left side", "&& right side", "?? right side"]],
])("the arms of %s have names", (_sentence, text, arms) => {
  expect(analyseSource("a.ts", text)?.branches.map((branch) => branch.arms)).toEqual([arms]);
});

it("a blank first line counts, also before a comment", () => {
  expect([...(analyseSource("a.ts", "\n// why\na();\n\n")?.statementAt ?? [])]).toEqual([[3, 3]]);
});

it("a text with a syntax error, or an empty one, has no facts or empty ones", () => {
  expect(analyseSource("a.ts", "if (")).toBeUndefined();
  expect(analyseSource("a.ts", "")?.statementAt.size).toBe(0);
});
