import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Notice } from "../failure.js";
import { parseRecord } from "./parse-record.js";
import { readPlainRecord } from "./plain-record.js";

const recordOf = (...lines: string[]) => ["TN:", "SF:src/a.ts", ...lines, "end_of_record", ""].join("\n");

function check(lines: readonly string[], isPlain: boolean): void {
  expect(readPlainRecord(Buffer.from(recordOf(...lines))) !== undefined).toBe(isPlain);
}

/** What is said of the record, also by notices and errors; a comment makes it one that is read line by line. */
function saidOf(lines: readonly string[], ...more: readonly string[]): unknown {
  const notices: Notice[] = [];
  const bytes = Buffer.from(recordOf(...lines, ...more));
  try {
    const { functions, ...rest } = parseRecord({ file: "src/a.ts", bytes, line: 1 }, "r.info", (notice) => notices.push(notice));
    return { ...rest, functions, notices };
  } catch (error) {
    return (error as Error).message;
  }
}

const count = fc.constantFrom("0", "1", "42", "999999999999999", "1000000000000000", "9007199254740993", "-1", "1e3", "007", "", "x");
const line = fc.constantFrom("1", "2", "3", "10", "0", "01", "");
const name = fc.constantFrom("f", "g", "(anonymous_0)", "f(int, char)", "ä", "1st", "3,f", " f", "f ", "Infinity", "");
const section = (each: fc.Arbitrary<string>) => fc.array(each, { maxLength: 4 });
const functions = fc
  .tuple(section(fc.tuple(line, name).map(([at, called]) => `FN:${at},${called}`)), fc.boolean())
  .map(([declared, reverse]) => {
    const counted = declared.map((each) => `FNDA:2,${each.replace(/^FN:\d*,(?:\d+,)?/, "")}`);
    return [...declared, ...(reverse ? counted.reverse() : counted)];
  });
const arms = section(fc.tuple(line, count, count, fc.oneof(count, fc.constant("-"))).map((fields) => `BRDA:${fields.join(",")}`));
const lines = section(fc.tuple(line, count).map((fields) => `DA:${fields.join(",")}`));

describe("a plain record", () => {
  it("says what its lines say one by one, whatever its spelling", () => {
    fc.assert(
      fc.property(functions, arms, lines, fc.constantFrom([], ["LF:1", "LH:0"], ["DA:9,9,md5"]), (...parts) => {
        const all = parts.flat();
        expect(saidOf(all)).toEqual(saidOf(all, "# read line by line"));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, string[]]>([
    ["of lines", ["DA:1,0", "DA:2,999999999999999", "LF:2", "LH:1"]],
    ["of functions, some with an end, two of one name", ["FN:1,f", "FN:3,9,f", "FN:5,g(a, b)", "FNDA:1,f", "FNDA:0,f", "FNDA:7,g(a, b)"]],
    ["of arms, some of which were never asked", ["BRDA:1,0,0,-", "BRDA:1,0,1,3", "BRF:2", "BRH:1"]],
    ["of nothing", []],
  ])("%s is read at once", (_sentence, each) => {
    check(each, true);
  });
});

describe("a record is left to the reader of lines", () => {
  it.each<[string, string[]]>([
    ["with a checksum", ["DA:1,1,abc"]],
    ["with a count beyond what comes back", ["DA:1,1000000000000000"]],
    ["with a zero in front", ["DA:01,1"]],
    ["with a function that is not counted", ["FN:1,f"]],
    ["with counts in another order", ["FN:1,f", "FN:2,g", "FNDA:1,g", "FNDA:1,f"]],
    ["with a name that begins with a digit", ["FN:1,2nd", "FNDA:1,2nd"]],
    ["with sections in another order", ["DA:1,1", "BRDA:1,0,0,1"]],
    ["with a line of another type", ["VER:1", "DA:1,1"]],
    ["in CRLF", ["DA:1,1\r"]],
    ["that is large", Array.from({ length: 9_000 }, (_, index) => `DA:${String(index + 1)},1`)],
  ])("%s", (_sentence, each) => {
    check(each, false);
  });
});
