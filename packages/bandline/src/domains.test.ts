import { domainsDocument, plainHistory } from "@repo/coverage-core/schemas";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync, utimesSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { run, runDocument } from "./__fixtures__/run.js";
import { PRICE, PRICE_TEST, createShop, recordOf } from "./__fixtures__/shop.js";
import { runAggregate, runDomains } from "./index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

const domains = (repo: TempRepo, ...argv: string[]) => runDocument(domainsDocument, runDomains, argv, { cwd: repo.root });
const kept = (repo: TempRepo): TempRepo => {
  repos.push(repo);
  return repo;
};

const MANIFEST = `import { defineFeature } from "@repo/core-shared/conformance/feature";
export const apiManifest = defineFeature({
  name: "api",
  coverage: {
    layers: { security: ["src/security/**"], episodes: ["src/episodes/**"], ideas: ["src/ideas/**"] },
    bands: {
      baseline: { statements: 0, branches: 0, functions: 0, lines: 0 },
      security: { statements: 80, branches: 80, functions: 80, lines: 80 },
      episodes: { statements: 80, branches: 80, functions: 80, lines: 50 },
    },
    exempt: ["src/security/made.py"],
    reports: ["coverage/coverage.json"],
  },
} as const);
`;

/** Ten lines, so that a line is ten percent. */
const TEN_LINES = "x = 1\n".repeat(10);

interface Ran {
  readonly lines: readonly number[];
  /** Of all its lines. */
  readonly by?: string;
}

/** What coverage.py writes of files of ten lines. */
function coverageJson(files: Readonly<Record<string, Ran>>): string {
  const entries = Object.entries(files).map(([file, { lines, by = "" }]) => {
    const contexts = Object.fromEntries(lines.map((line) => [line, [by]]));
    const missing_lines = upTo(10).filter((line) => !lines.includes(line));
    return [file, { executed_lines: lines, missing_lines, contexts }] as const;
  });
  return JSON.stringify({ meta: { version: "6.5.0" }, files: Object.fromEntries(entries), totals: {} });
}

const TOKENS = "src/security/tokens.py";
const EPISODE = "src/episodes/episode.py";
const REPORT = "coverage/coverage.json";
const JUNIT = "coverage/junit.xml";
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
const measured = (security: number, episodes: number, by?: string): string =>
  coverageJson({ [TOKENS]: { lines: upTo(security), ...(by === undefined ? {} : { by }) }, [EPISODE]: { lines: upTo(episodes) } });

const testCase = (file: string, inside = "") =>
  `<testcase classname="${file.replaceAll("/", ".").replace(".py", "")}" name="test_x">${inside}</testcase>`;
const junit = (...cases: string[]) => `<testsuites><testsuite name="pytest">${cases.join("")}</testsuite></testsuites>`;

/** A committed summary; of each layer so many of ten lines are covered. */
function summaryOf(provider: string, layers: Readonly<Record<string, number>>): string {
  const totals = (covered: number) => {
    const metric = { covered, total: 10, pct: covered * 10 };
    return { statements: metric, branches: metric, functions: metric, lines: metric };
  };
  const byLayer = Object.fromEntries(Object.entries(layers).map(([name, covered]) => [name, totals(covered)]));
  const named = { schemaVersion: "1.0", generatedAt: "2026-01-01T00:00:00.000Z", commit: "abc1234", provider };
  return JSON.stringify({ ...named, repo: totals(5), byPackage: { api: { ...totals(5), byLayer } } });
}

/** A repository that is one package of Python. */
function api(files: Readonly<Record<string, string | null>> = {}): TempRepo {
  const repo = kept(
    createTempRepo({
      ".gitignore": "coverage/\n",
      "feature.manifest.ts": MANIFEST,
      "tests/test_tokens.py": "def test_x(): pass\n",
      "tests/conftest.py": "",
      [TOKENS]: TEN_LINES,
      [EPISODE]: TEN_LINES,
      "src/security/__init__.py": "",
    }),
  );
  const { [REPORT]: report = measured(5, 5), ...others } = files;
  repo.write({ [JUNIT]: junit(testCase("tests/test_tokens.py")), ...others });
  // Last, as a test run does: a source that is newer than its report is stale.
  repo.write({ [REPORT]: report });
  return repo;
}

const shown = ({
  domains: all,
}: {
  readonly domains: readonly { name: string; status: string; current: number | null; missing: number }[];
}) => all.map(({ name, status, current, missing }) => `${name} ${status} ${current} ${missing}`);
const codes = (problems: readonly { readonly code: string; readonly message: string }[]) =>
  problems.map(({ code, message }) => `${code} ${message}`);

