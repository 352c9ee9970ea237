import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandlineError, type Notice } from "../failure.js";
import { mergeCoverage } from "./merge-records.js";
import type { FileCoverage } from "./model.js";
import { parseRecord } from "./parse-record.js";
import { parseWithLcovParse } from "./__fixtures__/parse-with-lcov-parse.js";
import { renderLcov, renderRecord } from "./render-lcov.js";
import { splitRecords } from "./split-records.js";

const record = (...lines: string[]) => ["TN:", "SF:src/a.ts", ...lines, "end_of_record", ""].join("\n");

function filesOf(text: string, warn?: (notice: Notice) => void): FileCoverage[] {
  return splitRecords(Buffer.from(text), "r.info").map((each) => parseRecord(each, "r.info", warn));
}

describe("a report is split into records", () => {
  it.each<[string, string, string[]]>([
    ["of several files", "SF:a\nend_of_record\nSF:b\nend_of_record\n", ["a:1", "b:3"]],
    ["of the same file, twice", "SF:a\nend_of_record\nSF:a\nend_of_record\n", ["a:1", "a:3"]],
    ["in CRLF", "TN:\r\nSF:a\r\nend_of_record\r\n", ["a:1"]],
    ["with a byte order mark", "\ufeffSF:a\nend_of_record\n", ["a:1"]],
    ["without a newline at the end", "SF:a\nend_of_record", ["a:1"]],
    ["with blanks behind end_of_record", "SF:a\nend_of_record  \nSF:b\nend_of_record\n", ["a:1", "b:3"]],
    ["with comments and blank lines around", "# made by x\n\nSF:a\nend_of_record\n# the end\nTN:\n\n", ["a:1"]],
    ["with end_of_record in a name", "SF:a/end_of_record/b\nFN:1,end_of_record\nend_of_record\n", ["a/end_of_record/b:1"]],
  ])("%s", (_sentence, text, expected) => {
    expect(splitRecords(Buffer.from(text), "r.info").map(({ file, line }) => `${file}:${String(line)}`)).toEqual(expected);
  });
});

describe("a report of another format is refused with the command that merges it", () => {
  it.each<[string, string | Uint8Array, string, string]>([
    ["in XML", '\n<?xml version="1.0"?>\n<coverage/>', "a/cobertura.xml", "a/cobertura.xml"],
    ["in XML of UTF-16", Buffer.from('\ufeff<?xml version="1.0"?>', "utf16le"), "r.xml", "r.xml"],
    ["in JSON, under a name that a shell would read", '{ "files": {} }', "a [b]/it's.json", "'a [b]/it'\\''s.json'"],
    ["of Go", "mode: set\n", "c.out", "c.out"],
  ])("%s", (_sentence, text, name, word) => {
    expect(() => splitRecords(Buffer.from(text), name)).toThrow(
      expect.objectContaining({
        code: "REPORT_NOT_LCOV",
        exitCode: 3,
        hint: `pnpm coverage:aggregate --input ${word}; then: pnpm coverage:diff`,
      }),
    );
  });

  it("but not where it stands behind a record", () => {
    expect(() => splitRecords(Buffer.from("SF:a\nend_of_record\n<coverage/>"), "r.info")).toThrow(
      expect.objectContaining({ hint: "run the tests again with coverage: pnpm test --coverage" }),
    );
  });
});

