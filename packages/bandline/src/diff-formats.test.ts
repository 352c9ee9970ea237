/** The formats of `coverage:diff` for other programs, written by the command itself. */
import { coverageDiffDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { loadedFiles } from "./__fixtures__/loaded-files.js";
import { run, runDocument } from "./__fixtures__/run.js";
import { GROWN, PRICE, createShop, recordOf, writeReport } from "./__fixtures__/shop.js";
import { runAggregate, runDiff } from "./index.js";

/** Line 2 has two arms, both taken; line 3 never ran. */
const repo = createShop();
const REPORT = "packages/shop/coverage/lcov.info";
repo.write({ ".gitignore": "**/coverage/*\n!/coverage/summary.json\n", [REPORT]: recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }) });
await run(runAggregate, [], { cwd: repo.root });
repo.commit();
repo.write({ [PRICE]: GROWN });
// Older than the report of the repository, so that it is not merged anew.
repo.write({ [REPORT]: recordOf(PRICE, { 2: 4, 3: 0, 5: 1, 6: 1, 8: 1 }, ["2,0,0,1", "2,0,1,4"]) });
utimesSync(repo.path(PRICE), 1_000, 1_000);
utimesSync(repo.path(REPORT), 2_000, 2_000);
writeReport(repo, recordOf(PRICE, { 2: 4, 3: 0, 5: 1, 6: 1, 8: 1 }, ["2,0,0,1", "2,0,1,4"]), { [PRICE]: GROWN });
afterAll(() => repo.remove());

const COMMAND = "pnpm --filter @shop/shop exec vitest run src/entities/price.test.ts --coverage";
const ANNOTATION = `::error file=${PRICE},line=3,endLine=3,title=coverage%3A uncovered::this line did not run under test in price%0Anext: ${COMMAND}\n`;

/** @returns what the file of a format says, beside a JSON that says the same as always. */
async function written(name: string, argv: readonly string[] = []): Promise<string> {
  const file = `coverage/verdict.${name}`;
  const { document, exitCode, stderr } = await runDocument(coverageDiffDocument, runDiff, ["--format", `${name}=${file}`, ...argv], {
    cwd: repo.root,
  });
  expect([exitCode, document.uncovered]).toEqual([1, [{ file: PRICE, line: 3, kind: "uncovered" }]]);
  expect(stderr).toMatch(/^coverage:diff fail/);
  return readFileSync(repo.path(file), "utf8");
}

const guide = readFileSync(join(import.meta.dirname, "../../../docs/guides/reports.md"), "utf8");

/** The block of code below the format's heading. */
function shownInGuide(name: string): string {
  const [, rest = ""] = guide.split(`\n### ${name}\n`);
  return /^(`{3,})\w+\n([^]*?)\n\1$/m.exec(rest)?.[2] ?? "";
}

/** Without what differs from run to run, and where the guide's own formatting pads. */
function plain(text: string): string {
  const known = text
    .replaceAll(/-{2,}(?=:?\s*\|)/g, "--")
    .replace(/\([0-9a-f]{7}, default\)/, "(base)")
    .replace(/(?<=beside `)[0-9a-f]{7}/, "base")
    .replace(/timestamp="\d+"/, "");
  return known
    .replaceAll(/(?<=^\|.*) +(?=\|)|(?<=\|) +(?=.*\|$)/gm, "")
    .replaceAll(/\n+/g, "\n")
    .trim();
}

