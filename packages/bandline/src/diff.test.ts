import type { CoverageDiffDocument } from "@repo/coverage-core";
import { coverageDiffDocument } from "@repo/coverage-core/schemas";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { run, runDocument, type RunOptions } from "./__fixtures__/run.js";
import { shortOf } from "./__fixtures__/short-of.js";
import { GROWN, PRICE, PRICE_TEST, PRICE_TEXT, createShop, recordOf, writeReport } from "./__fixtures__/shop.js";
import { runDiff } from "./index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

function shop(more?: Readonly<Record<string, string>>): TempRepo {
  const repo = createShop(more);
  repos.push(repo);
  return repo;
}

/** For rows that leave it as it is, or write the same files again. */
const shared = createShop();
afterAll(() => {
  shared.remove();
});

async function check(
  repo: TempRepo,
  argv: readonly string[],
  expected: readonly string[],
  options: Partial<RunOptions> = {},
): Promise<CoverageDiffDocument> {
  const { document, exitCode } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root, ...options });
  expect(shortOf(document)).toEqual(expected);
  expect(exitCode).toBe(argv.includes("--exit-zero") && document.exitCode === 1 ? 0 : document.exitCode);
  return document;
}

const RAN = { 2: 1, 3: 1, 5: 1, 6: 1, 8: 1 };
const ARMS = ["2,0,0,1", "2,0,1,1"];

/** An edit of the price list, and a report that was made from the text as it is now. */
function edited(text = GROWN, lines: Readonly<Record<number, number>> = RAN, arms = ARMS): TempRepo {
  const repo = shop();
  repo.write({ [PRICE]: text });
  writeReport(repo, recordOf(PRICE, lines, arms), { [PRICE]: text });
  return repo;
}

describe("coverage:diff judges changed lines", () => {
  it("passes where every changed line ran", async () => {
    const { summary, base, head } = await check(edited(), [], ["pass 0"]);
    expect(summary).toEqual({
      filesChanged: 1,
      filesGated: 1,
      uncoveredCount: 0,
      changedLines: 3,
      executableLines: 2,
      coveredLines: 2,
      percent: 100,
      branches: { total: 2, taken: 2, percent: 100 },
    });
    expect(base).toMatchObject({ ref: "main", chosenBy: "default" });
    expect(head).toMatchObject({ dirty: true });
  });

  it("names file, line and kind of a line that did not run, and what to do", async () => {
    const document = await check(edited(GROWN, { ...RAN, 3: 0 }), [], ["fail 1", `uncovered ${PRICE}:3`]);
    expect(document.fileSummaries[0]?.ranges).toEqual([
      {
        start: 3,
        end: 3,
        lines: [3],
        kind: "uncovered",
        function: { name: "price", line: 1 },
        branches: [],
        snippet: "    throw new RangeError(String(net));",
        nearestTest: PRICE_TEST,
        command: "pnpm --filter @shop/shop exec vitest run src/entities/price.test.ts --coverage",
      },
    ]);
    expect(document.nextActions).toHaveLength(1);
  });

  it("names a test that imports the file where no sibling stands, and runs that", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 });
    repo.write({ [PRICE_TEST]: null, "packages/shop/test/all.test.ts": 'import { price } from "../src/entities/price.js";' });
    const { fileSummaries } = await check(repo, ["--no-guard"], ["fail 1", `uncovered ${PRICE}:3`, "GUARD_OFF"]);
    expect(fileSummaries[0]?.ranges[0]).toMatchObject({
      nearestTest: "packages/shop/test/all.test.ts",
      command: "pnpm --filter @shop/shop exec vitest run test/all.test.ts --coverage",
    });
  });

  it("names an arm that was never taken", async () => {
    const document = await check(edited(GROWN, RAN, ["2,0,0,1", "2,0,1,0"]), [], ["fail 1", `partial-branch ${PRICE}:2`]);
    expect(document.fileSummaries[0]?.ranges[0]?.branches).toEqual([{ line: 2, arm: "else" }]);
  });

  it("judges commits, the index and edits once, by the lines of the file on disk", async () => {
    const repo = shop();
    repo.git("checkout", "--quiet", "-b", "work");
    repo.commit({ [PRICE]: GROWN });
    repo.write({ [PRICE]: `// staged\n${GROWN}` });
    repo.git("add", PRICE);
    const text = `// edited\n// staged\n${GROWN}`;
    repo.write({ [PRICE]: text });
    writeReport(repo, recordOf(PRICE, { 4: 1, 5: 0, 7: 1, 8: 1, 10: 1 }), { [PRICE]: text });
    await check(repo, [], ["fail 1", `uncovered ${PRICE}:5`]);
  });

  it("reads what attributes call binary, where it is text", async () => {
    const repo = shop({ ".gitattributes": "*.ts -diff\n", "packages/shop/src/real.ts": "\0" });
    repo.write({ [PRICE]: GROWN, "packages/shop/src/real.ts": "\0\0" });
    writeReport(repo, recordOf(PRICE, { ...RAN, 3: 0 }, ARMS), { [PRICE]: GROWN });
    await check(repo, [], ["fail 1", `uncovered ${PRICE}:3`]);
  });

  it("finds a new file that is in no report, tracked or not", async () => {
    const repo = edited();
    repo.write({ "packages/shop/src/entities/tax.ts": "export const tax = (net: number) => net / 5;\n" });
    await check(repo, [], ["fail 1", "no-coverage-data packages/shop/src/entities/tax.ts:1"]);
  });

  it("asks nothing of a new file that only has types", async () => {
    const repo = edited();
    repo.write({ "packages/shop/src/entities/tax.ts": "export interface Tax {\n  readonly rate: number;\n}\n" });
    await check(repo, [], ["pass 0"]);
  });

  it("refuses a report that was made from another text, and says how to make a new one", async () => {
    const repo = edited();
    repo.write({ [PRICE]: GROWN.replace("< 0", "<= 0") });
    const document = await check(repo, [], ["error 3", `stale-coverage ${PRICE}:2`, "REPORT_STALE"]);
    expect(document.errors[0]?.hint).toBe("pnpm test --coverage --filter @shop/shop");
  });

  it("fails where a stale file stands beside a real failure", async () => {
    const repo = edited();
    repo.write({ [PRICE]: GROWN.replace("< 0", "<= 0"), "packages/shop/src/entities/tax.ts": "tax();\n" });
    await check(repo, [], ["fail 1", `stale-coverage ${PRICE}:2`, "no-coverage-data packages/shop/src/entities/tax.ts:1"]);
  });

  it("lets a comment change after the tests ran: nothing of it runs", async () => {
    const repo = edited(PRICE_TEXT);
    repo.write({ [PRICE]: `// a note\n${PRICE_TEXT}` });
    await check(repo, [], ["pass 0 no-executable-lines"]);
  });
});

