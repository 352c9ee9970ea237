import { expect, it } from "vitest";
import { parseIstanbulStatements } from "./istanbul-statements.js";

const at = (line: number, column: number | null) => ({ line, column });

it("counts the statements of each file", () => {
  const text = JSON.stringify({ "/a.ts": { path: "/a.ts", s: { 0: 2, 1: 0 } }, "/b.ts": { s: { 0: 1 }, statementMap: {} } });
  const counts = [...parseIstanbulStatements(text, "x.json")];
  expect(counts).toMatchObject([
    ["/a.ts", { covered: 1, total: 2 }],
    ["/b.ts", { covered: 1, total: 1 }],
  ]);
  expect(counts.map(([, { hitsByPlace }]) => hitsByPlace?.())).toEqual([undefined, undefined]);
});

it("has the place of each where the report has it, and two in one place are two", () => {
  const place = { start: at(3, 4), end: at(3, null) };
  const text = JSON.stringify({ "/a.ts": { s: { 0: 2, 1: 0, 2: 7 }, statementMap: { 0: place, 1: place, 2: { start: at(9, 0) } } } });
  expect(parseIstanbulStatements(text, "x.json").get("/a.ts")?.hitsByPlace?.()).toEqual(
    new Map([
      ["3:4-3:", 2],
      ["3:4-3:'", 0],
      ["9:0-", 7],
    ]),
  );
});

it.each([[[]], [{ 0: null }], [{ 0: { start: {} } }], [{ 0: { start: at(1, 2) } }]])(
  "has no places where one of them is none: %j",
  (statementMap) => {
    const text = JSON.stringify({ "/a.ts": { s: { 0: 2, 1: 0 }, statementMap } });
    expect(parseIstanbulStatements(text, "x.json").get("/a.ts")?.hitsByPlace?.()).toBeUndefined();
  },
);

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
