/**
 * `coverage:report` whole: what a page has of a repository.
 * @module-tag slow
 */
import { aggregateDocument, reportDocument } from "@repo/coverage-core/schemas";
import { blobIdOf, type TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { run, runDocument } from "./__fixtures__/run.js";
import { PRICE, PRICE_TEXT, createShop, recordOf } from "./__fixtures__/shop.js";
import { testsJson } from "./__fixtures__/tests-json.js";
import { runAggregate, runReport } from "./index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

const REPORT = "packages/shop/coverage/lcov.info";
const CART = "packages/cart/src/cart.ts";
const recorded = (text: string) => JSON.stringify({ schemaVersion: "1.0", sources: { [PRICE]: { blob: blobIdOf(Buffer.from(text)) } } });

/** Two packages with reports; the price list's line 3 did not run. The cart has no manifest. */
function shop(files: Readonly<Record<string, string | null>> = {}): TempRepo {
  const repo = createShop({ "packages/cart/package.json": '{ "name": "@shop/cart" }', [CART]: "cart();\n" });
  repos.push(repo);
  repo.write({
    [REPORT]: recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }, ["2,0,0,0", "2,0,1,1"]),
    "packages/shop/coverage/sources.json": recorded(PRICE_TEXT),
    "packages/cart/coverage/lcov.info": recordOf("src/cart.ts", { 1: 4 }),
    ...files,
  });
  return repo;
}

