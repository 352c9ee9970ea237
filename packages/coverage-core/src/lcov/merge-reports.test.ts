import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { BandlineError, type Notice } from "../failure.js";
import { sourceOf } from "./byte-source.js";
import { ByteWriter } from "./byte-writer.js";
import { countsOf } from "./count-model.js";
import { indexRecords } from "./index-records.js";
import { mergeCoverage } from "./merge-records.js";
import { mergeReports, type MergedFile } from "./merge-reports.js";
import type { FileCoverage } from "./model.js";
import { parseRecord } from "./parse-record.js";
import { renderLcov } from "./render-lcov.js";
import { Rows } from "./rows.js";
import { searchWindow } from "./search-bytes.js";
import { splitRecords } from "./split-records.js";

interface Merged {
  readonly text: string;
  readonly files: readonly MergedFile[];
  readonly notices: readonly Notice[];
}

function merge(reports: readonly string[], fileOf = (path: string) => path, tell?: (bytes: number) => void): Merged {
  const notices: Notice[] = [];
  const pieces: Buffer[] = [];
  const writer = new ByteWriter((piece) => pieces.push(Buffer.from(piece)), 64);
  const inputs = reports.map((report, place) => {
    const name = `${String(place)}.info`;
    const source = sourceOf(Buffer.from(report));
    return { name, source, index: indexRecords(source, name), fileOf, warn: (notice: Notice) => notices.push(notice) };
  });
  const files = [...mergeReports(inputs, writer, tell)];
  writer.flush();
  return { text: String(Buffer.concat(pieces)), files, notices };
}

/** By way of models that are all in memory. */
function slowly(reports: readonly string[]): string {
  const byFile = new Map<string, [FileCoverage, ...FileCoverage[]]>();
  for (const record of reports.flatMap((report) => splitRecords(Buffer.from(report), "r.info"))) {
    const model = parseRecord(record, "r.info");
    const same = byFile.get(model.file);
    if (same === undefined) byFile.set(model.file, [model]);
    else same.push(model);
  }
  return renderLcov([...byFile.values()].map(mergeCoverage));
}

function check(reports: readonly string[], expected: string): Merged {
  const merged = merge(reports);
  expect(merged.text).toBe(expected);
  const models = splitRecords(Buffer.from(merged.text), "merged").map((record) => parseRecord(record, "merged"));
  expect(merged.files.map(({ file, counts }) => ({ file, counts }))).toEqual(
    models.map((model) => ({ file: model.file, counts: countsOf(model) })),
  );
  return merged;
}

const line = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("0", "1", "7", "-1", "1e3"))
  .map(([at, hits]) => `DA:${String(at)},${hits}`);
const arm = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("0", "1", "e0"),
    fc.constantFrom("0", "1", "x > 1"),
    fc.constantFrom("-", "0", "2"),
  )
  .map(([at, block, name, taken]) => `BRDA:${String(at)},${block},${name},${taken}`);
const called = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom("f", "g", "ä"))
  .map(([at, name]) => [`FN:${String(at)},${name}`, `FNDA:1,${name}`]);
const record = fc
  .tuple(
    fc.constantFrom("a.ts", "b.ts", "b/c.ts", "ä.ts"),
    fc.array(called, { maxLength: 2 }),
    fc.array(arm, { maxLength: 3 }),
    fc.array(line, { maxLength: 4 }),
  )
  .map(([file, functions, arms, lines]) => ["TN:", `SF:${file}`, ...functions.flat(), ...arms, ...lines, "end_of_record", ""].join("\n"));
