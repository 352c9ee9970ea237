import { describe, expect, it } from "vitest";
import { documentOf, packageOf } from "../mutation/__fixtures__/mutants.js";
import { scoresDocument } from "../mutation/scores-document.js";
import { parseMutateDocument, parseMutationScores } from "./parse-mutate.js";

const document = documentOf({ packages: [packageOf("@repo/a", { killed: 1 })] });
const scoresOfRun = () => scoresDocument(document, { generatedAt: "2026-01-01T00:00:00.000Z", commit: "abc" });

async function check(text: string, message: string): Promise<void> {
  await expect(parseMutationScores(text, "coverage/mutation.json")).rejects.toMatchObject({
    code: "SCORES_MALFORMED",
    message: `coverage/mutation.json: ${message}`,
    hint: "take coverage/mutation.json from main: git checkout origin/main -- coverage/mutation.json",
    exitCode: 3,
  });
}

describe("what mutate wrote", () => {
  it("is read as it was", async () => {
    const scores = scoresOfRun();
    expect(await parseMutationScores(JSON.stringify(scores), "s")).toEqual(scores);
    expect(await parseMutateDocument(JSON.stringify(document), "d")).toEqual(document);
  });

  it.each<[string, (scores: ReturnType<typeof scoresOfRun>) => string, string]>([
    ["is empty", () => "\n", "the file is empty"],
    ["is no JSON", () => "{", "is no JSON"],
    [
      "is of a later version",
      (scores) => JSON.stringify({ ...scores, schemaVersion: "2.0" }),
      "schemaVersion is 2.0; this version reads 1.0",
    ],
    ["has no version", (scores) => JSON.stringify({ ...scores, schemaVersion: undefined }), 'schemaVersion: Invalid input: expected "1.0"'],
    ["is no object", () => "[]", "the document: Invalid input: expected object, received array"],
    [
      "has a score that is none",
      (scores) => JSON.stringify({ ...scores, packages: { p: { ...scores.packages["@repo/a"], score: "100" } } }),
      "packages.p.score: Invalid input: expected number, received string",
    ],
  ])("is refused where it %s", (_sentence, textOf, message) => check(textOf(scoresOfRun()), message));

  it("is refused as a document with the command that makes it", async () => {
    await expect(parseMutateDocument("{}", "shard-1.json")).rejects.toMatchObject({
      code: "DOCUMENT_MALFORMED",
      message: "shard-1.json: $schema: Invalid input: expected string, received undefined",
      hint: "make it anew: pnpm mutate --json > shard-1.json",
      exitCode: 3,
    });
  });
});
