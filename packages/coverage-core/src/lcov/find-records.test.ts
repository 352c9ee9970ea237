import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandlineError } from "../failure.js";
import { countedSource } from "./__fixtures__/counted-source.js";
import { findRecords } from "./find-records.js";
import { splitRecords } from "./split-records.js";

const SMALLEST = 1_024;
const find = (text: string, wanted: (path: string) => boolean, chunkSize = SMALLEST) =>
  findRecords(countedSource(text), "r.info", { pick: (path) => (wanted(path) ? path.toUpperCase() : undefined), chunkSize });

function check(text: string, wanted: string, expected: readonly string[]): void {
  expect(find(text, (path) => path === wanted).map(({ record, as }) => `${record.line} ${as} ${String(record.bytes)}`)).toEqual(expected);
}

const FILLER = Array.from({ length: 300 }, (_, index) => `TN:\nSF:filler${index}\nDA:1,1\nend_of_record\n`).join("");

describe("a record is found", () => {
  it.each<[string, string, string[]]>([
    ["at the beginning", `SF:a\nDA:1,1\nend_of_record\n${FILLER}`, ["1 A SF:a\nDA:1,1\nend_of_record\n"]],
    ["at the end", `${FILLER}TN:x\nSF:a\nDA:1,1\nend_of_record\n`, ["1201 A TN:x\nSF:a\nDA:1,1\nend_of_record\n"]],
    ["between others, with its test's name", `${FILLER}TN:x\nSF:a\nend_of_record\n${FILLER}`, ["1201 A TN:x\nSF:a\nend_of_record\n"]],
    [
      "as often as it stands there",
      `SF:a\nend_of_record\n${FILLER}SF:a\nend_of_record\n`,
      ["1 A SF:a\nend_of_record\n", "1203 A SF:a\nend_of_record\n"],
    ],
    ["with SF: in a name", "SF:a\nFN:1,SF:b\nend_of_record\n", ["1 A SF:a\nFN:1,SF:b\nend_of_record\n"]],
    ["in CRLF", "TN:\r\nSF:a\r\nDA:1,1\r\nend_of_record\r\n", ["1 A TN:\r\nSF:a\r\nDA:1,1\r\nend_of_record\r\n"]],
    ["behind an end with blanks behind it", "SF:b\nend_of_record  \nSF:a\nend_of_record\n", ["3 A SF:a\nend_of_record\n"]],
    ["behind a byte order mark", "\ufeffSF:a\nend_of_record\n", ["1 A SF:a\nend_of_record\n"]],
    ["behind comments", "# x\nSF:b\nend_of_record\n# y\nSF:a\nend_of_record\n", ["4 A # y\nSF:a\nend_of_record\n"]],
    ["without a newline at its end", `${FILLER}SF:a\nend_of_record`, ["1201 A SF:a\nend_of_record"]],
    [
      "that is longer than what is read at once",
      `SF:a\n${"DA:1,1\n".repeat(1_000)}end_of_record\n`,
      [`1 A SF:a\n${"DA:1,1\n".repeat(1_000)}end_of_record\n`],
    ],
    [
      "with a test's name longer than anybody's",
      `${FILLER}TN:${"x".repeat(3_000)}\nSF:a\nend_of_record\n`,
      [`1201 A TN:${"x".repeat(3_000)}\nSF:a\nend_of_record\n`],
    ],
    [
      "behind one whose test's name is longer than what is looked back at",
      `SF:x\nend_of_record\nTN:${"y".repeat(697)}\nSF:${"b".repeat(400)}\nend_of_record\nSF:a\nend_of_record\n`,
      ["6 A SF:a\nend_of_record\n"],
    ],
    [
      "behind a path that is longer than what is read at once",
      `SF:${"x".repeat(3_000)}\nend_of_record\nSF:a\nend_of_record\n`,
      ["3 A SF:a\nend_of_record\n"],
    ],
    ["nowhere", FILLER, []],
  ])("%s", (_sentence, text, expected) => {
    check(text, "a", expected);
  });
});

