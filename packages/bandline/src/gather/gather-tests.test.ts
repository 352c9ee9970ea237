import type { AggregateDocument } from "@repo/coverage-core";
import { aggregateDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { PRICE, createShop, recordOf } from "../__fixtures__/shop.js";
import { testsJson } from "../__fixtures__/tests-json.js";
import { runAggregate } from "../index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

const CART = "packages/cart/src/cart.ts";
const MADE = "packages/shop/coverage";

/** Two packages with a report each; the cart has no manifest. Nobody has told of tests. */
function shop(files: Readonly<Record<string, string | null>> = {}): TempRepo {
  const repo = createShop({ "packages/cart/package.json": '{ "name": "@shop/cart" }', [CART]: "cart();\n" });
  repos.push(repo);
  repo.write({ [`${MADE}/lcov.info`]: recordOf(PRICE, { 2: 1 }), "packages/cart/coverage/lcov.info": recordOf(CART, { 1: 4 }), ...files });
  return repo;
}

const aggregate = (repo: TempRepo, ...argv: string[]) => runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.root });

/** `ran` tests, of which `failed` failed, beside `skipped`. */
const junit = (ran: number, failed = 0, skipped = 0) =>
  `<testsuites><testsuite time="0.5">${"<testcase/>".repeat(ran - failed)}${"<testcase><failure/></testcase>".repeat(failed)}${"<testcase><skipped/></testcase>".repeat(skipped)}</testsuite></testsuites>`;

/** Tests that ran, by package. */
function countsIn({ byPackage }: AggregateDocument): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(byPackage).map(([name, { tests }]) => [name.replace("@shop/", ""), tests?.count]));
}

const codesIn = ({ errors, warnings }: AggregateDocument) => [...errors, ...warnings].map(({ code }) => code);