const report = (repo: TempRepo, ...argv: string[]) => runDocument(reportDocument, runReport, argv, { cwd: repo.root });
const page = (repo: TempRepo, ...argv: string[]) => report(repo, "--html", "page.html", ...argv);
const textOf = (repo: TempRepo, file = "page.html") => readFileSync(repo.path(file), "utf8");
/** What is read of it, in one line. */
const spoken = (repo: TempRepo) =>
  textOf(repo)
    .replace(/<(style|script)>[^]*?<\/\1>|<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

async function check(repo: TempRepo, argv: readonly string[], ...says: readonly string[]): Promise<void> {
  const { exitCode, document } = await page(repo, ...argv);
  expect([exitCode, document.status, document.errors]).toEqual([0, "pass", []]);
  for (const each of says) expect(spoken(repo)).toContain(each);
}

describe("coverage:report writes", () => {
  it("a page, and says what is on it and what is not", async () => {
    const repo = shop();
    const { document, exitCode, stderr } = await page(repo);
    expect(exitCode).toBe(0);
    expect(document.written).toEqual([{ kind: "html", file: "page.html", bytes: Buffer.byteLength(textOf(repo)) }]);
    expect(document.sections.map(({ name, hasData }) => `${name} ${hasData}`)).toEqual([
      "coverage true",
      "change true",
      "trend false",
      "domains true",
      "mutants false",
      "tests false",
    ]);
    expect(stderr).toContain("without mutants: No mutant has been run: there is no coverage/mutation.json.");
    expect(textOf(repo)).toMatch(/^<!doctype html>/);
  });

  it("packages and layers against the bands of their manifests, or the default ones, and their files", () =>
    check(
      shop(),
      [],
      "▼ 1 of 2 packages is below a band",
      "@shop/shop 66.66 ▼ 13.34 below 80 50.00 ▼ 25 below 75",
      "entities 66.66 ▼ 33.34 below 100",
      `${PRICE} entities 66.66 50.00 – 66.66 1`,
      "@shop/cart 100.00 – – 100.00 ✓ met",
    ));

  it("the repository against its own band", () =>
    check(
      shop({
        "repo.manifest.ts": `import { defineRepo } from "@repo/core-shared/conformance/feature";\nexport default defineRepo({ features: ["packages/*"], band: { statements: 90, branches: 50, functions: 50, lines: 70 } } as const);\n`,
      }),
      [],
      "Lines 75.00 % ✓ 5 above band 70 3 of 4",
      "Branches 50.00 % ✓ at band 50 1 of 2",
    ));

  it("the change since --base, with the source around what did not run", async () => {
    const repo = shop();
    repo.git("checkout", "--quiet", "-b", "change");
    const text = PRICE_TEXT.replace("return 0;", "return net < 0 ? 0 : 1;");
    repo.commit({ [PRICE]: text });
    repo.write({ "packages/shop/coverage/sources.json": recorded(text) });
    await check(
      repo,
      ["--base", "main"],
      "0 of 1 changed executable line ran since main",
      "line 3 did not run",
      "return net &lt; 0 ? 0 : 1 ;",
    );
  });

  it("the change by the reports that --input names", async () => {
    const repo = shop({ "other.info": recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }) });
    repo.write({ [PRICE]: PRICE_TEXT.replace("0", "1") });
    repo.write({ "notes.md": "a change without a range\n" });
    await check(repo, ["--input", "other.info"], "1 of 1 changed executable line ran", "other.info");
  });

  it("that a file in no package has no band of its own but the default one", async () => {
    const repo = shop({ "tool.js": "a();\n", "tool.info": recordOf("tool.js", { 1: 0 }) });
    await check(repo, ["--input", "tool.info"], "(no package) 0.00 ▼ 80 below 80");
  });

  it("where the domains stand that manifests name, and that there are none", async () => {
    await check(shop({ "packages/shop/src/feature.manifest.ts": null }), [], "No manifest names a layer of its own that has a band.");
    const bands =
      "{ baseline: { statements: 80, branches: 75, functions: 80, lines: 80 }, money: { statements: 80, branches: 75, functions: 80, lines: 80 } }";
    const manifest = `import { defineFeature } from "@repo/core-shared/conformance/feature";\nexport const m = defineFeature({ name: "shop", coverage: { layers: { money: ["src/entities/**"] }, bands: ${bands} } } as const);\n`;
    await check(
      shop({ "packages/shop/src/feature.manifest.ts": manifest }),
      [],
      "▼ 1 of 1 domain below the target of lines",
      "money shop",
      "▼ 13.34 points, 1 more to cover price.ts 1 lines",
    );
  });

  it("the history of the summary, as far as it goes", async () => {
    const repo = shop({ ".gitignore": "packages/*/coverage/\nnode_modules/\n" });
    await runDocument(aggregateDocument, runAggregate, [], { cwd: repo.root });
    repo.commit({}, "Measure first");
    repo.write({ [REPORT]: recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }) });
    await runDocument(aggregateDocument, runAggregate, [], { cwd: repo.root });
    repo.commit({}, "Cover the price");
    await check(repo, [], "2 points, from", "Cover the price lcov 100.00 %", "Measure first lcov 75.00 %", "Largest moves");
    expect((await page(repo)).document.sections).toContainEqual({ name: "trend", hasData: true, why: null });
  });

  it("what of the history cannot be read", async () => {
    const repo = shop({ ".gitignore": "packages/*/coverage/\nnode_modules/\n", "coverage/summary.json": "{" });
    await check(repo, [], "SNAPSHOT_UNREADABLE", "No summary has been committed yet");
  });

  it("that there is no history yet", () => check(shop(), [], "No summary has been committed yet, so there is no history."));

  it("the slowest tests, by their paths in the repository", async () => {
    const repo = shop();
    const elsewhere = { name: "/elsewhere/b.test.ts", assertionResults: [{ fullName: "far", duration: 3, status: "passed" }] };
    const relative = { name: "c.test.ts", assertionResults: [{ fullName: "near", duration: 2, status: "passed" }] };
    const nameless = { assertionResults: [{ fullName: "anywhere", duration: 1, status: "failed" }] };
    const here = {
      name: repo.path("packages/shop/src/a.test.ts"),
      assertionResults: [{ fullName: "is free", duration: 70, status: "passed" }],
    };
    repo.write({
      "packages/shop/coverage/tests.json": JSON.stringify({ numTotalTests: 4, testResults: [here, elsewhere, relative, nameless] }),
    });
    await check(
      repo,
      [],
      "4 tests ran in 0 ms, added up over files; 1 failed, 0 skipped.",
      "70 ms is free packages/shop/src/a.test.ts",
      "3 ms far /elsewhere/b.test.ts",
      "2 ms near c.test.ts",
      "1 ms ▼ failed: anywhere @shop/shop",
    );
  });

  it("the tests of those reports that are of tests", async () => {
    const junit = '<testsuite><testcase name="bought" classname="com.Shop" time="0.25"/></testsuite>';
    const repo = shop({ "packages/shop/coverage/TEST-a.xml": junit, "packages/shop/coverage/TEST-b.xml": "<coverage/>" });
    await check(repo, [], "250 ms bought com.Shop", "warning TESTS_UNKNOWN coverage");
  });

  it("a package that has tests and no measured file", async () => {
    const repo = shop({ "packages/cart/coverage/lcov.info": recordOf(PRICE, { 2: 1 }), "packages/cart/coverage/tests.json": testsJson(2) });
    await check(repo, [], "@shop/cart – – – – ✓ all 0 met – 2");
  });

  it("what it could not read, above everything else", async () => {
    const repo = shop({
      "coverage/mutation.json": "{",
      "packages/shop/coverage/TEST-a.xml": "<coverage/>",
      "packages/shop/coverage/tests.json": testsJson(1),
    });
    repo.write({ [PRICE]: `${PRICE_TEXT}\n` });
    const { document } = await page(repo, "--base", "nowhere");
    expect(document.warnings.map(({ code }) => code)).toEqual(["REPORT_STALE", "BASE_NOT_FOUND", "TEST_FILES_UNTOLD", "SCORES_MALFORMED"]);
    expect(document.nextActions).toContain("pnpm test --coverage");
    expect(spoken(repo)).toContain("3 errors and 1 warning about what this page was made from");
    expect(spoken(repo)).toContain(`edited after their tests ran, so these figures are of another text: ${PRICE}`);
  });

  it("the names of a few stale files, and how many more there are", async () => {
    const files = Array.from({ length: 7 }, (_, at) => `packages/shop/src/s${at}.ts`);
    const repo = shop({
      ...Object.fromEntries(files.map((each) => [each, "new();\n"])),
      [REPORT]: files.map((each) => recordOf(each, { 1: 1 })).join(""),
      "packages/shop/coverage/sources.json": JSON.stringify({
        schemaVersion: "1.0",
        sources: Object.fromEntries(files.map((each) => [each, { blob: null }])),
      }),
    });
    await check(repo, [], "packages/shop/src/s4.ts, and 2 more");
  });

  it("warnings of the aggregate and of the diff, each once", async () => {
    const repo = shop({ "packages/shop/coverage/tests.json": testsJson(2, ["failed"]) });
    const { document } = await page(repo);
    const codes = document.warnings.map(({ code }) => code);
    expect(codes).toContain("TESTS_FAILED");
    expect(new Set(document.warnings.map(({ code, message }) => `${code} ${message}`)).size).toBe(codes.length);
  });

  it("the same figures as a page and as badges", async () => {
    const repo = shop();
    const { document } = await report(repo, "--badges", "made/badges");
    expect(document.written.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      "badge made/badges/lines.svg",
      "badge made/badges/branches.svg",
      "badge made/badges/mutation.svg",
    ]);
    expect(readdirSync(repo.path("made/badges"))).toHaveLength(3);
    expect(textOf(repo, "made/badges/lines.svg")).toContain("lines: 75%");
    expect(textOf(repo, "made/badges/branches.svg")).toContain("branches: 50%");
    expect(textOf(repo, "made/badges/mutation.svg")).toContain("mutation score: unknown");
    expect(existsSync(repo.path("page.html"))).toBe(false);
  });

  it("badges by the band of the repository", async () => {
    const band = "{ statements: 90, branches: 50, functions: 50, lines: 80 }";
    const repo = shop({
      "repo.manifest.ts": `import { defineRepo } from "@repo/core-shared/conformance/feature";\nexport default defineRepo({ band: ${band} } as const);\n`,
      "none.info": recordOf("packages/shop/src/none.ts", {}),
    });
    await report(repo, "--badges", "b");
    expect(textOf(repo, "b/lines.svg")).toContain("#9a6700");
    expect(textOf(repo, "b/branches.svg")).toContain("#2a7d4f");
    await report(repo, "--badges", "b", "--input", "none.info");
    expect(textOf(repo, "b/lines.svg")).toContain("lines: unknown");
  });
});

