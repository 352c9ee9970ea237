import { describe, expect, it } from "vitest";
import { matcherOf } from "./globs.js";
import { mutationTargetGlobs, type MutationPolicy } from "./mutation-targets.js";

type Coverage = MutationPolicy["coverage"];

function check(coverage: Coverage, targets: readonly string[]): void {
  expect(mutationTargetGlobs({ coverage }).filter((glob) => !glob.startsWith("!"))).toEqual(targets);
}

function checkFile(file: string, mutated: boolean): void {
  const globs = mutationTargetGlobs({ coverage: { layers: { all: ["src/**"] }, mutationTargets: ["all"] } });
  const [wanted, unwanted] = [globs.filter((glob) => !glob.startsWith("!")), globs.filter((glob) => glob.startsWith("!"))];
  expect(matcherOf(wanted)(file) && !matcherOf(unwanted.map((glob) => glob.slice(1)))(file)).toBe(mutated);
}

describe("the globs to mutate", () => {
  it.each<[string, Coverage, string[]]>([
    [
      "are those of the targeted layers, in order",
      { mutationTargets: ["use-cases", "entities"] },
      ["src/application/use-cases/**", "src/entities/**"],
    ],
    [
      "are those of declared layers",
      { layers: { a: ["src/a/**", "src/b/**"], c: ["c/**"] }, mutationTargets: ["a"] },
      ["src/a/**", "src/b/**"],
    ],
    ["leave out a layer that does not exist", { layers: { a: ["src/a/**"] }, mutationTargets: ["a", "entities"] }, ["src/a/**"]],
  ])("%s", (_sentence, coverage, targets) => check(coverage, targets));

  it.each<[string, Coverage]>([
    ["a manifest without targets", {}],
    ["an empty list of targets", { mutationTargets: [] }],
    ["a target that no layer has", { mutationTargets: ["nowhere"] }],
    ["a target with a name that every object knows", { mutationTargets: ["constructor"] }],
  ])("are none at all for %s", (_sentence, coverage) => expect(mutationTargetGlobs({ coverage })).toEqual([]));
});

describe("a targeted layer", () => {
  it.each<[string, string, boolean]>([
    ["has its sources mutated", "src/a.ts", true],
    ["has no test mutated", "src/a.test.ts", false],
    ["has no spec mutated", "src/a.spec.tsx", false],
    ["has no fixture mutated", "src/__fixtures__/a.ts", false],
    ["has no type declaration mutated", "src/a.d.ts", false],
    ["has no interface file mutated", "src/a.interface.ts", false],
    ["has no barrel mutated", "src/a/index.ts", false],
  ])("%s", (_sentence, file, mutated) => checkFile(file, mutated));
});
