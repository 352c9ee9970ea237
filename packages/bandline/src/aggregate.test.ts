import { aggregateDocument, sourcesDocument, summaryDocument } from "@repo/coverage-core/schemas";
import { blobIdOf, type TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { run, runDocument } from "./__fixtures__/run.js";
import { PRICE, PRICE_TEXT, createShop, recordOf } from "./__fixtures__/shop.js";
import { testsJson } from "./__fixtures__/tests-json.js";
import { runAggregate } from "./index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

const REPORT = "packages/shop/coverage/lcov.info";
const CART = "packages/cart/src/cart.ts";

/** Two packages, each with a report of its own; the cart has no manifest. */
function shop(files: Readonly<Record<string, string>> = {}): TempRepo {
  const repo = createShop({ "packages/cart/package.json": '{ "name": "@shop/cart" }', [CART]: "cart();\n" });
  repos.push(repo);
  repo.write({
    [REPORT]: recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }, ["2,0,0,0", "2,0,1,1"]),
    "packages/cart/coverage/lcov.info": recordOf("src/cart.ts", { 1: 4 }),
    ...files,
  });
  return repo;
}

const aggregate = (repo: TempRepo, ...argv: string[]) => runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.root });
const summaryIn = (repo: TempRepo) => summaryDocument.parse(JSON.parse(textOf(repo, "coverage/summary.json")));
const textOf = (repo: TempRepo, file: string) => readFileSync(repo.path(file), "utf8");

describe("coverage:aggregate merges", () => {
  it("every package's report into one, in paths of the repository, sorted", async () => {
    const repo = shop();
    const { document, exitCode } = await aggregate(repo);
    expect(exitCode).toBe(0);
    expect(textOf(repo, "coverage/lcov.info").match(/^SF:.*/gm)).toEqual([`SF:${CART}`, `SF:${PRICE}`]);
    expect(document.repo?.lines).toEqual({ covered: 3, total: 4, pct: 75 });
    expect(document.byPackage["@shop/shop"]?.byLayer["entities"]?.branches).toEqual({ covered: 1, total: 2, pct: 50 });
    expect(document.provider).toBe("lcov");
    expect(document.commit).toBe(repo.git("rev-parse", "--short=7", "HEAD"));
    expect(document.reports).toEqual(["packages/cart/coverage/lcov.info", REPORT]);
  });

  it("what --input names, files and globs, relative to where it runs, into --out", async () => {
    const repo = shop({ "shards/1.info": recordOf(PRICE, { 3: 1 }), "shards/2.info": recordOf(PRICE, { 2: 5 }) });
    const { document } = await aggregate(repo, "--input", "shards/*.info", "--input", REPORT, "--out", "made");
    expect(textOf(repo, "made/lcov.info").match(/^DA:.*/gm)).toEqual(["DA:2,6", "DA:3,1", "DA:5,1"]);
    expect(document.reports).toEqual(["shards/1.info", "shards/2.info", REPORT]);
    expect(existsSync(repo.path("coverage"))).toBe(false);
  });

  it("what --input names, relative to where it runs, into the repository that --cwd names", async () => {
    const repo = shop({ "elsewhere/a.info": recordOf(PRICE, { 2: 5 }) });
    const argv = ["--cwd", repo.path("packages/shop"), "--input", "a.info"];
    const { document } = await runDocument(aggregateDocument, runAggregate, argv, { cwd: repo.path("elsewhere") });
    expect([document.errors, document.reports]).toEqual([[], ["a.info"]]);
    expect(textOf(repo, "coverage/lcov.info")).toContain("DA:2,5");
  });

  it("to the same bytes whatever the order of the inputs", async () => {
    const repo = shop({ "a.info": recordOf(PRICE, { 2: 1 }, ["2,0,0,-"]), "b.info": recordOf(PRICE, { 3: 2 }, ["2,0,0,3"]) });
    await aggregate(repo, "--input", "a.info", "--input", "b.info", "--out", "ab");
    await aggregate(repo, "--input", "b.info", "--input", "a.info", "--out", "ba");
    expect(textOf(repo, "ab/lcov.info")).toBe(textOf(repo, "ba/lcov.info"));
  });

  it("more reports than a process may have open", async () => {
    const shards = Array.from({ length: 600 }, (_, index) => [`shards/${String(index)}.info`, recordOf(PRICE, { 2: 1 })] as const);
    const repo = shop(Object.fromEntries(shards));
    await aggregate(repo, "--input", "shards/*.info");
    expect(textOf(repo, "coverage/lcov.info").match(/^DA:.*/gm)).toEqual(["DA:2,600"]);
  });

  it("two at once to one whole result", async () => {
    const repo = shop();
    await Promise.all([aggregate(repo), aggregate(repo), aggregate(repo)]);
    const whole = textOf(repo, "coverage/lcov.info");
    await aggregate(repo);
    expect(textOf(repo, "coverage/lcov.info")).toBe(whole);
  });
});