describe("mutants are shown", () => {
  const counts = {
    killed: 3,
    timeout: 0,
    survived: 1,
    noCoverage: 0,
    ignored: 0,
    compileError: 0,
    runtimeError: 0,
    inconclusive: 0,
    notRun: 0,
  };
  const fingerprint = { stryker: "9", vitest: "4", node: "20", config: "c" };
  const ofPackage = (files: object) => ({ score: 75, threshold: 80, config: "c", counts, files });
  const scores = (blob: string, keys = ["k1", "k2"]) =>
    JSON.stringify({
      ...{ schemaVersion: "1.0", generatedAt: "2026-05-13T12:00:00.000Z", commit: "bf0b049", fingerprint },
      packages: {
        "@shop/shop": ofPackage({
          [PRICE]: { blob, score: 75, counts, survivors: keys },
          "gone.ts": { blob, score: 100, counts, survivors: ["k3"] },
        }),
      },
    });
  const blob = blobIdOf(Buffer.from(PRICE_TEXT));
  const range = { start: { line: 2, column: 7 }, end: { line: 2, column: 11 } };
  const planned = {
    key: "k1",
    file: PRICE,
    range,
    symbol: "price",
    mutator: "ConditionalExpression",
    original: "free",
    replacement: "true",
  };
  const cache = (more: object = {}) =>
    JSON.stringify({
      version: 1,
      inputs: "other",
      mutants: [{ ...planned, ignored: null }],
      outcomes: { k1: { status: "noCoverage" } },
      ...more,
    });
  const CACHE = "node_modules/.cache/bandline/mutation/-shop-shop.json";

  it("by their keys, from the committed scores", () =>
    check(
      shop({ "coverage/mutation.json": scores(blob) }),
      [],
      "3 mutants that no test noticed, by the committed scores of bf0b049",
      "@shop/shop ▼ 75.00 % 80 % 3 1 0",
      `${PRICE} its text is known where it was run: pnpm mutate --key k1`,
      "gone.ts the file has changed since its text is known where it was run: pnpm mutate --key k3",
    ));

  it("with what runs on this machine know of them", () =>
    check(
      shop({ "coverage/mutation.json": scores(blob), [CACHE]: cache() }),
      [],
      `${PRICE}:2 ConditionalExpression, no test runs it`,
      "instead of free this passes: true",
    ));

  it("without what another version kept", () =>
    check(
      shop({ "coverage/mutation.json": scores(blob), [CACHE]: cache({ version: 0 }) }),
      [],
      `${PRICE} its text is known where it was run`,
    ));

  it("with a word where the file has changed since", () =>
    check(shop({ "coverage/mutation.json": scores("other", ["k2"]) }), [], `${PRICE} the file has changed since its text is known`));

  it("from the document that --mutate names, and as a badge", async () => {
    const survivor = {
      ...{
        ...planned,
        package: "@shop/shop",
        diff: "",
        status: "survived",
        reason: null,
        coveredBy: [],
        testsCompleted: 1,
        changedInDiff: null,
      },
      ...{ verified: null, suggestedTestFile: "a.test.ts", rerun: "pnpm mutate --key k1", hint: "test both" },
    };
    const packages = [
      {
        name: "@shop/shop",
        status: "fail",
        score: 75,
        threshold: 80,
        interval: null,
        config: "c",
        baseline: null,
        drift: null,
        counts,
        files: [{ file: PRICE, blob, score: 75, counts, survivors: ["k1"] }],
        reused: 0,
        durationMs: 1,
      },
      {
        name: "@shop/cart",
        status: "nothing-to-do",
        score: null,
        threshold: 80,
        interval: null,
        config: "c",
        baseline: null,
        drift: null,
        counts: { ...counts, killed: 0, survived: 0 },
        files: [],
        reused: 0,
        durationMs: 1,
      },
    ];
    const document = {
      ...{
        $schema: "",
        schemaVersion: "1.0",
        status: "fail",
        exitCode: 1,
        fingerprint,
        shard: null,
        base: null,
        packages,
        survivors: [survivor, { ...survivor, key: "k9", file: "unlisted.ts" }],
      },
      ...{ inconclusive: [], drifts: [], plan: null, proof: null, nextActions: [], warnings: [], errors: [] },
    };
    const repo = shop({ "mutate.json": JSON.stringify(document) });
    await check(
      repo,
      ["--mutate", "mutate.json", "--badges", "b"],
      "by the run in mutate.json",
      `${PRICE}:2 ConditionalExpression, the tests that run it pass`,
      "test both",
      "unlisted.ts:2 ConditionalExpression",
    );
    expect(textOf(repo, "b/mutation.svg")).toContain("mutation score: 75%");
    expect(textOf(repo, "b/mutation.svg")).toContain("#9a6700");
  });

  it("not at all where the named document is not there, and the page says so", () =>
    check(shop(), ["--mutate", "nowhere.json"], "error REPORT_MISSING mutants"));
});

