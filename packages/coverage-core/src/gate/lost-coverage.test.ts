import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hunk } from "../diff/model.js";
import { compareLines } from "./lost-coverage.js";

type Hits = Readonly<Record<number, number>>;

const mapOf = (hits: Hits) => new Map(Object.entries(hits).map(([line, count]) => [Number(line), count]));

/** A hunk as the diff parser gives it: where a count is 0, the start is the line before which the other side has more. */
function hunk(oldStart: number, oldCount: number, newStart: number, newCount: number): Hunk {
  return { oldStart, oldCount, newStart, newCount };
}

function check(
  before: Hits,
  now: Hits | undefined,
  hunks: readonly Hunk[],
  lost: readonly number[],
  unspoken: readonly number[] = [],
): void {
  expect(compareLines(mapOf(before), now === undefined ? undefined : mapOf(now), hunks)).toEqual({ lost, unspoken });
}

describe("a line of the base", () => {
  it.each<[string, Hits, Hits | undefined, Hunk[], number[], number[]]>([
    ["that runs still is not lost", { 1: 2 }, { 1: 1 }, [], [], []],
    ["that ran and does not run now is lost", { 1: 1, 2: 1 }, { 1: 0, 2: 1 }, [], [1], []],
    ["that never ran cannot be lost", { 1: 0 }, { 1: 0 }, [], [], []],
    ["of which the report does not speak is a sign, and no loss", { 1: 1 }, { 2: 0 }, [], [], [1]],
    ["that no file has, 0, cannot be lost", { 0: 1, 1: 1 }, { 0: 0, 1: 1 }, [], [], []],
    ["of a file in no report is lost", { 1: 1, 2: 0, 3: 1 }, undefined, [], [1, 3], []],
    ["is called by its new number below lines that came", { 3: 1 }, { 5: 0 }, [hunk(2, 0, 2, 2)], [5], []],
    ["is called by its new number below lines that went", { 5: 1 }, { 3: 0 }, [hunk(2, 2, 2, 0)], [3], []],
    ["is the same right above lines that came", { 2: 1 }, { 2: 0, 3: 0 }, [hunk(3, 0, 3, 2)], [2], []],
    ["that was changed is another line", { 2: 1, 3: 1 }, { 2: 0, 3: 0, 4: 1 }, [hunk(2, 1, 2, 2)], [], []],
    ["that was deleted is gone", { 2: 1, 3: 1 }, { 2: 1 }, [hunk(2, 1, 2, 0)], [], []],
  ])("%s", (_sentence, before, now, hunks, lost, unspoken) => {
    check(before, now, hunks, lost, unspoken);
  });
});

/** A line of a file that is edited: `before` and `now` are its counts in the reports, undefined where it is not executable. */
interface Tagged {
  readonly fate: "kept" | "deleted" | "added";
  readonly before: number | undefined;
  readonly now: number | undefined;
}

const hits = fc.option(fc.nat(2), { nil: undefined });
const tagged = fc.record<Tagged>({ fate: fc.constantFrom("kept", "kept", "deleted", "added"), before: hits, now: hits });

/** Runs of lines that came or went between two that stayed: one hunk each. */
function hunksOf(lines: readonly Tagged[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [oldAt, newAt, open] = [1, 1, false];
  for (const { fate } of lines) {
    if (fate === "kept") open = false;
    else {
      const last = open ? hunks.pop() : undefined;
      const at = last ?? hunk(oldAt, 0, newAt, 0);
      hunks.push({ ...at, oldCount: at.oldCount + (fate === "deleted" ? 1 : 0), newCount: at.newCount + (fate === "added" ? 1 : 0) });
      open = true;
    }
    if (fate !== "added") oldAt += 1;
    if (fate !== "deleted") newAt += 1;
  }
  return hunks;
}

const numbered = (lines: readonly Tagged[], without: Tagged["fate"]) =>
  lines.filter(({ fate }) => fate !== without).map((line, index) => ({ line, number: index + 1 }));

it("what any edit lost is what a slow oracle finds that knows each line by itself", () => {
  fc.assert(
    fc.property(fc.array(tagged, { maxLength: 40 }), (lines) => {
      const [old, now] = [numbered(lines, "added"), numbered(lines, "deleted")];
      const reportOf = (side: typeof old, count: "before" | "now") =>
        new Map(side.flatMap(({ line, number }) => (line[count] === undefined ? [] : [[number, line[count]] as const])));
      const kept = old.filter(({ line }) => line.fate === "kept" && (line.before ?? 0) > 0).map(({ line }) => line);
      const numberOf = (line: Tagged) => now.find((each) => each.line === line)?.number;
      const before = reportOf(old, "before");
      expect(compareLines(before, reportOf(now, "now"), hunksOf(lines))).toEqual({
        lost: kept.filter((line) => line.now === 0).map(numberOf),
        unspoken: kept.filter((line) => line.now === undefined).map(numberOf),
      });
      expect(compareLines(before, undefined, hunksOf(lines)).lost).toEqual(kept.map(numberOf));
    }),
    { numRuns: 500 },
  );
});
