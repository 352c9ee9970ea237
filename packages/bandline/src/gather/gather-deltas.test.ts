/** The whole repository beside its base: what is compared, and what is not. */
import { coverageDiffDocument } from "@repo/coverage-core/schemas";
import type { Deltas, SummaryDocument } from "@repo/coverage-core";
import type { TempRepo } from "@repo/core-testing";
import { utimesSync } from "node:fs";
import { expect, it } from "vitest";
import { SUMMARY, summaryOf, textOf } from "../__fixtures__/history.js";
import { runDocument } from "../__fixtures__/run.js";
import { PRICE, PRICE_TEXT, createShop, recordOf, writeReport } from "../__fixtures__/shop.js";
import { runDiff } from "../index.js";

const REPORT = "packages/shop/coverage/lcov.info";

interface World {
  /** The commit that the base's summary says. */
  readonly measured?: (repo: TempRepo) => string;
  readonly summary?: Partial<SummaryDocument>;
  /** In the place of a summary; null for none. */
  readonly text?: string | null;
  /** What is done to the working tree in the end. */
  readonly then?: (repo: TempRepo) => void;
  readonly argv?: readonly string[];
  readonly format?: string;
}

const head = (repo: TempRepo) => repo.git("rev-parse", "--short", "HEAD");

/** On main a summary of two lines of three; now every line of three runs. */
async function deltasOf({ measured = head, summary = {}, text, then, argv = [], format = "markdown" }: World): Promise<Deltas | null> {
  using repo = createShop();
  const written = text === undefined ? textOf(summaryOf([2, 3], measured(repo), { provider: "lcov", ...summary })) : text;
  repo.commit({ ".gitignore": "coverage/*\n!coverage/summary.json\n", [SUMMARY]: written });
  const now = PRICE_TEXT.replace("2", "3");
  const report = recordOf(PRICE, { 2: 1, 3: 1, 5: 1 });
  repo.write({ [PRICE]: now, [REPORT]: report });
  utimesSync(repo.path(PRICE), 1_000, 1_000);
  utimesSync(repo.path(REPORT), 2_000, 2_000);
  writeReport(repo, report, { [PRICE]: now });
  then?.(repo);
  const { document } = await runDocument(coverageDiffDocument, runDiff, ["--format", `${format}=coverage/out`, ...argv], {
    cwd: repo.root,
  });
  expect(document.status).toBe("pass");
  return document.deltas;
}

const linesOf = (deltas: Deltas | null) =>
  deltas?.figures.filter(({ metric }) => metric === "lines").map(({ name, from, to, points }) => [name, from?.pct, to?.pct, points]);

it("the repository, and the package that moved, from the base's summary to the reports of now", async () => {
  const deltas = await deltasOf({});
  expect([deltas?.base?.ahead, deltas?.missing]).toEqual([1, null]);
  expect(linesOf(deltas)).toEqual([
    [null, 66.66, 100, 33.34],
    ["@shop/shop", 66.66, 100, 33.34],
  ]);
});

it("nothing is measured where no format shows it", async () => {
  expect(await deltasOf({ format: "github" })).toBeNull();
});

it.each<[string, World["measured"], number | null]>([
  ["of a commit that is not in the repository", () => "abcdef1", null],
  ["of something that is no commit", () => "--all", null],
  [
    "of a commit on another git branch",
    (repo) => {
      repo.git("checkout", "--quiet", "-b", "aside");
      const aside = repo.commit({ "aside.md": "" }).slice(0, 7);
      repo.git("checkout", "--quiet", "main");
      return aside;
    },
    null,
  ],
])("a summary %s is compared, and says so", async (_sentence, measured, ahead) => {
  const deltas = await deltasOf({ ...(measured === undefined ? {} : { measured }) });
  expect([deltas?.base?.ahead, deltas?.missing, linesOf(deltas)?.length]).toEqual([ahead, null, 2]);
});

it.each<[string, World, RegExp, RegExp]>([
  ["the base has no summary", { text: null }, /^[0-9a-f]{7} has no coverage\/summary\.json$/, /coverage:aggregate/],
  ["the base's summary is a conflict", { text: "<<<<<<< a\n" }, /cannot be read: it holds a merge conflict$/, /^git show [0-9a-f]{7}:/],
  [
    "another provider measured the base",
    { summary: { provider: "v8" } },
    /by v8, this by lcov, and they count differently$/,
    /coverage:trend/,
  ],
  [
    "a package has no report",
    {
      then: (repo) =>
        repo.write({ "packages/cart/package.json": '{ "name": "@shop/cart" }', "packages/cart/src/feature.manifest.ts": CART }),
    },
    /^@shop\/cart has a manifest, and a report of it is not there$/,
    /--filter @shop\/cart/,
  ],
  [
    "a file was edited after its tests ran",
    {
      then: (repo) => {
        repo.write({ "packages/shop/src/entities/tax.ts": "" });
        staleReport(repo);
      },
    },
    /^edited after their tests ran: 1 of the files$/,
    /test --coverage/,
  ],
  ["no package has a report", { then: (repo) => repo.write({ [REPORT]: null }) }, /report/, /test --coverage/],
  ["a report is given", { argv: ["--lcov", "coverage/lcov.info"] }, /a given report is not the whole$/, /--lcov/],
])("where %s, nothing is compared, and it says why", async (_sentence, world, why, next) => {
  const deltas = await deltasOf(world);
  expect([deltas?.base, deltas?.figures]).toEqual([null, []]);
  expect(deltas?.missing?.why).toMatch(why);
  expect(deltas?.missing?.next).toMatch(next);
});

const CART = `import { defineFeature } from "@repo/core-shared/conformance/feature";
export const cartManifest = defineFeature({
  name: "cart",
  coverage: { bands: { baseline: { statements: 80, branches: 75, functions: 80, lines: 80 } } },
} as const);
`;

/** A file that the change does not touch, in the package's report, edited since. */
function staleReport(repo: TempRepo): void {
  const report = recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }) + recordOf("packages/shop/src/entities/tax.ts", { 1: 1 });
  repo.write({ [REPORT]: report });
  utimesSync(repo.path(REPORT), 2_000, 2_000);
}
