/**
 * Real Stryker on parts of a tiny package. The runs build on each other, each is made once, and looked at from several sides.
 * @module-tag slow
 */
import { readdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CACHE,
  GRADE,
  GRADE_TEST,
  HELPER,
  OUTCOMES,
  SCORES,
  SIGN_TEST,
  countsOf,
  createWorkspace,
  mutateIn,
  nameOf,
  read,
  type MutateRan,
} from "../__fixtures__/graded-workspace.js";
import type { MutateIo } from "../mutate.js";

const repo = createWorkspace();
afterAll(() => repo.remove());

const COUNTS = { killed: 11, survived: 3, noCoverage: 1, ignored: 1 };
const LIVING = Object.keys(OUTCOMES).filter((name) => OUTCOMES[name] !== "killed");
const names = (document: MutateRan["document"]) => document.survivors.map(nameOf);

/** A clock by which a budget is over as soon as it has begun. */
function lateClock(): MutateIo["now"] {
  let asked = 0;
  return () => 1e9 * asked++;
}

/** @param text on stderr, a terminal's, that an interrupt answers; every result is told there. */
async function interruptedAt(text: RegExp, argv: readonly string[]): Promise<MutateRan> {
  const interrupt = new AbortController();
  let clock = 0;
  const write = (said: string | Uint8Array) => {
    if (text.test(String(said))) interrupt.abort();
    return true;
  };
  return await mutateIn(repo, argv, { signal: interrupt.signal, now: () => (clock += 1_000), stderr: { write, isTTY: true } });
}

/** An interrupt as soon as there is a file like this below `.stryker-tmp`. */
async function interruptedBy(file: RegExp, argv: readonly string[]): Promise<MutateRan> {
  const interrupt = new AbortController();
  const look = setInterval(() => {
    if (filesBelow(repo.path(".stryker-tmp")).some((name) => file.test(name))) interrupt.abort();
  }, 5);
  return await mutateIn(repo, argv, { signal: interrupt.signal }).finally(() => clearInterval(look));
}

/** A folder may go while it is read. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}

/** Of a copy of the package. */
const COPIED = /^run-.*\/grade\/src/;

/** Of `n > 10`. */
let survivorKey = "";

const BASE = read(repo, GRADE);
const shardFile = (index: number) => repo.path(`shard-${index}.json`);

