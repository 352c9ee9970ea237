import type { CoverageDiffDocument } from "@repo/coverage-core";
import { coverageDiffDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { chmodSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { run, runDocument } from "../__fixtures__/run.js";
import { shortOf } from "../__fixtures__/short-of.js";
import { PRICE, PRICE_TEST, PRICE_TEXT, createShop, recordOf, writeReport } from "../__fixtures__/shop.js";
import { runDiff } from "../index.js";

const TAX = "packages/shop/src/entities/tax.ts";
const TAX_TEXT = "export function tax(net: number): number {\n  return net / 5;\n}\n";
const RAN = { 2: 1, 3: 1, 5: 1 };
const BASE = recordOf(PRICE, RAN) + recordOf(TAX, { 1: 1, 2: 1 });
const UNTESTED = recordOf(PRICE, { 2: 0, 3: 0, 5: 0 });

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

interface Case {
  /** What the change writes; null deletes. */
  readonly edit?: Readonly<Record<string, string | null>>;
  /** The report of now. */
  readonly now: string;
  /** What was measured, where it is not what is on disk. */
  readonly measured?: Readonly<Record<string, string>>;
  readonly baseline?: string | null;
  readonly more?: Readonly<Record<string, string>>;
}

function shop({ edit = {}, now, measured = {}, baseline = BASE, more = {} }: Case): TempRepo {
  const repo = createShop({ [TAX]: TAX_TEXT, ...more });
  repos.push(repo);
  repo.write({ ...edit, "coverage/base.info": baseline });
  writeReport(repo, now, { [PRICE]: edit[PRICE] ?? PRICE_TEXT, [TAX]: TAX_TEXT, ...measured });
  return repo;
}

async function check(repo: TempRepo, expected: readonly string[], argv: readonly string[] = []): Promise<CoverageDiffDocument> {
  const all = ["--base", "HEAD", "--baseline", "coverage/base.info", "--no-guard", ...argv];
  const { document, exitCode } = await runDocument(coverageDiffDocument, runDiff, all, { cwd: repo.root });
  expect(shortOf(document).filter((word) => word !== "GUARD_OFF")).toEqual(expected);
  expect(exitCode).toBe(document.exitCode);
  return document;
}

const LOST = [`lost-coverage ${PRICE}:2`, `lost-coverage ${PRICE}:3`, `lost-coverage ${PRICE}:5`];
const TAX_RAN = recordOf(TAX, { 1: 1, 2: 7 });

describe("--baseline", () => {
  it("fails where only a test was deleted, and says which", async () => {
    const repo = shop({ edit: { [PRICE_TEST]: null }, now: UNTESTED + TAX_RAN });
    const document = await check(repo, ["fail 1", ...LOST]);
    expect(document.summary).toMatchObject({
      filesChanged: 1,
      filesGated: 1,
      uncoveredCount: 3,
      changedLines: 0,
      executableLines: 0,
      percent: null,
    });
    expect(document.fileSummaries).toMatchObject([{ file: PRICE, status: "fail", changedLines: 0, percent: null }]);
    expect(document.fileSummaries[0]?.ranges[0]).toMatchObject({
      start: 2,
      end: 3,
      kind: "lost-coverage",
      function: { name: "price", line: 1 },
      snippet: "  if (free) {\n    return 0;",
      nearestTest: null,
    });
    expect(document.nextActions).toEqual([
      `test the 3 unchanged lines of ${PRICE} that ran at the base (since then: ${PRICE_TEST} deleted); then: pnpm test --coverage --filter @shop/shop`,
    ]);
    const { stderr } = await run(runDiff, ["--baseline", "coverage/base.info"], { cwd: repo.root });
    expect(stderr).toContain("0 of 0 changed executable lines ran; unchanged lines lost their coverage\n");
    expect(stderr).toContain("2-3 lost-coverage: ran at the base, and does not now in price\n");
  });

  it.each<[string, Case, string[]]>([
    ["passes where everything runs still", { now: recordOf(PRICE, { 2: 9, 3: 1, 5: 2 }) + TAX_RAN }, ["pass 0 empty-diff"]],
    ["passes where the reports are the same", { now: BASE }, ["pass 0 empty-diff"]],
    ["keeps the reason where nothing was lost", { edit: { [PRICE_TEST]: null }, now: BASE }, ["pass 0 no-executable-lines"]],
    ["fails with an empty diff", { now: UNTESTED + TAX_RAN }, ["fail 1", ...LOST]],
    ["takes a file in no report for one that nothing runs", { now: TAX_RAN }, ["fail 1", ...LOST]],
    [
      "adds up the records of a file at the base, of which the first is the same",
      { baseline: recordOf(PRICE, { 2: 1, 5: 0 }) + recordOf(PRICE, { 5: 1 }), now: recordOf(PRICE, { 2: 1, 5: 0 }) },
      ["fail 1", `lost-coverage ${PRICE}:5`],
    ],
    [
      "is not misled by equal numbers where the lines have moved",
      {
        edit: { [PRICE]: `// more\n${PRICE_TEXT}` },
        baseline: recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }),
        now: recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }),
      },
      ["fail 1", `lost-coverage ${PRICE}:3`],
    ],
    [
      "does not take a new file for one of the base",
      {
        edit: { "packages/b/src/entities/price.ts": "export type Price = 1;\n" },
        baseline: recordOf("/ci/src/entities/price.ts", RAN),
        now: UNTESTED,
      },
      ["fail 1", ...LOST],
    ],
    ["adds up the records of a file", { now: UNTESTED + recordOf(PRICE, RAN) + TAX_RAN }, ["pass 0 empty-diff"]],
    [
      "names lines by their new numbers, beside the changed ones",
      {
        edit: { [PRICE]: PRICE_TEXT.replace("{\n", "{\n  free ||= net < 0;\n") },
        now: recordOf(PRICE, { 2: 0, 3: 1, 4: 1, 6: 0 }) + TAX_RAN,
      },
      ["fail 1", `uncovered ${PRICE}:2`, `lost-coverage ${PRICE}:6`],
    ],
    [
      "names what is in no report by both kinds",
      { edit: { [PRICE]: `${PRICE_TEXT}more();\n` }, now: TAX_RAN },
      ["fail 1", ...LOST, `no-coverage-data ${PRICE}:7`],
    ],
    [
      "judges a file that the diff only takes lines from",
      { edit: { [PRICE]: PRICE_TEXT.replace("    return 0;\n", "") }, now: recordOf(PRICE, { 2: 1, 4: 0 }) + TAX_RAN },
      ["fail 1", `lost-coverage ${PRICE}:4`],
    ],
    [
      "follows a rename",
      {
        edit: { [PRICE]: null, "packages/shop/src/entities/cost.ts": PRICE_TEXT },
        measured: { "packages/shop/src/entities/cost.ts": PRICE_TEXT },
        now: recordOf("packages/shop/src/entities/cost.ts", { 2: 1, 3: 1, 5: 0 }) + TAX_RAN,
      },
      ["fail 1", "lost-coverage packages/shop/src/entities/cost.ts:5"],
    ],
    ["does not ask for a deleted file", { edit: { [TAX]: null }, now: recordOf(PRICE, RAN) }, ["pass 0 no-executable-lines"]],
    [
      "does not ask for an exempt file",
      { more: { "packages/shop/src/index.ts": "run();\n" }, baseline: BASE + recordOf("packages/shop/src/index.ts", { 1: 1 }), now: BASE },
      ["pass 0 empty-diff"],
    ],
    [
      "cannot judge a file whose report is of another text",
      { measured: { [PRICE]: "another();\n" }, now: UNTESTED + TAX_RAN },
      ["error 3", `stale-coverage ${PRICE}:2`, "REPORT_STALE"],
    ],
    [
      "notices another text by a line of which the report does not speak",
      { measured: { [PRICE]: "another();\n" }, now: recordOf(PRICE, { 2: 1, 4: 1, 5: 1 }) + TAX_RAN },
      ["error 3", `stale-coverage ${PRICE}:3`, "REPORT_STALE"],
    ],
    ["lets a line be that no report of the same text speaks of", { now: recordOf(PRICE, { 2: 1, 5: 1 }) + TAX_RAN }, ["pass 0 empty-diff"]],
    [
      "lets the one hit of a stale file stand for its losses",
      { edit: { [PRICE]: `${PRICE_TEXT}more();\n` }, measured: { [PRICE]: PRICE_TEXT }, now: UNTESTED + TAX_RAN },
      ["error 3", `stale-coverage ${PRICE}:7`, "REPORT_STALE"],
    ],
  ])("%s", async (_sentence, given, expected) => {
    const repo = shop(given);
    if (given.edit !== undefined) repo.git("add", "--all");
    await check(repo, expected);
  });

  it("judges a file whose mode changed, and none that is a link now", async () => {
    const repo = shop({ now: UNTESTED + TAX_RAN });
    chmodSync(repo.path(PRICE), 0o755);
    await check(repo, ["fail 1", ...LOST]);
    repo.write({ [PRICE]: null, "coverage/lcov.info": TAX_RAN });
    symlinkSync("tax.ts", repo.path(PRICE));
    await check(repo, ["pass 0 no-executable-lines"]);
  });

  it("works for a diff that is handed in, also one that knows copies", async () => {
    const copy = "packages/shop/src/entities/copy.ts";
    const repo = shop({
      edit: { [copy]: PRICE_TEXT },
      measured: { [copy]: PRICE_TEXT },
      now: recordOf(PRICE, RAN) + recordOf(copy, { ...RAN, 3: 0 }) + TAX_RAN,
    });
    repo.write({ "coverage/change.diff": `diff --git a/${PRICE} b/${copy}\nsimilarity index 100%\ncopy from ${PRICE}\ncopy to ${copy}\n` });
    await check(repo, ["fail 1", `lost-coverage ${copy}:3`], ["--diff-file", "coverage/change.diff"]);
  });

  it("takes the paths of the package that holds it", async () => {
    const repo = shop({ now: UNTESTED + TAX_RAN, baseline: null });
    repo.write({ "packages/shop/coverage/base.info": recordOf("src/entities/price.ts", RAN) });
    await check(repo, ["fail 1", ...LOST], ["--baseline", "packages/shop/coverage/base.info"]);
  });

  it("says once of what nobody recorded", async () => {
    const repo = shop({ now: UNTESTED + TAX_RAN });
    repo.write({ "coverage/sources.json": null });
    writeReport(repo, UNTESTED + TAX_RAN, {});
    await check(repo, ["fail 1", ...LOST, "FRESHNESS_UNKNOWN"]);
  });
});

