import type { CoverageDiffDocument, ExplainEntry } from "@repo/coverage-core";
import { coverageDiffDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { rmSync, symlinkSync, utimesSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { run, runDocument, type RunOptions } from "./__fixtures__/run.js";
import { GROWN, PRICE, PRICE_TEST, PRICE_TEXT, createShop, recordOf, writeReport } from "./__fixtures__/shop.js";
import { runDiff } from "./index.js";

const repos: TempRepo[] = [];
afterAll(() => {
  for (const repo of repos) repo.remove();
});

const OTHER = "packages/shop/src/entities/other.ts";
const OTHER_TEXT = "export const other = (a: number) =>\n  call(\n    // a note\n    a,\n  );\n";
const RAN = { 2: 1, 3: 0, 5: 4, 6: 1, 8: 1 };

/** A changed price list, lines 2 to 4, and a file that did not change; both are in the report. */
function shop(text = GROWN): TempRepo {
  const repo = createShop({ [OTHER]: OTHER_TEXT });
  repos.push(repo);
  repo.write({ [PRICE]: text });
  const arms = ["2,0,0,0", "2,0,1,7"];
  writeReport(repo, recordOf(OTHER, { 2: 3 }) + recordOf(PRICE, RAN, arms), { [PRICE]: text, [OTHER]: OTHER_TEXT });
  return repo;
}

const shared = shop();

async function explain(
  repo: TempRepo,
  places: readonly string[],
  options: Partial<RunOptions> & { argv?: string[] } = {},
): Promise<CoverageDiffDocument> {
  const argv = [...places.flatMap((place) => ["--explain", place]), ...(options.argv ?? [])];
  const { document } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root, ...options });
  return document;
}

/** The verdict, then what it follows from. */
function shortOf({ verdict, gate, change, execution, coverage, freshness }: ExplainEntry): string[] {
  return [
    [verdict.outcome, verdict.kind].filter((each) => each !== null).join(" "),
    verdict.because,
    gate.gated ? "gated" : `exempt ${String(gate.rule)}`,
    change.changed ? "changed" : "unchanged",
    `${execution.executable ? "can run" : "cannot run"}: ${execution.why}`,
    `${String(execution.hits)} hits, DA at ${coverage.records.flatMap(({ counts }) => counts.map(({ line }) => line)).join(", ")}`,
    freshness.state,
  ];
}

async function check(place: string, expected: readonly string[], repo = shared, argv: string[] = []): Promise<ExplainEntry> {
  const { explain: entries, errors } = await explain(repo, [place], { argv });
  expect(errors.map(({ code }) => code)).toEqual(expected.includes("stale") ? ["REPORT_STALE"] : []);
  const [entry] = entries as [ExplainEntry];
  expect(shortOf(entry)).toEqual(expected);
  return entry;
}

const NOTHING_COUNTED = "null hits, DA at ";