describe("coverage:domains says of each domain", () => {
  it("where it stands and what closes its gap, and exits 1 below a target", async () => {
    const repo = api();
    const { document, exitCode, stderr } = await domains(repo);
    expect(document.errors).toEqual([]);
    expect(shown(document)).toEqual(["security fail 50 3", "episodes pass 50 0", "ideas nothing-to-measure null 0"]);
    expect(document.domains[0]).toMatchObject({ target: 80, gap: 30, closers: [{ file: TOKENS, uncovered: 5, total: 10 }] });
    expect([exitCode, document.exitCode, document.status]).toEqual([1, 1, "fail"]);
    expect(document.commit).toBe(repo.git("rev-parse", "--short=7", "HEAD"));
    expect([document.reports, document.metric, document.testFiles]).toEqual([[REPORT], "lines", { total: 1, contributed: 1 }]);
    expect(stderr).toContain("security         –     50.00     80.00     30.00");
    expect(document.nextActions[0]).toBe(`cover 3 more lines in api/security, first in ${TOKENS}`);
  });

  it("that it passes, with exit 0", async () => {
    const { document, exitCode } = await domains(api({ [REPORT]: measured(8, 10) }));
    expect([exitCode, document.status, shown(document)[0]]).toEqual([0, "pass", "security pass 80 0"]);
  });

  it("without its exempt files", async () => {
    const files = { [TOKENS]: { lines: upTo(8) }, [EPISODE]: { lines: upTo(5) }, "src/security/made.py": { lines: [] } };
    const { document } = await domains(api({ [REPORT]: coverageJson(files), "src/security/made.py": TEN_LINES }));
    expect(shown(document)[0]).toBe("security pass 80 0");
  });

  it("by lines that coverage.py counts, which are not those of docstrings", async () => {
    const summary = { covered_lines: 7, num_statements: 9 };
    const entry = { executed_lines: upTo(8), missing_lines: [9, 10], summary };
    const repo = api({ [TOKENS]: `"""Tokens."""\n${"x = 1\n".repeat(9)}` });
    repo.write({ [REPORT]: JSON.stringify({ meta: {}, totals: {}, files: { [TOKENS]: entry, [EPISODE]: entry, "gone.py": entry } }) });
    const { document } = await domains(repo, "--layer", "security");
    expect(document.domains[0]).toMatchObject({ covered: 7, total: 9 });
  });

  it.each<[string, string[], string[]]>([
    ["of one layer alone", ["--layer", "episodes"], ["episodes pass 50 0"]],
    ["of several layers", ["--layer", "episodes", "--layer", "security"], ["security fail 50 3", "episodes pass 50 0"]],
    ["of one feature alone", ["--package", "api", "--layer", "security"], ["security fail 50 3"]],
    ["of statements", ["--metric", "statements", "--layer", "episodes"], ["episodes fail 50 3"]],
    ["of a report that is named", ["--input", "coverage/*.json", "--layer", "episodes"], ["episodes pass 50 0"]],
  ])("%s", async (_sentence, argv, expected) => {
    expect(shown((await domains(api(), ...argv)).document)).toEqual(expected);
  });

  it("with as many closers as are asked for", async () => {
    const more = "src/security/roles.py";
    const files = { [TOKENS]: { lines: [] }, [more]: { lines: [] }, [EPISODE]: { lines: upTo(5) } };
    const { document } = await domains(api({ [REPORT]: coverageJson(files), [more]: TEN_LINES }), "--limit", "1");
    expect(document.domains[0]?.closers.map(({ file }) => file)).toEqual([more]);
  });

  it("with --exit-zero by an exit of 0, and 1 in the document", async () => {
    const { document, exitCode } = await domains(api(), "--exit-zero");
    expect([exitCode, document.exitCode]).toEqual([0, 1]);
  });

  it("with --exit-zero still by an exit of 3 where figures cannot be relied on", async () => {
    expect((await domains(api({ [JUNIT]: junit() }), "--exit-zero")).exitCode).toBe(3);
  });

  it("of a workspace of TypeScript, from each package's own lcov", async () => {
    const repo = kept(createShop());
    repo.write({
      "packages/shop/coverage/lcov.info": recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }),
      "packages/shop/coverage/tests.json": JSON.stringify({
        numTotalTests: 1,
        testResults: [{ name: repo.path(PRICE_TEST), assertionResults: [{ status: "passed", fullName: "is free" }] }],
      }),
    });
    const { document } = await domains(repo);
    expect([shown(document), document.testFiles]).toEqual([["entities fail 66.66 1"], { total: 1, contributed: 1 }]);
    expect(document.nextActions.at(-1)).toBe("then: pnpm test --coverage --filter @shop/shop");
  });

  it("in a file, and nothing on stderr with --json", async () => {
    const repo = api();
    const { stderr } = await domains(repo, "--json", "--format", "human=said.txt");
    expect([stderr, readFileSync(repo.path("said.txt"), "utf8").split("\n")[0]]).toEqual([
      "",
      "coverage:domains fail: 1 of 3 domains below their target, by lines",
    ]);
  });

  it("what its flags are", async () => {
    const { stdout, exitCode } = await run(runDomains, ["--help"], { cwd: "/" });
    expect([exitCode, stdout.includes("--metric <name>")]).toEqual([0, true]);
  });
});

