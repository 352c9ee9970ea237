import { expect, it } from "vitest";
import type { MutateDocument, MutationDrift } from "../contract/mutate.js";
import { survivorAt } from "./__fixtures__/mutants.js";
import { mutateActionsOf } from "./mutate-actions.js";

function check(some: Partial<Pick<MutateDocument, "survivors" | "inconclusive" | "drifts">>, expected: string[]): void {
  expect(mutateActionsOf({ survivors: [], inconclusive: [], drifts: [], ...some })).toEqual(expected);
}

const drift = (kind: MutationDrift["kind"]): MutationDrift => ({
  scope: "package",
  name: kind === "score-dropped" ? "@repo/a" : "a.ts",
  kind,
  from: 90,
  to: 80,
  survivors: [],
});
const at = (file: string, test: string, key: string) =>
  survivorAt("3:1-2", { file, suggestedTestFile: test, rerun: `pnpm mutate --key ${key}` });
const many = (count: number) => Array.from({ length: count }, (_, index) => at(`${String(index)}.ts`, "t", "k"));
const ofMany = (count: number) =>
  Array.from({ length: count }, (_, index) => `in t, for ${String(index)}.ts:3: assert it; then: pnpm mutate --key k`);

it.each<[string, Parameters<typeof check>[0], string[]]>([
  ["nothing, where nothing lives", {}, []],
  [
    "where a test belongs, and how to see that it helps",
    { survivors: [survivorAt("3:1-2", { symbol: "f" })] },
    ["in a.test.ts, for a.ts:3 (f): assert it; then: pnpm mutate --key 3:1-2"],
  ],
  [
    "the test file of most survivors first, with its first one",
    { survivors: [at("a.ts", "a.test.ts", "1"), at("b.ts", "b.test.ts", "2"), at("b.ts", "b.test.ts", "3"), at("b.ts", "b.test.ts", "4")] },
    [
      "in b.test.ts, for b.ts:3: assert it; then: pnpm mutate --key 2, and 2 more of this file",
      "in a.test.ts, for a.ts:3: assert it; then: pnpm mutate --key 1",
    ],
  ],
  [
    "files apart, though they share a test",
    { survivors: [at("a.ts", "t", "1"), at("b.ts", "t", "2")] },
    ["in t, for a.ts:3: assert it; then: pnpm mutate --key 1", "in t, for b.ts:3: assert it; then: pnpm mutate --key 2"],
  ],
  ["five of five", { survivors: many(5) }, ofMany(5)],
  ["five of more, and how many more", { survivors: many(7) }, [...ofMany(5), "and 2 more files, as survivors has them"]],
  [
    "the first of the inconclusive ones, and why",
    { inconclusive: [survivorAt("1:1-2", { reason: "too slow" }), survivorAt("2:1-2")] },
    ["of 2 inconclusive: too slow; run it again: pnpm mutate --key 1:1-2"],
  ],
  [
    "an inconclusive one without a reason",
    { inconclusive: [survivorAt("1:1-2")] },
    ["of 1 inconclusive: no reason is known; run it again: pnpm mutate --key 1:1-2"],
  ],
  [
    "a score that fell, where no survivor is shown",
    { drifts: [drift("score-dropped"), drift("new-survivor")] },
    ["@repo/a fell from 90 to 80: run pnpm mutate for its survivors"],
  ],
  ["no score that fell beside its survivors", { drifts: [drift("score-dropped")], survivors: many(1) }, ofMany(1)],
])("what to do next is %s", (_sentence, some, expected) => check(some, expected));