describe("--baseline trusts no report blindly", () => {
  it.each<[string, string | null, string]>([
    ["that is not there", null, "REPORT_MISSING"],
    ["that is empty", "", "REPORT_EMPTY"],
    ["that is a log", "Downloading…\n", "REPORT_NOT_LCOV"],
    ["that is cut in half", BASE.slice(0, 60), "REPORT_TRUNCATED"],
    ["with a count that is none", BASE.replace("DA:2,1", "DA:2,x"), "REPORT_MALFORMED"],
    ["of another repository", recordOf("src/elsewhere/other.ts", RAN), "PATHS_UNMATCHED"],
  ])("%s", async (_sentence, baseline, code) => {
    const { errors } = await check(shop({ now: UNTESTED, baseline }), ["error 3", code]);
    expect(errors[0]?.message).toMatch(/^the baseline: .*base\.info/);
    expect(errors[0]?.hint).toContain("where the base is checked out");
  });

  it("that is a pointer to Git LFS, or a glob that matches nothing", async () => {
    const pointer = shop({ now: BASE, baseline: "version https://git-lfs.github.com/spec/v1\noid sha256:0\n" });
    expect((await check(pointer, ["error 3", "REPORT_NOT_LCOV"])).errors[0]?.hint).toBe("git lfs pull");
    const { errors } = await check(pointer, ["error 3", "REPORT_MISSING"], ["--baseline", "base/*.info"]);
    expect(errors[0]?.message).toBe("the baseline: no file matches base/*.info");
  });

  it("whose path fits two files", async () => {
    const more = { "packages/a/src/entities/price.ts": "a();\n" };
    const repo = shop({ more, now: BASE, baseline: recordOf("/ci/src/entities/price.ts", RAN) + recordOf(TAX, RAN) });
    expect((await check(repo, ["error 3", "PATH_AMBIGUOUS"])).errors[0]?.message).toMatch(/^the baseline: /);
  });

  it("that is the report itself", async () => {
    await check(shop({ now: BASE }), ["error 2", "USAGE"], ["--baseline", "coverage/lcov.info"]);
  });

  it("and the report of now needs a file of this repository too", async () => {
    const { errors } = await check(shop({ now: recordOf("src/elsewhere/other.ts", RAN) }), ["error 3", "PATHS_UNMATCHED"]);
    expect(errors[0]?.message).toMatch(/^no path of coverage\/lcov\.info/);
  });
});
