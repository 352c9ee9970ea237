import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSources, parseSources } from "./parse-sources.js";
import { sourcesDocument, type SourceRecord } from "./sources.js";

const BLOB = "0123456789abcdef0123456789abcdef01234567";
const record = fc.constantFrom<SourceRecord>(
  { blob: BLOB },
  { blob: null },
  { blob: BLOB, by: "aggregate" },
  { blob: null, by: "aggregate" },
);
const path = fc.constantFrom("a.ts", "ä.ts", 'q".ts', "b/a.ts", "sources", '"a.ts":', "{}");
const sources = fc.dictionary(path, record, { noNullPrototype: true });
const text = fc
  .tuple(sources, fc.constantFrom(undefined, { bytes: 0 }, { bytes: 9_007_199_254 }), fc.constantFrom(0, 2))
  .map(([each, report, indent]) => `${JSON.stringify({ schemaVersion: "1.0", report, sources: each }, null, indent)}\n`);

it("a document is read as its schema reads it, or refused, whatever is written over any part of it", () => {
  const odd = fc.constantFrom("", "null", "-1", "0.5", "[]", '"1.1"', "{", '"x": 1,', BLOB.toUpperCase());
  fc.assert(
    fc.property(text, fc.nat(200), fc.nat(60), odd, (whole, at, length, by) => {
      const spoilt = whole.slice(0, at) + by + whole.slice(at + length);
      for (const each of [whole, spoilt]) {
        const bySchema = sourcesDocument.safeParse(jsonOf(each));
        expect(parseSources(each)).toEqual(bySchema.success ? bySchema.data : undefined);
      }
    }),
  );
});

it.each([
  ["whose record is none", `{"schemaVersion":"1.0","sources":{"a":null}}`],
  ["whose report is none", `{"schemaVersion":"1.0","report":null,"sources":{}}`],
  ["whose report has no whole size", `{"schemaVersion":"1.0","report":{"bytes":0.5},"sources":{}}`],
  ["without sources", `{"schemaVersion":"1.0"}`],
  ["that is a list", "[]"],
  ["that is no JSON", "{"],
])("a document is refused %s", (_sentence, each) => {
  expect(parseSources(each)).toBeUndefined();
});

it("records of a few files are those of the whole document, or nothing is said", () => {
  fc.assert(
    fc.property(text, fc.uniqueArray(path, { minLength: 1 }), (whole, files) => {
      const known = parseSources(whole)?.sources ?? {};
      const found = findSources(whole, files);
      const areAllThere = files.every((file) => Object.hasOwn(known, file));
      expect(found === undefined).toBe(!areAllThere);
      expect(found?.report).toEqual(found && parseSources(whole)?.report);
      for (const [file, each] of found?.sources ?? []) expect(each).toEqual(known[file]);
    }),
  );
});

describe("records of a few files are not looked for in", () => {
  it.each([
    ["a document of another version", `{"schemaVersion":"2.0","sources":{"a":{"blob":null}}}`],
    ["one that is cut", `{"schemaVersion":"1.0","sources":{"a":{"blob":null}}`],
    ["one with more in it", `{"schemaVersion":"1.0","sources":{"a":{"blob":null}},"x":1}`],
    ["one with another blob", `{"schemaVersion":"1.0","sources":{"a":{"blob":"x"}}}`],
    ["one with another size of the report", `{"schemaVersion":"1.0","report":{"bytes":-1},"sources":{"a":{"blob":null}}}`],
    ["one with more in a record", `{"schemaVersion":"1.0","sources":{"a":{"blob":null,"x":1}}}`],
  ])("%s", (_sentence, whole) => {
    expect(findSources(whole, ["a"])).toBeUndefined();
  });
});

function jsonOf(each: string): unknown {
  try {
    return JSON.parse(each);
  } catch {
    return undefined;
  }
}