describe("coverage:diff has nothing to judge", () => {
  it.each<[string, Readonly<Record<string, string>>, string[]]>([
    ["where nothing changed", {}, ["pass 0 empty-diff"]],
    [
      "where only documents and tests changed, without any report",
      { "README.md": "# Shop\n", [PRICE_TEST]: 'it("is free", () => {});\nit("is more", () => {});\n' },
      ["pass 0 only-exempt"],
    ],
  ])("%s", async (_sentence, files, expected) => {
    const repo = shop();
    repo.write(files);
    await check(repo, ["--base", "HEAD"], expected);
  });

  it("where a file was only deleted", async () => {
    const repo = shop();
    repo.write({ [PRICE]: null });
    await check(repo, [], ["pass 0 no-executable-lines"]);
  });
});

describe("coverage:diff trusts no report blindly", () => {
  const cases: [string, string | null, string][] = [
    ["that is not there", null, "REPORT_MISSING"],
    ["that is empty", "", "REPORT_EMPTY"],
    ["that is a pointer to Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "REPORT_NOT_LCOV"],
    ["that is a log", "Downloading…\n", "REPORT_NOT_LCOV"],
    ["that is cut in half", recordOf(PRICE, RAN).slice(0, 60), "REPORT_TRUNCATED"],
    ["with a count that is none", recordOf(PRICE, RAN).replace("DA:2,1", "DA:2,x"), "REPORT_MALFORMED"],
    ["of another repository", recordOf("src/elsewhere/other.ts", RAN), "PATHS_UNMATCHED"],
  ];
  it.each(cases)("%s", async (_sentence, lcov, code) => {
    shared.write({ [PRICE]: GROWN, "coverage/lcov.info": lcov });
    const document = await check(shared, [], ["error 3", code]);
    expect(document.uncovered).toEqual([]);
    expect(document.errors[0]?.hint).not.toBe("");
  });

  it("whose record of sources is broken", async () => {
    const repo = edited();
    repo.write({ "coverage/sources.json": "{}" });
    await check(repo, [], ["error 3", "SOURCES_MALFORMED"]);
    repo.write({ "coverage/sources.json": "{" });
    await check(repo, [], ["error 3", "SOURCES_MALFORMED"]);
  });

  it("whose path fits two files of which one changed", async () => {
    const repo = shop({ "packages/a/src/entities/price.ts": "a();\n", "packages/b/src/entities/price.ts": "b();\n" });
    repo.write({
      "packages/a/src/entities/price.ts": "a(1);\n",
      "coverage/lcov.info": recordOf("/ci/build/src/entities/price.ts", { 1: 1 }) + recordOf(PRICE, RAN),
    });
    await check(repo, [], ["error 3", "PATH_AMBIGUOUS"]);
  });

  it("that nobody recorded, but says so", async () => {
    const repo = edited();
    rmSync(repo.path("coverage/sources.json"));
    repo.write({ "coverage/lcov.info": recordOf(PRICE, RAN, ARMS) });
    await check(repo, [], ["pass 0", "FRESHNESS_UNKNOWN"]);
  });

  it("that speaks of lines the file does not have", async () => {
    const repo = edited();
    rmSync(repo.path("coverage/sources.json"));
    repo.write({ "coverage/lcov.info": recordOf(PRICE, { ...RAN, 99: 1 }) });
    await check(repo, [], ["error 3", `stale-coverage ${PRICE}:2`, "REPORT_STALE"]);
  });
});

describe("coverage:diff takes its reports", () => {
  it("in paths of the package that holds them", async () => {
    const repo = shop();
    repo.write({ [PRICE]: GROWN, "packages/shop/coverage/lcov.info": recordOf("src/entities/price.ts", RAN, ARMS) });
    await check(repo, ["--lcov", "packages/shop/coverage/lcov.info"], ["pass 0", "FRESHNESS_UNKNOWN"]);
  });

  it("relative to where it runs, and judges the whole repository from a subfolder", async () => {
    const repo = shop();
    repo.write({ [PRICE]: GROWN, "packages/shop/coverage/lcov.info": recordOf(PRICE, { ...RAN, 3: 0 }) });
    await check(repo, ["--lcov", "coverage/lcov.info"], ["fail 1", `uncovered ${PRICE}:3`, "FRESHNESS_UNKNOWN"], {
      cwd: repo.path("packages/shop"),
    });
    await check(
      repo,
      ["--cwd", "packages", "--lcov", "packages/shop/coverage/lcov.info"],
      ["fail 1", `uncovered ${PRICE}:3`, "FRESHNESS_UNKNOWN"],
    );
  });

  it("in paths of the innermost package, where one lies in another", async () => {
    const repo = shop({
      "pnpm-workspace.yaml": 'packages: ["packages/**"]\n',
      "packages/shop/kit/package.json": "{}",
      "packages/shop/kit/src/a.ts": "a();\n",
      "packages/shop/src/a.ts": "a();\n",
    });
    repo.write({ "packages/shop/kit/src/a.ts": "b();\n", "packages/shop/kit/lcov.info": recordOf("src/a.ts", { 1: 1 }) });
    await check(repo, ["--lcov", "packages/shop/kit/lcov.info"], ["pass 0", "FRESHNESS_UNKNOWN"]);
  });

  it("merged first where a package was tested since, and adds up what several of them counted", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 });
    // A clock of milliseconds can give two writes one time.
    utimesSync(repo.path("coverage/lcov.info"), new Date("2026-01-01"), new Date("2026-01-01"));
    repo.write({ "packages/shop/coverage/lcov.info": recordOf(PRICE, RAN, ARMS) });
    const document = await check(repo, [], ["pass 0", "REPORT_REFRESHED"]);
    expect(document.warnings[0]?.message).toContain("packages/shop/coverage/lcov.info");
    const half = recordOf(PRICE, { ...RAN, 3: 0 }) + recordOf(PRICE, { 3: 1 });
    repo.write({ "half.info": half });
    await check(repo, ["--lcov", "half.info"], ["pass 0", "FRESHNESS_UNKNOWN"]);
  });
});