describe("test reports are looked for beside the report of coverage", () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ["nothing is known where there is none", {}, undefined],
    ["vitest's own, as the preset names it", { "tests.json": testsJson(2) }, 2],
    ["JUnit XML", { "junit.xml": junit(3) }, 3],
    ["JUnit XML by another name", { "test-results.xml": junit(4) }, 4],
    ["one for each class, added up", { "TEST-x.A.xml": junit(1), "TEST-x.B.xml": junit(2) }, 3],
    ["of several that tell of the same run one counts", { "tests.json": testsJson(2), "junit.xml": junit(2), "TEST-x.A.xml": junit(2) }, 2],
    ["whatever their notation: content tells", { "tests.json": junit(5) }, 5],
  ])("%s", async (_sentence, files, count) => {
    const { document } = await aggregate(shop(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${MADE}/${name}`, text]))));
    expect(codesIn(document)).toEqual([]);
    expect(countsIn(document)).toEqual({ cart: undefined, shop: count });
  });

  it("what failed and what did not run has its own count, in the summary as well", async () => {
    const repo = shop({ [`${MADE}/junit.xml`]: junit(3, 1, 2) });
    const { document, stderr } = await aggregate(repo);
    const tests = { count: 3, durationMs: 500, failed: 1, skipped: 2 };
    expect(document.byPackage["@shop/shop"]?.tests).toEqual(tests);
    expect(JSON.parse(readFileSync(repo.path("coverage/summary.json"), "utf8"))).toMatchObject({ byPackage: { "@shop/shop": { tests } } });
    expect(stderr).toContain("tests: 3 ran, 1 failed, 2 skipped in ");
  });

  it("what is none is left out, and told", async () => {
    const { document, exitCode } = await aggregate(shop({ [`${MADE}/tests.json`]: "[]" }));
    expect([exitCode, countsIn(document)["shop"], codesIn(document)]).toEqual([0, undefined, ["TESTS_UNKNOWN"]]);
    expect(document.warnings[0]?.message).toContain(`${MADE}/tests.json bears the name of a test report`);
  });
});

describe("--tests", () => {
  it("names test reports, files and globs, of the packages that they lie in", async () => {
    const repo = shop({ "packages/cart/out/a.xml": junit(1), "packages/cart/out/b.xml": junit(2), "packages/shop/junit-7.xml": junit(7) });
    const { document } = await aggregate(repo, "--tests", "packages/cart/out/*.xml", "--tests", "packages/shop/junit-7.xml");
    expect(countsIn(document)).toEqual({ cart: 3, shop: 7 });
  });

  it("is relative to where it runs", async () => {
    const repo = shop({ "packages/cart/out/a.xml": junit(1) });
    const argv = ["--cwd", repo.root, "--tests", "a.xml"];
    const { document } = await runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.path("packages/cart/out") });
    expect(countsIn(document)).toEqual({ cart: 1, shop: undefined });
  });

  it("takes the place of what lies beside the reports of those packages, and of no others", async () => {
    const repo = shop({
      [`${MADE}/tests.json`]: testsJson(2),
      "packages/cart/coverage/tests.json": testsJson(9),
      "packages/cart/a.xml": junit(1),
    });
    const { document } = await aggregate(repo, "--tests", "packages/cart/a.xml");
    expect(countsIn(document)).toEqual({ cart: 1, shop: 2 });
  });

  it("counts what lies in no package as such", async () => {
    const { document } = await aggregate(shop({ "ci/a.xml": junit(6) }), "--tests", "ci/a.xml");
    expect(countsIn(document)).toEqual({ "(no package)": 6, cart: undefined, shop: undefined });
  });

  it.each<[string, Record<string, string>, string, string]>([
    ["a file that is no test report", { "a.xml": "<coverage/>" }, "TESTS_UNKNOWN", "a.xml: expected JUnit XML"],
    ["a file that is no report at all", { "a.xml": "ok 1\n" }, "TESTS_UNKNOWN", "a.xml: expected JUnit XML"],
    ["a file that is not there", {}, "REPORT_MISSING", "a.xml"],
    ["a file that is cut off", { "a.xml": "<testsuite>" }, "REPORT_TRUNCATED", "a.xml:1:"],
  ])("refuses %s, and writes nothing", async (_sentence, files, code, message) => {
    const repo = shop(files);
    const { document, exitCode } = await aggregate(repo, "--tests", "a.xml");
    expect([exitCode, document.status, codesIn(document)]).toEqual([3, "error", [code]]);
    expect(document.errors[0]?.message).toContain(message);
    expect(existsSync(repo.path("coverage"))).toBe(false);
  });
});

describe("what speaks against all tests having run and been counted", () => {
  const NO_CART = { "packages/cart/coverage/lcov.info": null };

  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ["a package with sources and no report", NO_CART, "PACKAGE_WITHOUT_REPORT"],
    ["a run of no test", { [`${MADE}/tests.json`]: testsJson(0) }, "NO_TESTS_RAN"],
    ["a run that skipped all", { [`${MADE}/junit.xml`]: junit(0, 0, 3) }, "NO_TESTS_RAN"],
    ["a run with a test that failed", { [`${MADE}/tests.json`]: testsJson(2, ["failed"]) }, "TESTS_FAILED"],
    ["a test report that is none", { [`${MADE}/junit.xml`]: "<html/>" }, "TESTS_UNKNOWN"],
  ])("is a warning, and an error with --strict: %s", async (_sentence, files, code) => {
    const repo = shop(files);
    const strict = await aggregate(repo, "--strict", "--format", "cobertura=made.xml");
    expect([strict.exitCode, strict.document.status, strict.document.exitCode]).toEqual([3, "error", 3]);
    expect([strict.document.errors.map((each) => each.code), strict.document.warnings]).toEqual([[code], []]);
    expect(strict.stderr).toContain(`${code}: `);
    const { document, exitCode } = await aggregate(repo);
    expect([exitCode, document.status, document.warnings.map((each) => each.code), document.errors]).toEqual([0, "pass", [code], []]);
    expect(document.warnings[0]?.message).toMatch(/: (pnpm test --coverage|let the tests write)/);
  });

  it("is refused before anything is written, and what is known is still told", async () => {
    const repo = shop(NO_CART);
    const { document } = await aggregate(repo, "--strict", "--format", "cobertura=made.xml");
    expect([existsSync(repo.path("coverage")), existsSync(repo.path("made.xml"))]).toEqual([false, false]);
    expect([document.repo?.lines.total, document.reports]).toEqual([1, [`${MADE}/lcov.info`]]);
  });

  it("leaves what an earlier run wrote", async () => {
    const repo = shop();
    await aggregate(repo, "--strict");
    const before = readFileSync(repo.path("coverage/lcov.info"), "utf8");
    repo.write({ ...NO_CART, [`${MADE}/lcov.info`]: recordOf(PRICE, { 2: 0 }) });
    expect((await aggregate(repo, "--strict")).exitCode).toBe(3);
    expect(readFileSync(repo.path("coverage/lcov.info"), "utf8")).toBe(before);
  });

  it("outweighs a band that is missed", async () => {
    const band = "{ statements: 0, branches: 0, functions: 0, lines: 100 }";
    const manifest = `import { defineRepo } from "x";\nexport default defineRepo({ band: ${band} } as const);\n`;
    const repo = shop({ ...NO_CART, [`${MADE}/lcov.info`]: recordOf(PRICE, { 2: 0 }), "repo.manifest.ts": manifest });
    const { document, exitCode } = await aggregate(repo, "--strict");
    expect([exitCode, document.missed.length]).toEqual([3, 1]);
    expect((await aggregate(repo)).exitCode).toBe(1);
  });

  it("--input says which reports are meant, and --strict asks for the others all the same", async () => {
    const repo = shop();
    const only = ["--input", `${MADE}/lcov.info`];
    expect(codesIn((await aggregate(repo, ...only)).document)).toEqual([]);
    expect(codesIn((await aggregate(repo, ...only, "--strict")).document)).toEqual(["PACKAGE_WITHOUT_REPORT"]);
  });

  it("a package with a report has one, whatever it speaks of", async () => {
    const docs = { "packages/docs/package.json": "{}", "packages/docs/README.md": "" };
    const repo = shop({ "packages/cart/coverage/lcov.info": recordOf(PRICE, { 3: 1 }), ...docs });
    expect(codesIn((await aggregate(repo, "--strict")).document)).toEqual([]);
  });

  it("a package of which a report elsewhere speaks has one", async () => {
    const repo = shop({ "all.info": recordOf("in/no/package.ts", { 1: 1 }) + recordOf(PRICE, { 2: 1 }) + recordOf(CART, { 1: 1 }) });
    expect(codesIn((await aggregate(repo, "--input", "all.info", "--strict")).document)).toEqual([]);
  });
});
