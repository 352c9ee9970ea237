import { describe, expect, it } from "vitest";
import type { MutantCounts, MutationDrift, MutationFile, MutationFingerprint, MutationPackage } from "../contract/mutate.js";
import { documentOf, fileOf, FINGERPRINT, packageOf } from "./__fixtures__/mutants.js";
import { compareScores } from "./compare-scores.js";
import { scoresDocument } from "./scores-document.js";

const scoresOf = (packages: MutationPackage[]) =>
  scoresDocument(documentOf({ packages }), { generatedAt: "2026-01-01T00:00:00.000Z", commit: "abc1234" });

function check(before: MutationPackage[], now: MutationPackage[], points: number, expected: Partial<MutationDrift>[]): void {
  const { drifts, refusal } = compareScores(scoresOf(before), { packages: now, fingerprint: FINGERPRINT }, { points });
  expect(refusal).toBe(null);
  expect(drifts).toEqual(expected);
}

type Some = Partial<MutantCounts>;
const dropped = (from: number, to: number): MutationDrift => ({
  scope: "package",
  name: "@repo/a",
  kind: "score-dropped",
  from,
  to,
  survivors: [],
});

describe("a package's score", () => {
  it.each<[string, Some, Some, number, MutationDrift[]]>([
    ["that stays is no drift", { killed: 90, survived: 10 }, { killed: 90, survived: 10 }, 0, []],
    ["that rises is none", { killed: 90, survived: 10 }, { killed: 100 }, 0, []],
    ["that drops by the points is none", { killed: 90, survived: 10 }, { killed: 85, survived: 15 }, 5, []],
    ["that drops by more is one", { killed: 90, survived: 10 }, { killed: 84, survived: 16 }, 5, [dropped(90, 84)]],
    ["is rounded before that is asked", { killed: 300, survived: 700 }, { killed: 299, survived: 701 }, 0.1, []],
    ["may fall by any number where no point is given away", { killed: 100 }, { killed: 99, survived: 1 }, 0, [dropped(100, 99)]],
    ["counts what no test runs", { killed: 100 }, { killed: 90, noCoverage: 10 }, 5, [dropped(100, 90)]],
    ["of fewer than 20 mutants is not judged by one mutant", { killed: 19 }, { killed: 17, survived: 1 }, 5, []],
    ["of fewer than 20 is judged by two", { killed: 19 }, { killed: 17, survived: 1, noCoverage: 1 }, 5, [dropped(100, 89.47)]],
    ["of 20 is judged by one", { killed: 20 }, { killed: 19, survived: 1 }, 4, [dropped(100, 95)]],
    ["that was of few is of few", { killed: 9, survived: 1 }, { killed: 16, survived: 2, timeout: 3 }, 0.4, []],
    ["that is of few now is of few", { killed: 19, survived: 1 }, { killed: 10, survived: 1, ignored: 20 }, 4, []],
    ["that only code without survivors left is none where few are left", { killed: 18, survived: 2 }, { killed: 8, survived: 2 }, 5, []],
    ["may still become what it was, where mutants are open", { killed: 90, survived: 10 }, { killed: 50, survived: 10, notRun: 40 }, 5, []],
    ["cannot become what it was", { killed: 90, survived: 10 }, { killed: 50, survived: 30, notRun: 20 }, 5, [dropped(90, 70)]],
    ["of nothing is none", { killed: 90 }, { ignored: 90 }, 5, []],
    ["of nothing before is none", { ignored: 90 }, { survived: 90 }, 5, []],
  ])("%s", (_sentence, before, now, points, expected) => {
    check([packageOf("@repo/a", before)], [packageOf("@repo/a", now)], points, expected);
  });

  it("is told beside the one before, and how far they are apart", () => {
    const now = [
      packageOf("@repo/a", { killed: 2, survived: 1 }),
      packageOf("@repo/new", { killed: 1 }),
      packageOf("@repo/empty", { ignored: 1 }),
      packageOf("@repo/was", { killed: 1 }),
    ];
    const before = [
      packageOf("@repo/was", { ignored: 1 }),
      packageOf("@repo/a", { killed: 3 }),
      packageOf("@repo/empty", { killed: 1 }),
      packageOf("@repo/gone", { killed: 1 }),
    ];
    const { packages, drifts } = compareScores(scoresOf(before), { packages: now, fingerprint: FINGERPRINT }, { points: 5 });
    expect(packages).toEqual([{ ...now[0], baseline: { score: 100, commit: "abc1234" }, drift: -33.34 }, now[1], now[2], now[3]]);
    expect(drifts).toEqual([]);
  });
});