describe("what is no report is refused", () => {
  it.each<[string, string, string, string]>([
    ["an empty file", "", "REPORT_EMPTY", "r.info has no record"],
    ["a file of blank lines and comments", "\n# x\n", "REPORT_EMPTY", "r.info has no record"],
    [
      "a pointer to Git LFS",
      "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n",
      "REPORT_NOT_LCOV",
      "r.info:1: a Git LFS pointer stands where the report should be",
    ],
    ["a log", "\nstarting…\n", "REPORT_NOT_LCOV", 'r.info:2: expected an lcov record, received "starting…"'],
    [
      "rubbish behind a record",
      "SF:a\nend_of_record\nrubbish\n",
      "REPORT_NOT_LCOV",
      'r.info:3: expected an lcov record, received "rubbish"',
    ],
    [
      "an end inside a record",
      "SF:a\nend_of_record\nSF:b\nDA:1,1\n",
      "REPORT_TRUNCATED",
      "r.info:3: the report stops inside a record: end_of_record is missing",
    ],
    [
      "a record without its end before the next",
      "SF:a\nDA:1,1\nSF:b\nend_of_record\n",
      "REPORT_TRUNCATED",
      "r.info:3: the record of a has no end_of_record before the next SF:",
    ],
    [
      "a record without a path",
      "TN:\nDA:1,1\nend_of_record\n",
      "REPORT_NOT_LCOV",
      "r.info:1: expected an lcov record, received a record without an SF: line",
    ],
    ["an empty path", "TN:\nSF:\nend_of_record\n", "REPORT_NOT_LCOV", "r.info:2: expected an lcov record, received SF: without a path"],
  ])("%s", (_sentence, text, code, message) => {
    expect(() => splitRecords(Buffer.from(text), "r.info")).toThrow(expect.objectContaining({ code, message, exitCode: 3 }));
  });
});

/** The file of one record, in a short form, and the codes of its notices. */
function check(lines: readonly string[], expected: readonly string[], notices: readonly string[] = []): void {
  const codes: string[] = [];
  const [file] = filesOf(record(...lines), ({ code }) => codes.push(code));
  expect([
    ...[...(file?.lines ?? [])].map(([line, hits]) => `${String(line)}×${String(hits)}`),
    ...(file?.functions ?? []).map(
      ({ name, line, endLine, hits }) => `${name}@${String(line)}${endLine === null ? "" : `-${String(endLine)}`}×${String(hits)}`,
    ),
    ...(file?.branches ?? []).map(({ line, block, arm, taken }) => `${String(line)}/${block}/${arm}×${String(taken)}`),
  ]).toEqual(expected);
  expect(codes).toEqual(notices);
}