describe("--format NAME=FILE", () => {
  it.each<[string, (string | RegExp)[]]>([
    ["github", [ANNOTATION]],
    ["markdown", [`| \`${PRICE}\` | 1 of 2 | 50 |`, `<summary><code>${PRICE}</code>: `, "- line 3 **uncovered**", `1. \`test ${PRICE}:3`]],
    ["sarif", ['"ruleId": "uncovered"', `"uri": "${PRICE}"`, '"startLine": 3']],
    ["gitlab", ['"check_name": "uncovered"', `"path": "${PRICE}"`, '"severity": "major"']],
    ["rdjson", ['"value": "uncovered"', `"path": "${PRICE}"`]],
    ["junit", [`<testcase name="${PRICE}" classname="coverage:diff">`, '<failure message="this line did not run under test in price"']],
    [
      "cobertura",
      [
        `filename="${PRICE}" line-rate="0.5" branch-rate="1"`,
        '<line number="2" hits="4" branch="true" condition-coverage="100% (2/2)"/>',
        '<line number="3" hits="0" branch="false"/>',
        /<lines>\s*(<line [^>]*>\s*){2}<\/lines>/,
      ],
    ],
  ])("writes %s beside the JSON and the summary", async (name, parts) => {
    const text = await written(name);
    for (const part of parts) expect(text).toEqual(typeof part === "string" ? expect.stringContaining(part) : expect.stringMatching(part));
  });

  it.each(["github", "markdown", "gitlab", "rdjson", "junit", "cobertura"])("writes %s as the guide shows it", async (name) => {
    expect(plain(await written(name))).toBe(plain(shownInGuide(name)));
  });

  it("writes results of SARIF as the guide shows one", async () => {
    const { runs } = JSON.parse(await written("sarif")) as { readonly runs: readonly { readonly results: readonly object[] }[] };
    expect(runs[0]?.results).toEqual([JSON.parse(shownInGuide("sarif"))]);
  });

  it("counts what --limit leaves out, and has every line in Cobertura", async () => {
    repo.write({ "packages/shop/src/entities/tax.ts": "export const tax = 1;\n" });
    const argv = ["--limit", "1", "--format", "cobertura=c.xml", "--format", "github=g.txt"];
    const { document } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root });
    repo.write({ "packages/shop/src/entities/tax.ts": null });
    expect(document.truncated).toEqual({ shown: 1, total: 2 });
    expect(readFileSync(repo.path("g.txt"), "utf8")).toMatch(/\n::warning title=coverage%3Adiff::1 more: [^\n]+\n$/);
    expect(readFileSync(repo.path("c.xml"), "utf8")).toMatch(/lines-covered="1" lines-valid="3"/);
    repo.write({ "c.xml": null, "g.txt": null });
  });

  it("tells in every file that nothing could be judged, and calls none of it covered", async () => {
    const names = ["github", "markdown", "sarif", "gitlab", "rdjson", "junit", "cobertura"];
    const argv = ["--lcov", "gone.info", ...names.flatMap((name) => ["--format", `${name}=coverage/fault.${name}`])];
    const { document } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root });
    expect(document.exitCode).toBe(3);
    const silent = names.filter((name) => !readFileSync(repo.path(`coverage/fault.${name}`), "utf8").includes("REPORT_MISSING"));
    expect(silent).toEqual([]);
    expect(readFileSync(repo.path("coverage/fault.cobertura"), "utf8")).toContain('<coverage line-rate="0"');
  });

  it.each(["sarif", "gitlab", "rdjson", "junit", "cobertura"])("refuses %s without a file, and judges nothing", async (name) => {
    const { document } = await runDocument(coverageDiffDocument, runDiff, ["--format", name], { cwd: repo.root });
    expect([document.exitCode, document.errors[0]?.code]).toEqual([2, "USAGE"]);
    expect(document.errors[0]?.message).toContain(`It needs a file: ${name}=FILE.`);
  });
});

describe("a format without a file", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["github takes the summary's place", ["--format", "github"], /^::error [^\n]*\n$/],
    ["markdown takes the summary's place", ["--format", "markdown"], /^### `coverage:diff fail/],
    ["github stands there under --json too", ["--format", "github", "--json"], /^::error [^\n]*\n$/],
    ["human beside github is shown too", ["--format", "github", "--format", "human"], /^::error [^\n]*\ncoverage:diff fail/],
    ["one that is asked for twice is shown once", ["--format", "github", "--format", "github"], /^::error [^\n]*\n$/],
  ])("%s", async (_sentence, argv, expected) => {
    const { stderr } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root });
    expect(stderr).toMatch(expected);
  });
});

it.each(["github", "sarif", "cobertura"])("--hook writes the file of %s, and keeps its streams as they are", async (name) => {
  const file = `coverage/hook.${name}`;
  const hook = ["--hook", "claude", "--format", `${name}=${file}`];
  const { exitCode, stdout, stderr } = await run(runDiff, hook, { cwd: repo.root, stdin: "{}" });
  expect([exitCode, stdout, stderr.slice(0, 18)]).toEqual([2, "", "coverage:diff fail"]);
  expect(readFileSync(repo.path(file), "utf8")).toContain(PRICE);
});

it("--hook takes no word of github for its own", async () => {
  const { stderr } = await run(runDiff, ["--hook", "claude", "--format", "github"], { cwd: repo.root, stdin: "{}" });
  expect(stderr).not.toContain("::error");
});

const DOOR = join(fileURLToPath(new URL("../../..", import.meta.url)), "scripts/coverage/diff.mjs");
/** @returns whether a process of the door loaded a file in which the reporters for other programs stand. */
function loadsReports(shop: TempRepo, argv: readonly string[]): boolean {
  const loaded = loadedFiles(DOOR, ["--json", ...argv], shop.root);
  expect(loaded.length).toBeGreaterThan(1);
  return loaded.some((file) => readFileSync(file, "utf8").includes("schemastore.org/sarif-2.1.0.json"));
}

it.each<[string, readonly string[], boolean]>([
  ["no format", [], false],
  ["json and human", ["--format", "json=coverage/v.json", "--format", "human"], false],
  ["a fault", ["--lcov", "gone.info"], false],
  ["sarif", ["--format", "sarif=coverage/v.sarif"], true],
])("the reporters for other programs are loaded for %s: %#", (_sentence, argv, expected) => {
  expect(loadsReports(repo, argv)).toBe(expected);
});