describe("coverage:domains says where a domain began", () => {
  const history = (...entries: object[]) =>
    JSON.stringify({ coverage_history: entries.map((each) => ({ date: "2026-01-01", overall_percent: 1, ...each })) });
  const baselines = async (repo: TempRepo, ...argv: string[]) =>
    (await domains(repo, ...argv)).document.domains.map(({ baseline }) => baseline);

  it("by the first entry of --history that knows it", async () => {
    const text = history({ security_percent: 20 }, { security_percent: 30, episodes_percent: 40 }, { episodes_percent: 45 });
    expect(await baselines(api({ "trend.json": text }), "--history", "trend.json")).toEqual([20, 40, null]);
  });

  it("by none of another provider", async () => {
    const text = history({ security_percent: 20, provider: "v8" }, { security_percent: 30, provider: "coverage-py" });
    expect(await baselines(api({ "trend.json": text }), "--history", "trend.json")).toEqual([30, null, null]);
  });

  it("by what --record adds to, where no other history is named", async () => {
    const repo = api({ "trend.json": history({ security_percent: 20 }), "old.json": history({ security_percent: 10 }) });
    expect([
      await baselines(repo, "--record", "trend.json"),
      await baselines(repo, "--record", "trend.json", "--history", "old.json"),
    ]).toEqual([[20, 50, null].map((each, at) => (at === 1 ? null : each)), [10, null, null]]);
  });

  it("by the first summary that was committed", async () => {
    const repo = api({ ".gitignore": "coverage/*\n!coverage/summary.json\n" });
    await run(runAggregate, ["--json"], { cwd: repo.root });
    repo.commit();
    repo.write({ [REPORT]: measured(9, 9) });
    await run(runAggregate, ["--json"], { cwd: repo.root });
    repo.commit();
    expect(await baselines(repo)).toEqual([50, 50, null]);
  });

  it.each<[string, string]>([
    ["nowhere by the summary of another provider", summaryOf("v8", { security: 9 })],
    ["nowhere by a summary that is none", "{"],
    ["nowhere by a summary without packages", summaryOf("coverage-py", {})],
  ])("%s", async (_sentence, summary) => {
    const repo = api({ "package.json": '{ "name": "api" }' });
    repo.commit({ ".gitignore": "", "coverage/summary.json": summary });
    expect(await baselines(repo)).toEqual([null, null, null]);
  });

  it("each by the first summary that knows it", async () => {
    const repo = api({ ".gitignore": "", "package.json": '{ "name": "api" }' });
    for (const layers of [{ security: 5 }, { security: 7, episodes: 6 }]) {
      repo.commit({ "coverage/summary.json": summaryOf("coverage-py", layers) });
    }
    expect(await baselines(repo)).toEqual([50, 60, null]);
  });

  it("nowhere in a clone that is cut off, whose first summary is not the first", async () => {
    const repo = api({ ".gitignore": "", "package.json": '{ "name": "api" }' });
    await run(runAggregate, ["--json"], { cwd: repo.root });
    repo.commit();
    repo.commit({ "x.txt": "" });
    const clone = kept(createTempRepo());
    clone.git("fetch", "--quiet", "--depth=1", `file://${repo.root}`, "main");
    clone.git("reset", "--quiet", "--hard", "FETCH_HEAD");
    expect([await baselines(repo), await baselines(clone)]).toEqual([
      [50, 50, null],
      [null, null, null],
    ]);
  });
});

