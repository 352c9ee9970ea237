import { mcpAnswer } from "@repo/coverage-core/schemas";
import type { McpAnswer } from "@repo/coverage-core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_CHARACTERS, boundedText } from "./bounded.js";

function answerOf(more: Partial<McpAnswer>): McpAnswer {
  return {
    ...{
      schemaVersion: "1.0",
      tool: "verdict",
      status: "fail",
      exitCode: 1,
      verdict: null,
      explanation: null,
      targets: null,
      mutants: null,
    },
    ...{ nextActions: [], leftOut: {}, warnings: [], errors: [] },
    ...more,
  };
}

function bounded(more: Partial<McpAnswer>): McpAnswer {
  const text = boundedText(answerOf(more));
  expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  return mcpAnswer.parse(JSON.parse(text));
}

const target = (arms: readonly string[]) => ({
  ...{ file: "a.ts", start: 1, end: 2, kind: "partial-branch" as const, function: null, arms: [...arms] },
  ...{ snippet: null, nearestTest: null, command: "pnpm test" },
});

it("an answer that is short enough is left as it is", () => {
  const answer = answerOf({ nextActions: ["a", "b"], targets: [target(["else"])], leftOut: { targets: 3 } });
  expect(JSON.parse(boundedText(answer))).toEqual(answer);
});

it("a long text is cut, and says how much is missing", () => {
  expect(bounded({ nextActions: ["x".repeat(601), "y".repeat(600)] }).nextActions).toEqual([
    `${"x".repeat(600)}… (1 more characters)`,
    "y".repeat(600),
  ]);
});

it("what is left out is counted by list, beside what the tool left out itself, also in the items of a list", () => {
  const arms = Array.from({ length: 1_500 }, (_, at) => `case ${at}`);
  const { targets, leftOut } = bounded({ targets: [target(arms), target(arms)], leftOut: { targets: 7, "verdict.gaps": 2 } });
  const shown = targets?.map((each) => each.arms.length) ?? [];
  expect(shown[0]).toBeGreaterThan(500);
  expect(leftOut).toEqual({ targets: 7, "verdict.gaps": 2, "targets.arms": 3_000 - (shown[0] ?? 0) - (shown[1] ?? 0) });
  expect(bounded({ targets: Array.from({ length: 1_001 }, () => target([])), leftOut: { targets: 7 } }).leftOut["targets"]).toBeGreaterThan(
    7,
  );
});

it("no answer is too long, and none loses an item that it does not count", () => {
  const texts = fc.array(fc.string({ maxLength: 700 }), { maxLength: 400 });
  fc.assert(
    fc.property(texts, texts, (nextActions, codes) => {
      const answer = bounded({ nextActions, errors: codes.map((code) => ({ code, message: code, hint: code })) });
      expect(answer.nextActions.length + (answer.leftOut["nextActions"] ?? 0)).toBe(nextActions.length);
      expect(answer.errors.length + (answer.leftOut["errors"] ?? 0)).toBe(codes.length);
    }),
    { numRuns: 30 },
  );
});
