import { expect, it } from "vitest";
import { parseIstanbulStatements } from "./istanbul-statements.js";

const at = (line: number, column: number | null) => ({ line, column });

it("counts the statements of each file", () => {
  const text = JSON.stringify({ "/a.ts": { path: "/a.ts", s: { 0: 2, 1: 0 } }, "/b.ts": { s: { 0: 1 }, statementMap: {} } });
  expect([...parseIstanbulStatements(text, "x.json")]).toEqual([
    ["/a.ts", { covered: 1, total: 2 }],
    ["/b.ts", { covered: 1, total: 1 }],
  ]);
});

it("has the place of each where the report has it, and two in one place are two", () => {
  const place = { start: at(3, 4), end: at(3, null) };
  const text = JSON.stringify({ "/a.ts": { s: { 0: 2, 1: 0, 2: 7 }, statementMap: { 0: place, 1: place, 2: { start: at(9, 0) } } } });
  const hits = new Map([
    ["3:4-3:", 2],
    ["3:4-3:'", 0],
    ["9:0-:", 7],
  ]);
  expect([...parseIstanbulStatements(text, "x.json")]).toEqual([["/a.ts", { covered: 2, total: 3, hits }]]);
});

it.each([
  ["no JSON", "{"],
  ["another JSON", '{ "a": 1 }'],
])("refuses %s with its own error", (_sentence, text) => {
  expect(() => parseIstanbulStatements(text, "x.json")).toThrow(
    expect.objectContaining({ code: "REPORT_MALFORMED", message: "x.json: expected istanbul's coverage-final.json", exitCode: 3 }),
  );
});
