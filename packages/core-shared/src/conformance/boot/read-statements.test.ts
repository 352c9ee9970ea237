import { expect, it } from "vitest";
import { readStatements, uniteStatements, type Statements } from "./read-statements.js";

const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: null } });

it.each<[string, object, string]>([
  ["each statement, whether it ran", { s: { 0: 2, 1: 0 }, statementMap: { 0: at(1), 1: at(2) } }, "1/2"],
  ["two statements in one place as two", { s: { 0: 2, 1: 0, 2: 0 }, statementMap: { 0: at(1), 1: at(1), 2: at(1) } }, "1/3"],
  ["statements without a place", { s: { 0: 2, 1: 0 } }, "1/2"],
  ["a negative count as none", { s: { 0: -2 } }, "0/1"],
  ["no statement at all", { s: {} }, "0/0"],
])("of a coverage map is read %s", (_sentence, coverage, expected) => {
  const read = readStatements(JSON.stringify({ "/a.ts": coverage }))?.get("/a.ts");
  expect(`${read?.covered}/${read?.total}`).toBe(expected);
  const hits = [...(read?.byPlace().values() ?? [])];
  expect(`${hits.filter(Boolean).length}/${hits.length}`).toBe(expected);
});

it.each([
  ["no JSON", "{"],
  ["another JSON", '{ "a": 1 }'],
  ["null", "null"],
  ["a list", "[]"],
  ["a file without statements", '{ "/a.ts": {} }'],
  ["a list of statements", '{ "/a.ts": { "s": [1] } }'],
  ["a count that is no number", '{ "/a.ts": { "s": { "0": "1" } } }'],
  ["a count without bounds", '{ "/a.ts": { "s": { "0": 1e999 } } }'],
])("%s is no coverage map", (_sentence, text) => {
  expect(readStatements(text)).toBeUndefined();
});

it("statements of several maps ran where they ran in one of them", () => {
  const read = (...hits: number[]) =>
    readStatements(
      JSON.stringify({ "/a.ts": { s: Object.fromEntries(hits.entries()), statementMap: { 0: at(1), 1: at(2), 2: at(2) } } }),
    )?.get("/a.ts") as Statements;
  const [a, b, c] = [read(1, 0, 0), read(0, 0, 0), read(0, 2, 0)];
  for (const each of [uniteStatements(uniteStatements(a, b), c), uniteStatements(c, uniteStatements(b, a))]) {
    expect([each.covered, each.total]).toEqual([2, 3]);
  }
});