describe("coverage/sources.json", () => {
  const blob = blobIdOf(Buffer.from(PRICE_TEXT));
  const recorded = (value: string | null) => JSON.stringify({ schemaVersion: "1.0", sources: { [PRICE]: { blob: value } } });
  const recordIn = (repo: TempRepo) => sourcesDocument.parse(JSON.parse(textOf(repo, "coverage/sources.json"))).sources;

  it("keeps what was recorded when the tests ran, and marks what was not", async () => {
    const repo = shop({ "packages/shop/coverage/sources.json": recorded(blob) });
    repo.write({ [PRICE]: "edited();\n" });
    await aggregate(repo);
    expect(recordIn(repo)).toEqual({ [CART]: { blob: blobIdOf(Buffer.from("cart();\n")), by: "aggregate" }, [PRICE]: { blob } });
  });

  it("says of a file that was measured as two texts that nobody knows", async () => {
    const other = blobIdOf(Buffer.from("other"));
    const repo = shop({
      "1/lcov.info": recordOf(PRICE, { 2: 1 }),
      "1/sources.json": recorded(blob),
      "2/lcov.info": recordOf(PRICE, { 2: 1 }),
      "2/sources.json": recorded(other),
    });
    await aggregate(repo, "--input", "1/lcov.info", "--input", "2/lcov.info");
    expect(recordIn(repo)[PRICE]).toEqual({ blob: null });
  });
});

describe("the time of tests", () => {
  const MINUTES =
    'import { defineRepo } from "@repo/core-shared/conformance/feature";\nexport default defineRepo({ testTime: { warnMinutes: 1, failMinutes: 2 } });\n';
  const NEXT = "next: pnpm test --coverage --filter @shop/shop --reporter=verbose";
  const BOUNDS = "above 1 min 0 s it warns, above 2 min 0 s it fails";

  it.each<[string, number, number, string[], string]>([
    ["up to the budget is a pass", 60_000, 0, [], "tests: 2 ran, 0 failed, 0 skipped in 1 min 0 s"],
    [
      "above the first bound warns, and names the slowest packages and what shows its tests",
      60_001,
      0,
      [`TEST_TIME_HIGH: the tests took 1 min 0 s; ${BOUNDS}; slowest: @shop/shop 1 min 0 s, @shop/cart 0.0 s; ${NEXT}`],
      "warning TEST_TIME_HIGH: the tests took",
    ],
    [
      "above the second fails",
      125_000,
      1,
      [],
      `too slow: the tests took 2 min 5 s; 2 min 0 s are allowed; slowest: @shop/shop 2 min 5 s, @shop/cart 0.0 s; ${NEXT}`,
    ],
  ])("%s", async (_sentence, durationMs, code, warnings, said) => {
    const repo = shop({
      "packages/shop/coverage/tests.json": testsJson(1, [], durationMs),
      "packages/cart/coverage/tests.json": testsJson(1),
      "repo.manifest.ts": MINUTES,
    });
    const { document, exitCode, stderr } = await aggregate(repo);
    expect([exitCode, document.status, document.missed]).toEqual([code, code === 0 ? "pass" : "fail", []]);
    expect(document.warnings.map((each) => `${each.code}: ${each.message}`)).toEqual(warnings);
    expect(stderr).toContain(said);
    expect([document.testTime?.durationMs, existsSync(repo.path("coverage/lcov.info"))]).toEqual([durationMs, true]);
    expect(Object.keys(summaryIn(repo))).not.toContain("testTime");
  });

  it("is not judged where nobody knows it", async () => {
    const { document } = await aggregate(shop());
    expect([Object.keys(document).includes("testTime"), Object.keys(document).includes("tests")]).toEqual([false, false]);
  });
});