describe("a file", () => {
  const fileDrift = (more: Partial<MutationDrift>): MutationDrift => ({
    scope: "file",
    name: "a.ts",
    kind: "score-dropped",
    from: 100,
    to: 50,
    survivors: [],
    ...more,
  });

  it.each<[string, MutationFile, MutationFile, MutationDrift[]]>([
    [
      "whose score stays is no drift",
      fileOf("a.ts", { killed: 2, survived: 1 }, ["k"]),
      fileOf("a.ts", { killed: 2, survived: 1 }, ["k"]),
      [],
    ],
    [
      "that changed may have one more survivor",
      fileOf("a.ts", { killed: 2 }),
      fileOf("a.ts", { killed: 1, survived: 1 }, ["k"], "other"),
      [],
    ],
    [
      "that changed may not have two more, when its score drops",
      fileOf("a.ts", { killed: 4 }),
      fileOf("a.ts", { killed: 2, survived: 2 }, ["j", "k"], "other"),
      [fileDrift({})],
    ],
    [
      "that did not change has a new survivor",
      fileOf("a.ts", { killed: 2 }),
      fileOf("a.ts", { killed: 1, survived: 1 }, ["k"]),
      [fileDrift({ kind: "new-survivor", survivors: ["k"] })],
    ],
    [
      "that did not change has one new and one old survivor",
      fileOf("a.ts", { killed: 2, survived: 1 }, ["j"]),
      fileOf("a.ts", { killed: 1, survived: 2 }, ["j", "k"]),
      [fileDrift({ kind: "new-survivor", from: 66.66, to: 33.33, survivors: ["k"] })],
    ],
    ["has a survivor less", fileOf("a.ts", { killed: 1, survived: 1 }, ["k"]), fileOf("a.ts", { killed: 2 }), []],
    ["is new", fileOf("b.ts", { killed: 4 }), fileOf("a.ts", { survived: 4 }, ["h", "i", "j", "k"]), []],
    [
      "that did not change drops and has new survivors",
      fileOf("a.ts", { killed: 4 }),
      fileOf("a.ts", { killed: 2, survived: 2 }, ["j", "k"]),
      [fileDrift({}), fileDrift({ kind: "new-survivor", survivors: ["j", "k"] })],
    ],
  ])("%s", (_sentence, before, now, expected) => {
    const of = (file: MutationFile) => [packageOf("@repo/a", { killed: 100 }, { files: [file] })];
    check(of(before), of(now), 5, expected);
  });

  it("comes behind its package", () => {
    const before = packageOf("@repo/a", { killed: 100 }, { files: [fileOf("a.ts", { killed: 100 })] });
    const now = packageOf("@repo/a", { survived: 100 }, { files: [fileOf("a.ts", { survived: 100 }, [], "other")] });
    check([before], [now], 5, [dropped(100, 0), fileDrift({ to: 0 })]);
  });

  it("of a new package is no drift", () => {
    check([], [packageOf("@repo/a", { survived: 9 }, { files: [fileOf("a.ts", { survived: 9 }, ["k"])] })], 5, []);
  });
});

describe("scores that were made otherwise", () => {
  it.each<[string, Partial<MutationFingerprint>, string, string]>([
    ["by another Stryker", { stryker: "9.7.0" }, "c", "stryker 9.6.1 there, 9.7.0 here"],
    ["by another vitest and node", { vitest: "5.0.0", node: "22" }, "c", "vitest 4.1.12 there, 5.0.0 here, node 20 there, 22 here"],
    ["with other settings", { config: "d" }, "c", "the settings of the run"],
    ["with other settings of a package", {}, "d", "the settings of @repo/a"],
  ])("%s are not compared", (_sentence, fingerprint, config, differences) => {
    const before = scoresOf([packageOf("@repo/a", { killed: 100 }), packageOf("@repo/gone", { killed: 1 }, { config: "x" })]);
    const packages = [packageOf("@repo/a", { survived: 100 }, { config }), packageOf("@repo/new", { killed: 1 }, { config: "new" })];
    expect(compareScores(before, { packages, fingerprint: { ...FINGERPRINT, ...fingerprint } }, { points: 5 })).toEqual({
      packages,
      drifts: [],
      refusal: {
        code: "FINGERPRINT_DIFFERS",
        message: `the scores of abc1234 were made otherwise, and cannot be compared: ${differences}`,
        hint: "run pnpm mutate without --drift; the nightly run on main writes coverage/mutation.json anew, and then both are alike",
        exitCode: 3,
      },
    });
  });
});
