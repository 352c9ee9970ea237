import { coverageDiffDocument, sourcesDocument, aggregateDocument } from "@repo/coverage-core/schemas";
import { blobIdOf, type TempRepo } from "@repo/core-testing";
import { readFileSync, utimesSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { shortOf } from "../__fixtures__/short-of.js";
import { GROWN, PRICE, createShop, recordOf } from "../__fixtures__/shop.js";
import { runAggregate, runDiff } from "../index.js";

const REPORT = "packages/shop/coverage/lcov.info";
const RAN = recordOf(PRICE, { 2: 1, 3: 1, 5: 1, 6: 1, 8: 1 });
const FRESH = { blob: blobIdOf(Buffer.from(GROWN)), by: "aggregate" };
const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

/** A price list that has grown, and a report of a tool that records no sources; files changed at these seconds. */
function shop(seconds: Readonly<Record<string, number>>): TempRepo {
  const repo = createShop();
  repos.push(repo);
  repo.write({ [PRICE]: GROWN, [REPORT]: RAN });
  changeAt(repo, seconds);
  return repo;
}

function changeAt(repo: TempRepo, seconds: Readonly<Record<string, number>>): void {
  for (const [file, at] of Object.entries(seconds)) utimesSync(repo.path(file), at, at);
}

const aggregate = (repo: TempRepo) => runDocument(aggregateDocument, runAggregate, [], { cwd: repo.root });
const recordIn = (repo: TempRepo) =>
  sourcesDocument.parse(JSON.parse(readFileSync(repo.path("coverage/sources.json"), "utf8"))).sources[PRICE];

async function check(repo: TempRepo, argv: readonly string[], expected: readonly string[]): Promise<void> {
  const { document } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root });
  expect(shortOf(document)).toEqual(expected);
}

const STALE = ["error 3", `stale-coverage ${PRICE}:2`, "REPORT_STALE"];

describe("a report whose sources nobody recorded", () => {
  it("is taken for one of the text that aggregate sees", async () => {
    const repo = shop({ [PRICE]: 1_000, [REPORT]: 2_000 });
    await aggregate(repo);
    expect(recordIn(repo)).toEqual(FRESH);
    await check(repo, [], ["pass 0"]);
  });

  it("is stale where the source is newer, also after aggregate has seen both", async () => {
    const repo = shop({ [PRICE]: 2_000, [REPORT]: 1_000 });
    await check(repo, ["--lcov", REPORT], STALE);
    await aggregate(repo);
    expect(recordIn(repo)).toEqual({ blob: null, by: "aggregate" });
    await check(repo, [], STALE);
  });

  it("is stale where the source is newer than one of several", async () => {
    const repo = shop({ [PRICE]: 2_000, [REPORT]: 3_000 });
    repo.write({ "e2e.info": RAN });
    changeAt(repo, { "e2e.info": 1_000 });
    await runDocument(aggregateDocument, runAggregate, ["--input", REPORT, "--input", "e2e.info"], { cwd: repo.root });
    expect(recordIn(repo)).toEqual({ blob: null, by: "aggregate" });
  });

  it("is stale where the source was edited after aggregate", async () => {
    const repo = shop({ [PRICE]: 1_000, [REPORT]: 2_000 });
    await aggregate(repo);
    repo.write({ [PRICE]: `${GROWN}more();\n` });
    await check(repo, [], ["error 3", `stale-coverage ${PRICE}:2`, "REPORT_STALE"]);
  });
});

it("what aggregate wrote down is not said of a report that a later run put in its place", async () => {
  const repo = shop({ [PRICE]: 1_000, [REPORT]: 2_000 });
  await aggregate(repo);
  const text = `${GROWN}more();\n`;
  repo.write({ [PRICE]: text, "coverage/lcov.info": recordOf(PRICE, { 2: 1, 3: 1, 5: 1, 6: 1, 8: 1, 10: 1 }) });
  changeAt(repo, { "coverage/sources.json": 3_000, [PRICE]: 4_000, "coverage/lcov.info": 5_000 });
  await check(repo, [], ["pass 0", "FRESHNESS_UNKNOWN"]);
});

it("what the tests' own reporter wrote down holds, whichever of the two files it wrote first", async () => {
  const repo = shop({ [PRICE]: 1_000, [REPORT]: 2_000 });
  const sources = { [PRICE]: { blob: blobIdOf(Buffer.from("another text")) } };
  repo.write({ "packages/shop/coverage/sources.json": JSON.stringify({ schemaVersion: "1.0", sources }) });
  changeAt(repo, { "packages/shop/coverage/sources.json": 1_500 });
  await check(repo, ["--lcov", REPORT], STALE);
});
