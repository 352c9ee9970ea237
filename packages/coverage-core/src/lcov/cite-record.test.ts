import { expect, it } from "vitest";
import { citeRecord } from "./cite-record.js";
import { splitRecords } from "./split-records.js";

const REPORT = [
  "TN:",
  "SF:a.ts",
  "DA:1,1",
  "end_of_record",
  "TN:t",
  "SF:b.ts",
  "FN:1,f",
  "DA:1,2",
  " DA: 2 , 0 ,sum",
  "DA:2,1e3",
  "DA:22,9",
  "end_of_record",
  "",
];

/** `SF` line, path, then each `DA` as `line=count`. */
function check(text: string, statementLine: number | null, expected: readonly string[]): void {
  const cited = splitRecords(Buffer.from(text), "r.info").map((record) => citeRecord(record, "r.info", statementLine));
  expect(cited.map(({ line, path, counts }) => [line, path, ...counts.map((each) => `${each.line}=${each.count}`)].join(" "))).toEqual(
    expected,
  );
}

it.each<[string, number | null, string[]]>([
  ["one DA", 1, ["2 a.ts 3=1", "6 b.ts 8=2"]],
  ["several, with blanks and checksums, as they stand there", 2, ["2 a.ts", "6 b.ts 9=0 10=1e3"]],
  ["none where no statement speaks", null, ["2 a.ts", "6 b.ts"]],
])("a record is cited by the report's lines: %s", (_sentence, statementLine, expected) => {
  check(REPORT.join("\n"), statementLine, expected);
  check(REPORT.join("\r\n"), statementLine, expected);
});