describe("coverage:domains records", () => {
  const historyIn = (repo: TempRepo, file = "trend.json") => plainHistory.parse(JSON.parse(readFileSync(repo.path(file), "utf8")));
  const today = () => new Date().toISOString().slice(0, 10);

  it("an entry of all domains in a new file, with targets and no path of a file", async () => {
    const repo = api({
      "repo.manifest.ts": `export default defineRepo({ features: ["."], band: { statements: 1, branches: 2, functions: 3, lines: 4 } } as const);`,
    });
    const { document } = await domains(repo, "--record", "trend.json", "--snapshots", "kept");
    expect(document.recorded).toBe("trend.json");
    const date = today();
    const entry = {
      date,
      commit: document.commit,
      overall_percent: 50,
      security_percent: 50,
      episodes_percent: 50,
      test_count: 1,
      provider: "coverage-py",
    };
    const targets = { overall: 4, security: 80, episodes: 50, ideas: 0 };
    expect(historyIn(repo)).toEqual({ coverage_history: [entry], targets });
    expect(historyIn(repo, `kept/coverage_trend-${date}.json`)).toEqual(historyIn(repo));
    expect(readFileSync(repo.path("trend.json"), "utf8")).not.toContain(".py");
  });

  it("once for a commit, and beside what stands there", async () => {
    const old = { date: "2025-01-01", commit: "0000000", overall_percent: 1, author: "ana" };
    const repo = api({ "trend.json": JSON.stringify({ note: "ours", coverage_history: [old] }), [JUNIT]: null });
    await domains(repo, "--record", "trend.json");
    repo.write({ [REPORT]: measured(9, 9) });
    await domains(repo, "--record", "trend.json");
    const { coverage_history: entries, note } = historyIn(repo);
    expect([note, entries[0], entries.slice(1).map((each) => each["security_percent"])]).toEqual(["ours", old, [90]]);
    expect(entries[1]).not.toHaveProperty("test_count");
  });

  it("nothing where figures cannot be relied on", async () => {
    const repo = api({ [JUNIT]: junit() });
    const { document } = await domains(repo, "--record", "trend.json");
    expect([document.recorded, existsSync(repo.path("trend.json"))]).toEqual([null, false]);
  });

  it("nothing in the place of a history that is none", async () => {
    const repo = api({ "trend.json": "[]" });
    const { document } = await domains(repo, "--record", "trend.json");
    expect([codes(document.errors), readFileSync(repo.path("trend.json"), "utf8")]).toEqual([
      ["HISTORY_MALFORMED trend.json: is no JSON object"],
      "[]",
    ]);
  });
});

describe("coverage:domains refuses", () => {
  it.each<[string, Readonly<Record<string, string | null>>, string[], number, string]>([
    [
      "an unknown layer, with the nearest",
      {},
      ["--layer", "securty"],
      2,
      "USAGE --layer: there is no securty (did you mean security?); there is security, episodes, ideas",
    ],
    ["an unknown package", {}, ["--package", "zzzzzzzzz"], 2, "USAGE --package: there is no zzzzzzzzz; there is "],
    [
      "an unknown metric, with the nearest",
      {},
      ["--metric", "line"],
      2,
      "It takes statements, branches, functions, lines (did you mean lines?).",
    ],
    ["an unknown flag", {}, ["--nope"], 2, "USAGE unknown option '--nope'"],
    ["snapshots without a record", {}, ["--snapshots", "x"], 2, "USAGE --snapshots copies what --record writes, so it needs --record FILE"],
    [
      "a record of branches",
      {},
      ["--record", "x", "--metric", "branches"],
      2,
      "USAGE a coverage_trend.json holds lines alone: leave --metric branches",
    ],
    ["a history of branches", {}, ["--history", "x", "--metric", "branches"], 2, "USAGE a coverage_trend.json holds lines alone"],
    ["a record of some domains", {}, ["--record", "x", "--layer", "ideas"], 2, "USAGE --record writes one entry of all domains"],
    [
      "a repository without domains",
      { "feature.manifest.ts": null },
      [],
      2,
      "NO_DOMAINS no manifest of this repository names a layer that has a band",
    ],
    ["a history that is not there", {}, ["--history", "none.json"], 3, "HISTORY_MISSING there is no file none.json"],
    ["a history that is none", { "h.json": "{" }, ["--history", "h.json"], 3, "HISTORY_MALFORMED h.json: is no JSON object"],
    ["to go on without a report", { [REPORT]: null }, [], 3, "REPORT_MISSING no package of "],
    ["a file that cannot be written", { blocked: "" }, ["--format", "json=blocked/x.json"], 4, "FILE_UNWRITABLE "],
  ])("%s", async (_sentence, files, argv, code, message) => {
    const { document, exitCode } = await domains(api(files), ...argv);
    expect([exitCode, document.status, document.errors.length]).toEqual([code, "error", 1]);
    expect(codes(document.errors)[0]).toContain(message);
  });
});

