import type { AggregateDocument } from "@repo/coverage-core";
import { aggregateDocument, coverageDiffDocument } from "@repo/coverage-core/schemas";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { recordOf } from "../__fixtures__/shop.js";
import { runAggregate, runDiff } from "../index.js";

/** Rows only add reports, each in a folder of its own. */
const repo: TempRepo = createTempRepo({
  "package.json": '{ "name": "root" }',
  "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
  "packages/web/package.json": '{ "name": "web" }',
  "packages/web/src/cart.ts": "a();\nb();\n",
  "packages/api/package.json": '{ "name": "api" }',
  "packages/api/src/cart.ts": "c();\n",
  "go.mod": "// shop\nmodule example.org/shop // comment\n\ngo 1.22\n",
  "main.go": "package main\n",
  "tools/go.mod": 'module "example.org/x"\n',
  "tools/main.go": "package main\n",
  "broken/go.mod": "go 1.22\n",
  "java/src/main/java/org/shop/Cart.java": "class Cart {}\n",
});
symlinkSync("nowhere", repo.path("java/go.mod"));
afterAll(() => {
  repo.remove();
});

let reports = 0;

/** Aggregates these reports alone, into a folder of their own. */
async function aggregated(
  files: Readonly<Record<string, string>>,
  ...argv: string[]
): Promise<{ document: AggregateDocument; lcov: string[]; out: string }> {
  const out = `made/${String((reports += 1))}`;
  const named = Object.fromEntries(Object.entries(files).map(([file, text]) => [file.replace("*", String(reports)), text]));
  repo.write(named);
  const inputs = Object.keys(named)
    .filter((file) => !file.endsWith("coverage-final.json") || Object.keys(named).length === 1)
    .flatMap((file) => ["--input", file]);
  const { document } = await runDocument(aggregateDocument, runAggregate, [...inputs, "--out", out, ...argv], { cwd: repo.root });
  const path = repo.path(`${out}/lcov.info`);
  const lcov = existsSync(path) ? (readFileSync(path, "utf8").match(/^(SF|DA|BRDA):.*/gm) ?? []) : [];
  return { document, lcov, out };
}

const cobertura = (filename: string, sources: readonly string[] = []) =>
  `<coverage><sources>${sources.map((source) => `<source>${source}</source>`).join("")}</sources><packages><package name="p"><classes><class name="c" filename="${filename}"><methods/><lines><line number="1" hits="3"/></lines></class></classes></package></packages></coverage>`;
const jacoco =
  '<report name="x"><package name="org/shop"><sourcefile name="Cart.java"><line nr="1" mi="0" ci="3"/></sourcefile></package></report>';
const coveragePy = JSON.stringify({
  meta: {},
  totals: {},
  files: { "src/cart.ts": { executed_lines: [1], missing_lines: [], executed_branches: [[1, 2]], missing_branches: [[1, -1]] } },
});
const position = { start: { line: 1, column: 0 }, end: { line: 1, column: 4 } };
const final = JSON.stringify({
  "packages/web/src/cart.ts": {
    path: "packages/web/src/cart.ts",
    statementMap: { 0: position, 1: position },
    fnMap: {},
    branchMap: {},
    s: { 0: 1, 1: 0 },
    f: {},
    b: {},
  },
});

describe("a report's paths are joined to the repository", () => {
  it.each<[string, Readonly<Record<string, string>>, string[], string[]?]>([
    [
      "in the package that the report lies in",
      { "packages/web/*.xml": cobertura("src/cart.ts") },
      ["SF:packages/web/src/cart.ts", "DA:1,3"],
    ],
    [
      "in a source folder of the report, the first that has the file",
      { "*.xml": cobertura("cart.ts", ["/gone", "/ci/api/src"]) },
      ["SF:packages/api/src/cart.ts", "DA:1,3"],
    ],
    [
      "in its package, where the source folder could be in several",
      { "packages/web/*.xml": cobertura("src/cart.ts", ["/ci"]) },
      ["SF:packages/web/src/cart.ts", "DA:1,3"],
    ],
    [
      "in no source folder where the path is whole",
      { "*.xml": cobertura("/ci/web/src/cart.ts", ["/ci/api"]) },
      ["SF:packages/web/src/cart.ts", "DA:1,3"],
    ],
    [
      "in no source folder where it begins at the root",
      { "*.xml": cobertura("/cart.ts", ["/ci/api/src"]) },
      ["SF:/cart.ts", "DA:1,3"],
      ["PATHS_UNMATCHED"],
    ],
    ["by package and file name, as JaCoCo has them", { "*.xml": jacoco }, ["SF:java/src/main/java/org/shop/Cart.java", "DA:1,1"]],
    [
      "by the modules of Go, each with its own name",
      { "*.out": "mode: set\nexample.org/shop/main.go:1.1,1.9 1 1\nexample.org/x/main.go:1.1,1.9 1 0\n" },
      ["SF:main.go", "DA:1,1", "SF:tools/main.go", "DA:1,0"],
    ],
    ["or stay as they are, with a warning", { "*.xml": cobertura("nowhere.cs") }, ["SF:nowhere.cs", "DA:1,3"], ["PATHS_UNMATCHED"]],
    [
      "or stay as they are where two would do",
      { "*.xml": cobertura("src/cart.ts", ["/ci"]) },
      ["SF:src/cart.ts", "DA:1,3"],
      ["PATH_AMBIGUOUS", "PATHS_UNMATCHED"],
    ],
  ])("%s", async (_sentence, files, expected, warnings = []) => {
    const { document, lcov } = await aggregated(files);
    expect(lcov).toEqual(expected);
    expect(document.warnings.map(({ code }) => code)).toEqual(warnings);
  });
});

