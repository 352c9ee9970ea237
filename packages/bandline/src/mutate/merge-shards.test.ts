/** Documents of shards, written by hand, and `mutate merge` in a real repository. */
import { createTempRepo } from "@repo/core-testing";
import type { MutateDocument } from "@repo/coverage-core";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mutateIn, type MutateRan } from "../__fixtures__/graded-workspace.js";
import { shopDocument, shopScores, type ShopRun } from "../__fixtures__/mutate-documents.js";

const SCORES = "coverage/mutation.json";

function shard(index: number, counts: ShopRun["counts"], more: Partial<MutateDocument> = {}): MutateDocument {
  return shopDocument({ counts, more: { shard: { index, count: 2, plan: "p", mutants: 10 }, ...more } });
}

const FIRST = shard(1, { killed: 4 });
const SECOND = shard(2, { killed: 4, survived: 2 });

interface Merged extends MutateRan {
  readonly scores: boolean;
}

/** @param documents `1.json`, `2.json`, …; null for a file that is not there. @param committed the scores of HEAD. */
async function merge(documents: readonly unknown[], flags: readonly string[] = [], committed: string | null = null): Promise<Merged> {
  const files = documents.map((_, index) => `${index + 1}.json`);
  const texts = documents.map((each) => (each === null ? null : typeof each === "string" ? each : JSON.stringify(each)));
  using repo = createTempRepo({
    "a.ts": "",
    [SCORES]: committed,
    ...Object.fromEntries(files.map((file, at) => [file, texts[at] ?? null])),
  });
  if (committed !== null) repo.write({ [SCORES]: null });
  const run = await mutateIn(repo, ["merge", ...files, "--json", ...flags]);
  return { ...run, scores: existsSync(repo.path(SCORES)) };
}

const open = shard(2, { killed: 4, notRun: 2 });

describe("mutate merge", () => {
  const rows: [sentence: string, documents: unknown[], flags: string[], expected: [exitCode: number, status: string, scores: boolean]][] = [
    ["makes one answer of all shards, and writes the scores", [SECOND, FIRST], [], [0, "pass", true]],
    ["takes another folder of the repository", [SECOND, FIRST], ["--cwd", "."], [0, "pass", true]],
    ["leaves the scores with --no-score", [FIRST, SECOND], ["--no-score"], [0, "pass", false]],
    ["tells what is known where a budget left mutants out, and writes no scores", [FIRST, open], [], [0, "partial", false]],
    ["fails for those with --require-complete", [FIRST, open], ["--require-complete"], [5, "partial", false]],
    ["fails below the threshold", [shard(1, { survived: 4 }), SECOND], [], [1, "fail", true]],
    ["passes all the same with --exit-zero", [shard(1, { survived: 4 }), SECOND], ["--exit-zero"], [0, "fail", true]],
  ];
  it.each(rows)("%s", async (_, documents, flags, expected) => {
    const { exitCode, document, scores } = await merge(documents, flags);
    expect([exitCode, document.status, scores]).toEqual(expected);
    expect(document.shard).toBeNull();
  });

  const faults: [sentence: string, documents: unknown[], flags: string[], code: string, exitCode: number][] = [
    ["no file", [], [], "USAGE", 2],
    ["a file that is not there", [FIRST, null], [], "REPORT_MISSING", 3],
    ["a file that is no document", [FIRST, "{}"], [], "DOCUMENT_MALFORMED", 3],
    ["a missing shard", [FIRST], [], "SHARDS_MISSING", 3],
    ["a shard twice", [FIRST, FIRST, SECOND], [], "SHARD_TWICE", 3],
    ["the answer of a run that is no shard", [shopDocument({ counts: { killed: 1 } }), SECOND], [], "SHARD_EXPECTED", 3],
    ["scores to compare with that are not there", [FIRST, SECOND], ["--drift", "5"], "SCORES_MISSING", 3],
    ["a flag of nobody's", [FIRST, SECOND], ["--fast"], "USAGE", 2],
  ];
  it.each(faults)("refuses %s", async (_, documents, flags, code, exitCode) => {
    const { document, exitCode: ended, scores } = await merge(documents, flags);
    expect([ended, document.status, document.errors.map((each) => each.code), scores]).toEqual([exitCode, "error", [code], false]);
    expect(document.nextActions).toEqual(document.errors.map(({ hint }) => hint));
  });

  it("compares the whole with the committed scores", async () => {
    const before = JSON.stringify(shopScores({ counts: { killed: 10 } }));
    const { document, exitCode } = await merge([FIRST, SECOND], ["--drift", "5"], before);
    expect([exitCode, document.drifts.map(({ kind }) => kind)]).toEqual([1, ["score-dropped", "score-dropped"]]);
  });
});