describe("coverage:diff takes a diff that is handed in", () => {
  const diffOf = (repo: TempRepo) => repo.git("diff", "--unified=3") + "\n";

  it("from a file, and from standard input", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 });
    const diff = diffOf(repo);
    repo.write({ "coverage/change.diff": diff });
    await check(repo, ["--diff-file", "coverage/change.diff"], ["fail 1", `uncovered ${PRICE}:3`]);
    const { base, head } = await check(repo, ["--diff-file", "-"], ["fail 1", `uncovered ${PRICE}:3`], { stdin: diff });
    expect([base, head]).toEqual([null, null]);
  });

  it("of several files, in the order of their names", async () => {
    const diff = ["b.ts", "a.ts"].map((name) => `--- /dev/null\n+++ b/${name}\n@@ -0,0 +1 @@\n+a();\n`).join("");
    const repo = edited();
    repo.write({ "a.ts": "a();\n", "b.ts": "a();\n" });
    await check(repo, ["--diff-file", "-"], ["fail 1", "no-coverage-data a.ts:1", "no-coverage-data b.ts:1"], { stdin: diff });
  });

  it("outside of any repository", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 });
    const diff = diffOf(repo);
    rmSync(repo.path(".git"), { recursive: true });
    await check(repo, ["--diff-file", "-"], ["fail 1", `uncovered ${PRICE}:3`], { stdin: diff });
    rmSync(repo.path(PRICE));
    repo.write({ "packages/shop/src/entities/other.ts": "" });
    await check(repo, ["--diff-file", "-", "--lcov", "coverage/lcov.info"], ["error 3", "PATHS_UNMATCHED"], { stdin: diff });
  });

  it.each([
    ["that is none", "hello\n", "DIFF_MALFORMED"],
    ["that stops inside a hunk", "--- a/x.ts\n+++ b/x.ts\n@@ -1 +1,2 @@\n+a\n", "DIFF_MALFORMED"],
  ])("and refuses one %s", async (_sentence, diff, code) => {
    await check(shared, ["--diff-file", "-"], ["error 3", code], { stdin: diff });
  });

  it("and says which file is not on disk", async () => {
    const repo = edited();
    await check(repo, ["--diff-file", "-"], ["fail 1", "no-coverage-data gone.ts:1", "SOURCE_UNREADABLE"], {
      stdin: "--- /dev/null\n+++ b/gone.ts\n@@ -0,0 +1 @@\n+a();\n",
    });
  });
});

