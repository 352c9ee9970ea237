import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { pctOf } from "../percent.js";
import { judgeDomain, missingTo, type DomainFile } from "./judge-domain.js";
import type { DeclaredDomain } from "./model.js";

const NOTHING = { covered: 0, total: 0 };

/** A file as `name covered/total`, of lines. */
function fileOf(text: string): DomainFile {
  const [, file = "", covered, total] = /^(\S+) (\d+)\/(\d+)$/.exec(text) ?? [];
  const lines = { covered: Number(covered), total: Number(total) };
  return { file, counts: { statements: NOTHING, branches: { covered: 1, total: 4 }, functions: NOTHING, lines } };
}

function domainOf(target: number): DeclaredDomain {
  return {
    feature: "shop",
    package: { name: "@shop/shop", folder: asRepoPath("packages/shop"), manifest: null, manifestFile: null },
    name: "entities",
    target: { statements: target, branches: 50, functions: target, lines: target },
  };
}

/** `status current gap missing: closers`. */
function check(target: number, files: readonly string[], expected: string, limit = 5): void {
  const judged = judgeDomain({ domain: domainOf(target), metric: "lines", files: files.map(fileOf), baseline: null, limit });
  const closers = judged.closers.map(({ file, uncovered, total }) => ` ${file} ${uncovered} of ${total}`);
  expect(`${judged.status} ${judged.current} ${judged.gap} ${judged.missing}:${closers.join(",")}`).toBe(expected);
}

describe("a domain", () => {
  it.each<[string, number, string[], string]>([
    ["at its target passes, without a closer", 80, ["a 8/10"], "pass 80 0 0:"],
    ["above its target passes", 80, ["a 10/10"], "pass 100 0 0:"],
    ["below its target says how many more it needs", 80, ["a 5/10"], "fail 50 30 3: a 5 of 10"],
    ["a hundredth below its target fails", 66.67, ["a 2/3"], "fail 66.66 0.01 1: a 1 of 3"],
    ["at its target to the hundredth passes", 66.66, ["a 2/3"], "pass 66.66 0 0:"],
    ["less than a hundredth below its target still has a gap", 99.999, ["a 99999/100000"], "fail 99.99 0.01 1: a 1 of 100000"],
    ["of which nothing ran needs most of it", 80, ["a 0/10"], "fail 0 80 8: a 10 of 10"],
    ["whose target is all needs all", 100, ["a 9/10", "b 0/1"], "fail 81.81 18.19 2: a 1 of 10, b 1 of 1"],
    ["with a target of 29 of 100 is not one off by binary fractions", 29, ["a 29/100"], "pass 29 0 0:"],
    ["with a target of 0 is never below it", 0, ["a 0/10"], "pass 0 0 0:"],
    ["without files has nothing to measure", 80, [], "nothing-to-measure null null 0:"],
    ["of types alone has nothing to measure", 80, ["a 0/0"], "nothing-to-measure null null 0:"],
  ])("%s", (_sentence, target, files, expected) => check(target, files, expected));

  it("is of the metric that is asked for, against that metric's target", () => {
    const judged = judgeDomain({ domain: domainOf(80), metric: "branches", files: [fileOf("a 9/9")], baseline: 12.5, limit: 5 });
    expect(judged).toEqual({
      feature: "shop",
      package: "@shop/shop",
      name: "entities",
      status: "fail",
      baseline: 12.5,
      current: 25,
      target: 50,
      gap: 25,
      covered: 1,
      total: 4,
      missing: 1,
      closers: [{ file: "a", uncovered: 3, total: 4 }],
    });
  });
});

describe("the files that close a gap", () => {
  it.each<[string, string[], string, number?]>([
    [
      "come by what is uncovered times their size",
      ["few 0/3", "large 90/100", "small 0/10"],
      "fail 79.64 20.36 23: large 10 of 100, small 10 of 10, few 3 of 3",
    ],
    ["are no more than it takes", ["a 0/10", "b 50/55", "c 39/40"], "fail 84.76 15.24 16: b 5 of 55, a 10 of 10, c 1 of 40"],
    ["leave out what is covered", ["a 9/10", "b 90/90"], "fail 99 1 1: a 1 of 10"],
    ["keep their order where they are alike", ["b 0/2", "a 0/2"], "fail 0 100 4: b 2 of 2, a 2 of 2"],
    ["are as many as are asked for", ["a 0/3", "b 0/2", "c 0/1"], "fail 0 100 6: a 3 of 3, b 2 of 2", 2],
  ])("%s", (_sentence, files, expected, limit) => check(100, files, expected, limit));

  it("stop where their sum is enough", () => check(50, ["a 0/10", "b 0/8", "c 0/2"], "fail 0 50 10: a 10 of 10"));
});

describe("what is missing to a target", () => {
  const counts = fc.nat(100_000).chain((total) => fc.nat(total).map((covered) => ({ covered, total })));
  const target = fc.oneof(
    fc.nat(100),
    fc.nat(10_000).map((hundredths) => hundredths / 100),
    fc.double({ min: 0, max: 100, noNaN: true }),
  );

  it("reaches it, and one less does not", () => {
    fc.assert(
      fc.property(target, counts, (goal, { covered, total }) => {
        const missing = missingTo(goal, { covered, total });
        const reaches = (more: number) => total === 0 || (pctOf(covered + more, total) ?? 0) >= goal;
        expect([covered + missing <= total, reaches(missing), missing === 0 || !reaches(missing - 1)]).toEqual([true, true, true]);
      }),
    );
  });

  it("can be had from the closers, where none is left out", () => {
    const file = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => `f ${Math.min(a, b)}/${Math.max(a, b)}`);
    fc.assert(
      fc.property(target, fc.array(file, { maxLength: 8 }), (goal, files) => {
        const { closers, missing } = judgeDomain({
          domain: domainOf(goal),
          metric: "lines",
          files: files.map(fileOf),
          baseline: null,
          limit: 99,
        });
        const sum = closers.reduce((all, { uncovered }) => all + uncovered, 0);
        expect(sum >= missing).toBe(true);
        expect(closers.length === 0 || sum - (closers.at(-1)?.uncovered ?? 0) < missing).toBe(true);
      }),
    );
  });

  it.each<[string, number, number, number, number]>([
    ["is one more where the estimate is one short: 99.995 is not reached by 99.99", 99.995, 19_998, 20_000, 2],
    ["is no more where binary fractions say more: 64.4 * 250 is a little above 16,100", 64.4, 160, 250, 1],
    ["is nothing of nothing", 80, 0, 0, 0],
  ])("%s", (_sentence, goal, covered, total, expected) => {
    expect(missingTo(goal, { covered, total })).toBe(expected);
  });
});