describe("--explain of a line", () => {
  it("that did not run has everything that the verdict follows from", async () => {
    const { explain: entries, exitCode } = await explain(shared, [`${PRICE}:3`]);
    expect(exitCode).toBe(1);
    expect(entries).toEqual([
      {
        file: PRICE,
        line: 3,
        text: "    throw new RangeError(String(net));",
        package: "@shop/shop",
        layer: "entities",
        band: { statements: 100, branches: 100, functions: 100, lines: 100 },
        function: { name: "price", line: 1 },
        gate: { gated: true, rule: null, why: "no exempt rule matches; a file of @shop/shop, layer entities" },
        change: {
          changed: true,
          hunk: { oldStart: 1, oldCount: 0, newStart: 2, newCount: 3 },
          why: `hunk -1,0 +2,3 since ${shared.git("rev-parse", "--short=7", "main")}, where the change leaves main`,
        },
        execution: { executable: true, statementLine: 3, hits: 0, why: "the report has a DA for the line" },
        coverage: {
          records: [{ report: "coverage/lcov.info", line: 6, path: PRICE, counts: [{ line: 10, count: "0" }] }],
          why: "1 record is of the file",
        },
        arms: [],
        freshness: {
          state: "fresh",
          measured: shared.git("hash-object", PRICE),
          onDisk: shared.git("hash-object", PRICE),
          why: `the test run recorded the text that is on disk, blob ${shared.git("hash-object", PRICE).slice(0, 7)}`,
        },
        guard: [],
        verdict: {
          outcome: "fails",
          kind: "uncovered",
          because: "the line changed, can run, and no test ran it",
          next: "pnpm --filter @shop/shop exec vitest run src/entities/price.test.ts --coverage",
        },
      },
    ]);
  });

  it("with an arm that was never taken counts its arms", async () => {
    const because = "an arm of the line was never taken, and the file's changed arms are below its band";
    const own = "can run: the report has a DA for the line";
    const { arms } = await check(`${PRICE}:2`, ["fails partial-branch", because, "gated", "changed", own, "1 hits, DA at 9", "fresh"]);
    expect(arms).toEqual([
      { arm: "if", taken: 0 },
      { arm: "else", taken: 7 },
    ]);
  });

  const unchanged = "the line did not change";
  it.each<[string, string, string[]]>([
    [
      "of nothing but a bracket",
      `${PRICE}:4`,
      [
        "not-judged",
        "nothing on the line can run: nothing but brackets; no DA in the report",
        "gated",
        "changed",
        "cannot run: nothing but brackets; no DA in the report",
        NOTHING_COUNTED,
        "fresh",
      ],
    ],
    [
      "that did not change",
      `${PRICE}:8`,
      ["not-judged", unchanged, "gated", "unchanged", "can run: the report has a DA for the line", "1 hits, DA at 13", "fresh"],
    ],
    [
      "inside a statement of a file that did not change",
      `${OTHER}:4`,
      [
        "not-judged",
        "the file did not change",
        "gated",
        "unchanged",
        "can run: inside the statement that begins at line 2",
        "3 hits, DA at 3",
        "fresh",
      ],
    ],
    [
      "of a test",
      `${PRICE_TEST}:1`,
      [
        "not-judged",
        "the file is exempt by the rule test-file: a test",
        "exempt test-file",
        "unchanged",
        "can run: a statement; the file is in no report",
        NOTHING_COUNTED,
        "unknown",
      ],
    ],
    [
      "of a document",
      "README.md:1",
      [
        "not-judged",
        "the file is exempt by the rule docs-and-data: text or data",
        "exempt docs-and-data",
        "unchanged",
        "cannot run: a line of a language that is not parsed",
        NOTHING_COUNTED,
        "unknown",
      ],
    ],
  ])("%s", async (_sentence, place, expected) => {
    await check(place, expected);
  });

  it("of a new file in no report fails with the file's one hit", async () => {
    const repo = shop();
    repo.write({ "packages/shop/src/entities/tax.ts": "// tax\ntax();\n\nexport type Tax = number;\n" });
    const place = "packages/shop/src/entities/tax.ts";
    const because = "the file changed, can run, and is in no report";
    const { verdict, coverage } = await check(
      `${place}:2`,
      [
        "fails no-coverage-data",
        `${because}, which is told once, at line 1`,
        "gated",
        "changed",
        "can run: a statement; the file is in no report",
        NOTHING_COUNTED,
        "unknown",
      ],
      repo,
    );
    expect([verdict.next, coverage.why]).toEqual([
      "pnpm test --coverage --filter @shop/shop",
      "no record of coverage/lcov.info is of the file",
    ]);
    await check(
      `${place}:1`,
      ["fails no-coverage-data", because, "gated", "changed", "cannot run: a comment", NOTHING_COUNTED, "unknown"],
      repo,
    );
    await check(
      `${place}:4`,
      ["not-judged", "nothing on the line can run: a type", "gated", "changed", "cannot run: a type", NOTHING_COUNTED, "unknown"],
      repo,
    );
  });

  it("of a stale file has no counts, and the command that makes new ones", async () => {
    const repo = shop();
    repo.write({ [PRICE]: GROWN.replace("< 0", "<= 0") });
    const { verdict, freshness, coverage } = await check(
      `${PRICE}:3`,
      [
        "not-judged stale-coverage",
        "the report was made from another text of the file, so its counts mean nothing",
        "gated",
        "changed",
        "can run: a statement; the report speaks of another text",
        NOTHING_COUNTED,
        "stale",
      ],
      repo,
    );
    expect([verdict.next, freshness.measured === freshness.onDisk, coverage.records.length]).toEqual([
      "pnpm test --coverage --filter @shop/shop",
      false,
      1,
    ]);
  });
});