describe("a record is read", () => {
  it.each<[string, string[], string[], string[]?]>([
    ["with a checksum", ["DA:1,2,abc=="], ["1×2"]],
    ["with a line said twice, by sum", ["DA:1,2", "DA:1,3"], ["1×5"]],
    ["with lines in any order", ["DA:9,1", "DA:2,0"], ["2×0", "9×1"]],
    ["with sums that are wrong", ["DA:1,1", "LF:60", "LH:29", "BRF:3", "BRH:3", "FNF:1", "FNH:1"], ["1×1"]],
    ["without lines", ["LF:0", "LH:0"], []],
    ["with a negative count as 0", ["DA:1,-3"], ["1×0"], ["COUNT_NEGATIVE"]],
    ["with a scientific count", ["DA:1,1.5e3"], ["1×1500"]],
    ["with a count beyond 2^53, which stays there", ["DA:1,18446744073709551615", "DA:1,1"], [`1×${String(Number.MAX_SAFE_INTEGER)}`]],
    [
      "with line 0, which sums count",
      ["DA:0,1", "DA:1,1", "FN:0,f", "BRDA:0,0,0,1", "FNL:0,0", "FNA:0,1,g"],
      ["0×1", "1×1", "f@0×0", "g@0×1", "0/0/0×1"],
      ["LINE_ZERO", "LINE_ZERO", "LINE_ZERO", "LINE_ZERO"],
    ],
    ["with functions of the old form", ["FN:3,f", "FNDA:2,f"], ["f@3×2"]],
    ["with functions that end", ["FN:3,9,f", "FNDA:0,f"], ["f@3-9×0"]],
    ["with a function never counted", ["FN:3,f"], ["f@3×0"]],
    ["with commas in a name", ["FN:3,map<a, b>", "FNDA:1,map<a, b>"], ["map<a, b>@3×1"]],
    [
      "with the count of a function at line 0, not given to its namesake",
      ["FN:0,f", "FN:3,f", "FNDA:1,f", "FNDA:2,f"],
      ["f@0×1", "f@3×2"],
      ["LINE_ZERO"],
    ],
    ["with a second count of one function left out", ["FN:3,f", "FNDA:1,f", "FNDA:2,f"], ["f@3×1"], ["FUNCTION_UNDECLARED"]],
    ["with a count before its function left out", ["FNDA:2,f", "FN:3,f"], ["f@3×0"], ["FUNCTION_UNDECLARED"]],
    ["with two functions of one name", ["FN:3,f", "FN:5,f", "FNDA:1,f", "FNDA:2,f"], ["f@3×1", "f@5×2"]],
    ["with aliases of one function", ["FNL:0,3,9", "FNA:0,1,f", "FNA:0,2,g", "FNL:1,20", "FNA:1,0,h"], ["f@3-9×1", "g@3-9×2", "h@20×0"]],
    ["with a count of no function", ["FNDA:1,f"], [], ["FUNCTION_UNDECLARED"]],
    ["with a name of an object's own", ["FN:1,constructor", "FNDA:2,constructor"], ["constructor@1×2"]],
    [
      "with arms taken, not taken and never reached",
      ["BRDA:1,0,0,4", "BRDA:1,0,1,0", "BRDA:1,1,0,-"],
      ["1/0/0×4", "1/0/1×0", "1/1/0×null"],
    ],
    ["with arms of exceptions and of expressions", ["BRDA:1,e0,0,1", "BRDA:1,0,a, b == 1,0"], ["1/0/a, b == 1×0", "1/e0/0×1"]],
    ["with ten arms in the order of their numbers", ["BRDA:1,0,10,1", "BRDA:1,0,9,1"], ["1/0/9×1", "1/0/10×1"]],
    [
      "with arms of texts behind those of numbers",
      ["BRDA:1,0,1x,1", "BRDA:1,0,2,1", "BRDA:1,0,01,1", "BRDA:1,0,1,1", "BRDA:1,0,10,1"],
      ["1/0/01×1", "1/0/1×1", "1/0/2×1", "1/0/10×1", "1/0/1x×1"],
    ],
    ["with a count below 0 by a sign only", ["DA:1,-0", "FN:1,f", "FNDA:-0,f", "BRDA:1,0,0,-0"], ["1×0", "f@1×0", "1/0/0×0"]],
    ["with an arm never reached, said twice", ["BRDA:1,0,0,-", "BRDA:1,0,0,-"], ["1/0/0×null"]],
    ["with a function of several ends, by the last", ["FN:3,9,f", "FN:3,12,f", "FN:3,4,f", "FN:3,f"], ["f@3-12×0"]],
    ["with a function whose end is told later", ["FN:3,f", "FN:3,9,f"], ["f@3-9×0"]],
    ["with an arm said twice", ["BRDA:1,0,0,-", "BRDA:1,0,0,2", "BRDA:1,0,0,1"], ["1/0/0×3"]],
    ["with what a verdict does not need", ["VER:1", "MCDC:1,2,t,1,0,x", "MCF:1", "MCH:0", "# note", ""], []],
    ["with blanks around", ["  DA: 1 , 2  "], ["1×2"]],
    ["with a line of an unknown type", ["BFH:3", "toString:1"], [], ["RECORD_UNKNOWN", "RECORD_UNKNOWN"]],
  ])("%s", (_sentence, lines, expected, notices) => {
    check(lines, expected, notices);
  });
});

