import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOf } from "../lcov/byte-source.js";
import { ByteWriter } from "../lcov/byte-writer.js";
import { indexRecords } from "../lcov/index-records.js";
import { mergeReports } from "../lcov/merge-reports.js";
import type { StatedCounts } from "./tally.js";
import { recountsOf } from "./unite-lines.js";
import { statementsOf, uniteStated } from "./unite-stated.js";

const FILE = "a.ts";

/** Statements by their lines; two on one line stand beside each other. */
const LINES = [1, 1, 1, 2, 4];
const PLACES = Object.fromEntries(LINES.map((line, key) => [key, { start: { line, column: key }, end: { line, column: key + 1 } }]));

interface Report {
  readonly lcov: string;
  readonly stated: Map<string, StatedCounts>;
}

/** A report of one run: how often each statement ran, and lcov's lines of that. */
function reportOf(hits: readonly number[], more = ""): Report {
  const lines = new Map<number, number>();
  LINES.forEach((line, key) => lines.set(line, Math.max(lines.get(line) ?? 0, hits[key] ?? 0)));
  const records = [...lines].map(([line, count]) => `DA:${line},${count}\n`).join("");
  const statements = statementsOf(Object.fromEntries(hits.entries()), PLACES);
  return { lcov: `TN:\nSF:${FILE}\n${records}${more}end_of_record\n`, stated: new Map([[FILE, { statements }]]) };
}

/** The merged lcov's lines of the file. */
function merged(reports: readonly Report[]): string[] {
  const pieces: Buffer[] = [];
  const writer = new ByteWriter((piece) => pieces.push(Buffer.from(piece)));
  const recounts = recountsOf(reports.map(({ stated }) => stated));
  const inputs = reports.map(({ lcov }, place) => ({
    source: sourceOf(Buffer.from(lcov)),
    index: indexRecords(sourceOf(Buffer.from(lcov)), "r"),
    name: "r",
    fileOf: (path: string) => path,
    warn: () => {},
    recountOf: recounts[place],
  }));
  Array.from(mergeReports(inputs, writer));
  writer.flush();
  return (
    Buffer.concat(pieces)
      .toString()
      .match(/^DA:.*/gm) ?? []
  );
}

const runs = fc.array(fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 });
const together = (hits: readonly (readonly number[])[]) => LINES.map((_, key) => hits.reduce((sum, run) => sum + (run[key] ?? 0), 0));

/** A record that is spelled in a way of its own is merged by another path. */
const UNUSUAL = "#\n";

it.each([
  ["plain", ""],
  ["unusual", UNUSUAL],
])("shards come to the lines and the statements of one run of all tests, where records are %s", (_sentence, more) => {
  fc.assert(
    fc.property(runs, (hits) => {
      const whole = reportOf(together(hits));
      const shards = hits.map((run) => reportOf(run, more));
      expect(merged(shards)).toEqual(merged([whole]));
      const { covered } = whole.stated.get(FILE)?.statements ?? {};
      expect(uniteStated(shards.map(({ stated }) => stated.get(FILE)))).toMatchObject({ statements: { covered, total: 5 } });
    }),
  );
});

describe("counts of lines", () => {
  const [a, b] = [reportOf([5, 1, 0, 0, 0]), reportOf([0, 7, 0, 0, 0])];
  const stating = (stated: StatedCounts | undefined): Report => ({ ...b, stated: new Map(stated === undefined ? [] : [[FILE, stated]]) });

  it.each<[string, Report[], string]>([
    ["are those of one statement in all reports", [a, b], "DA:1,8"],
    ["are as they stand in one report", [a], "DA:1,5"],
    ["are as they stand where the other report states nothing", [a, stating(undefined)], "DA:1,12"],
    ["are as they stand where the other report states no places", [a, stating({ statements: { covered: 1, total: 5 } })], "DA:1,12"],
    ["are as they stand where the other report's places are none", [a, stating({ statements: statementsOf({ 0: 7 }, {}) })], "DA:1,12"],
    ["are as they stand where they are not those of statements", [a, { ...b, lcov: b.lcov.replace("DA:1,7", "DA:1,9") }], "DA:1,10"],
    [
      "are none of a statement that the report does not have",
      [a, stating({ statements: statementsOf({ 0: 7 }, { 0: { start: { line: 1, column: 9 } } }) })],
      "DA:1,7",
    ],
  ])("%s", (_sentence, reports, expected) => {
    expect(merged(reports)[0]).toBe(expected);
  });

  it("are told apart by file", () => {
    const other = (each: Report): Report => ({
      lcov: each.lcov.replaceAll(FILE, "b.ts"),
      stated: new Map([["b.ts", each.stated.get(FILE) ?? {}]]),
    });
    const both = (first: Report, second: Report): Report => ({
      lcov: first.lcov + second.lcov,
      stated: new Map([...first.stated, ...second.stated]),
    });
    const [c, d] = [reportOf([0, 0, 3, 0, 0]), reportOf([4, 0, 0, 0, 0])];
    expect(merged([both(a, other(c)), both(b, other(d))]).filter((text) => text.startsWith("DA:1,"))).toEqual(["DA:1,8", "DA:1,4"]);
  });

  it("of a line on which no statement begins are as they stand", () => {
    const withMore = (each: Report): Report => ({ ...each, lcov: each.lcov.replace("end_of", "DA:9,2\nend_of") });
    expect(merged([withMore(a), withMore(b)]).at(-1)).toBe("DA:9,4");
  });
});

describe("what is stated", () => {
  it.each<[string, (StatedCounts | undefined)[], StatedCounts | undefined]>([
    ["by one report is what it states", [{ functions: { covered: 1, total: 2 } }], { functions: { covered: 1, total: 2 } }],
    ["without places cannot be united", [{ statements: { covered: 1, total: 2 } }, { statements: { covered: 1, total: 2 } }], undefined],
    ["by one report alone says nothing of the other", [reportOf([1, 0, 0, 0, 0]).stated.get(FILE), undefined], undefined],
  ])("%s", (_sentence, each, expected) => {
    expect(uniteStated(each)).toEqual(expected);
  });
});