describe("--explain finds its line", () => {
  const placeOf = ({ explain: [entry] }: CoverageDiffDocument) => `${String(entry?.file)}:${String(entry?.line)}`;

  it.each<[string, string, string]>([
    ["from the folder that the command runs in", "packages/shop/src", "entities/price.ts:3"],
    ["by an absolute path", "packages", shared.path(PRICE) + ":3"],
    ["by a way up", "packages/shop", "../shop/src/entities/../entities/price.ts:3"],
  ])("%s", async (_sentence, cwd, place) => {
    expect(placeOf(await explain(shared, [place], { cwd: shared.path(cwd) }))).toBe(`${PRICE}:3`);
  });

  it("through links on the way, behind the last colon, and several times", async () => {
    const repo = shop();
    repo.write({ "packages/shop/src/a:1.ts": "a();\n", "packages/shop/src/none.ts": "" });
    symlinkSync("packages", repo.path("way"));
    const { explain: entries } = await explain(repo, ["way/shop/src/a:1.ts:1", `${PRICE}:9`, `${PRICE}:9`]);
    expect(entries.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(["packages/shop/src/a:1.ts:1", `${PRICE}:9`, `${PRICE}:9`]);
  });

  const gone = createShop({ "gone.ts": "gone();\n", "empty.ts": "", "one.ts": "a();" });
  repos.push(gone);
  gone.write({ "gone.ts": null });
  it.each<[string, string, string, string, string]>([
    [
      "that has no such line",
      `${PRICE}:7`,
      "LINE_MISSING",
      `${PRICE} has 6 lines, and no line 7`,
      `pnpm coverage:diff --explain ${PRICE}:6`,
    ],
    ["with one line, not closed", "one.ts:2", "LINE_MISSING", "one.ts has 1 line, and no line 2", "pnpm coverage:diff --explain one.ts:1"],
    ["that is empty", "empty.ts:1", "LINE_MISSING", "empty.ts has 0 lines, and no line 1", "name a file with lines"],
    ["that the change deletes", "gone.ts:1", "FILE_MISSING", "gone.ts is deleted by the change", "name a file that is there"],
    ["that is a folder", "packages/shop:1", "FILE_MISSING", "packages/shop is no file", "name a file, not a folder"],
    [
      "outside",
      "../x.ts:1",
      "FILE_MISSING",
      `../x.ts is not in the repository at ${gone.root}`,
      "name a file of the repository, or the repository with --cwd DIR",
    ],
    [
      "that is the repository itself",
      ".:1",
      "FILE_MISSING",
      `. is not in the repository at ${gone.root}`,
      "name a file of the repository, or the repository with --cwd DIR",
    ],
    [
      "that nobody knows",
      "no.ts:1",
      "FILE_MISSING",
      `there is no file no.ts in ${gone.root}`,
      "name a file as it is seen from the folder that the command runs in",
    ],
  ])("or refuses a file %s", async (_sentence, place, code, message, hint) => {
    const { exitCode, errors, explain: entries } = await explain(gone, [place]);
    expect([exitCode, errors, entries]).toEqual([2, [{ code, message, hint }], []]);
  });

  it("or says how to name it from another folder", async () => {
    const { errors } = await explain(gone, [`${PRICE}:3`], { cwd: gone.path("packages") });
    expect(errors[0]?.hint).toBe("pnpm coverage:diff --explain shop/src/entities/price.ts:3");
  });

  it.each([PRICE, `${PRICE}:0`, `${PRICE}:x`, ":3", `${PRICE}:-1`])("or refuses %s, which is no FILE:LINE", async (place) => {
    const { exitCode, errors } = await explain(gone, [place]);
    expect([exitCode, errors[0]?.code]).toEqual([2, "USAGE"]);
    expect(errors[0]?.message).toContain("It takes FILE:LINE, the line a whole number from 1.");
  });
});

describe("--explain of a file", () => {
  it("that git ignores says so, without any report", async () => {
    const repo = createShop({ ".gitignore": "coverage/\nlocal/\n" });
    repos.push(repo);
    repo.write({ "local/a.ts": "a();\n" });
    const { explain: entries, exitCode } = await explain(repo, ["local/a.ts:1"], { argv: ["--base", "HEAD"] });
    expect(exitCode).toBe(0);
    expect(entries[0]).toMatchObject({
      change: { changed: false, why: "git ignores the file, so no change has it" },
      coverage: { records: [], why: `REPORT_MISSING: there is no report at ${repo.path("coverage/lcov.info")}` },
      package: null,
      gate: { gated: true, why: "no exempt rule matches; a file of no package, layer baseline" },
      verdict: { outcome: "not-judged", because: "the file did not change", next: null },
    });
  });

  it("that is a link, or binary, has no lines to judge", async () => {
    const repo = shop();
    repo.write({ "packages/shop/src/data.ts": "\0" });
    symlinkSync("data.ts", repo.path("packages/shop/src/link.ts"));
    const { explain: entries } = await explain(repo, ["packages/shop/src/data.ts:1", "packages/shop/src/link.ts:1"]);
    expect(entries.map(({ change, verdict, text, freshness }) => [change.why, verdict.because, text, freshness.why])).toEqual([
      ["a binary file has no lines to judge", "a change of kind binary has no lines", null, "the file cannot be read as text"],
      ["a symbolic link has no lines to judge", "a change of kind symlink has no lines", null, "the file cannot be read as text"],
    ]);
  });

  it("that only the diff knows", async () => {
    const stdin = "--- /dev/null\n+++ b/gone.ts\n@@ -0,0 +1 @@\n+a();\n";
    const { explain: entries } = await explain(shared, ["gone.ts:1"], { argv: ["--diff-file", "-"], stdin });
    expect(entries[0]).toMatchObject({
      change: { changed: true, hunk: { oldStart: 0, newStart: 1 }, why: "hunk -0,0 +1,1 in the diff that was handed in" },
      execution: { executable: true, why: "the file cannot be read; the file is in no report" },
      verdict: { outcome: "fails", kind: "no-coverage-data" },
    });
  });

  it("that nobody reads is exempt, unless a report speaks of it", async () => {
    const repo = shop();
    const [sheet, template] = ["packages/shop/src/a.css", "packages/shop/src/a.tpl"];
    repo.write({ [sheet]: "a {}\n", [template]: "a\n" });
    writeReport(repo, recordOf(PRICE, RAN) + recordOf(template, { 1: 0 }), { [PRICE]: GROWN, [template]: "a\n" });
    const { explain: entries } = await explain(repo, [`${sheet}:1`, `${template}:1`]);
    expect(entries.map(({ gate, verdict }) => [gate.rule, verdict.outcome])).toEqual([
      ["no-reader", "not-judged"],
      [null, "fails"],
    ]);
  });

  it("of which two records speak cites both, and the verdict is made by their sum", async () => {
    const repo = shop();
    writeReport(repo, `# made by hand\n${recordOf(`/ci/${PRICE}`, RAN)}${recordOf(PRICE, { 3: 2, 8: 1 }, ["8,0,0,-"])}`, {
      [PRICE]: GROWN,
    });
    const { coverage, verdict } = await check(
      `${PRICE}:3`,
      ["passes", "it ran", "gated", "changed", "can run: the report has a DA for the line", "2 hits, DA at 5, 13", "fresh"],
      repo,
    );
    expect(coverage.why).toBe("2 records are of the file, and their counts are added up");
    expect(coverage.records.map(({ line, path }) => `${String(line)} ${path}`)).toEqual([`3 /ci/${PRICE}`, `11 ${PRICE}`]);
    expect(verdict.next).toBeNull();
  });

  it("whose arms meet the band names those that were never taken", async () => {
    const file = "packages/shop/src/free.ts";
    const text = "a(b && c);\nd(e && f);\n";
    const repo = shop();
    repo.write({ [file]: text });
    const arms = ["1,0,0,1", "1,0,1,0", "2,0,0,1", "2,0,1,1"];
    writeReport(repo, recordOf(file, { 1: 1, 2: 1 }, arms) + recordOf(PRICE, RAN), { [file]: text, [PRICE]: GROWN });
    const spared = "it ran; never taken: && right side, but the file's changed arms meet its band of 75 %";
    await check(
      `${file}:1`,
      ["passes", spared, "gated", "changed", "can run: the report has a DA for the line", "1 hits, DA at 7", "fresh"],
      repo,
    );
  });

  it("that lost coverage since the baseline fails where nothing changed", async () => {
    const repo = shop();
    repo.write({ "base.info": recordOf(OTHER, { 2: 3 }) });
    writeReport(repo, recordOf(OTHER, { 2: 0 }) + recordOf(PRICE, RAN), { [PRICE]: GROWN, [OTHER]: OTHER_TEXT });
    const lost = "the line was covered in the baseline, and is not now";
    const ran = "can run: the report has a DA for the line";
    const place = `${OTHER}:2`;
    await check(place, ["fails lost-coverage", lost, "gated", "unchanged", ran, "0 hits, DA at 3", "fresh"], repo, [
      "--baseline",
      "base.info",
    ]);
  });

  it("with a finding of the guard fails by it", async () => {
    const repo = shop();
    repo.write({ [PRICE_TEST]: 'it.skip("is free", () => {});\n' });
    const { explain: entries } = await explain(repo, [`${PRICE_TEST}:1`]);
    expect(entries[0]).toMatchObject({
      guard: [{ kind: "test-skipped", accepted: false }],
      verdict: { outcome: "fails", kind: "test-skipped", next: "pnpm coverage:diff" },
    });
  });
});

describe("--explain tells freshness", () => {
  const whyOf = async (repo: TempRepo) => {
    const { freshness } = (await explain(repo, [`${PRICE}:3`])).explain[0] as ExplainEntry;
    return `${freshness.state}: ${freshness.why}`;
  };
  const later = new Date(Date.now() + 60_000);

  it.each<[string, (repo: TempRepo) => void, string]>([
    [
      "nobody recorded",
      (repo) => utimesSync(repo.path("coverage/lcov.info"), later, later),
      "unknown: no coverage/sources.json beside the report says which text was measured",
    ],
    ["a source that is newer", (repo) => utimesSync(repo.path(PRICE), later, later), "stale: the file is newer than its report"],
    [
      "lines that are not there",
      (repo) => {
        repo.write({ "coverage/lcov.info": recordOf(PRICE, { 99: 1 }) });
        utimesSync(repo.path("coverage/lcov.info"), later, later);
      },
      "stale: the report speaks of lines that the file does not have",
    ],
  ])("without a record: %s", async (_sentence, act, expected) => {
    const repo = shop();
    rmSync(repo.path("coverage/sources.json"));
    act(repo);
    expect(await whyOf(repo)).toBe(expected);
  });

  it.each<[string, object, RegExp]>([
    ["another text", { blob: "1".repeat(40) }, /^stale: the test run recorded blob 1111111, and another text is on disk now$/],
    ["no text", { blob: null }, /^stale: the file changed while its tests ran, or two reports were made from two texts of it$/],
    ["what aggregate saw", { blob: "1".repeat(40), by: "aggregate" }, /^stale: coverage:aggregate recorded blob 1111111/],
  ])("by a record of %s", async (_sentence, record, expected) => {
    const repo = shop();
    repo.write({ "coverage/sources.json": JSON.stringify({ schemaVersion: "1.0", sources: { [PRICE]: record } }) });
    expect(await whyOf(repo)).toMatch(expected);
  });
});

it("--explain is told to people on stderr, and --hook has no place for it", async () => {
  const { stderr } = await run(runDiff, ["--explain", `${PRICE}:2`, "--explain", `${PRICE}:9`], { cwd: shared.root });
  const sha = shared.git("rev-parse", "--short=7", "main");
  const blob = shared.git("hash-object", PRICE).slice(0, 7);
  expect(stderr)
    .toContain(`${PRICE}:2 fails partial-branch: an arm of the line was never taken, and the file's changed arms are below its band
  | ${GROWN.split("\n")[1] ?? ""}
  gated: no exempt rule matches; a file of @shop/shop, layer entities; band lines 100 %, branches 100 %
  changed: hunk -1,0 +2,3 since ${sha}, where the change leaves main
  can run: the report has a DA for the line; ran once
  report: 1 record is of the file
    coverage/lcov.info:6 SF:${PRICE}; DA at coverage/lcov.info:9, count 1
  arms: if 0 times, else 7 times
  fresh: the test run recorded the text that is on disk, blob ${blob}
  function: price, line 1
  next: pnpm --filter @shop/shop exec vitest run src/entities/price.test.ts --coverage
${PRICE}:9 not judged: the line did not change
  | }
  gated: no exempt rule matches; a file of @shop/shop, layer entities; band lines 100 %, branches 100 %
  unchanged: not in any hunk since ${sha}, where the change leaves main
  cannot run: nothing but brackets; no DA in the report
`);
  const hook = await run(runDiff, ["--hook", "claude", "--explain", `${PRICE}:2`], { cwd: shared.root });
  expect([hook.exitCode, hook.stdout, hook.stderr]).toEqual([1, "", expect.stringContaining("USAGE: --hook prints no document")]);
});

it("--explain of a file merges newer reports first, and says so", async () => {
  const repo = createShop();
  repos.push(repo);
  repo.write({ "packages/shop/coverage/lcov.info": recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }) });
  const { warnings, explain: entries } = await explain(repo, [`${PRICE}:5`], { argv: ["--base", "HEAD"] });
  expect(warnings.map(({ code }) => code)).toEqual(["REPORT_REFRESHED"]);
  expect(entries[0]?.execution.hits).toBe(1);
  expect(PRICE_TEXT.split("\n")[4]).toBe(entries[0]?.text);
});