describe("figures cannot be relied on, which is exit 3", () => {
  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    [
      "where a source that was measured is gone",
      { [TOKENS]: null },
      `REPORT_STALE api/security: the report speaks of what is not there: ${TOKENS}`,
    ],
    [
      "where a source is in no report",
      { "src/security/roles.py": TEN_LINES },
      "DOMAIN_UNMEASURED api/security: 1 source file is in no report: src/security/roles.py",
    ],
    [
      "where no source of a domain is in a report",
      { [REPORT]: coverageJson({ [TOKENS]: { lines: upTo(9) } }) },
      `DOMAIN_UNMEASURED api/episodes: 1 source file is in no report: ${EPISODE}`,
    ],
    [
      "where no test of a test file ran",
      { "tests/test_roles.py": "" },
      `TEST_FILE_SILENT tests/test_roles.py: no test of it is in ${JUNIT}`,
    ],
    [
      "where a test file raised when it was imported",
      {
        [JUNIT]: junit(
          '<testcase classname="" name="tests.test_tokens"><error message="collection failure">E   ImportError: no</error></testcase>',
        ),
      },
      "TESTS_ERRORED tests/test_tokens.py: tests.test_tokens did not get to its end: collection failure: ImportError: no",
    ],
    [
      "where a test file covered nothing that others cover",
      {
        "tests/test_roles.py": "",
        [JUNIT]: junit(testCase("tests/test_tokens.py"), testCase("tests/test_roles.py")),
        [REPORT]: measured(9, 9, "tests/test_tokens.py::test_x|run"),
      },
      "TEST_FILE_SILENT tests/test_roles.py: its 1 test ran, and covered no line",
    ],
  ])("%s", async (_sentence, files, message) => {
    const { document, exitCode } = await domains(api(files));
    expect([exitCode, document.status, codes(document.errors)]).toEqual([3, "error", [message]]);
    expect(document.nextActions).toEqual([document.errors[0]?.hint]);
  });

  it("where a source is newer than its report", async () => {
    const repo = api();
    const later = Date.now() / 1000 + 60;
    utimesSync(repo.path(TOKENS), later, later);
    const { document, exitCode } = await domains(repo);
    expect([exitCode, codes(document.errors)]).toEqual([
      3,
      [`REPORT_STALE api/security: the report was made from another text: ${TOKENS}`],
    ]);
    expect(document.domains.map(({ current }) => current)).toEqual([50, 50, null]);
  });

  it("where the metric is in no report", async () => {
    const { document, exitCode } = await domains(api(), "--metric", "branches");
    expect([exitCode, codes(document.errors)]).toEqual([
      3,
      [
        `METRIC_UNMEASURED api/security: no report counts branches of ${document.domains[0]?.package ?? ""}: ${TOKENS}`,
        `METRIC_UNMEASURED api/episodes: no report counts branches of ${document.domains[0]?.package ?? ""}: ${EPISODE}`,
      ],
    ]);
  });

  it("but not where a source that git ignores was measured", async () => {
    const made = "src/security/made_by_tool.py";
    const files = { [TOKENS]: { lines: upTo(9) }, [EPISODE]: { lines: upTo(9) }, [made]: { lines: upTo(9) } };
    const repo = api({ ".gitignore": `coverage/\n${made}\n`, [made]: TEN_LINES, [REPORT]: coverageJson(files) });
    expect((await domains(repo)).document.errors).toEqual([]);
  });
});

describe("coverage:domains warns", () => {
  it("where nobody tells which test files ran", async () => {
    const { document } = await domains(api({ [JUNIT]: null }));
    expect([document.testFiles, codes(document.warnings)]).toEqual([
      null,
      [expect.stringMatching(/^TEST_FILES_UNTOLD .*: no test report says which of its 1 test files ran$/) as string],
    ]);
  });

  it("where tests failed, whose lines still count", async () => {
    const { document, exitCode } = await domains(api({ [JUNIT]: junit(testCase("tests/test_tokens.py", "<failure/>")) }));
    expect([exitCode, codes(document.warnings)]).toEqual([1, [expect.stringMatching(/^TESTS_FAILED /) as string]]);
  });
});

