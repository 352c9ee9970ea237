import { expect, it } from "vitest";
import { parseSources } from "./parse-sources.js";
import { renderSources } from "./render-sources.js";
import type { SourceRecord } from "./sources.js";

const BLOB = "0123456789abcdef0123456789abcdef01234567";

it.each<[string, Record<string, SourceRecord>, { bytes: number } | undefined]>([
  ["of no file", {}, undefined],
  ["of no file, with a report", {}, { bytes: 0 }],
  ["of one file", { "a.ts": { blob: BLOB } }, undefined],
  ["of text that nobody recorded", { "a.ts": { blob: BLOB, by: "aggregate" }, "b.ts": { blob: null, by: "aggregate" } }, { bytes: 12 }],
  ["of text that changed", { "a.ts": { blob: null }, "b.ts": { blob: BLOB } }, undefined],
  ["of names that JSON spells in its own way", { 'q"\\\n\u2028.ts': { blob: BLOB }, "ä.ts": { blob: BLOB } }, { bytes: 1 }],
])("the record %s is that of JSON, to the byte", (_sentence, sources, report) => {
  const document = { schemaVersion: "1.0", ...(report === undefined ? {} : { report }), sources };
  const text = renderSources(new Map(Object.entries(sources)), report);
  expect(text).toBe(`${JSON.stringify(document, null, 2)}\n`);
  expect(parseSources(text)).toEqual(document);
});