describe("reports of several formats", () => {
  it("are merged, and name what measured", async () => {
    const { document, lcov } = await aggregated({
      "*.xml": cobertura("packages/web/src/cart.ts"),
      "*.info": recordOf("packages/web/src/cart.ts", { 1: 2, 2: 0 }),
    });
    expect(lcov).toEqual(["SF:packages/web/src/cart.ts", "DA:1,5", "DA:2,0"]);
    expect([document.provider, document.percentCovered]).toEqual(["cobertura+lcov", undefined]);
  });

  it("tell coverage.py's own figure beside lines and branches", async () => {
    const { document } = await aggregated({ "packages/web/*.json": coveragePy });
    expect(document.percentCovered).toEqual({ [document.reports[0] ?? ""]: 66.66 });
    expect([document.repo?.lines.pct, document.repo?.branches.pct, document.provider]).toEqual([100, 50, "coverage-py"]);
  });

  it("count the statements that they know", async () => {
    const counted = async (files: Readonly<Record<string, string>>) => (await aggregated(files)).document.repo?.statements;
    expect(await counted({ "*.json": final })).toEqual({ covered: 1, total: 2, pct: 50 });
    expect(await counted({ "*.out": "mode: set\nexample.org/shop/main.go:1.1,1.9 5 1\n" })).toEqual({ covered: 5, total: 5, pct: 100 });
    expect(await counted({ "beside/coverage-final.json": final, "beside/*.xml": cobertura("packages/web/src/cart.ts") })).toEqual({
      covered: 1,
      total: 2,
      pct: 50,
    });
  });

  it("count their own statements, whatever lies beside them", async () => {
    const files = { "go/coverage-final.json": final, "go/*.out": "mode: set\nexample.org/shop/main.go:1.1,1.9 5 1\n" };
    const { document } = await aggregated(files);
    expect([document.repo?.statements.total, document.provider]).toEqual([5, "go-coverprofile"]);
  });

  it("count lines where two paths of a report mean the same file", async () => {
    const { document } = await aggregated({
      "*.out": "mode: set\nexample.org/shop/main.go:1.1,1.9 5 1\nmain.go:2.1,2.9 5 0\n",
    });
    expect(document.repo?.statements.total).toBe(2);
  });
});

describe("--format-in", () => {
  it.each<[string, string, string, number, string[]]>([
    ["reads a report under a name that fits", "coverage-py", cobertura("packages/web/src/cart.ts"), 0, []],
    ["refuses one under a name that does not", "jacoco", cobertura("packages/web/src/cart.ts"), 3, ["REPORT_UNKNOWN"]],
    ["reads lcov, and nothing else, as lcov", "lcov", cobertura("packages/web/src/cart.ts"), 3, ["REPORT_NOT_LCOV"]],
    ["reads lcov as nothing else", "cobertura", recordOf("packages/web/src/cart.ts", { 1: 1 }), 3, ["REPORT_UNKNOWN"]],
    ["knows no other names", "emma", cobertura("packages/web/src/cart.ts"), 2, ["USAGE"]],
  ])("%s", async (_sentence, name, text, exitCode, errors) => {
    const { document } = await aggregated({ "*.txt": text }, "--format-in", name);
    expect([document.exitCode, document.errors.map(({ code }) => code)]).toEqual([exitCode, errors]);
  });

  it("says which names there are", async () => {
    const { document } = await aggregated({ "*.txt": "" }, "--format-in", "emma");
    expect(document.errors[0]?.message).toContain(
      "'emma' is invalid. It takes lcov, istanbul, coverage-py, cobertura, jacoco, clover, go-coverprofile, simplecov, llvm-cov.",
    );
  });
});