const report = fc
  .tuple(fc.array(record, { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "# the end\n"))
  .map(([records, newline, end]) => (records.join("") + end).replaceAll("\n", newline));

describe("a merge of reports", () => {
  it("is the merge of their models, to the byte", () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (reports) => void check(reports, slowly(reports))),
      { numRuns: 300 },
    );
  });

  it("does not tell the order or the grouping of its inputs, to the byte", () => {
    fc.assert(
      fc.property(report, report, report, (a, b, c) => {
        const all = merge([a, b, c]).text;
        expect([merge([c, a, b]).text, merge([merge([a, b]).text, c]).text, merge([a, merge([c, b]).text]).text]).toEqual([all, all, all]);
      }),
      { numRuns: 200 },
    );
  });

  const shard = (hits: number) => `TN:\nSF:b\nDA:1,${String(hits)}\nend_of_record\nTN:\nSF:a\nDA:2,1\nend_of_record\n`;

  it("says which inputs a file is from, each once, and how far it is", () => {
    const seen: number[] = [];
    const { files } = merge(
      [shard(1), shard(2) + shard(3)],
      (path) => path,
      (bytes) => seen.push(bytes),
    );
    expect(files.map(({ file, inputs }) => [file, inputs])).toEqual([
      ["a", [0, 1]],
      ["b", [0, 1]],
    ]);
    expect(seen).toEqual([1.5 * shard(1).length, 3 * shard(1).length]);
  });

  it("adds up paths that mean the same file", () => {
    const { text } = merge(["TN:\nSF:./a\nDA:1,1\nend_of_record\nTN:\nSF:/ci/a\nDA:1,2\nend_of_record\n"], () => "src/a");
    expect(text).toContain("SF:src/a\nFNF:0\nFNH:0\nBRF:0\nBRH:0\nDA:1,3\nLF:1\n");
  });

  it("warns of what it left out, with the line of the report", () => {
    const { notices } = merge([shard(1), `${shard(1)}SF:c\nDA:1,-1\nend_of_record\n`]);
    expect(notices.map(({ message }) => message)).toEqual([expect.stringMatching(/^1\.info:10: /)]);
  });

  it.each<[string, string]>([
    ["are plain", "LF:1"],
    ["are not", "VER:1"],
  ])("adds up a thousand records of a file by halves, where they %s", (_sentence, more) => {
    const copied = vi.spyOn(Rows.prototype, "copy");
    const records = Array.from({ length: 1_000 }, (_, at) => `SF:a\n${more}\nDA:${String(at + 1)},1\nend_of_record\n`);
    const { text } = merge([records.join("")]);
    expect(text).toContain("LF:1000\nLH:1000\n");
    // One by one they would be half a million.
    expect(copied.mock.calls.length).toBeLessThan(50_000);
    copied.mockRestore();
  });

  it.each<[string, string, string, string]>([
    ["malformed", "SF:a\nDA:x,1\nend_of_record\n", "REPORT_MALFORMED", "1.info:2: "],
    ["cut off", `${shard(1)}SF:c\nDA:1,1\n`, "REPORT_TRUNCATED", "1.info:9: "],
    ["cut off far behind", `${shard(1).repeat(4_000)}SF:c\n`, "REPORT_TRUNCATED", "1.info:32001: "],
    ["without an end between two records", "SF:a\nSF:b\nend_of_record\n", "REPORT_TRUNCATED", "1.info:2: "],
    ["without a file", "TN:\nDA:1,1\nend_of_record\n", "REPORT_NOT_LCOV", "1.info:1: "],
    ["without a path", "SF:\nend_of_record\n", "REPORT_NOT_LCOV", "1.info:1: "],
    ["empty", "", "REPORT_EMPTY", "1.info has no record"],
    ["as long a record as nobody's", `${shard(1)}SF:${"x".repeat(1 << 25)}\nend_of_record\n`, "REPORT_TOO_LARGE", "1.info:9: "],
    ["far from its end behind the last record", `${shard(1)}${"#\n".repeat(1 << 19)}#`, "REPORT_NOT_LCOV", "1.info:9: "],
  ])("refuses one that is %s", (_sentence, text, code, place) => {
    expect(() => merge([shard(1), text])).toThrow(expect.objectContaining({ code, message: expect.stringContaining(place) as string }));
  });
});

it("any bytes are merged, or refused by an error of ours that says where", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .oneof(line, arm, fc.constantFrom("TN:", "SF:a", "SF:", "end_of_record", "FNL:1,2", "FNA:1,-3,f", "DA:9e9,1", "#", ""))
      .map(Buffer.from),
    fc.constantFrom("\n", "\r\n", "\nSF:b\n", "\nend_of_record\n").map(Buffer.from),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const source = sourceOf(Buffer.concat(pieces));
      const outcome = outcomeOf(() => {
        const input = { name: "r.info", source, index: indexRecords(source, "r.info"), fileOf: (path: string) => path, warn: () => {} };
        return [...mergeReports([input], new ByteWriter(() => {}))].length;
      });
      if (typeof outcome !== "number")
        expect(outcome).toEqual([expect.any(String), expect.stringMatching(/^r\.info(:\d+: | has no record$)/)]);
    }),
    { numRuns: 1_000 },
  );
});

describe("an index of records", () => {
  const LONG = "x".repeat(3_000);
  const texts = fc.oneof(
    report,
    fc
      .tuple(report, fc.nat(150), fc.constantFrom("", "SF:", "\n", "end_of_record", "end_of_record\n", "rubbish\n", "\ufeff", LONG))
      .map(([text, at, by]) => text.slice(0, at) + by + text.slice(at)),
  );

  it("finds the records that the reader of whole reports finds, or says what that says", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = Buffer.from(text);
        const whole = outcomeOf(() => splitRecords(bytes, "r.info").map(({ file, line, bytes: each }) => [file, line, String(each)]));
        const pieces = outcomeOf(() => {
          const { paths, bounds, recordOf } = indexRecords(sourceOf(bytes), "r.info", searchWindow(0));
          return paths.map((path, record) => {
            const from = bounds[record] as number;
            const { file, line, bytes: each } = recordOf(bytes.subarray(from, bounds[record + 1]), from);
            expect(file).toBe(path);
            return [file, line, String(each)];
          });
        });
        expect(pieces).toEqual(whole);
      }),
      { numRuns: 1_000 },
    );
  });

  it("begins behind a byte order mark, and ends without a newline", () => {
    const text = "\ufeffSF:a\nend_of_record\nSF:b\nend_of_record";
    expect(indexRecords(sourceOf(Buffer.from(text)), "r.info")).toMatchObject({ paths: ["a", "b"], bounds: [3, 22, 40] });
  });

  it("finds records whose paths are longer than what is looked at together", () => {
    const text = `SF:${LONG}\nend_of_record\nSF:b\nend_of_record\n`;
    expect(indexRecords(sourceOf(Buffer.from(text)), "r.info", searchWindow(0)).paths).toEqual([LONG, "b"]);
  });
});

function outcomeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof BandlineError)) throw error;
    return [error.code, error.message];
  }
}
