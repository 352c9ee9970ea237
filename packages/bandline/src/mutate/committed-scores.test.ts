import type { MutateDocument } from "@repo/coverage-core";
import { mutationScores } from "@repo/coverage-core/schemas";
import { openRepository } from "@repo/coverage-io";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRICE, shopDocument, shopScores, type ShopRun } from "../__fixtures__/mutate-documents.js";
import { FINGERPRINT } from "../__fixtures__/plans.js";
import { compareWithCommitted, writeScores } from "./committed-scores.js";

const SCORES = "coverage/mutation.json";
const BEFORE: ShopRun = { counts: { killed: 40, survived: 10 }, survivors: ["old"] };

/** @param committed what HEAD has; null for nothing. @param written what stands on disk, where it is another. */
async function compared(run: ShopRun, committed: unknown, points = 5, written?: string): Promise<MutateDocument> {
  const text = typeof committed === "string" ? committed : JSON.stringify(committed);
  using repo = createTempRepo({ "a.ts": "", [SCORES]: committed === null ? null : text });
  if (written !== undefined) repo.write({ [SCORES]: written });
  return await compareWithCommitted(shopDocument(run), points, await openRepository(repo.root));
}

describe("--drift", () => {
  const rows: [sentence: string, run: ShopRun, points: number, exitCode: number, drifts: string[]][] = [
    ["passes where nothing changed", BEFORE, 5, 0, []],
    ["passes where the score rose", { counts: { killed: 50 } }, 0, 0, []],
    ["passes where the score fell by just as much", { counts: { killed: 37, survived: 13 }, blob: "new" }, 6, 0, []],
    [
      "fails where it fell by more",
      { counts: { killed: 37, survived: 13 }, blob: "new" },
      5.9,
      1,
      ["package score-dropped 80 74", `file score-dropped 80 74`],
    ],
    [
      "fails for a new survivor in an unchanged file, however few points that is",
      { ...BEFORE, survivors: ["old", "young"] },
      50,
      1,
      ["file new-survivor 80 80"],
    ],
    ["lets a file that changed have one", { ...BEFORE, survivors: ["old", "young"], blob: "new" }, 5, 0, []],
  ];
  it.each(rows)("%s", async (_, run, points, exitCode, drifts) => {
    const document = await compared(run, shopScores(BEFORE), points);
    expect(document.drifts.map(({ scope, kind, from, to }) => `${scope} ${kind} ${from} ${to}`)).toEqual(drifts);
    expect([document.exitCode, document.status]).toEqual(exitCode === 0 ? [0, "pass"] : [1, "fail"]);
    expect(document.packages).toMatchObject([{ baseline: { score: 80, commit: "1234567" } }]);
  });

  it("says what to do where a score fell", async () => {
    const document = await compared({ counts: { killed: 20, survived: 20 }, blob: "new" }, shopScores(BEFORE));
    expect(document.nextActions).toContain("@demo/shop fell from 80 to 50: run pnpm mutate for its survivors");
  });

  it("compares with HEAD, whatever a run of this tree wrote", async () => {
    const worse = JSON.stringify(shopScores({ counts: { killed: 20, survived: 30 } }));
    expect((await compared({ counts: { killed: 20, survived: 30 } }, shopScores(BEFORE), 5, worse)).exitCode).toBe(1);
  });

  it("leaves a run without a result as it is", async () => {
    const run = { ...BEFORE, more: { fingerprint: null, packages: [] } };
    expect(await compared(run, shopScores(BEFORE))).toEqual(shopDocument(run));
  });

  it.each<[string, unknown, string, RegExp]>([
    ["where HEAD has no scores", null, "SCORES_MISSING", /^HEAD has no coverage\/mutation\.json to compare with$/],
    ["where they are no scores", "{}", "SCORES_MALFORMED", /^HEAD:coverage\/mutation\.json: /],
    [
      "where another Stryker made them",
      shopScores(BEFORE, { ...FINGERPRINT, stryker: "9.5.0" }),
      "FINGERPRINT_DIFFERS",
      /of 1234567 were made otherwise.*stryker 9\.5\.0 there, 9\.6\.1 here/,
    ],
  ])("is refused %s", async (_, committed, code, message) => {
    const error = { code, exitCode: 3, message: expect.stringMatching(message) as string };
    await expect(compared(BEFORE, committed)).rejects.toMatchObject(error);
  });
});

/** @returns the text that stands there afterwards; null where there is none. */
async function written(repo: TempRepo, run: ShopRun): Promise<string | null> {
  await writeScores(shopDocument(run), await openRepository(repo.root));
  return existsSync(repo.path(SCORES)) ? readFileSync(repo.path(SCORES), "utf8") : null;
}

describe("the scores of a run", () => {
  it("are written with the commit that they are of", async () => {
    using repo = createTempRepo({ "a.ts": "" });
    const scores = mutationScores.parse(JSON.parse((await written(repo, BEFORE)) as string));
    expect(scores.commit).toBe(repo.git("rev-parse", "--short=7", "HEAD"));
    expect(scores.packages["@demo/shop"]).toMatchObject({ score: 80, files: { [PRICE]: { score: 80, survivors: ["old"] } } });
  });

  it.each<[string, string, ShopRun, boolean]>([
    ["are left alone where only the clock and the commit would change", JSON.stringify(shopScores(BEFORE)), BEFORE, false],
    ["are written where a count is another", JSON.stringify(shopScores(BEFORE)), { counts: { killed: 41, survived: 10 } }, true],
    ["take the place of what cannot be read", "{ half", BEFORE, true],
    ["are left alone by a run without a result", "as it is", { ...BEFORE, more: { fingerprint: null, packages: [] } }, false],
    ["are left alone where a budget left mutants out", "as it is", { counts: { killed: 40, notRun: 10 } }, false],
    ["are left alone where a run says nothing of a mutant", "as it is", { counts: { killed: 40, inconclusive: 1 } }, false],
  ])("%s", async (_, before, run, isWritten) => {
    using repo = createTempRepo({ [SCORES]: before });
    expect((await written(repo, run)) !== before).toBe(isWritten);
  });
});
