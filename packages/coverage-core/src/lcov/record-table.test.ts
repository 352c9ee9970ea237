import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "./byte-writer.js";
import { countsOf, type CoverageCounts } from "./count-model.js";
import { mergeCoverage } from "./merge-records.js";
import type { FileCoverage } from "./model.js";
import { parseRecord } from "./parse-record.js";
import { RecordTable } from "./record-table.js";
import { renderRecord } from "./render-lcov.js";
import { writeTable } from "./write-table.js";

const FILE = "src/ä.ts";
const recordOf = (...lines: string[]) => ["TN:", `SF:${FILE}`, ...lines, "end_of_record", ""].join("\n");

function tableOf(record: string): RecordTable | undefined {
  const table = new RecordTable();
  return table.read(Buffer.from(record)) ? table : undefined;
}

function written(table: RecordTable, capacity = 64): { text: string; counts: CoverageCounts } {
  const pieces: Buffer[] = [];
  const writer = new ByteWriter((piece) => pieces.push(Buffer.from(piece)), capacity);
  const counts = writeTable(writer, table, FILE);
  writer.flush();
  expect(writer.size).toBe(Buffer.concat(pieces).length);
  return { text: String(Buffer.concat(pieces)), counts };
}

const modelOf = (record: string): FileCoverage => parseRecord({ file: FILE, bytes: Buffer.from(record), line: 1 }, "r.info");

/** The table's answer is that of the readers that know every spelling. */
function check(records: readonly [string, ...string[]]): void {
  const [first, ...others] = records.map(tableOf);
  if (first === undefined || others.includes(undefined)) return;
  for (const other of others) first.add(other as RecordTable);
  const [one, ...more] = records.map(modelOf) as [FileCoverage, ...FileCoverage[]];
  const model = mergeCoverage([one, ...more]);
  expect(written(first)).toEqual({ text: renderRecord(model), counts: countsOf(model) });
}

const count = fc.constantFrom("0", "1", "42", "999999999999999");
const line = fc.integer({ min: 1, max: 12 }).map(String);
const name = fc.constantFrom("f", "g", "(anonymous_0)", "f(int, char)", "h");
const unique = (each: fc.Arbitrary<string>) => fc.uniqueArray(each, { maxLength: 6, selector: (text) => text.replace(/,[^,]*$/, "") });
const functions = fc
  .uniqueArray(fc.tuple(line, fc.constantFrom("", "30,", "31,"), name, count), {
    maxLength: 5,
    selector: ([at, , called]) => `${at} ${called}`,
  })
  .map((each) => [
    ...each.map(([at, end, called]) => `FN:${at},${end}${called}`),
    ...each.map(([, , called, hits]) => `FNDA:${hits},${called}`),
  ]);
const arms = unique(fc.tuple(line, count, count, fc.oneof(count, fc.constant("-"))).map((fields) => `BRDA:${fields.join(",")}`));
const lines = unique(fc.tuple(line, count).map((fields) => `DA:${fields.join(",")}`));
const sums = fc.constantFrom([], ["LF:1", "LH:0", "BRF:7", "FNH:x"]);
const plain = fc.tuple(functions, arms, lines, sums).map((parts) => recordOf(...parts.flat()));