describe("a test report that lies in no package", () => {
  const TOOL = "tool/src/rules/a.py";
  /** Two packages below the root, and reports beside them. */
  function both(files: Readonly<Record<string, string>> = {}): TempRepo {
    const manifest = MANIFEST.replace("coverage/coverage.json", "../ci/coverage.json");
    const repo = kept(
      createTempRepo({
        ".gitignore": "ci/\n",
        "repo.manifest.ts": `export default defineRepo({ features: ["api", "tool"] } as const);`,
        "api/feature.manifest.ts": manifest,
        [`api/${TOKENS}`]: TEN_LINES,
        "api/tests/test_tokens.py": "",
        "tool/feature.manifest.ts": manifest
          .replace('"api"', '"tool"')
          .replace('security: ["src/security/**"]', 'security: ["src/rules/**"]'),
        [TOOL]: TEN_LINES,
        "tool/tests/test_rules.py": "",
      }),
    );
    const lines = { lines: upTo(9) };
    repo.write({ "ci/coverage.json": coverageJson({ [`api/${TOKENS}`]: lines, [TOOL]: lines }), ...files });
    return repo;
  }
  const said = async (repo: TempRepo) => {
    const { document } = await domains(repo, "--input", "ci/coverage.json", "--tests", "ci/*.xml");
    return [document.testFiles, codes([...document.errors, ...document.warnings])];
  };

  it("speaks of the packages whose test files it names", async () => {
    const repo = both({ "ci/all.xml": junit(testCase("api/tests/test_tokens.py"), testCase("tool/tests/test_rules.py")) });
    expect(await said(repo)).toEqual([{ total: 2, contributed: 2 }, []]);
  });

  it("and of no other", async () => {
    const repo = both({ "ci/all.xml": junit(testCase("api/tests/test_tokens.py")) });
    expect(await said(repo)).toEqual([
      { total: 1, contributed: 1 },
      ["TEST_FILES_UNTOLD tool: no test report says which of its 1 test files ran"],
    ]);
  });

  it("while that of a package speaks of its own alone", async () => {
    const repo = both({ "ci/all.xml": junit(testCase("tool/tests/test_rules.py")) });
    repo.write({ "api/junit.xml": junit(testCase("tests/test_tokens.py"), testCase("tool/tests/test_rules.py")) });
    const { document } = await domains(repo, "--input", "ci/coverage.json", "--tests", "api/junit.xml");
    expect([document.testFiles, codes(document.warnings)]).toEqual([
      { total: 1, contributed: 1 },
      ["TEST_FILES_UNTOLD tool: no test report says which of its 1 test files ran"],
    ]);
  });
});

it("who covered what is not asked where one of two reports does not say it", async () => {
  const repo = api({
    "tests/test_roles.py": "",
    [JUNIT]: junit(testCase("tests/test_tokens.py"), testCase("tests/test_roles.py")),
    [REPORT]: measured(9, 9, "tests/test_tokens.py::test_x|run"),
    "other/coverage.json": measured(9, 9),
  });
  const { document } = await domains(repo, "--input", REPORT, "--input", "other/coverage.json");
  expect(document.errors).toEqual([]);
});

it("a package without a report is told of, where it is asked for", async () => {
  const repo = kept(createShop({ "packages/cart/package.json": '{ "name": "@shop/cart" }', "packages/cart/src/cart.ts": "cart();\n" }));
  repo.write({ "packages/shop/coverage/lcov.info": recordOf(PRICE, { 2: 1, 3: 1, 5: 1 }) });
  const told = async (...argv: string[]) => (await domains(repo, ...argv)).document.warnings.map(({ code }) => code);
  expect([await told(), await told("--package", "shop"), await told("--layer", "entities")]).toEqual([
    ["PACKAGE_WITHOUT_REPORT", "TEST_FILES_UNTOLD"],
    ["TEST_FILES_UNTOLD"],
    ["TEST_FILES_UNTOLD"],
  ]);
});

it("a test report that is named stands for the one beside the report", async () => {
  const repo = api({ "other.xml": junit(testCase("tests/test_tokens.py", "<skipped/>")) });
  const { document } = await domains(repo, "--tests", "other.xml");
  expect(codes(document.errors)).toEqual(["TEST_FILE_SILENT tests/test_tokens.py: its 1 test did not run"]);
});