it.each([
  ["in a regular report", "SF:b/a.ts\nend_of_record\nSF:c\\a.ts \nend_of_record\nSF:a.ts\nend_of_record\nSF:b/ba.ts\nend_of_record\n"],
  ["in another one", "# x\nSF:b/a.ts\nend_of_record\nSF:c\\a.ts \nend_of_record\nSF:a.ts\nend_of_record\nSF:b/ba.ts\nend_of_record\n"],
])("only paths whose last part may be meant are asked for, %s", (_sentence, text) => {
  const asked = new Set<string>();
  findRecords(countedSource(text), "r.info", { pick: (path) => void asked.add(path), mayPick: (name) => name === "a.ts" });
  expect([...asked]).toEqual(["b/a.ts", "c\\a.ts", "a.ts"]);
});

describe("a report that is not whole is refused, wherever its fault lies", () => {
  it.each<[string, string, string]>([
    ["empty", "", "REPORT_EMPTY"],
    ["a log", "starting\n".repeat(500), "REPORT_NOT_LCOV"],
    ["cut inside a record that nobody asked for", `SF:a\nend_of_record\n${FILLER}SF:b\nDA:1,`, "REPORT_TRUNCATED"],
    ["cut behind an SF:", `SF:a\nend_of_record\n${FILLER}SF:b`, "REPORT_TRUNCATED"],
    ["with a record that has no end", `SF:a\nend_of_record\n${FILLER}SF:b\n${FILLER}`, "REPORT_TRUNCATED"],
    ["with a record that ends twice", `SF:a\nend_of_record\nend_of_record\n${FILLER}`, "REPORT_NOT_LCOV"],
    ["with rubbish at its end", `SF:a\nend_of_record\n${FILLER}rubbish\n`, "REPORT_NOT_LCOV"],
    ["with a path that is empty", `SF:a\nend_of_record\nSF:\nend_of_record\n${FILLER}`, "REPORT_NOT_LCOV"],
  ])("%s", (_sentence, text, code) => {
    expect(() => find(text, (path) => path === "a")).toThrow(expect.objectContaining({ code, exitCode: 3 }));
  });
});

it("of a large report only the pieces and the records asked for are read", () => {
  const source = countedSource(`${FILLER}SF:a\nend_of_record\n`);
  expect(findRecords(source, "r.info", { pick: (path) => (path === "a" ? path : undefined), chunkSize: SMALLEST })).toHaveLength(1);
  expect(Math.max(...source.reads)).toBeLessThanOrEqual(SMALLEST);
});

it("whatever the report and the size of the pieces, the records are those of the whole, or it is refused", () => {
  const line = fc.constantFrom(
    "TN:\n",
    "SF:a\n",
    "SF:b\n",
    "SF:a\r\n",
    "DA:1,1\n",
    "FN:1,SF:\n",
    "end_of_record\n",
    "end_of_record \r\n",
    "# x\n",
    "\n",
  );
  const whole = fc.constantFrom("SF:a\nend_of_record\n", "TN:\nSF:b\nDA:1,1\nend_of_record\n", FILLER);
  const text = fc.array(fc.oneof({ arbitrary: whole, weight: 3 }, line), { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: SMALLEST, max: 3_000 }), (report, chunkSize) => {
      const wanted = (path: string) => path === "a" || path === "filler7";
      const expected = caught(() => splitRecords(Buffer.from(report), "r.info").filter(({ file }) => wanted(file)));
      const found = caught(() => find(report, wanted, chunkSize).map(({ record }) => record));
      if (expected !== undefined)
        expect(found?.map(({ file, line: at }) => `${file}:${at}`)).toEqual(expected.map(({ file, line: at }) => `${file}:${at}`));
    }),
  );
});

function caught<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    expect(error).toBeInstanceOf(BandlineError);
    return undefined;
  }
}