describe("a malformed line is refused with its number", () => {
  it.each<[string, string, string]>([
    ["a count that is none", "DA:1,x", 'expected a count, received "x"'],
    ["an empty count", "DA:1,", 'expected a count, received ""'],
    ["a count in another base", "DA:1,0x10", 'expected a count, received "0x10"'],
    ["a count without bounds", "DA:1,Infinity", 'expected a count, received "Infinity"'],
    ["a count of which only the first 80 characters are told", `DA:1,${"x".repeat(81)}`, `expected a count, received "${"x".repeat(80)}"`],
    ["no count", "DA:1", 'expected DA:line,count, received "1"'],
    ["a line that is none", "DA:-1,2", 'expected a line number, received "-1"'],
    ["a line that no file has", "DA:1000000000000000,2", 'expected a line number, received "1000000000000000"'],
    ["a function's end beyond any file", "FN:1,9007199254740993,f", 'expected a line number, received "9007199254740993"'],
    ["an alias's end beyond any file", "FNL:0,1,9007199254740993", 'expected a line number, received "9007199254740993"'],
    ["a function without a name", "FN:1", 'expected FN:line,name or FN:line,end,name, received "1"'],
    ["a count of a function without a name", "FNDA:1", 'expected FNDA:count,name, received "1"'],
    ["an index without a line", "FNL:1", 'expected FNL:index,line or FNL:index,line,end, received "1"'],
    ["an alias of nothing", "FNA:7,1,f", 'expected FNA:index,count,name behind its FNL, received "7,1,f"'],
    ["an alias without a count", "FNA:7,f", 'expected FNA:index,count,name behind its FNL, received "7,f"'],
    ["half an arm", "BRDA:1,0,1", 'expected BRDA:line,block,arm,taken, received "1,0,1"'],
    ["an arm taken so often", "BRDA:1,0,1,often", 'expected a count, received "often"'],
  ])("%s", (_sentence, line, message) => {
    for (const parse of [parseRecord, parseWithLcovParse]) {
      const [split] = splitRecords(Buffer.from(record("DA:1,1", line)), "r.info");
      expect(() => split && parse(split, "r.info")).toThrow(
        expect.objectContaining({ code: "REPORT_MALFORMED", exitCode: 3, message: `r.info:4: ${message}` }),
      );
    }
  });
});

const lineNumber = fc.integer({ min: 0, max: 12 });
const count = fc.oneof(fc.nat(5).map(String), fc.constantFrom("-2", "-0", "1e2", "0.4", "18446744073709551615"));
const name = fc.constantFrom("f", "g", "map<a, b>", "(anonymous_1)", "12", "__proto__");
const recordLine = fc.oneof(
  fc.tuple(lineNumber, count).map(([at, hits]) => `DA:${String(at)},${hits}`),
  fc.tuple(lineNumber, name).map(([at, of]) => `FN:${String(at)},${of}`),
  fc.tuple(fc.nat(2), lineNumber, name).map(([at, end, of]) => `FN:${String(at)},${String(end)},${of}`),
  fc.tuple(count, name).map(([hits, of]) => `FNDA:${hits},${of}`),
  fc.tuple(lineNumber, count, name).map(([at, hits, of]) => `FNL:1,${String(at)}\nFNA:1,${hits},${of}`),
  fc
    .tuple(
      fc.nat(2),
      fc.constantFrom("0", "1", "01", "e0", "e10"),
      fc.constantFrom("0", "1", "01", "2", "10", "1x", "0x2", "a == b, c"),
      fc.oneof(count, fc.constant("-")),
    )
    .map(([at, ...rest]) => `BRDA:${String(at)},${rest.join(",")}`),
  fc.constantFrom("# x", "LF:3", "VER:1", "XYZ:1"),
);
const anyFile = fc.array(recordLine, { maxLength: 20 }).map((lines) => filesOf(record(...lines))[0] as FileCoverage);

it("both readers give the same coverage of any record", () => {
  fc.assert(
    fc.property(fc.array(recordLine, { maxLength: 20 }), (lines) => {
      const [split] = splitRecords(Buffer.from(record(...lines)), "r.info");
      if (split === undefined) throw new Error("no record");
      expect(parseWithLcovParse(split, "r.info")).toEqual(parseRecord(split, "r.info"));
    }),
  );
});