describe("slow: shards and budgets", () => {
  const runs: Record<string, MutateRan> = {};
  const run = async (name: string, argv: readonly string[], more: Partial<MutateIo> = {}) => {
    runs[name] = await mutateIn(repo, argv, more);
    return runs[name];
  };
  const documentOf = (name: string) => (runs[name] as MutateRan).document;

  beforeAll(async () => {
    writeFileSync(shardFile(1), (await run("first", ["--shard", "1/2", "--json"])).stdout);
    await run("budget", ["--budget", "1s", "--json"], { now: lateClock() });
    await run("too short", ["--budget", "1s", "--require-complete", "--json"], { now: lateClock() });
    await run("one missing", ["merge", shardFile(1), "--json"]);
    writeFileSync(shardFile(2), (await run("second", ["--shard", "2/2", "--json"])).stdout);
    await run("merged", ["merge", shardFile(2), shardFile(1), "--json"]);
    survivorKey = documentOf("merged").survivors[0]?.key ?? "none";
    writeFileSync(shardFile(9), (await run("empty", ["--shard", "9/9", "--json"])).stdout);
  }, 300_000);

  it("each shard has a part of its own", () => {
    const parts = ["first", "second"].map((name) => documentOf(name).packages[0]?.counts.killed ?? 0);
    expect(parts.every((killed) => killed > 0)).toBe(true);
    expect(parts.reduce((sum, killed) => sum + killed)).toBe(COUNTS.killed);
    expect(documentOf("first").shard).toMatchObject({ index: 1, count: 2, mutants: 16 });
    expect([documentOf("first").packages, documentOf("second").packages]).toMatchObject([[{ reused: 0 }], [{ reused: 0 }]]);
  });

  it("merged, they are the whole run", () => {
    expect([runs["merged"]?.exitCode, documentOf("merged").status, documentOf("merged").shard]).toEqual([0, "pass", null]);
    expect(countsOf(documentOf("merged"))).toEqual(COUNTS);
    expect(names(documentOf("merged"))).toEqual(LIVING);
  });

  it("only the merge writes the scores", () => {
    expect(JSON.parse(read(repo, SCORES))).toMatchObject({ packages: { "@demo/grade": { score: 73.33 } } });
    expect(documentOf("one missing")).toMatchObject({ status: "error", exitCode: 3, errors: [{ code: "SHARDS_MISSING" }] });
  });

  it("a shard to which nothing falls can be merged all the same", () => {
    expect(documentOf("empty")).toMatchObject({ status: "nothing-to-do", exitCode: 0, packages: [], shard: { index: 9, mutants: 16 } });
    expect(documentOf("empty").fingerprint).toEqual(documentOf("first").fingerprint);
  });

  it("a budget that is too short tells what is known, and between what the score lies", () => {
    const { killed = 0, survived = 0, noCoverage = 0 } = countsOf(documentOf("first"));
    expect([runs["budget"]?.exitCode, documentOf("budget").status]).toEqual([0, "partial"]);
    expect(countsOf(documentOf("budget"))).toEqual({
      ...countsOf(documentOf("first")),
      ignored: 1,
      notRun: 15 - killed - survived - noCoverage,
    });
    const low = Math.floor((10_000 * killed) / 15) / 100;
    const high = Math.floor((10_000 * (15 - survived - noCoverage)) / 15) / 100;
    expect(documentOf("budget").packages[0]?.interval).toEqual({ low, high });
  });

  it("--require-complete makes that an exit code of its own", () =>
    expect([runs["too short"]?.exitCode, documentOf("too short").status]).toEqual([5, "partial"]));
});

describe("slow: an interrupt", () => {
  let early: MutateRan;
  let verifying: MutateRan;
  let proving: MutateRan;

  beforeAll(async () => {
    early = await interruptedAt(/1 of 15 mutants/, ["--no-reuse"]);
    verifying = await interruptedBy(COPIED, ["--verify", "--json"]);
    proving = await interruptedBy(COPIED, ["--prove", survivorKey, "--test", GRADE_TEST, "--json"]);
  }, 300_000);

  it("prints what is known by then", () => {
    expect([early.exitCode, early.document.status, early.document.errors]).toEqual([130, "error", []]);
    const { notRun = 0, ignored, ...known } = countsOf(early.document);
    const done = Object.values(known).reduce((sum, count) => sum + count, 0);
    expect([ignored, done + notRun, done > 0, notRun > 0]).toEqual([1, 15, true, true]);
  });

  it("while survivors are verified takes nothing of what was known before", () => {
    const { exitCode, document } = verifying;
    expect([exitCode, document.status, document.errors]).toEqual([130, "error", []]);
    expect(countsOf(document)).toEqual(COUNTS);
    expect(document.survivors.map(({ verified }) => verified)).toEqual([null, null, null, null]);
  });

  it("while a test is proved leaves nothing to tell", () =>
    expect([proving.exitCode, proving.document.status, proving.document.proof, proving.document.errors]).toEqual([130, "error", null, []]));
});

