import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { mutantAt } from "./__fixtures__/mutants.js";
import { planOf, shardMutants, type PackageMutant, type ShardOptions } from "./shard-mutants.js";

/** `package/file@place`. */
function each(text: string): PackageMutant {
  const [, name = "", file = "", place = ""] = /^(\w+)\/(\w+)@(.+)$/.exec(text) ?? [];
  return { package: name, mutant: mutantAt(place, { file: asRepoPath(`${name}/${file}`), key: text }) };
}

const keys = (mutants: readonly PackageMutant[]) => mutants.map(({ mutant }) => mutant.key);

function shardsOf(mutants: readonly PackageMutant[], count: number, more: Partial<ShardOptions<PackageMutant>> = {}): string[][] {
  return Array.from({ length: count }, (_, index) => keys(shardMutants(mutants, { index: index + 1, count, ...more })));
}

function check(mutants: string[], count: number, expected: string[][], more?: Partial<ShardOptions<PackageMutant>>): void {
  expect(shardsOf(mutants.map(each), count, more)).toEqual(expected);
  expect(shardsOf(mutants.map(each).reverse(), count, more)).toEqual(expected);
}

const weightOf = ({ mutant }: PackageMutant) => mutant.original.length;

describe("shards", () => {
  it.each<[string, string[], number, string[][], Partial<ShardOptions<PackageMutant>>?]>([
    [
      "one is the whole, in order",
      ["b/f@1:1-2", "a/g@1:1-2", "a/f@2:1-2", "a/f@1:1-2"],
      1,
      [["a/f@1:1-2", "a/f@2:1-2", "a/g@1:1-2", "b/f@1:1-2"]],
    ],
    ["of nothing are empty", [], 2, [[], []]],
    [
      "are as heavy as each other",
      ["a/f@1:1-2", "a/f@2:1-2", "a/f@3:1-2", "a/f@4:1-2"],
      2,
      [
        ["a/f@1:1-2", "a/f@2:1-2"],
        ["a/f@3:1-2", "a/f@4:1-2"],
      ],
    ],
    ["may be empty at the end", ["a/f@1:1-2", "a/f@2:1-2"], 3, [["a/f@1:1-2"], ["a/f@2:1-2"], []]],
    [
      "keep together what lies in one mutant",
      ["a/f@1:1-9:2", "a/f@2:1-2", "a/f@3:1-2", "a/f@9:2-3"],
      2,
      [["a/f@1:1-9:2", "a/f@2:1-2", "a/f@3:1-2"], ["a/f@9:2-3"]],
    ],
    [
      "keep together what overlaps in a row",
      ["a/f@1:1-5", "a/f@1:4-9", "a/f@1:8-9", "a/f@1:9-10"],
      2,
      [["a/f@1:1-5", "a/f@1:4-9", "a/f@1:8-9"], ["a/f@1:9-10"]],
    ],
    ["do not take the same place of two files for one", ["a/f@1:1-9", "a/g@1:1-9"], 2, [["a/f@1:1-9"], ["a/g@1:1-9"]]],
    [
      "weigh each mutant",
      ["a/f@1:1-4", "a/f@2:1-2", "a/f@3:1-2", "a/f@4:1-2"],
      2,
      [["a/f@1:1-4"], ["a/f@2:1-2", "a/f@3:1-2", "a/f@4:1-2"]],
      { weightOf },
    ],
    [
      "weigh all that lies together",
      ["a/f@1:1-9:2", "a/f@2:1-2", "a/f@10:1-2", "a/f@11:1-2"],
      2,
      [
        ["a/f@1:1-9:2", "a/f@2:1-2"],
        ["a/f@10:1-2", "a/f@11:1-2"],
      ],
    ],
    [
      "cut where a package ends, when a package is dear",
      ["a/f@1:1-2", "b/f@1:1-2", "b/f@2:1-2", "b/f@3:1-2"],
      2,
      [["a/f@1:1-2"], ["b/f@1:1-2", "b/f@2:1-2", "b/f@3:1-2"]],
      { packageCost: 2 },
    ],
    [
      "cut in the middle of it, when it is not",
      ["a/f@1:1-2", "b/f@1:1-2", "b/f@2:1-2", "b/f@3:1-2"],
      2,
      [
        ["a/f@1:1-2", "b/f@1:1-2"],
        ["b/f@2:1-2", "b/f@3:1-2"],
      ],
    ],
    [
      "count a package once a shard",
      ["a/f@1:1-2", "a/f@2:1-2", "a/f@3:1-2"],
      1,
      [["a/f@1:1-2", "a/f@2:1-2", "a/f@3:1-2"]],
      { packageCost: 5 },
    ],
  ])("%s", (_sentence, mutants, count, expected, more) => check(mutants, count, expected, more));

  it("two that differ by their key alone are in the order of the keys", () => {
    const both = ["k2", "k1"].map((key) => ({ package: "a", mutant: mutantAt("1:1-9", { key }) }));
    expect(shardsOf(both, 1)).toEqual([["k1", "k2"]]);
  });

  it("there is none beyond the count", () => expect(shardMutants([each("a/f@1:1-2")], { index: 3, count: 2 })).toEqual([]));

  it("two packages that share a file are two", () => {
    const both = ["a", "b"].map((name) => ({ package: name, mutant: mutantAt("1:1-9", { key: name }) }));
    expect(shardsOf(both, 2)).toEqual([["a"], ["b"]]);
  });
});

