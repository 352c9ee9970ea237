import type { AggregateDocument } from "@repo/coverage-core";
import { aggregateDocument, coverageDiffDocument } from "@repo/coverage-core/schemas";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { afterEach, describe, expect, it } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { shortOf } from "../__fixtures__/short-of.js";
import { PRICE, createShop, recordOf } from "../__fixtures__/shop.js";
import { testsJson } from "../__fixtures__/tests-json.js";
import { runAggregate, runDiff } from "../index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

function keep(repo: TempRepo): TempRepo {
  repos.push(repo);
  return repo;
}

/** The answer of coverage:aggregate, which has to pass. */
async function aggregated(repo: TempRepo, ...argv: string[]): Promise<AggregateDocument> {
  const { document } = await runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.root });
  expect(document.errors).toEqual([]);
  return document;
}

const TESTS = testsJson(3, [], 4);
const finalOf = (path: string, hits: readonly number[]) => JSON.stringify({ [path]: { s: Object.fromEntries(hits.entries()) } });
const manifestOf = (fields: string) =>
  `export default defineFeature({ name: "x", coverage: { bands: { baseline: { statements: 0, branches: 0, functions: 0, lines: 0 } }${fields} });\n`;

describe("a repository that is one package", () => {
  const single = () => keep(createTempRepo({ ".gitignore": "coverage/\n", "package.json": '{ "name": "one" }', "src/a.ts": "a();\n" }));

  it("aggregates its one report in place, as often as it is asked to", async () => {
    const repo = single();
    repo.write({ "coverage/lcov.info": recordOf("src/a.ts", { 1: 7 }), "coverage/tests.json": TESTS });
    const first = await aggregated(repo);
    const second = await aggregated(repo);
    expect(first.byPackage["one"]).toMatchObject({ lines: { covered: 1, total: 1 }, tests: { count: 3, durationMs: 4 } });
    expect({ ...second, generatedAt: null }).toEqual({ ...first, generatedAt: null });
  });

  it("judges a change by it", async () => {
    const repo = single();
    repo.write({ "src/a.ts": "b();\n", "coverage/lcov.info": recordOf("src/a.ts", { 1: 7 }) });
    const { document } = await runDocument(coverageDiffDocument, runDiff, [], { cwd: repo.root });
    expect(shortOf(document)).toEqual(["pass 0", "FRESHNESS_UNKNOWN"]);
  });
});

describe("the root as one package among others", () => {
  it("does not read the report that aggregate writes there", async () => {
    const repo = keep(createShop({ "pnpm-workspace.yaml": 'packages: [".", "packages/*"]\n' }));
    repo.write({ "packages/shop/coverage/lcov.info": recordOf(PRICE, { 2: 1 }), "coverage/lcov.info": recordOf(PRICE, { 3: 1 }) });
    expect((await aggregated(repo)).reports).toEqual(["packages/shop/coverage/lcov.info"]);
  });
});

describe("a manifest that speaks for another folder", () => {
  it("has its reports, its tests and its paths there", async () => {
    const repo = keep(
      createTempRepo({
        "repo.manifest.ts": 'export default defineRepo({ features: ["manifests/*"] });\n',
        "manifests/py/feature.manifest.ts": manifestOf(' }, root: "backend"'),
        "backend/app/a.py": "a()\n",
      }),
    );
    repo.write({ "backend/coverage/lcov.info": recordOf("app/a.py", { 1: 1 }), "backend/coverage/tests.json": TESTS });
    const { byPackage, reports } = await aggregated(repo);
    expect(reports).toEqual(["backend/coverage/lcov.info"]);
    expect(byPackage["manifests/py"]).toMatchObject({ lines: { covered: 1, total: 1 }, tests: { count: 3 } });
    const named = await aggregated(repo, "--input", "backend/coverage/lcov.info");
    expect(named.byPackage["manifests/py"]?.tests?.count).toBe(3);
  });
});

describe("several reports of one package", () => {
  const withReports = (reports: string) =>
    keep(createShop({ "packages/shop/src/feature.manifest.ts": manifestOf(`, reports: ${reports} }`) }));

  it("in one folder were made by one run, which is counted once", async () => {
    const repo = withReports('["coverage/unit.info", "coverage/e2e.info"]');
    repo.write({
      "packages/shop/coverage/unit.info": recordOf(PRICE, { 2: 1 }),
      "packages/shop/coverage/e2e.info": recordOf("packages/shop/src/other.ts", { 1: 1 }),
      "packages/shop/coverage/tests.json": TESTS,
      "packages/shop/coverage/coverage-final.json": finalOf(PRICE, [1, 0, 1]),
    });
    const { byPackage } = await aggregated(repo);
    expect(byPackage["@shop/shop"]?.tests).toMatchObject({ count: 3, durationMs: 4 });
    expect(byPackage["@shop/shop"]?.byLayer["entities"]?.statements).toEqual({ covered: 2, total: 3, pct: 66.66 });
  });

  it("of one file have no statements, where only one of them knows some", async () => {
    const repo = withReports('["unit/lcov.info", "e2e/lcov.info"]');
    repo.write({
      "packages/shop/unit/lcov.info": recordOf(PRICE, { 2: 1 }),
      "packages/shop/unit/coverage-final.json": finalOf(PRICE, [1, 0, 1]),
      "packages/shop/e2e/lcov.info": recordOf(PRICE, { 3: 1 }),
    });
    expect((await aggregated(repo)).repo?.statements).toEqual({ covered: 2, total: 2, pct: 100 });
  });

  it("add up their tests where they lie apart", async () => {
    const repo = withReports('["unit/lcov.info", "e2e/lcov.info"]');
    for (const folder of ["unit", "e2e"])
      repo.write({ [`packages/shop/${folder}/lcov.info`]: recordOf(PRICE, { 2: 1 }), [`packages/shop/${folder}/tests.json`]: TESTS });
    expect((await aggregated(repo)).byPackage["@shop/shop"]?.tests).toMatchObject({ count: 6, durationMs: 8 });
  });

  it.each(["null", "[]", "7"])("with a record of tests that says nothing (%s) have none", async (text) => {
    const repo = withReports('["coverage/lcov.info"]');
    repo.write({ "packages/shop/coverage/lcov.info": recordOf(PRICE, { 2: 1 }), "packages/shop/coverage/tests.json": text });
    const { byPackage, warnings } = await aggregated(repo);
    expect([byPackage["@shop/shop"]?.tests, warnings.map(({ code }) => code)]).toEqual([undefined, ["TESTS_UNKNOWN"]]);
  });
});

describe("--input and --lcov", () => {
  it("take a path with the signs of a glob by its name, and as a glob where there is no such name", async () => {
    const repo = keep(createShop());
    repo.write({ "app/[id]/lcov.info": recordOf(PRICE, { 2: 1 }), "app/i/lcov.info": recordOf(PRICE, { 3: 1 }) });
    expect((await aggregated(repo, "--input", "app/[id]/lcov.info")).reports).toEqual(["app/[id]/lcov.info"]);
    expect((await aggregated(repo, "--input", "app/[i]/lcov.info")).reports).toEqual(["app/i/lcov.info"]);
  });

  it("read a report once that is named twice", async () => {
    const repo = keep(createShop());
    repo.write({ "a.info": recordOf(PRICE, { 2: 1, 3: 0 }) });
    const { reports } = await aggregated(repo, "--input", "a.info", "--input", "*.info");
    expect(reports).toEqual(["a.info"]);
  });
});
