import { expect, it } from "vitest";
import { canRun } from "./can-run.js";

it.each<[string, string, string, boolean]>([
  ["statements", "a.ts", "export const a = 1;\n", true],
  ["types alone", "a.ts", "export interface A {\n  readonly b: number;\n}\n", false],
  ["a syntax error", "a.ts", "export const = ;\n", true],
  ["text of a language that is not parsed", "a.py", "x = 1\n", true],
  ["nothing but blanks", "__init__.py", " \n", false],
])("whether %s can run", (_sentence, file, text, expected) => {
  expect(canRun(file, text)).toBe(expected);
});
