import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MutantCounts, MutationPackage } from "../contract/mutate.js";
import { MUTANT_STATUSES } from "../contract/names.js";
import { counts } from "./__fixtures__/mutants.js";
import {
  addCounts,
  bestScoreOf,
  countedOf,
  countMutants,
  exitCodeOf,
  intervalOf,
  judgeCounts,
  scoreOf,
  sizeOf,
  statusOfRun,
} from "./score.js";

type Some = Partial<MutantCounts>;

function check(some: Some, score: number | null, interval: { low: number; high: number } | null): void {
  expect([scoreOf(counts(some)), intervalOf(counts(some))]).toEqual([score, interval]);
}

describe("a score", () => {
  it.each<[string, Some, number | null, { low: number; high: number } | null]>([
    ["is the share of those noticed", { killed: 3, survived: 1 }, 75, null],
    ["counts a timeout as noticed", { killed: 1, timeout: 2, survived: 1 }, 75, null],
    ["counts what no test runs as not noticed", { killed: 3, noCoverage: 1 }, 75, null],
    ["is floored", { killed: 2, survived: 1 }, 66.66, null],
    ["is null where none counts", {}, null, null],
    ["leaves out what cannot be judged", { killed: 1, ignored: 5, compileError: 6, runtimeError: 7 }, 100, null],
    ["is one of an interval where mutants did not run", { killed: 2, survived: 1, notRun: 1 }, 66.66, { low: 50, high: 75 }],
    [
      "is one of an interval where mutants are inconclusive",
      { killed: 2, noCoverage: 1, inconclusive: 3 },
      66.66,
      { low: 33.33, high: 83.33 },
    ],
    ["may be anything where nothing is known", { notRun: 1, ignored: 1 }, null, { low: 0, high: 100 }],
  ])("%s", (_sentence, some, score, interval) => check(some, score, interval));

  const some = fc.record(Object.fromEntries(MUTANT_STATUSES.map((status) => [status, fc.nat(20)]))) as fc.Arbitrary<MutantCounts>;

  it("ends within the interval, whatever becomes of the open mutants", () => {
    fc.assert(
      fc.property(some, fc.nat(20), fc.nat(20), (all, a, b) => {
        const open = all.notRun + all.inconclusive;
        const killed = Math.min(a, open);
        const survived = Math.min(b, open - killed);
        const rest = { notRun: 0, inconclusive: 0, ignored: open - killed - survived };
        const end = scoreOf({ ...all, ...rest, killed: all.killed + killed, survived: all.survived + survived });
        const { low, high } = intervalOf(all) ?? { low: end, high: end };
        if (end !== null) expect([(low as number) <= end, end <= (high as number)]).toEqual([true, true]);
      }),
    );
  });

  it("at best is that of all open ones noticed", () => {
    expect([
      bestScoreOf(counts({ killed: 1, survived: 1 })),
      bestScoreOf(counts({ killed: 1, survived: 1, notRun: 2 })),
      bestScoreOf(counts({})),
    ]).toEqual([50, 75, null]);
  });
});

describe("counts", () => {
  it("are one for each status, in the contract's order", () => {
    const all = countMutants([{ status: "survived" }, { status: "killed" }, { status: "survived" }]);
    expect(Object.entries(all)).toEqual(MUTANT_STATUSES.map((status) => [status, { survived: 2, killed: 1 }[status as string] ?? 0]));
  });

  it("add up status by status", () => {
    const sum = addCounts(counts({ killed: 1, survived: 2 }), counts({ survived: 3, notRun: 4 }));
    expect(sum).toEqual(counts({ killed: 1, survived: 5, notRun: 4 }));
    expect(Object.keys(sum)).toEqual([...MUTANT_STATUSES]);
  });

  it("are of all mutants, or of those that count", () => {
    const one = counts(Object.fromEntries(MUTANT_STATUSES.map((status) => [status, 1])));
    expect([sizeOf(one), countedOf(one)]).toEqual([9, 6]);
  });
});

describe("a package", () => {
  it.each<[string, Some, MutationPackage["status"]]>([
    ["passes at its threshold", { killed: 4, survived: 1 }, "pass"],
    ["fails below it", { killed: 3, survived: 1 }, "fail"],
    ["is partial where it may still pass", { killed: 3, survived: 1, notRun: 1 }, "partial"],
    ["is partial where it may still fail", { killed: 4, notRun: 4 }, "partial"],
    ["fails where even the best misses the threshold", { killed: 1, survived: 1, notRun: 2 }, "fail"],
    ["is an error where a mutant is inconclusive", { killed: 9, inconclusive: 1, notRun: 1 }, "error"],
    ["fails rather than being an error", { survived: 9, inconclusive: 1 }, "fail"],
    ["has nothing to do without mutants", {}, "nothing-to-do"],
    ["has nothing to do where none counts", { ignored: 2, compileError: 1 }, "nothing-to-do"],
  ])("%s", (_sentence, some, status) => {
    expect(judgeCounts(counts(some), 80)).toEqual({ status, score: scoreOf(counts(some)), interval: intervalOf(counts(some)) });
  });
});

describe("a run", () => {
  type Row = [
    sentence: string,
    statuses: MutationPackage["status"][],
    drifts: number,
    status: MutationPackage["status"],
    exitCode: number,
    complete: number,
  ];
  it.each<Row>([
    ["passes with its packages", ["pass", "nothing-to-do"], 0, "pass", 0, 0],
    ["fails with one package", ["pass", "error", "fail", "partial"], 0, "fail", 1, 1],
    ["fails with a drift", ["error", "pass"], 1, "fail", 1, 1],
    ["is an error with one inconclusive package", ["partial", "error", "pass"], 0, "error", 4, 4],
    ["is partial with one package", ["pass", "partial"], 0, "partial", 0, 5],
    ["has nothing to do where no package has", ["nothing-to-do", "nothing-to-do"], 0, "nothing-to-do", 0, 0],
    ["has nothing to do without packages", [], 0, "nothing-to-do", 0, 0],
  ])("%s", (_sentence, statuses, drifted, status, exitCode, complete) => {
    const packages = statuses.map((each) => ({ status: each }));
    const drifts = Array.from({ length: drifted }, () => ({ kind: "new-survivor" as const }));
    expect(statusOfRun(packages, drifts)).toBe(status);
    expect(exitCodeOf(packages, { drifts, requireComplete: false })).toBe(exitCode);
    expect(exitCodeOf(packages, { drifts, requireComplete: true })).toBe(complete);
  });
});
