import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byText } from "../path/repo-path.js";
import { countedSource } from "./__fixtures__/counted-source.js";
import { seekRecords } from "./seek-records.js";
import { splitRecords } from "./split-records.js";

const recordOf = (file: string, lines = 1) => `TN:\nSF:${file}\n${"DA:1,1\n".repeat(lines)}end_of_record\n`;
const SMALL = 64;

function check(text: string, files: readonly string[], expected: readonly string[] | undefined): void {
  const found = seekRecords(countedSource(text), files, SMALL);
  expect(found?.map(({ file, line, bytes }) => `${line} ${file} ${String(bytes)}`)).toEqual(expected);
}

const name = fc.stringMatching(/^[a-zä]{1,3}$/);
const reports = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 0, max: 30 })), { selector: ([file]) => file, maxLength: 40 });
const windows = fc.constantFrom(16, 64, 4_096);

describe("records of a report that is in order", () => {
  it("are those of the whole report, whichever are asked for", () => {
    fc.assert(
      fc.property(reports, fc.uniqueArray(name, { maxLength: 8 }), windows, (parts, more, window) => {
        const text = [...parts]
          .sort(([a], [b]) => byText(a, b))
          .map(([file, lines]) => recordOf(file, lines))
          .join("");
        const known = parts.length === 0 ? [] : splitRecords(Buffer.from(text), "r.info");
        const asked = [...new Set([...known.filter((_each, index) => index % 3 === 0).map(({ file }) => file), ...more])].sort(byText);
        const expected = asked.map((file) => known.find((each) => each.file === file));
        const found = seekRecords(countedSource(text), asked, window);
        expect(found?.map(({ file, line, bytes }) => [file, line, String(bytes)])).toEqual(
          expected.includes(undefined) ? undefined : expected.map((each) => [each?.file, each?.line, String(each?.bytes)]),
        );
      }),
    );
  });

  it("are found without reading the rest", () => {
    const files = Array.from({ length: 10_000 }, (_, index) => `src/${String(index).padStart(5, "0")}.ts`);
    const source = countedSource(files.map((file) => recordOf(file, 20)).join(""));
    expect(seekRecords(source, ["src/00007.ts", "src/07777.ts"], 512)?.map(({ file }) => file)).toEqual(["src/00007.ts", "src/07777.ts"]);
    expect(source.reads.reduce((sum, each) => sum + each, 0)).toBeLessThan(source.size / 20);
  });

  const long = "x".repeat(200);
  it.each<[string, string, string[], string[] | undefined]>([
    ["whose path is longer than what is read at once", recordOf("a") + recordOf(long), [long], [`5 ${long} ${recordOf(long)}`]],
    ["that is longer than what is read at once", recordOf("a", 99) + recordOf("b", 500), ["b"], [`103 b ${recordOf("b", 500)}`]],
    ["that is cut off", `${recordOf("a")}TN:\nSF:b\nDA:1,1\n`, ["b"], undefined],
    ["that is cut off in its path", `${recordOf("a")}TN:\nSF:bbbbbb`, ["b"], undefined],
    ["that is not there", recordOf("a") + recordOf("c"), ["b"], undefined],
    ["of an empty report", "", ["a"], undefined],
  ])("one %s", (_sentence, text, files, expected) => {
    check(text, files, expected);
  });
});

it("a report that is not in order gives its own records or none, never another file's", () => {
  fc.assert(
    fc.property(reports, fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), windows, (parts, more, window) => {
      const text = parts.map(([file, lines]) => recordOf(file, lines)).join("");
      for (const { file, bytes } of seekRecords(countedSource(text), [...more].sort(byText), window) ?? []) {
        expect(parts.map(([each, lines]) => (each === file ? recordOf(each, lines) : ""))).toContain(String(bytes));
      }
    }),
  );
});

it("a report that turns out not to be in order is not searched further", () => {
  check(recordOf("m") + recordOf("a") + recordOf("z") + recordOf("b"), ["b"], undefined);
});
