import { describe, expect, it } from "vitest";
import type { MutateDocument } from "../contract/mutate.js";
import { mutationScores } from "../contract/mutate.js";
import { counts, documentOf, fileOf, FINGERPRINT, packageOf } from "./__fixtures__/mutants.js";
import { sameScores, scoresDocument } from "./scores-document.js";

const made = { generatedAt: "2026-01-01T00:00:00.000Z", commit: "abc1234" };
const files = [fileOf("b.ts", { killed: 1 }), fileOf("a.ts", { survived: 1 }, ["k"], "blob")];
const run = documentOf({ packages: [packageOf("@repo/b", { ignored: 1 }), packageOf("@repo/a", { killed: 1, survived: 1 }, { files })] });
const scoresOfRun = () => scoresDocument(run, made);

it("the scores are the run's, with sorted names", () => {
  const scores = scoresOfRun();
  expect(JSON.stringify(scores)).toBe(
    JSON.stringify({
      schemaVersion: "1.0",
      generatedAt: made.generatedAt,
      commit: "abc1234",
      fingerprint: FINGERPRINT,
      packages: {
        "@repo/a": {
          score: 50,
          threshold: 80,
          config: "c",
          counts: counts({ killed: 1, survived: 1 }),
          files: {
            "a.ts": { blob: "blob", score: 0, counts: counts({ survived: 1 }), survivors: ["k"] },
            "b.ts": { blob: "b", score: 100, counts: counts({ killed: 1 }), survivors: [] },
          },
        },
        "@repo/b": { score: null, threshold: 80, config: "c", counts: counts({ ignored: 1 }), files: {} },
      },
    }),
  );
  expect(mutationScores.parse(scores)).toEqual(scores);
});

describe("no scores are kept", () => {
  const again = "run pnpm mutate without --budget until it passes or fails";
  it.each<[string, Partial<MutateDocument>, string, string]>([
    [
      "of mutants that did not run, or say nothing",
      { packages: [packageOf("p", { notRun: 1 }), packageOf("q", { killed: 1 }), packageOf("r", { inconclusive: 1 })] },
      "the scores cannot be kept: mutants of p, r have no result",
      again,
    ],
    ["of a run that broke", { fingerprint: null }, "the scores cannot be kept: the run has no result", again],
    [
      "of one shard",
      { shard: { index: 1, count: 2, plan: "p", mutants: 3 } },
      "the scores cannot be kept: it is shard 1/2 alone",
      "pnpm mutate merge shard-1.json shard-2.json",
    ],
  ])("%s", (_sentence, more, message, hint) => {
    expect(() => scoresDocument({ ...run, ...more }, made)).toThrow(
      expect.objectContaining({ code: "RUN_INCOMPLETE", message, hint, exitCode: 3 }),
    );
  });
});

describe("scores are the same", () => {
  type Scores = ReturnType<typeof scoresOfRun>;
  const onlyA = ({ packages: { "@repo/a": a } }: Scores) => ({ packages: { "@repo/a": a } });
  const reversed = ({ packages }: Scores) => ({ packages: Object.fromEntries(Object.entries(packages).reverse()) });
  const withSurvivors = (survivors: string[]) => () => {
    const packages = run.packages.map((each) => ({ ...each, files: each.files.map((file) => ({ ...file, survivors })) }));
    return scoresDocument({ ...run, packages }, made);
  };

  it.each<[string, (scores: Scores) => object, boolean]>([
    ["whenever and of whatever commit they were made", () => ({ generatedAt: "2027-01-01T00:00:00.000Z", commit: "def" }), true],
    ["in whatever order the names stand", reversed, true],
    ["unless a package is missing", onlyA, false],
    ["unless a survivor differs", withSurvivors(["x"]), false],
    ["unless the tools differ", () => ({ fingerprint: { ...FINGERPRINT, node: "22" } }), false],
  ])("%s", (_sentence, change, same) => {
    const scores = scoresOfRun();
    expect(sameScores(scores, { ...scores, ...change(scores) })).toBe(same);
  });
});