describe("coverage:diff answers in the form that is asked for", () => {
  it("--limit shows so many ranges and says what it left", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 }, ["2,0,0,1", "2,0,1,0"]);
    const document = await check(repo, ["--limit", "1"], ["fail 1", `partial-branch ${PRICE}:2`]);
    expect(document.truncated).toEqual({ shown: 1, total: 2 });
    expect(document.summary.uncoveredCount).toBe(2);
  });

  it("--brief leaves out snippets", async () => {
    const document = await check(edited(GROWN, { ...RAN, 3: 0 }), ["--brief"], ["fail 1", `uncovered ${PRICE}:3`]);
    expect(document.fileSummaries[0]?.ranges[0]?.snippet).toBeNull();
  });

  it("--exit-zero keeps the verdict and exits 0 on a failed gate, and on nothing else", async () => {
    await check(edited(GROWN, { ...RAN, 3: 0 }), ["--exit-zero"], ["fail 1", `uncovered ${PRICE}:3`]);
    await check(shop(), ["--exit-zero", "--base", "nowhere"], ["error 4", "BASE_NOT_FOUND"]);
  });

  it("a leading -- is dropped, and --json silences the summary for people", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 });
    const loud = await run(runDiff, ["--", "--base", "main"], { cwd: repo.root });
    const quiet = await run(runDiff, ["--base", "main", "--json"], { cwd: repo.root });
    expect(loud.stderr).toContain(`3 uncovered: did not run in price`);
    expect(quiet.stderr).toBe("");
    expect(quiet.stdout).toBe(loud.stdout);
  });

  it("--format writes files beside the answer", async () => {
    const repo = edited(GROWN, { ...RAN, 3: 0 });
    const { stdout } = await run(runDiff, ["--format", "json=out/a.json", "--format", "human=out/a.txt", "--format", "json"], {
      cwd: repo.root,
    });
    expect(readFileSync(repo.path("out/a.json"), "utf8")).toBe(stdout);
    expect(readFileSync(repo.path("out/a.txt"), "utf8")).toContain("uncovered: did not run");
  });

  it("--help lists the flags, and is no failure", async () => {
    const { exitCode, stdout } = await run(runDiff, ["--help"], { cwd: tmpdir() });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("--diff-file");
  });

  it.each([
    ["on a terminal, unless NO_COLOR is set", {}, true],
    ["never with NO_COLOR", { NO_COLOR: "1" }, false],
    ["never in CI", { CI: "true" }, false],
    ["in CI with FORCE_COLOR", { CI: "true", FORCE_COLOR: "1" }, true],
    ["never with FORCE_COLOR=0", { FORCE_COLOR: "0" }, false],
  ])("colours %s", async (_sentence, env, expected) => {
    const out: string[] = [];
    const stream = { write: (text: string | Uint8Array) => out.push(String(text)), isTTY: true };
    await runDiff(["--base", "HEAD"], { cwd: shared.root, env, stdin: process.stdin, stdout: { write: () => true }, stderr: stream });
    expect(out.join("").includes("\u001b[")).toBe(expected);
  });
});

