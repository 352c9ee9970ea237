/**
 * The door, given reports that would fill the memory if they were held in it.
 * @module-tag slow
 */
import { aggregateDocument } from "@repo/coverage-core/schemas";
import { createTempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const DOOR = fileURLToPath(new URL("../../../scripts/coverage/aggregate.mjs", import.meta.url));
const TELL_PEAK = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));';
const [GIGABYTE, MEGABYTE] = [1e9, 1e6];

const repo = createTempRepo({ "a.ts": "" });
afterAll(() => {
  repo.remove();
});

/** Text at offsets of a file; what lies between is NUL, and takes no room on the disk. */
type Pieces = Iterable<readonly [at: number, text: string]>;

function* repeated(text: string, times: number): Pieces {
  for (let n = 0; n < times; n += 1) yield [n * text.length, text];
}

interface Merged {
  /** How many lines ran, or the code of the error. */
  readonly outcome: string;
  readonly peakMb: number;
}

/** What the door answers, and how much memory the process had at most. */
function merged(pieces: Pieces, ...flags: string[]): Merged {
  const path = repo.path("report");
  const file = openSync(path, "w");
  for (const [at, text] of pieces) writeSync(file, text, at);
  closeSync(file);
  const args = ["--import", `data:text/javascript,${TELL_PEAK}`, DOOR, "--cwd", repo.root, "--input", path, "--json", ...flags];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: GIGABYTE });
  const { errors, repo: totals } = aggregateDocument.parse(JSON.parse(stdout));
  return { outcome: errors[0]?.code ?? `${String(totals?.lines.covered)} lines`, peakMb: (Number(stderr) * 1024) / MEGABYTE };
}

const RECORD = `SF:a.ts\n${Array.from({ length: 100_000 }, (_, line) => `DA:${String(line + 1)},1\n`).join("")}end_of_record\n`;

describe("the memory of a merge is bounded, whatever it is given", () => {
  it.each<[string, () => Pieces, string, number]>([
    ["a gigabyte that is one line", () => [[GIGABYTE, "x"]], "REPORT_NOT_LCOV", 150],
    [
      "a path of a gigabyte",
      () => [
        [0, "SF:"],
        [GIGABYTE, "\nend_of_record\n"],
      ],
      "REPORT_TOO_LARGE",
      150,
    ],
    [
      "a gigabyte of a record without an end",
      () => [
        [0, "SF:a.ts\nFN:1,"],
        [GIGABYTE, "\n"],
      ],
      "REPORT_TRUNCATED",
      150,
    ],
    [
      "a gigabyte behind the last record",
      () => [
        [0, "SF:a.ts\nend_of_record\n# "],
        [GIGABYTE, "\n"],
      ],
      "REPORT_NOT_LCOV",
      150,
    ],
    ["two hundred megabytes of records", () => repeated(RECORD, (200 * MEGABYTE) / RECORD.length), "100000 lines", 150],
    ["a million records of one file", () => repeated("SF:a.ts\nDA:1,1\nend_of_record\n".repeat(1_000), 1_000), "1 lines", 450],
  ])(
    "%s",
    (_sentence, pieces, outcome, mostMb) => {
      const answer = merged(pieces());
      expect(answer.outcome).toBe(outcome);
      expect(answer.peakMb).toBeLessThan(mostMb);
    },
    60_000,
  );

  it("also that of Cobertura, which is written file by file", () => {
    const lines = Array.from({ length: 500 }, (_, line) => `DA:${String(line + 1)},1\n`).join("");
    const records = Array.from({ length: 500 }, (_, n) => `SF:${String(n)}.ts\n${lines}end_of_record\n`).join("");
    const { outcome, peakMb } = merged([[0, records]], "--format", `cobertura=${repo.path("made.xml")}`);
    expect([outcome, statSync(repo.path("made.xml")).size > 10 * MEGABYTE]).toEqual(["250000 lines", true]);
    expect(peakMb).toBeLessThan(150);
  }, 60_000);
});