describe("coverage/summary.json", () => {
  it("is left alone when nothing but clocks and the commit would change", async () => {
    const tests = (durationMs: number) => testsJson(2, [], durationMs);
    const repo = shop({ "packages/shop/coverage/tests.json": tests(5) });
    await aggregate(repo);
    const before = textOf(repo, "coverage/summary.json");
    repo.commit({ "packages/shop/coverage/tests.json": tests(9) });
    await aggregate(repo);
    expect(textOf(repo, "coverage/summary.json")).toBe(before);
    const tests5 = { count: 2, durationMs: 5, failed: 0, skipped: 0 };
    const { byPackage, tests: ofAll } = summaryDocument.parse(JSON.parse(before));
    expect([byPackage["@shop/shop"]?.tests, ofAll]).toEqual([tests5, tests5]);
    repo.write({ [REPORT]: recordOf(PRICE, { 2: 1 }) });
    await aggregate(repo);
    expect(textOf(repo, "coverage/summary.json")).not.toBe(before);
  });

  it("is written again where more tests ran", async () => {
    const repo = shop();
    const countAfter = async (ran: number) => {
      repo.write({ "packages/shop/coverage/tests.json": testsJson(ran) });
      await aggregate(repo);
      return summaryIn(repo).tests?.count;
    };
    expect([await countAfter(1), await countAfter(2)]).toEqual([1, 2]);
  });

  it("is written again where only a package that bears a clock's name has other numbers", async () => {
    const repo = shop({ "packages/cart/package.json": '{ "name": "commit" }' });
    const countAfter = async (ran: number) => {
      repo.write({ "packages/cart/coverage/tests.json": testsJson(ran) });
      await aggregate(repo);
      return summaryIn(repo).byPackage["commit"]?.tests?.count;
    };
    expect([await countAfter(1), await countAfter(2)]).toEqual([1, 2]);
  });

  it("is replaced where it is none", async () => {
    const repo = shop({ "coverage/summary.json": "{" });
    await aggregate(repo);
    expect(summaryDocument.safeParse(JSON.parse(textOf(repo, "coverage/summary.json"))).success).toBe(true);
  });

  it("is not written with --no-summary", async () => {
    const repo = shop();
    await aggregate(repo, "--no-summary");
    expect(existsSync(repo.path("coverage/summary.json"))).toBe(false);
    expect(existsSync(repo.path("coverage/lcov.info"))).toBe(true);
  });

  it.each([
    ["counts statements where a report knows them", { s: { 0: 1, 1: 0, 2: 1, 3: 1 } }, 5, "istanbul+lcov"],
    ["knows v8 by the word of its converter", { meta: {}, s: { 0: 1 } }, 2, "lcov+v8"],
  ])("%s", async (_sentence, final, total, provider) => {
    const repo = shop();
    repo.write({ "packages/shop/coverage/coverage-final.json": JSON.stringify({ [repo.path(PRICE)]: final }) });
    const { document } = await aggregate(repo);
    expect(document.repo?.statements.total).toBe(total);
    expect(document.provider).toBe(provider);
  });

  it("counts statements of a report of another repository", async () => {
    const final = JSON.stringify({ "src\\elsewhere.ts": { s: { 0: 1, 1: 0, 2: 0 } } });
    const repo = shop({ "ci/x.info": recordOf("src/elsewhere.ts", { 1: 1 }), "ci/coverage-final.json": final });
    const { document } = await aggregate(repo, "--input", "ci/x.info");
    expect(document.repo?.statements).toEqual({ covered: 1, total: 3, pct: 33.33 });
  });

  it("counts lines where two reports know statements of the same file", async () => {
    const repo = shop();
    const final = JSON.stringify({ [repo.path(PRICE)]: { s: { 0: 1, 1: 1, 2: 1, 3: 1, 4: 1 } } });
    repo.write({
      "1/lcov.info": recordOf(PRICE, { 2: 1 }),
      "1/coverage-final.json": final,
      "2/lcov.info": recordOf(PRICE, { 2: 1 }),
      "2/coverage-final.json": final,
    });
    const { document } = await aggregate(repo, "--input", "1/lcov.info", "--input", "2/lcov.info");
    expect(document.repo?.statements.total).toBe(1);
  });
});