describe("coverage:diff refuses", () => {
  it.each<[string, readonly string[], string]>([
    ["a flag that it does not know", ["--bse", "main"], "USAGE"],
    ["an operand", ["main"], "USAGE"],
    ["a limit that is no number", ["--limit", "many"], "USAGE"],
    ["a format that it does not know", ["--format", "pdf"], "USAGE"],
  ])("%s", async (_sentence, argv, code) => {
    const document = await check(shared, argv, ["error 2", code]);
    expect(document.errors[0]?.hint).toBe("pnpm coverage:diff --help");
  });

  it("a manifest with 120 percent, naming file, field, what was received and what is allowed", async () => {
    const repo = shop();
    const manifest = readFileSync(repo.path("packages/shop/src/feature.manifest.ts"), "utf8");
    repo.write({ "packages/shop/src/feature.manifest.ts": manifest.replace("branches: 75", "branches: 120") });
    const { errors } = await check(repo, [], ["error 2", "MANIFEST_INVALID"]);
    expect(errors[0]?.message).toBe(
      "packages/shop/src/feature.manifest.ts: coverage.bands.baseline.branches is 120; allowed: a number from 0 to 100",
    );
  });

  it("a folder without a repository, and one that is not there", async () => {
    const repo = shop();
    rmSync(repo.path(".git"), { recursive: true });
    await check(repo, [], ["error 4", "NOT_A_REPOSITORY"]);
    await check(repo, ["--cwd", "nowhere"], ["error 4", "FOLDER_MISSING"]);
  });
});

