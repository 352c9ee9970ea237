import { describe, expect, it } from "vitest";
import { FaultFound } from "./conformance-error.js";
import { readLcov, type FileHits } from "./read-lcov.js";

const record = (...lines: string[]) => ["TN:", "SF:a.ts", ...lines, "end_of_record", ""].join("\n");

/** @param expected `lines functions branches`, each as what ran of how many. */
function check(text: string, expected: string): void {
  const files = new Map<string, FileHits>();
  readLcov({ text, path: "lcov.info", rerun: "again" }, (path) => (path === "other.ts" ? undefined : path), files);
  const shown = [...files].map(([file, { lines, functions, branches }]) => `${file} ${[lines, functions, branches].map(ranOf).join(" ")}`);
  expect(shown.join("; ")).toBe(expected);
}

function ranOf(hits: ReadonlyMap<unknown, boolean>): string {
  return `${[...hits.values()].filter(Boolean).length}/${hits.size}`;
}

describe("of lcov is counted", () => {
  it.each<[string, string, string]>([
    ["each line", record("DA:1,1", "DA:2,0"), "a.ts 1/2 0/0 0/0"],
    ["a line with a checksum", record("DA:1,1,abc"), "a.ts 1/1 0/0 0/0"],
    ["a line that is said twice once, and it ran where it ran once", record("DA:1,0", "DA:1,2", "DA:1,0"), "a.ts 1/1 0/0 0/0"],
    ["a line that has no number", record("DA:0,1"), "a.ts 1/1 0/0 0/0"],
    ["a negative count as none", record("DA:1,-3"), "a.ts 0/1 0/0 0/0"],
    ["a count with an exponent", record("DA:1,1e3", "DA:2,4.9e-1"), "a.ts 1/2 0/0 0/0"],
    ["a count that no number holds", record("DA:1,99999999999999999999"), "a.ts 1/1 0/0 0/0"],
    ["each function", record("FN:1,f", "FN:2,g", "FNDA:3,f", "FNDA:0,g"), "a.ts 0/0 1/2 0/0"],
    ["a function with its end", record("FN:1,9,f", "FNDA:3,f"), "a.ts 0/0 1/1 0/0"],
    ["a function whose name has commas", record("FN:1,f(a,b)", "FNDA:3,f(a,b)"), "a.ts 0/0 1/1 0/0"],
    ["a function without a count as one that did not run", record("FN:1,f"), "a.ts 0/0 0/1 0/0"],
    ["functions of one name by their order", record("FN:1,f", "FN:5,f", "FNDA:0,f", "FNDA:1,f"), "a.ts 0/0 1/2 0/0"],
    ["a function that is said twice once", record("FN:1,f", "FN:1,f", "FNDA:1,f", "FNDA:0,f"), "a.ts 0/0 1/1 0/0"],
    ["a function of lcov 2.2", record("FNL:0,3,9", "FNA:0,1,f", "FNA:0,0,g", "FNL:1,12", "FNA:1,0,f"), "a.ts 0/0 1/3 0/0"],
    ["each arm", record("BRDA:1,0,0,1", "BRDA:1,0,1,0", "BRDA:1,1,0,-"), "a.ts 0/0 0/0 1/3"],
    ["an arm of an exception, and one that is an expression", record("BRDA:1,e0,0,1", "BRDA:1,0,a, b,1"), "a.ts 0/0 0/0 2/2"],
    ["an arm that is said twice once", record("BRDA:1,0,0,-", "BRDA:1,0,0,2"), "a.ts 0/0 0/0 1/1"],
    ["counts that begin with zeros", record("DA:1,00", "DA:2,010"), "a.ts 1/2 0/0 0/0"],
    ["a line in blanks", record(" DA: 7 , 1 ", "DA:7,0"), "a.ts 1/1 0/0 0/0"],
    ["a line with zeros before it as the line", record("BRDA:01,0,0,1", "BRDA:1,0,0,0", "DA:01,1", "DA:1,0"), "a.ts 1/1 0/0 1/1"],
    ["no sum", record("LF:9", "LH:9", "FNF:1", "FNH:1", "BRF:1", "BRH:1", "VER:1", "MCDC:1", "MCF:1", "MCH:1"), "a.ts 0/0 0/0 0/0"],
    ["no comment", `# made by hand\n${record("# here too", "DA:1,1")}`, "a.ts 1/1 0/0 0/0"],
    ["no other file", record("DA:1,1").replace("a.ts", "other.ts") + record("DA:1,1"), "a.ts 1/1 0/0 0/0"],
    ["a file of several records as one", record("DA:1,0", "DA:2,0") + record("DA:1,1"), "a.ts 1/2 0/0 0/0"],
    ["a file that has no line", record(), "a.ts 0/0 0/0 0/0"],
    ["what Windows writes", `\uFEFF${record("DA:1,1").replaceAll("\n", "\r\n")}`, "a.ts 1/1 0/0 0/0"],
    ["what ends without a line's end", record("DA:1,1").trimEnd(), "a.ts 1/1 0/0 0/0"],
    ["what ends with a test's name", `${record("DA:1,1")}TN:\n`, "a.ts 1/1 0/0 0/0"],
  ])("%s", (_sentence, text, expected) => check(text, expected));
});

