import { aggregateDocument, coverageDiffDocument, sourcesDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { shortOf } from "../__fixtures__/short-of.js";
import { GROWN, PRICE, createShop, recordOf } from "../__fixtures__/shop.js";
import { runAggregate, runDiff } from "../index.js";

const MERGED = "coverage/lcov.info";
const FIRST = "packages/shop/src/a.ts";
const LAST = "packages/shop/src/z.ts";
const RAN = recordOf(PRICE, { 2: 1, 3: 0, 5: 1, 6: 1, 8: 1 });
const REST = recordOf(FIRST, { 1: 1 }) + recordOf(LAST, { 1: 1 });
const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

/** A price list that has grown, and what aggregate made of its package's report. */
async function shop(report: string, more: Readonly<Record<string, string>> = {}): Promise<TempRepo> {
  const repo = createShop({ [FIRST]: "a();\n", [LAST]: "z();\n" });
  repos.push(repo);
  repo.write({ [PRICE]: GROWN, "packages/shop/coverage/lcov.info": report, ...more });
  await runDocument(aggregateDocument, runAggregate, ["--no-summary"], { cwd: repo.root });
  return repo;
}

const recordIn = (repo: TempRepo) => sourcesDocument.parse(JSON.parse(readFileSync(repo.path("coverage/sources.json"), "utf8"))).report;

/** As if aggregate had written this report, in order or not. */
function replace(repo: TempRepo, report: string): void {
  const sources = sourcesDocument.parse(JSON.parse(readFileSync(repo.path("coverage/sources.json"), "utf8")));
  writeFileSync(repo.path(MERGED), report);
  writeFileSync(repo.path("coverage/sources.json"), JSON.stringify({ ...sources, report: { bytes: Buffer.byteLength(report) } }));
}

async function check(repo: TempRepo, expected: readonly string[]): Promise<void> {
  const { document } = await runDocument(coverageDiffDocument, runDiff, [], { cwd: repo.root });
  expect(shortOf(document)).toEqual(expected);
}

const FAILS = ["fail 1", `uncovered ${PRICE}:3`];

describe("aggregate says of its report that it is in order", () => {
  it("with its size, where every path is a file of the repository", async () => {
    const repo = await shop(RAN + REST);
    expect(recordIn(repo)).toEqual({ bytes: readFileSync(repo.path(MERGED)).length });
    await check(repo, FAILS);
  });

  it("but not where a path is of another repository", async () => {
    expect(recordIn(await shop(RAN + recordOf("/elsewhere/x.ts", { 1: 1 })))).toBeUndefined();
  });

  it("nor where, beside such a path, statements are known of a file that is in no report", async () => {
    const final = { "packages/shop/coverage/coverage-final.json": JSON.stringify({ [LAST]: { s: { 0: 1 } } }) };
    expect(recordIn(await shop(RAN + recordOf("/elsewhere/x.ts", { 1: 1 }), final))).toBeUndefined();
  });
});

describe("a report that is in order no more is read whole", () => {
  it.each<[string, (repo: TempRepo) => void]>([
    ["a file in it is not where it should be", (repo) => replace(repo, RAN.replace(PRICE, LAST) + RAN + recordOf(FIRST, { 1: 1 }))],
    ["a file in it bears another path", (repo) => replace(repo, recordOf(FIRST, { 1: 1 }) + RAN.replace(PRICE, `./${PRICE}`))],
    [
      "a later run wrote over it, with as many bytes",
      (repo) => {
        replace(repo, REST + RAN);
        utimesSync(repo.path("coverage/sources.json"), 1_000, 1_000);
      },
    ],
  ])("where %s", async (_sentence, act) => {
    const repo = await shop(RAN + REST);
    act(repo);
    const { document } = await runDocument(coverageDiffDocument, runDiff, [], { cwd: repo.root });
    expect(shortOf(document).slice(0, 2)).toEqual(FAILS);
  });

  it("where something was written behind it", async () => {
    const repo = await shop(RAN + REST);
    writeFileSync(repo.path(MERGED), recordOf(PRICE, { 3: 7 }), { flag: "a" });
    utimesSync(repo.path("coverage/sources.json"), 4_000_000_000, 4_000_000_000);
    await check(repo, ["pass 0"]);
  });

  it("where it stops in the middle", async () => {
    const repo = await shop(RAN + REST);
    const whole = readFileSync(repo.path(MERGED), "utf8");
    writeFileSync(repo.path(MERGED), whole.slice(0, -30));
    await check(repo, ["error 3", "REPORT_TRUNCATED"]);
  });

  it("where the repository maps paths", async () => {
    const repo = await shop(RAN + recordOf(LAST, { 3: 7 }));
    await check(repo, FAILS);
    repo.write({ "repo.manifest.ts": `export default defineRepo({ pathMaps: [{ from: "${LAST}", to: "${PRICE}" }] });\n` });
    await check(repo, ["pass 0"]);
  });
});