describe("coverage:diff guards against gaming", () => {
  const guardOf = ({ guard }: CoverageDiffDocument) =>
    guard.map(({ kind, file, line, accepted }) => `${kind} ${file}:${String(line)} ${accepted ? "accepted" : "refused"}`);
  const MANIFEST = "packages/shop/src/feature.manifest.ts";

  it.each<[string, (repo: TempRepo) => Readonly<Record<string, string | null>>, string[]]>([
    [
      "an ignore hint",
      () => ({ [PRICE]: PRICE_TEXT.replace("  if", "  /* v8 ignore next */\n  if") }),
      [`ignore-added ${PRICE}:2 refused`],
    ],
    ["a skipped test", () => ({ [PRICE_TEST]: 'it.skip("is free", () => {});\n' }), [`test-skipped ${PRICE_TEST}:1 refused`]],
    ["a deleted test", () => ({ [PRICE_TEST]: null }), [`test-deleted ${PRICE_TEST}:null refused`]],
    [
      "a lower band",
      (repo) => ({ [MANIFEST]: readFileSync(repo.path(MANIFEST), "utf8").replace("lines: 100", "lines: 99") }),
      [`band-lowered ${MANIFEST}:7 refused`],
    ],
    [
      "an exempt rule",
      () => ({
        "repo.manifest.ts":
          'import { defineRepo } from "x";\nexport default defineRepo({ exempt: [{ id: "all", globs: ["packages/**"], why: "x" }] });\n',
      }),
      ["exempt-widened repo.manifest.ts:2 refused"],
    ],
  ])("%s fails, and is listed", async (_sentence, edit, expected) => {
    const repo = shop();
    writeReport(repo, recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }), { [PRICE]: PRICE_TEXT });
    repo.write(edit(repo));
    const { document, exitCode } = await runDocument(coverageDiffDocument, runDiff, [], { cwd: repo.root });
    expect([exitCode, guardOf(document)]).toEqual([1, expected]);
  });

  const low = "{ statements: 1, branches: 1, functions: 1, lines: 1 }";
  const manifestOf = (name: string, bands: string) => `export default defineFeature({ name: "${name}", coverage: { bands: ${bands} } });\n`;
  const strict = manifestOf("shop", "{ baseline: { statements: 90, branches: 75, functions: 80, lines: 80 } }");
  const loose = manifestOf("shop", `{ baseline: ${low} }`);
  const without = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]));
  const AT_ROOT = "packages/shop/feature.manifest.ts";
  const REPO = "repo.manifest.ts";
  const listing = (...globs: string[]) => `export default defineRepo({ features: ${JSON.stringify(globs)} });\n`;
  const gone = "as the manifest is gone";
  const lowered = [
    `baseline.statements from 90 to 1`,
    "baseline.branches from 75 to 1",
    "baseline.functions from 80 to 1",
    "baseline.lines from 80 to 1",
  ];

  it.each<[string, Readonly<Record<string, string | null>>, Readonly<Record<string, string | null>>, string[]]>([
    ["is deleted", { [MANIFEST]: strict }, { [MANIFEST]: null }, [`${MANIFEST} baseline.statements from 90 to 80, ${gone}`]],
    [
      "is renamed",
      { [MANIFEST]: strict },
      { [MANIFEST]: null, "packages/shop/src/old.ts": strict },
      [`${MANIFEST} baseline.statements from 90 to 80, ${gone}`],
    ],
    ["is deleted with its feature", { [MANIFEST]: strict }, without(MANIFEST, PRICE, PRICE_TEST, "packages/shop/package.json"), []],
    [
      "is replaced by another of the package",
      { [MANIFEST]: strict },
      { [MANIFEST]: null, [AT_ROOT]: `// ${"new ".repeat(99)}\n${loose}` },
      lowered.map((each) => `${AT_ROOT} ${each}`),
    ],
    [
      "is put in the shade by another of the package",
      { [MANIFEST]: null, [AT_ROOT]: strict },
      { [MANIFEST]: loose },
      lowered.map((each) => `${MANIFEST} ${each}`),
    ],
    ["was in the shade of another of the package", { [MANIFEST]: loose, [AT_ROOT]: strict }, { [MANIFEST]: `${loose}// more\n` }, []],
    [
      "moves with its package, and is edited on the way",
      { [MANIFEST]: strict },
      { ...without(MANIFEST, PRICE, PRICE_TEST, "packages/shop/package.json"), "packages/store/src/feature.manifest.ts": loose },
      lowered.map((each) => `packages/store/src/feature.manifest.ts ${each}`),
    ],
    [
      "moves with its package, and is written anew",
      { [MANIFEST]: strict },
      {
        ...without(MANIFEST, PRICE, PRICE_TEST, "packages/shop/package.json"),
        "packages/store/src/feature.manifest.ts": `// ${"new ".repeat(99)}\n${loose}`,
      },
      lowered.map((each) => `packages/store/src/feature.manifest.ts ${each}`),
    ],
    [
      "is read no more, as the repository's manifest says",
      { [MANIFEST]: strict, [REPO]: listing("./packages/*/") },
      { [REPO]: listing("apps/*") },
      [`${REPO} ${MANIFEST} is read no more: baseline.statements from 90 to 80`],
    ],
    [
      "is read no more, as the workspace's file says",
      { [MANIFEST]: strict },
      { "pnpm-workspace.yaml": 'packages: ["apps/*"]\n' },
      [`pnpm-workspace.yaml ${MANIFEST} is read no more: baseline.statements from 90 to 80`],
    ],
    ["is read by another list", { [MANIFEST]: strict }, { [REPO]: listing("packages/shop") }, []],
    [
      "was not read before either",
      { [MANIFEST]: strict, [REPO]: listing("packages/*", "!packages/shop") },
      { [REPO]: listing("apps/*") },
      [],
    ],
    ["was no package's", { "fixtures/feature.manifest.ts": strict, "fixtures/a.ts": "" }, { "fixtures/feature.manifest.ts": null }, []],
    [
      "was where no list could be read",
      { "pnpm-workspace.yaml": "packages: [" },
      { "pnpm-workspace.yaml": 'packages: ["packages/*"]\n', [MANIFEST]: null },
      [],
    ],
    [
      "is the repository's, and deleted",
      { [REPO]: `export default defineRepo({ band: ${low} });\n` },
      { [REPO]: null },
      ["statements", "branches", "functions", "lines"].map((each) => `${REPO} the repository.${each} from 1 to 0`),
    ],
    [
      "is the repository's, and renamed",
      { [REPO]: `export default defineRepo({ band: ${low} });\n` },
      { [REPO]: null, "old.ts": `export default defineRepo({ band: ${low} });\n` },
      ["statements", "branches", "functions", "lines"].map((each) => `${REPO} the repository.${each} from 1 to 0`),
    ],
  ])("a manifest that %s", async (_sentence, before, now, expected) => {
    const repo = shop();
    repo.commit(before);
    repo.git("checkout", "--quiet", "-b", "work");
    repo.commit(now);
    const { document } = await runDocument(coverageDiffDocument, runDiff, [], { cwd: repo.root });
    const found = document.guard.filter(({ kind }) => kind === "band-lowered").map(({ file, detail }) => `${file} ${detail}`);
    expect(found).toEqual(expected);
  });

  it("a coverage exclude outside of manifests fails, and one that cannot be read is told", async () => {
    const config = "packages/shop/vitest.config.ts";
    const repo = shop({ [config]: "export default defineConfig({ test: { coverage: { exclude: [] } } });\n" });
    repo.write({ [config]: "export default defineConfig({ test: { coverage: { exclude: ['src/**'] } } });\n" });
    expect(guardOf(await check(repo, [], ["fail 1"]))).toEqual([`exempt-widened ${config}:1 refused`]);
    repo.write({ [config]: "export default defineConfig({ test: { coverage: { exclude: list() } } });\n" });
    await check(repo, [], ["pass 0 only-exempt", "CONFIG_UNREADABLE"]);
    await check(repo, ["--no-guard"], ["pass 0 only-exempt", "GUARD_OFF"]);
  });

  it("a reason in the comment is accepted, and --no-guard is never silent", async () => {
    const repo = shop();
    repo.write({ [PRICE_TEST]: '// waits -- for the tax office\nit.skip("is free", () => {});\n' });
    expect(guardOf(await check(repo, [], ["pass 0 only-exempt"]))).toEqual([`test-skipped ${PRICE_TEST}:2 accepted`]);
    repo.write({ [PRICE_TEST]: 'it.skip("is free", () => {});\n' });
    expect(guardOf(await check(repo, ["--no-guard"], ["pass 0 only-exempt", "GUARD_OFF"]))).toEqual([]);
  });

  it("a manifest that could not be read at the base took nothing away", async () => {
    const repo = shop();
    const good = readFileSync(repo.path(MANIFEST), "utf8");
    repo.commit({ [MANIFEST]: "broken(" });
    repo.write({ [MANIFEST]: good });
    await check(repo, ["--base", "HEAD"], ["pass 0 only-exempt"]);
  });
});