describe("lcov is refused", () => {
  it.each<[string, string, string, number | null, string]>([
    ["that is empty", "", "REPORT_EMPTY", null, "lcov.info has no record"],
    ["of comments alone", "# nothing\nTN:\n", "REPORT_EMPTY", null, "lcov.info has no record"],
    ["that is a log", "ran 3 tests\n", "REPORT_NOT_LCOV", 1, 'expected an lcov record, received "ran 3 tests"'],
    ["that is a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\n", "REPORT_NOT_LCOV", 1, "git-lfs"],
    ["that has a field before its file", "TN:\nDA:1,1\n", "REPORT_NOT_LCOV", 2, 'received "DA:1,1"'],
    ["whose file has no path", "SF:\nend_of_record\n", "REPORT_NOT_LCOV", 1, "SF: without a path"],
    [
      "that stops inside a record",
      "SF:a.ts\nDA:1,1\n",
      "REPORT_TRUNCATED",
      2,
      "the report stops inside a record: end_of_record is missing",
    ],
    [
      "that has a record without an end",
      "SF:a.ts\nSF:b.ts\n",
      "REPORT_TRUNCATED",
      2,
      "the record of a.ts has no end_of_record before the next SF:",
    ],
    ["that goes on behind its records", `${record()}done\n`, "REPORT_NOT_LCOV", 4, 'received "done"'],
    ["with a line of no type", record("???"), "REPORT_MALFORMED", 3, 'expected a line of a known type, received "???"'],
    ["with a type of no meaning", record("constructor:1"), "REPORT_MALFORMED", 3, 'received "constructor:1"'],
    ["with a line without a count", record("DA:1"), "REPORT_MALFORMED", 3, 'expected DA:line,count, received "DA:1"'],
    ["with a line without a number", record("DA:,1"), "REPORT_MALFORMED", 3, "DA:line,count"],
    ["with a count without a number", record("DA:1,"), "REPORT_MALFORMED", 3, "DA:line,count"],
    ["with a count behind another sign", record("DA:1;1"), "REPORT_MALFORMED", 3, "DA:line,count"],
    ["with a line that is none", record("DA:x,1"), "REPORT_MALFORMED", 3, "DA:line,count"],
    ["with a line of too many digits", record("DA:1234567890123456,1"), "REPORT_MALFORMED", 3, "DA:line,count"],
    ["with a count that is none", record("DA:1,one"), "REPORT_MALFORMED", 3, "DA:line,count"],
    ["with a function without a name", record("FN:1"), "REPORT_MALFORMED", 3, "FN:line,name"],
    ["with a function's end of too many digits", record("FN:1,1234567890123456,f"), "REPORT_MALFORMED", 3, "FN:line,name"],
    ["with a function's count that is none", record("FN:1,f", "FNDA:x,f"), "REPORT_MALFORMED", 4, "FNDA:count,name"],
    ["with a function's count without a name", record("FN:1,f", "FNDA:1"), "REPORT_MALFORMED", 4, "FNDA:count,name"],
    ["with a count of no function", record("FNDA:1,f"), "REPORT_MALFORMED", 3, "FNDA:count,name behind its FN"],
    [
      "with a function counted once more than it is named",
      record("FN:1,f", "FNDA:1,f", "FNDA:1,f"),
      "REPORT_MALFORMED",
      5,
      "behind its FN",
    ],
    ["with a number of a function that is none", record("FNL:x,1"), "REPORT_MALFORMED", 3, "FNL:index,line"],
    ["with a function's end that is none", record("FNL:0,1,1234567890123456"), "REPORT_MALFORMED", 3, "FNL:index,line"],
    ["with a name of a function that begins nowhere", record("FNA:0,1,f"), "REPORT_MALFORMED", 3, "FNA:index,count,name behind its FNL"],
    ["with a name of a function without a number", record("FNL:0,1", "FNA:x"), "REPORT_MALFORMED", 4, "FNA:index,count,name"],
    ["with a name of a function without a count", record("FNL:0,1", "FNA:0,x,f"), "REPORT_MALFORMED", 4, "FNA:index,count,name"],
    ["with an arm that lacks a field", record("BRDA:1,0,1"), "REPORT_MALFORMED", 3, "BRDA:line,block,arm,taken"],
    ["with an arm's line of too many digits", record("BRDA:1234567890123456,0,0,1"), "REPORT_MALFORMED", 3, "BRDA:line,block,arm,taken"],
    ["with an arm's count that is none", record("BRDA:1,0,0,x"), "REPORT_MALFORMED", 3, "BRDA:line,block,arm,taken"],
  ])("%s", (_sentence, text, code, line, message) => {
    const read = () => readLcov({ text, path: "lcov.info", rerun: "again" }, (path) => path, new Map());
    expect(read).toThrow(FaultFound);
    expect(read).toThrow(expect.objectContaining({ fault: expect.objectContaining({ code, hint: "again", exitCode: 3 }) as unknown }));
    expect(read).toThrow(line === null ? /^lcov\.info has/ : `lcov.info:${line}: `);
    expect(read).toThrow(message);
  });
});
