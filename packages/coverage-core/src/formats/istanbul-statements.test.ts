import { expect, it } from "vitest";
import { parseIstanbulStatements } from "./istanbul-statements.js";

it("counts the statements of each file", () => {
  const text = JSON.stringify({ "/a.ts": { path: "/a.ts", s: { 0: 2, 1: 0 } }, "/b.ts": { s: {} } });
  expect([...parseIstanbulStatements(text, "x.json")]).toEqual([
    ["/a.ts", { covered: 1, total: 2 }],
    ["/b.ts", { covered: 0, total: 0 }],
  ]);
});

it.each([
  ["no JSON", "{"],
  ["another JSON", '{ "a": 1 }'],
  ["a list", "[]"],
  ["a file without statements", '{ "/a.ts": {} }'],
  ["a list of statements", '{ "/a.ts": { "s": [1] } }'],
  ["a count that is no number", '{ "/a.ts": { "s": { "0": "1" } } }'],
  ["a count without bounds", '{ "/a.ts": { "s": { "0": 1e999 } } }'],
])("refuses %s with its own error", (_sentence, text) => {
  expect(() => parseIstanbulStatements(text, "x.json")).toThrow(
    expect.objectContaining({ code: "REPORT_MALFORMED", message: "x.json: expected istanbul's coverage-final.json", exitCode: 3 }),
  );
});