it("a source with a syntax error is judged by the report's lines, and said to be", async () => {
  const text = "if (\n  a\n";
  const repo = shop();
  repo.write({ [PRICE]: text });
  writeReport(repo, recordOf(PRICE, { 1: 0 }), { [PRICE]: text });
  await check(repo, [], ["fail 1", `uncovered ${PRICE}:1`, "SOURCE_UNPARSED"]);
});

it("the manifest of the repository has a say: base, exempt rules, path maps", async () => {
  const repo = createTempRepo();
  repos.push(repo);
  const manifest = `import { defineRepo } from "@repo/core-shared/conformance/feature";
export default defineRepo({
  base: "trunk",
  exempt: [{ id: "generated", globs: ["src/generated/**"], why: "made by a tool" }],
  pathMaps: [{ from: "/build/out", to: "src" }],
} as const);
`;
  repo.commit({ "repo.manifest.ts": manifest, "src/a.ts": "a();\n", "src/generated/b.ts": "b();\n", "src/c/a.ts": "c();\n" });
  repo.git("branch", "trunk");
  repo.write({ "src/a.ts": "a(1);\n", "src/generated/b.ts": "b(1);\n", "coverage/lcov.info": recordOf("/build/out/a.ts", { 1: 1 }) });
  const document = await check(repo, [], ["pass 0", "FRESHNESS_UNKNOWN"]);
  expect(document.base).toMatchObject({ ref: "trunk", chosenBy: "manifest" });
  expect(document.summary.filesGated).toBe(1);
});
