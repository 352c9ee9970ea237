import { expect, it } from "vitest";
import type { Survivor } from "../contract/mutate.js";
import { mutateDocument } from "../contract/mutate.js";
import { survivorAt } from "./__fixtures__/mutants.js";
import { emptyMutateDocument } from "./empty-document.js";
import { unassertedOf } from "./unasserted-of.js";

function check(more: Partial<Survivor>, lines: number[]): void {
  expect(unassertedOf({ survivors: [survivorAt("3:1-4", more)] }).map(({ line }) => line)).toEqual(lines);
}

it.each<[string, Partial<Survivor>, number[]]>([
  ["a survivor on a changed line is", { changedInDiff: true }, [3]],
  ["one elsewhere, which a changed test covers, is not", { changedInDiff: false }, []],
  ["one of a run that asked about no change is not", { changedInDiff: null }, []],
  ["one that no test runs is L1's", { changedInDiff: true, status: "noCoverage" }, []],
])("unasserted: %s", (_, more, lines) => check(more, lines));

it("an unasserted line says what is mutated, and what to do", () => {
  const survivor = survivorAt("3:1-4", { changedInDiff: true, key: "k", suggestedTestFile: "a.test.ts" });
  expect(unassertedOf({ survivors: [survivor] })).toEqual([
    {
      file: "a.ts",
      line: 3,
      key: "k",
      mutator: "ConditionalExpression",
      original: "xxx",
      replacement: "true",
      suggestedTestFile: "a.test.ts",
      hint: "assert it",
    },
  ]);
});

it("a run that had nothing to do has a document of the same contract", () => {
  expect(mutateDocument.parse(emptyMutateDocument())).toMatchObject({ status: "nothing-to-do", exitCode: 0 });
});