describe("a table gives the bytes of the model", () => {
  it("for any plain record, and any merge of some", () => {
    fc.assert(
      fc.property(plain, fc.array(plain, { maxLength: 3 }), (first, others) => {
        for (const each of [first, ...others]) expect(tableOf(each)).toBeDefined();
        check([first, ...others]);
      }),
      { numRuns: 300 },
    );
  });

  it("for whatever else it takes", () => {
    const odd = fc.constantFrom(
      "",
      "0",
      "-",
      ",",
      "\n",
      "\r",
      "x",
      " ",
      "ä",
      "1e3",
      "DA:1,1\n",
      "FN:3,f\n",
      "FNDA:1,f\n",
      "end_of_record\n",
      "TN:",
    );
    fc.assert(
      fc.property(plain, fc.nat(200), fc.nat(4), odd, (record, at, length, by) => {
        const spoilt = record.slice(0, at) + by + record.slice(at + length);
        if (tableOf(spoilt) !== undefined) check([spoilt]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("also where it is used again, and where names and numbers outgrow it", () => {
    const table = new RecordTable();
    const many = Array.from({ length: 500 }, (_, index) => `${"n".repeat(30)}${String(index).padStart(3, "0")}`);
    const large = recordOf(...many.map((each, index) => `FN:${String(index + 1)},${each}`), ...many.map((each) => `FNDA:1,${each}`));
    const other = recordOf(...many.map((each) => `FN:7,${each}`), ...many.map((each) => `FNDA:2,${each}`));
    const added = new RecordTable();
    for (const [record, more] of [
      [large, other],
      [recordOf("DA:1,1"), large],
    ] as const) {
      expect([table.read(Buffer.from(record)), added.read(Buffer.from(more))]).toEqual([true, true]);
      table.add(added);
      expect(written(table).text).toBe(renderRecord(mergeCoverage([modelOf(record), modelOf(more)])));
    }
  });

  const full = (hits: string, taken: string) => {
    const functions = ["FN:1,9,f", "FN:3,g", `FNDA:${hits},f`, "FNDA:0,g"];
    return recordOf(...functions, `BRDA:2,0,0,${taken}`, "BRDA:2,0,1,-", `DA:1,${hits}`, "DA:22,1234567");
  };

  it.each<[string, [string, ...string[]]]>([
    ["alone", [full("0", "-")]],
    ["of shards alike", [full("0", "-"), full("5", "0"), full("12", "3")]],
    ["of shards that differ", [full("7", "1"), recordOf("FN:2,h", "FNDA:1,h", "BRDA:1,0,0,1", "DA:2,1"), recordOf("DA:30,1")]],
    ["out of order", [recordOf("FN:2,b", "FN:2,a", "FNDA:1,b", "FNDA:0,a", "BRDA:3,0,0,1", "BRDA:1,0,0,1", "DA:2,1", "DA:1,1")]],
    ["in sections that are torn apart", [recordOf("DA:1,1", "BRDA:1,0,0,1", "DA:2,1")]],
  ])("for records %s", (_sentence, records) => {
    expect(records.every((each) => tableOf(each) !== undefined)).toBe(true);
    check(records);
  });

  it("where shards call a function of the same line by other names", () => {
    check([recordOf("FN:1,f", "FN:2,b", "FNDA:1,f", "FNDA:2,b"), recordOf("FN:1,f", "FN:2,a", "FNDA:4,f", "FNDA:8,a")]);
  });

  it("with counts that stay at 2^53", () => {
    check([recordOf("DA:1,999999999999999"), ...Array.from({ length: 9 }, () => recordOf("DA:1,999999999999999"))]);
  });
});

describe("a record is left to the reader of text", () => {
  it.each<[string, string]>([
    ["with a checksum", recordOf("DA:1,1,abc")],
    ["with a line twice", recordOf("DA:1,1", "DA:1,2")],
    ["with an arm twice", recordOf("BRDA:1,0,0,1", "DA:1,2", "BRDA:1,0,0,1")],
    ["with a function twice", recordOf("FN:1,f", "FN:1,f", "FNDA:1,f", "FNDA:1,f")],
    ["with line 0", recordOf("DA:0,1")],
    ["with an arm at line 0", recordOf("BRDA:0,0,0,1")],
    ["with a function at line 0", recordOf("FN:0,f", "FNDA:1,f")],
    ["with an end at line 0", recordOf("FN:1,0,f", "FNDA:1,f")],
    ["with a negative count", recordOf("DA:1,-1")],
    ["with a count in another notation", recordOf("DA:1,1e3")],
    ["with a zero in front", recordOf("DA:01,1")],
    ["with a count too long to come back", recordOf("DA:1,9999999999999999")],
    ["with a block that is a text", recordOf("BRDA:1,e0,0,1")],
    ["with an arm that is a text", recordOf("BRDA:1,0,x > 1,1")],
    ["with a name that is not ASCII", recordOf("FN:1,ä", "FNDA:1,ä")],
    ["with a name that has blanks around it", recordOf("FN:1,f ", "FNDA:1,f ")],
    ["with counts in another order", recordOf("FN:1,f", "FN:2,g", "FNDA:1,g", "FNDA:1,f")],
    ["with a function that is not counted", recordOf("FN:1,f")],
    ["with a count too many", recordOf("FN:1,f", "FNDA:1,f", "FNDA:1,f")],
    ["in CRLF", recordOf("DA:1,1").replaceAll("\n", "\r\n")],
    ["with a comment", recordOf("# x", "DA:1,1")],
    ["with a version", recordOf("VER:1")],
    ["of two files", recordOf("SF:b")],
    ["of no file", "TN:\nend_of_record\n"],
    ["without its end", recordOf("DA:1,1").replace("end_of_record\n", "")],
    ["with blanks behind its end", recordOf("DA:1,1").replace("record\n", "record \n")],
    ["that is cut in a number", "SF:a\nDA:1"],
  ])("%s", (_sentence, record) => {
    expect(tableOf(record)).toBeUndefined();
  });
});
