import { expect, it } from "vitest";
import { describeLine } from "./describe-line.js";

function check(text: string, line: number, expected: string, file = "a.ts"): void {
  expect(describeLine(file, text, line)).toBe(expected);
}

it.each<[string, string, number]>([
  ["a blank line", "a();\n  \n", 2],
  ["a blank line", "a();\n", 3],
  ["a comment", "a();\n// b\n", 2],
  ["a comment", "/*\n b\n*/\n", 2],
  ["a comment", 'a("🎉"); // 🎉\n  // 🎉 c\n', 2],
  ["nothing but brackets", "f(() => {\n  a();\n}); // end\n", 3],
  ["an import", 'import {\n  a,\n} from "a";\n', 2],
  ["a type", "type A = {\n  b: number;\n};\n", 2],
  ["a type", "interface A {\n  b: number;\n}\n", 1],
  ["the head of a function", "export function f(\n  a: number,\n) {\n  b();\n}\n", 1],
  ["the head of a function", "export function f(\n  a: number,\n) {\n  b();\n}\n", 2],
  ["the head of a function", "class A {\n  m() {\n    b();\n  }\n}\n", 2],
  ["the head of a class", "export class A extends B {\n  m() {\n    b();\n  }\n}\n", 1],
  ["an export", "const a = 1;\nexport { a };\n", 2],
  ["no statement", "let a;\n", 1],
])("%s: %j, line %d", (expected, text, line) => {
  check(text, line, expected);
});

it("a source with a syntax error is not read", () => {
  check("if (\n", 1, "no statement of the report, and the source cannot be parsed");
});