describe("--format cobertura=FILE", () => {
  const report = { "*.info": recordOf("packages/web/src/cart.ts", { 1: 2, 2: 0 }, ["1,0,0,2", "1,0,1,0"]) };

  it("writes the merged report, which says the same when it is read", async () => {
    const first = await aggregated(report, "--format", "cobertura=made/first.xml");
    const text = readFileSync(repo.path("made/first.xml"), "utf8");
    expect(text).toContain('<class name="cart.ts" filename="packages/web/src/cart.ts" line-rate="0.5" branch-rate="0.5" complexity="0">');
    expect(text).toContain(`timestamp="${String(Date.parse(first.document.generatedAt))}"`);
    const { document } = await runDocument(aggregateDocument, runAggregate, ["--input", "made/first.xml", "--out", "made/again"], {
      cwd: repo.root,
    });
    expect(document.repo).toEqual(first.document.repo);
  });

  it("needs a file, because stdout stays JSON", async () => {
    const { document } = await aggregated(report, "--format", "cobertura");
    expect([document.exitCode, document.errors[0]?.message]).toEqual([2, expect.stringContaining("It needs a file: cobertura=FILE.")]);
  });

  it("writes none where there is no coverage to write", async () => {
    await aggregated({ "*.info": "rubbish" }, "--format", "cobertura=made/none.xml", "--format", "json=made/none.json");
    expect([existsSync(repo.path("made/none.xml")), existsSync(repo.path("made/none.json"))]).toEqual([false, true]);
  });
});

describe("coverage:diff", () => {
  const diff = (...argv: string[]) => runDocument(coverageDiffDocument, runDiff, [...argv, "--base", "HEAD"], { cwd: repo.root });

  it("names the command that makes lcov of a report of another format, and judges by that", async () => {
    repo.write({ "packages/web/src/cart.ts": "a(1);\nb();\n", "made/here.xml": cobertura("packages/web/src/cart.ts") });
    const [refused] = (await diff("--lcov", "made/here.xml")).document.errors;
    expect([refused?.code, refused?.hint]).toEqual([
      "REPORT_NOT_LCOV",
      "pnpm coverage:aggregate --input made/here.xml; then: pnpm coverage:diff",
    ]);
    await runDocument(aggregateDocument, runAggregate, ["--input", "made/here.xml"], { cwd: repo.root });
    const { document } = await diff();
    expect([document.errors, document.summary.coveredLines]).toEqual([[], 1]);
  });

  it("names one that keeps the report of now, where the baseline is of another format", async () => {
    repo.write({ "made/base.xml": cobertura("packages/web/src/cart.ts"), "made/now.info": recordOf("packages/web/src/cart.ts", { 1: 1 }) });
    const now = ["--lcov", "made/now.info", "--baseline"];
    expect((await diff(...now, "made/base.xml")).document.errors[0]?.hint).toBe(
      "pnpm coverage:aggregate --out coverage/base --input made/base.xml; then give --baseline coverage/base/lcov.info",
    );
    await runDocument(aggregateDocument, runAggregate, ["--out", "coverage/base", "--input", "made/base.xml"], { cwd: repo.root });
    expect((await diff(...now, "coverage/base/lcov.info")).document.errors).toEqual([]);
  });
});

describe("Clover's counts without places", () => {
  const file = (path: string) =>
    `<file name="cart.ts" path="${path}"><metrics statements="1" coveredstatements="1" conditionals="4" coveredconditionals="3" methods="2" coveredmethods="1"/><line num="1" type="stmt" count="2"/></file>`;
  const clover = (...paths: string[]) => `<coverage><project>${paths.map(file).join("")}</project></coverage>`;
  const web = "packages/web/src/cart.ts";

  it("are in the sums, with the statements that lie beside them", async () => {
    const { document } = await aggregated({ "clover/coverage-final.json": final, "clover/*.xml": clover(web) });
    const { branches, functions, statements } = document.repo ?? {};
    expect([branches, functions, statements]).toEqual([
      { covered: 3, total: 4, pct: 75 },
      { covered: 1, total: 2, pct: 50 },
      { covered: 1, total: 2, pct: 50 },
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual(["BRANCHES_WITHOUT_LINE", "FUNCTIONS_WITHOUT_LINE"]);
  });

  it("are left out where two reports measured the file, because they cannot be united", async () => {
    const { document } = await aggregated({ "*.xml": clover(web), "*.info": recordOf(web, { 1: 1 }) });
    expect([document.repo?.branches.total, document.repo?.functions.total]).toEqual([0, 0]);
  });
});

it("what a reader has warned of is not warned of again in the lcov that is made of it", async () => {
  const { document, lcov } = await aggregated({
    "packages/web/coverage*/c.xml": cobertura("src/cart.ts").replace('number="1"', 'number="0"'),
  });
  expect([lcov, document.warnings.map(({ code }) => code)]).toEqual([["SF:packages/web/src/cart.ts", "DA:0,3"], ["LINE_ZERO"]]);
});