it("what is rendered reads as the same coverage, in the order of the files", () => {
  fc.assert(
    fc.property(anyFile, anyFile, (a, b) => {
      const files = [
        { ...a, file: "b.ts" },
        { ...b, file: "a.ts" },
      ];
      expect(filesOf(renderLcov(files))).toEqual([files[1], files[0]]);
    }),
  );
});

it("a rendered report is its records and nothing else", () => {
  const files = filesOf("SF:a\nDA:1,1\nend_of_record\nSF:b\nDA:2,0\nend_of_record\n");
  expect(renderLcov(files)).toBe(files.map(renderRecord).join(""));
});

it("a record that is handed over without its last newline is read to its end", () => {
  const bytes = Buffer.from("SF:a\nDA:1,1\nDA:2,0");
  expect([...parseRecord({ file: "a", bytes, line: 1 }, "r.info").lines]).toEqual([
    [1, 1],
    [2, 0],
  ]);
});

it("a rendered record has its sums recounted", () => {
  const [file] = filesOf(record("FN:1,f", "FNDA:1,f", "FN:2,3,g", "BRDA:1,0,0,1", "BRDA:1,0,1,-", "DA:1,1", "DA:2,0", "LF:99"));
  expect(file && renderRecord(file)).toBe(
    "TN:\nSF:src/a.ts\nFN:1,f\nFN:2,3,g\nFNDA:1,f\nFNDA:0,g\nFNF:2\nFNH:1\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nBRF:2\nBRH:1\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\n",
  );
});

describe("a merge", () => {
  it("does not tell the order or the grouping of its inputs, to the byte", () => {
    fc.assert(
      fc.property(anyFile, anyFile, anyFile, (a, b, c) => {
        const whole = renderRecord(mergeCoverage([a, b, c]));
        expect(renderRecord(mergeCoverage([c, a, b]))).toBe(whole);
        expect(renderRecord(mergeCoverage([mergeCoverage([b, c]), a]))).toBe(whole);
      }),
    );
  });

  it.each<[string, string, string, string]>([
    ["of two ends takes the later", "FN:1,5,f", "FN:1,9,f", "FN:1,9,f"],
    ["of an end and none takes the end", "FN:1,f", "FN:1,9,f", "FN:1,9,f"],
    ["of a condition that ran in one input alone takes that one", "BRDA:1,0,0,-", "BRDA:1,0,0,0", "BRDA:1,0,0,0"],
    ["of functions of one name at two lines keeps both", "FN:1,f", "FN:2,f", "FN:1,f\nFN:2,f"],
    ["sums what ran", "DA:1,1\nDA:2,0", "DA:1,2\nDA:3,1", "DA:1,3\nDA:2,0\nDA:3,1"],
  ])("%s", (_sentence, one, other, expected) => {
    const read = (lines: string) => filesOf(record(lines))[0] as FileCoverage;
    const [a, b, both] = [read(one), read(other), read(expected)];
    expect(mergeCoverage([a, b])).toEqual(both);
    expect(mergeCoverage([b, a])).toEqual(both);
  });

  it("of one is that one", () => {
    const [only] = filesOf(record("DA:1,1"));
    expect(only && mergeCoverage([only])).toBe(only);
  });
});

it("any bytes are a report, or an error of ours with exit 3", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
    recordLine.map(Buffer.from),
    fc.constantFrom("SF:a\n", "end_of_record\n", "\n").map(Buffer.from),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        const records = splitRecords(Buffer.concat(pieces), "r.info");
        for (const parse of [parseRecord, parseWithLcovParse]) records.forEach((each) => parse(each, "r.info"));
      } catch (error) {
        expect(error).toBeInstanceOf(BandlineError);
        expect(error).toMatchObject({ exitCode: 3 });
      }
    }),
  );
});