describe("laws of shards", () => {
  /** Sizes of units, in packages; each unit is a mutant with the rest inside. */
  const sizes = (units: number, largest: number) =>
    fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: largest })), { minLength: 1, maxLength: units });
  const mutantsOf = (all: readonly (readonly [string, number])[]): PackageMutant[] =>
    all.flatMap(([name, size], unit) =>
      Array.from({ length: size }, (_, index) => each(`${name}/f@${String(unit + 1)}:${String(index + 1)}-${String(100 - index)}`)),
    );

  it("together they are the whole, each mutant once, and the order given does not matter", () => {
    fc.assert(
      fc.property(sizes(12, 5), fc.integer({ min: 1, max: 6 }), fc.nat(9), (all, count, packageCost) => {
        const mutants = mutantsOf(all);
        const shards = shardsOf(mutants, count, { packageCost });
        expect(shards.flat().sort()).toEqual(keys(mutants).sort());
        expect(shardsOf(mutants.toReversed(), count, { packageCost })).toEqual(shards);
        const shardOf = new Map(shards.flatMap((shard, index) => shard.map((key) => [key.replace(/:.*/, ""), index] as const)));
        expect(shards.every((shard, index) => shard.every((key) => shardOf.get(key.replace(/:.*/, "")) === index))).toBe(true);
      }),
    );
  });

  /** Every way to cut, slowly. */
  function lightest(units: readonly (readonly [string, number])[], count: number, cost: number): number {
    const load = (part: readonly (readonly [string, number])[]) =>
      part.reduce((sum, [, size]) => sum + size, 0) + cost * new Set(part.map(([name]) => name)).size;
    if (count === 1 || units.length <= 1) return load(units);
    const cuts = units.map((_, at) => Math.max(load(units.slice(0, at + 1)), lightest(units.slice(at + 1), count - 1, cost)));
    return Math.min(...cuts);
  }

  it("no other cut has a lighter heaviest part", () => {
    fc.assert(
      fc.property(sizes(7, 6), fc.integer({ min: 1, max: 4 }), fc.nat(7), (all, count, cost) => {
        const loads = shardsOf(mutantsOf(all), count, { packageCost: cost }).map(
          (shard) => shard.length + cost * new Set(shard.map((key) => key.split("/")[0])).size,
        );
        const inOrder = all.map((unit, index) => [unit, index] as const).sort(([[a], i], [[b], j]) => (a < b ? -1 : a > b ? 1 : i - j));
        expect(Math.max(...loads)).toBe(
          lightest(
            inOrder.map(([unit]) => unit),
            count,
            cost,
          ),
        );
      }),
    );
  });

  it("the heaviest of a repository of some 900 mutants has at most 1.15 of its share", () => {
    const repository = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 30 })), {
      minLength: 60,
      maxLength: 70,
    });
    fc.assert(
      fc.property(repository, fc.integer({ min: 2, max: 4 }), (all, count) => {
        const mutants = mutantsOf(all);
        fc.pre(mutants.length >= 800);
        const heaviest = Math.max(...shardsOf(mutants, count).map(({ length }) => length));
        expect(heaviest / (mutants.length / count)).toBeLessThanOrEqual(1.15);
      }),
      { numRuns: 30 },
    );
  });
});

it("a plan is named by its keys in whatever order", () => {
  const hash = (text: string) => `<${text}>`;
  expect(planOf([{ key: "b" }, { key: "a" }], hash)).toEqual({ plan: "<a\nb>", mutants: 2 });
  expect(planOf([], hash)).toEqual({ plan: "<>", mutants: 0 });
});