describe("slow: one mutant, a change, a drift", () => {
  let one: MutateRan;
  let unknown: MutateRan;
  let afterwards: MutateRan;
  let since: MutateRan;
  let listed: MutateRan;
  let idle: MutateRan;
  let drift: MutateRan;
  const kept = { cache: "", scores: "", sinceCache: "", sinceScores: "" };

  beforeAll(async () => {
    repo.commit();
    one = await mutateIn(repo, ["--key", survivorKey, "--json"]);
    unknown = await mutateIn(repo, ["--key", "0000", "--json"]);
    afterwards = await mutateIn(repo, ["--budget", "999999h", "--json"]);
    [kept.cache, kept.scores] = [read(repo, CACHE), read(repo, SCORES)];

    repo.write({ [GRADE]: BASE.replace("n >= 10", "n >= 9"), [SIGN_TEST]: `${read(repo, SIGN_TEST)}it("is changed", () => {});\n` });
    since = await mutateIn(repo, ["--since", "HEAD", "--json"]);
    [kept.sinceCache, kept.sinceScores] = [read(repo, CACHE), read(repo, SCORES)];
    repo.git("checkout", "--", SIGN_TEST);
    listed = await mutateIn(repo, ["--since", "HEAD", "--list"]);
    repo.git("checkout", "--", "packages");

    repo.write({ "packages/grade/README.md": "# grade\n" });
    idle = await mutateIn(repo, ["--since", "HEAD", "--json"]);
    repo.write({ "packages/grade/README.md": null });

    repo.write({ [HELPER]: "export const same = (...compared: readonly unknown[]): unknown => compared;\n" });
    drift = await mutateIn(repo, ["--drift", "5", "--no-score", "--json"]);
    repo.git("checkout", "--", "packages");
  }, 300_000);

  it("--key runs that mutant alone", () => {
    expect(countsOf(one.document)).toEqual({ survived: 1 });
    expect(names(one.document)).toEqual(["grade.ts:2:10 n > 10"]);
    expect(one.document.packages).toMatchObject([{ reused: 0 }]);
  });

  it("and forgets nothing of what is known of the others; a budget without end is no end", () => {
    expect(afterwards.document.status).toBe("pass");
    expect(afterwards.document.packages).toMatchObject([{ score: 73.33, reused: 15 }]);
  });

  it("a key that no mutant has is said to be none", () =>
    expect(unknown.document).toMatchObject({ exitCode: 2, errors: [{ code: "KEY_UNKNOWN", hint: "pnpm mutate --list --json" }] }));

  it("--since runs one mutant of a changed line, and of each line that a changed test runs", () => {
    // Of line 2 the one that survives; sign.test.ts runs lines 5 to 7, of which two have one mutant together.
    expect(since.document.errors).toEqual([]);
    expect(countsOf(since.document)).toEqual({ killed: 2, survived: 1 });
    expect(since.document.survivors).toMatchObject([{ file: GRADE, replacement: "n > 9", changedInDiff: true }]);
    expect(since.document.base).toMatchObject({ ref: "HEAD", mergeBase: repo.git("rev-parse", "HEAD") });
  });

  it("and leaves what is shared as it is, byte for byte", () =>
    expect([kept.sinceCache, kept.sinceScores]).toEqual([kept.cache, kept.scores]));

  it("of a change without a test only the changed files are looked at, and their mutants have the same keys", () => {
    expect(listed.document.plan?.map(nameOf)).toEqual(["grade.ts:2:10 n > 9"]);
    expect(listed.document.plan?.map(({ key }) => key)).toEqual(since.document.survivors.map(({ key }) => key));
  });

  it("a change of no source has nothing to do", () =>
    expect([idle.exitCode, idle.document.status, idle.document.errors]).toEqual([0, "nothing-to-do", []]));

  it("a helper that changed makes everything run again, and --drift tells what got lost", () => {
    expect([drift.exitCode, drift.document.status]).toEqual([1, "fail"]);
    expect(drift.document.packages).toMatchObject([{ reused: 0, score: 46.66, baseline: { score: 73.33 }, drift: -26.67 }]);
    expect(drift.document.drifts.map(({ scope, kind, name }) => [scope, kind, name])).toEqual([
      ["package", "score-dropped", "@demo/grade"],
      ["file", "score-dropped", GRADE],
      ["file", "new-survivor", GRADE],
    ]);
  });
});