describe("coverage:report refuses", () => {
  it.each<[string, string[], number, string]>([
    ["to write nothing", [], 2, "USAGE"],
    ["a flag that it does not know", ["--pdf", "x"], 2, "USAGE"],
    ["a format that it does not know", ["--html", "x", "--format", "pdf"], 2, "USAGE"],
    ["a page where no file can be", ["--html", "README.md/page.html"], 4, "FILE_UNWRITABLE"],
    ["a report that is not there", ["--html", "page.html", "--input", "nowhere.info"], 3, "REPORT_MISSING"],
    ["a folder that is no repository", ["--html", "page.html", "--cwd", "/"], 4, "NOT_A_REPOSITORY"],
  ])("%s", async (_sentence, argv, code, problem) => {
    const repo = shop();
    const { exitCode, document } = await report(repo, ...argv);
    expect([exitCode, document.exitCode, document.status, document.written]).toEqual([code, code, "error", []]);
    expect(document.errors.map((each) => each.code)).toEqual([problem]);
    expect(existsSync(repo.path("page.html"))).toBe(false);
  });

  it("a repository without any report: there is nothing to speak of", async () => {
    const repo = createShop();
    repos.push(repo);
    const { exitCode, document } = await page(repo);
    expect([exitCode, document.errors[0]?.code, document.nextActions]).toEqual([3, "REPORT_MISSING", ["pnpm test --coverage"]]);
    expect(existsSync(repo.path("page.html"))).toBe(false);
  });
});

it("the page of a failed gate is a pass: the page says it, the exit code does not", async () => {
  const repo = shop();
  repo.write({ [PRICE]: PRICE_TEXT.replace("0", "1"), "packages/shop/coverage/sources.json": recorded(PRICE_TEXT.replace("0", "1")) });
  await check(repo, [], "The gate fails.");
});

it("help is the answer where it is asked for", async () => {
  const repo = shop();
  const { exitCode, stdout } = await run(runReport, ["--help"], { cwd: repo.root });
  expect([exitCode, stdout.includes("--badges <dir>")]).toEqual([0, true]);
});

it("--json is silent on stderr, and --format writes the document too", async () => {
  const repo = shop();
  const { stderr, stdout } = await page(repo, "--json", "--format", "json=made.json");
  expect(stderr).toBe("");
  expect(textOf(repo, "made.json")).toBe(stdout);
});