describe("coverage:aggregate says what is missing", () => {
  const codes = (document: { readonly warnings: readonly { readonly code: string }[] }) => document.warnings.map(({ code }) => code);

  it.each<[string, Readonly<Record<string, string | null>>, string[], string[]]>([
    ["a package with a manifest and no report", { [REPORT]: null }, [], ["PACKAGE_WITHOUT_REPORT"]],
    ["a report of another repository", { "x.info": recordOf("src/elsewhere.ts", { 1: 1 }) }, ["--input", "x.info"], ["PATHS_UNMATCHED"]],
    [
      "a path that fits two files",
      { "a/src/deep/x.ts": "", "b/src/deep/x.ts": "", "x.info": recordOf("/ci/src/deep/x.ts", { 1: 1 }) + recordOf(PRICE, { 2: 1 }) },
      ["--input", "x.info"],
      ["PATH_AMBIGUOUS"],
    ],
    [
      "lines of unknown types, five of them and how many more",
      {
        "x.info": `TN:\nSF:${PRICE}\n${"ABCDEFG"
          .split("")
          .map((each) => `${each}:1\n`)
          .join("")}DA:2,1\nend_of_record\n`,
      },
      ["--input", "x.info"],
      Array.from({ length: 6 }, () => "RECORD_UNKNOWN"),
    ],
  ])("%s", async (_sentence, files, argv, expected) => {
    const repo = shop();
    repo.write(files);
    const { document, exitCode } = await aggregate(repo, ...argv);
    expect([exitCode, codes(document)]).toEqual([0, expected]);
  });

  it("a type of line that nobody knows once, at the first of them", async () => {
    const record = recordOf(PRICE, { 2: 1 }).replace("DA", "BFH:1\nBFH:2\nDA");
    const { document } = await aggregate(shop({ "x.info": record + record }), "--input", "x.info");
    expect(document.warnings.map(({ message }) => message)).toEqual(["x.info:3: lines of an unknown type are left out: BFH"]);
  });

  it("and fails below the repository's own band", async () => {
    const band = "{ statements: 0, branches: 0, functions: 100, lines: 75.01 }";
    const repo = shop({ "repo.manifest.ts": `import { defineRepo } from "x";\nexport default defineRepo({ band: ${band} } as const);\n` });
    const { document, exitCode, stderr } = await aggregate(repo);
    expect([exitCode, document.status, document.missed]).toEqual([1, "fail", [{ metric: "lines", actual: 75, required: 75.01 }]]);
    expect(stderr).toContain("missed: lines 75 %, required 75.01 %");
  });
});

describe("coverage:aggregate refuses", () => {
  it.each<[string, Readonly<Record<string, string | null>>, string[], number, string]>([
    ["to go on without any report", { [REPORT]: null, "packages/cart/coverage/lcov.info": null }, [], 3, "REPORT_MISSING"],
    ["a glob that matches nothing", {}, ["--input", "x/*.info"], 3, "REPORT_MISSING"],
    ["a file that is not there", {}, ["--input", "x.info"], 3, "REPORT_MISSING"],
    ["a report that is cut in half", { [REPORT]: recordOf(PRICE, { 2: 1 }).slice(0, -9) }, [], 3, "REPORT_TRUNCATED"],
    ["statements that are none", { "packages/shop/coverage/coverage-final.json": "[]" }, [], 3, "REPORT_MALFORMED"],
    ["statements that are no JSON", { "packages/shop/coverage/coverage-final.json": "{" }, [], 3, "REPORT_MALFORMED"],
    ["a record of tests that is cut off", { "packages/shop/coverage/tests.json": "{" }, [], 3, "REPORT_TRUNCATED"],
    ["a flag that it does not know", {}, ["--inputs", "x"], 2, "USAGE"],
  ])("%s, and writes nothing", async (_sentence, files, argv, code, error) => {
    const repo = shop();
    repo.write(files);
    const { document, exitCode } = await aggregate(repo, ...argv);
    expect([exitCode, document.exitCode, document.status, document.errors.map((each) => each.code)]).toEqual([
      code,
      code,
      "error",
      [error],
    ]);
    expect(document.repo).toBeNull();
    expect(existsSync(repo.path("coverage"))).toBe(false);
  });
});

it("--help lists the flags", async () => {
  const { exitCode, stdout } = await run(runAggregate, ["--help"], { cwd: "/" });
  expect([exitCode, stdout.includes("--no-summary")]).toEqual([0, true]);
});

it("--format human=FILE writes the table, --json silences it on stderr", async () => {
  const repo = shop();
  const { stderr } = await aggregate(repo, "--json", "--format", "human=table.txt");
  expect(stderr).toBe("");
  expect(textOf(repo, "table.txt")).toContain("@shop/shop");
});

it.each<[string, string[], number, string]>([
  ["is told where nothing else is wrong", [], 4, "GIT_FAILED"],
  ["is not told where a report cannot be found", ["--input", "gone/*.info"], 3, "REPORT_MISSING"],
  ["is not told where a report cannot be opened", ["--input", "gone.info"], 3, "REPORT_MISSING"],
  ["is not told where a report is none", ["--input", "package.json", "--format-in", "lcov"], 3, "REPORT_NOT_LCOV"],
])("git's fault, of which the reports do not wait, %s", async (_sentence, argv, exitCode, code) => {
  const repo = shop({ ".git/index": "no index" });
  const { document } = await aggregate(repo, ...argv);
  expect([document.exitCode, document.errors.map((each) => each.code)]).toEqual([exitCode, [code]]);
});
