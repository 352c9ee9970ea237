/**
 * `coverage:trend` on histories that git has.
 * @module-tag slow
 */
import { plainHistory, trendDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { SUMMARY, addCommits, createHistory, recorded, summaryOf, textOf, totalsOf, type Commit } from "./__fixtures__/history.js";
import { run, runDocument } from "./__fixtures__/run.js";
import { runTrend, type Io } from "./index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

const NOW = Date.parse("2026-05-13T12:00:00Z");
const command = (argv: readonly string[], io: Io) => runTrend(argv, { ...io, now: () => NOW });
const trend = (repo: TempRepo, ...argv: string[]) => runDocument(trendDocument, command, argv, { cwd: repo.root });
function kept(repo: TempRepo): TempRepo {
  repos.push(repo);
  return repo;
}
const withHistory = (...commits: Commit[]) => kept(createHistory(commits));
const THREE = [recorded("01-10", [8, 10], "aaaaaa1"), recorded("02-10", [9, 10], "aaaaaa2"), recorded("03-10", [7, 10], "aaaaaa3")];
const pctsOf = ({ points }: { points: readonly { repo: { lines: { pct: number | null } } }[] }) => points.map(({ repo }) => repo.lines.pct);

describe("the points", () => {
  it("are those of the commits, oldest first, with what moved and which change did it", async () => {
    const repo = withHistory(...THREE);
    const { document, exitCode, stderr } = await trend(repo, "--json");
    expect([exitCode, stderr, document.status, document.reason]).toEqual([0, "", "pass", null]);
    expect(document.points.map(({ subject, at, source, measured }) => [subject, at, source, measured])).toEqual([
      ["record aaaaaa1", "2026-01-10T12:00:00.000Z", "git", "aaaaaa1"],
      ["record aaaaaa2", "2026-02-10T12:00:00.000Z", "git", "aaaaaa2"],
      ["record aaaaaa3", "2026-03-10T12:00:00.000Z", "git", "aaaaaa3"],
    ]);
    const head = repo.git("rev-parse", "HEAD");
    expect(document.moves[0]).toMatchObject({ scope: "repo", points: -20, since: "aaaaaa2", until: "aaaaaa3", commit: head });
    expect(document.drops.map(({ scope, name }) => [scope, name])).toEqual([
      ["repo", null],
      ["package", "@shop/shop"],
      ["layer", "entities"],
    ]);
    expect(document.points[0]?.tests).toEqual({ count: 3, durationMs: 1500 });
  });

  it("end with the summary on disk, where that is another", async () => {
    const repo = withHistory(...THREE);
    expect((await trend(repo)).document.points).toHaveLength(3);
    repo.write({ [SUMMARY]: textOf(summaryOf([10, 10], "aaaaaa4")) });
    const { document, stderr } = await trend(repo);
    expect(document.points.at(-1)).toMatchObject({ source: "disk", commit: null, measured: "aaaaaa4", at: "2026-02-01T00:00:00.000Z" });
    expect(stderr).toContain("the last on disk");
  });

  it("do not have it twice where git wrote other line ends", async () => {
    const repo = withHistory(...THREE);
    repo.write({ [SUMMARY]: readFileSync(repo.path(SUMMARY), "utf8").replaceAll("\n", "\r\n") });
    expect((await trend(repo)).document.points).toHaveLength(3);
  });

  it("say where the one on disk is an older one of the history", async () => {
    const repo = withHistory(...THREE);
    repo.write({ [SUMMARY]: textOf(summaryOf([9, 10], "aaaaaa2")) });
    const { document } = await trend(repo);
    const older = repo.git("rev-parse", "--short=7", "HEAD^");
    expect(document.points.map(({ source }) => source)).toEqual(["git", "git", "git", "disk"]);
    expect(document.warnings).toContainEqual({
      code: "SUMMARY_OLDER",
      message: `coverage/summary.json on disk is that of ${older}, and HEAD has a later one: merge it, or pnpm coverage:aggregate`,
    });
  });

  it.each<[string, string[], (number | null)[]]>([
    ["are all without a flag", [], [80, 90, 70]],
    ["are the latest", ["--limit", "2"], [90, 70]],
    ["are those since a commit, and the one before them", ["--since", "HEAD~1"], [90, 70]],
    ["are those since a tag of a commit without a summary", ["--since", "v1"], [90, 70]],
    ["are those since a day, and the one before them", ["--since", "2026-02-20"], [90, 70]],
    ["are those since a span of time", ["--since", "12w"], [90, 70]],
    ["are all since before the first", ["--since", "2025-01-01"], [80, 90, 70]],
    ["are the last alone since after it", ["--since", "2026-04-01"], [70]],
    ["are the last alone since its commit", ["--since", "HEAD"], [70]],
  ])("%s", async (_sentence, argv, expected) => {
    const [first, second, last] = THREE as [Commit, Commit, Commit];
    const repo = withHistory(first, second, { day: "02-15", message: "work", files: { "a.ts": "1" } }, last);
    repo.git("tag", "v1", "HEAD^");
    if (argv.includes("HEAD~1")) repo.git("reset", "-q", "--hard", "HEAD");
    expect(pctsOf((await trend(repo, ...argv)).document)).toEqual(expected);
  });

  it("say how many there are, where only the latest are shown", async () => {
    const { document } = await trend(withHistory(...THREE), "--limit", "1");
    expect([document.truncated, document.reason, document.moveCount]).toEqual([{ shown: 1, total: 3 }, null, 6]);
  });

  it("are of one package, layer and metric", async () => {
    const { document } = await trend(withHistory(...THREE), "--package", "@shop/shop", "--layer", "entities", "--metric", "lines");
    expect(document.selected).toEqual({ packages: ["@shop/shop"], layers: ["entities"], metrics: ["lines"] });
    expect(new Set(document.moves.map(({ scope, metric }) => `${scope} ${metric}`))).toEqual(new Set(["layer lines"]));
  });

  it("are read from another git branch", async () => {
    const repo = withHistory(...THREE);
    repo.git("branch", "data");
    repo.git("rm", "-q", SUMMARY);
    repo.commit({}, "no summary here");
    expect((await trend(repo)).document.points).toHaveLength(3);
    expect((await trend(repo, "--ref", "data")).document.points).toHaveLength(3);
  });

  it("end with the summary on disk, where the ref has deleted its own", async () => {
    const repo = withHistory(...THREE);
    const text = readFileSync(repo.path(SUMMARY), "utf8");
    repo.git("rm", "-q", SUMMARY);
    repo.commit({}, "deleted");
    repo.write({ [SUMMARY]: text });
    const { document } = await trend(repo);
    expect([document.points.map(({ source }) => source), document.warnings.map(({ code }) => code)]).toEqual([
      ["git", "git", "git", "disk"],
      ["COMMIT_MISSING"],
    ]);
  });

  it("are none in a repository without a commit, or one alone on disk", async () => {
    const repo = withHistory();
    expect((await trend(repo)).document).toMatchObject({ status: "pass", reason: "no-points", points: [], warnings: [] });
    repo.write({ [SUMMARY]: textOf(summaryOf([1, 1], "aaaaaa1")) });
    expect((await trend(repo, "--since", "1y")).document).toMatchObject({ reason: "one-point", points: [{ source: "disk" }] });
  });
});

it("on a git branch without a commit yet, what is on disk is later than any other commit", async () => {
  const repo = withHistory(...THREE);
  repo.git("checkout", "-q", "--orphan", "fresh");
  const { document } = await trend(repo, "--since", "main");
  expect(document.points.map(({ source }) => source)).toEqual(["disk"]);
});

describe("a history that is not whole", () => {
  it("leaves a corrupt summary out, and names its commit", async () => {
    const [first, second, last] = THREE as [Commit, Commit, Commit];
    const repo = withHistory(first, { ...second, files: { [SUMMARY]: '{"schemaVersion"' } }, last);
    const { document, exitCode } = await trend(repo, "--fail-on-drop", "50");
    const broken = repo.git("rev-parse", "--short=7", "HEAD^");
    expect([exitCode, pctsOf(document)]).toEqual([0, [80, 70]]);
    expect(document.warnings).toContainEqual({
      code: "SNAPSHOT_UNREADABLE",
      message: `coverage/summary.json at ${broken} (2026-02-10, record aaaaaa2) is left out: it is no JSON`,
    });
  });

  it("says nothing of another file that git takes for an earlier name", async () => {
    const other = textOf({ ...summaryOf([1, 1], "aaaaaa0"), schemaVersion: "other" });
    const repo = withHistory({ day: "01-01", message: "other", files: { "other.json": other } });
    repo.git("rm", "-q", "other.json");
    repo.commit({ [SUMMARY]: textOf(summaryOf([1, 1], "aaaaaa0")) });
    const { document } = await trend(repo);
    expect([document.points.length, document.warnings.map(({ code }) => code)]).toEqual([1, ["COMMIT_MISSING"]]);
  });

  it.each<[string, string[], boolean, number]>([
    ["in a mere look", [], false, 0],
    ["under the gate", ["--fail-on-drop", "0"], false, 3],
    ["before a ratchet", ["--ratchet"], false, 3],
    ["on disk, under the gate", ["--fail-on-drop", "0"], true, 3],
    ["on disk, in a mere look", [], true, 0],
  ])("whose newest summary is corrupt is an error where that one is to be judged: %s", async (_sentence, argv, isOnDisk, expected) => {
    const broken = { day: "03-11", message: "broken", files: { [SUMMARY]: "" } };
    const repo = isOnDisk ? withHistory(...THREE) : withHistory(...THREE, broken);
    if (isOnDisk) repo.write({ [SUMMARY]: "" });
    const { document, exitCode } = await trend(repo, ...argv);
    expect(exitCode).toBe(expected);
    if (expected === 0) expect(document.warnings.map(({ code }) => code)).toContain("SNAPSHOT_UNREADABLE");
    else {
      expect(document.errors).toEqual([
        {
          code: "SUMMARY_MALFORMED",
          message: "the newest coverage/summary.json cannot be read: it is empty",
          hint: "pnpm coverage:aggregate",
        },
      ]);
    }
  });

  it("says that a text is not in git", async () => {
    const repo = withHistory();
    repo.commit({ [SUMMARY]: textOf(summaryOf([1, 1], "aaaaaa1")) });
    repo.commit({ [SUMMARY]: textOf(summaryOf([1, 2], "aaaaaa2")) });
    const blob = repo.git("rev-parse", `HEAD^:${SUMMARY}`);
    repo.write({ [`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`]: null });
    const { document } = await trend(repo);
    expect(document.warnings.map(({ message }) => message).join()).toContain("is left out: git does not have its text");
  });

  it("names commits that were measured and are there no more, the latest first, and how many", async () => {
    const repo = withHistory(...THREE, recorded("03-11", [7, 10], "aaaaaa4"));
    const real = repo.git("rev-parse", "--short=7", "HEAD");
    addCommits(repo, [recorded("03-12", [7, 11], real)]);
    const { document } = await trend(repo);
    expect(document.warnings).toEqual([
      {
        code: "COMMIT_MISSING",
        message:
          "commits that were measured are not in this repository: aaaaaa2 (2026-02-10), aaaaaa3 (2026-03-10), aaaaaa4 (2026-03-11) and 1 more; history was rewritten, or they are on a git branch that is not here: git fetch --all",
      },
    ]);
  });

  it("is shallow: what is missing, and the command", async () => {
    const repo = withHistory(...THREE);
    using clone = createHistory([]);
    clone.git("clone", "-q", "--depth", "1", `file://${repo.root}`, "c");
    const at = clone.path("c");
    const shallow = async (...argv: string[]) => (await runDocument(trendDocument, command, argv, { cwd: at })).document;
    const head = repo.git("rev-parse", "--short=7", "HEAD");
    const found = await shallow();
    expect(found.nextActions).toEqual(["git fetch --unshallow"]);
    expect(found.warnings).toEqual([
      {
        code: "HISTORY_SHALLOW",
        message: `the clone is shallow: points before 2026-03-10 are missing, and the first may be older than ${head}, which seems to have recorded it; git fetch --unshallow (on GitHub: actions/checkout with fetch-depth: 0)`,
      },
    ]);
    expect((await shallow("--history", SUMMARY)).warnings.map(({ code }) => code)).toEqual([]);
    repo.git("rm", "-q", SUMMARY);
    repo.commit({}, "gone");
    clone.git("clone", "-q", "--depth", "1", `file://${repo.root}`, "d");
    const { document } = await runDocument(trendDocument, command, [], { cwd: clone.path("d") });
    expect(document.warnings.map(({ message }) => message)[0]).toContain("the clone is shallow: no point is known of it");
  });
});

describe("--fail-on-drop", () => {
  it.each<[string, string[], number, string]>([
    ["fails where the last point dropped by more", ["--fail-on-drop", "5"], 1, "fail"],
    ["passes within the points", ["--fail-on-drop", "20"], 0, "pass"],
    ["fails the package alone", ["--fail-on-drop", "5", "--package", "@shop/shop"], 1, "fail"],
    ["passes a metric that did not drop", ["--fail-on-drop", "5", "--metric", "branches"], 0, "pass"],
    ["keeps the verdict and exits 0 with --exit-zero", ["--fail-on-drop", "5", "--exit-zero"], 0, "fail"],
  ])("%s", async (_sentence, argv, code, status) => {
    const { document, exitCode } = await trend(withHistory(...THREE), ...argv);
    expect([exitCode, document.status]).toEqual([code, status]);
    expect(document.nextActions.length > 0).toBe(status === "fail");
  });

  it("compares a pull request's summary on disk with main's", async () => {
    const repo = withHistory(...THREE);
    repo.git("checkout", "-q", "-b", "change");
    repo.write({ [SUMMARY]: textOf(summaryOf([4, 10], "aaaaaa4")) });
    const { document, exitCode } = await trend(repo, "--ref", "main", "--fail-on-drop", "0");
    expect([exitCode, document.drops[0]?.from, document.drops[0]?.to]).toEqual([1, 70, 40]);
    expect(document.nextActions[0]).toBe("pnpm coverage:diff --base aaaaaa3");
  });

  it("says that it compared nothing across a change of provider", async () => {
    const repo = withHistory(...THREE, recorded("04-10", [1, 10], "aaaaaa4", { provider: "istanbul" }));
    const { document, exitCode, stderr } = await trend(repo, "--fail-on-drop", "0");
    expect([exitCode, document.reason, document.drops, document.breaks.length]).toEqual([0, "provider-changed", [], 1]);
    expect(document.warnings.map(({ code }) => code)).toContain("NOTHING_COMPARED");
    expect(stderr).toMatch(/break: 2026-04-10 [0-9a-f]{7} v8 → istanbul/);
    expect(stderr).toContain("│");
  });
});

describe("--history", () => {
  const lines = [1, 2, 3].map((n) => JSON.stringify({ ...summaryOf([n, 4], `aaaaaa${n}`), generatedAt: `2026-01-0${n}T00:00:00.000Z` }));
  const plain = {
    coverage_history: [
      { date: "2026-01-01", overall_percent: 50, entities_percent: 40 },
      { date: "2026-01-02", overall_percent: 60 },
    ],
  };

  it("reads summaries, one a line, in place of the commits", async () => {
    const repo = withHistory(...THREE);
    repo.write({ "h/history.jsonl": `${lines.join("\n")}\nbroken\n`, [SUMMARY]: null });
    const { document } = await runDocument(trendDocument, command, ["--history", "history.jsonl"], { cwd: repo.path("h") });
    expect([pctsOf(document), document.points[0]?.source]).toEqual([[25, 50, 75], "file"]);
    expect(document.warnings.map(({ code }) => code)).toEqual(["SNAPSHOT_UNREADABLE", "COMMIT_MISSING"]);
  });

  it("reads a plain history, in which a domain is a layer where a manifest says so", async () => {
    const repo = withHistory({ day: "01-01", message: "m", files: SHOP });
    repo.write({ "t.json": JSON.stringify(plain) });
    const { document } = await trend(repo, "--history", "t.json");
    expect(pctsOf(document)).toEqual([50, 60]);
    expect(document.points[0]?.byPackage["@shop/shop"]?.byLayer["entities"]?.lines.pct).toBe(40);
  });

  it("is followed by the summary on disk, where that is newer", async () => {
    const repo = withHistory(...THREE);
    repo.write({ "h.jsonl": lines.join("\n") });
    expect((await trend(repo, "--history", "h.jsonl")).document.points.map(({ source }) => source)).toEqual([
      "file",
      "file",
      "file",
      "disk",
    ]);
    repo.write({ [SUMMARY]: textOf({ ...summaryOf([1, 4], "aaaaaa1"), generatedAt: "2026-01-01T00:00:00.000Z" }) });
    expect((await trend(repo, "--history", "h.jsonl")).document.points).toHaveLength(3);
    repo.write({ [SUMMARY]: "" });
    const { document } = await trend(repo, "--history", "h.jsonl");
    expect([document.points.length, document.warnings[0]?.message]).toEqual([3, "coverage/summary.json on disk is left out: it is empty"]);
  });

  it("is read from a branch of data, and cut by the date of a commit", async () => {
    const repo = withHistory({ day: "01-02", message: "m", files: SHOP });
    repo.git("checkout", "-q", "--orphan", "data");
    repo.commit({ "h.jsonl": lines.join("\n") }, "data");
    repo.git("checkout", "-q", "main");
    expect(pctsOf((await trend(repo, "--history", "h.jsonl", "--ref", "data")).document)).toEqual([25, 50, 75]);
    expect(pctsOf((await trend(repo, "--history", "h.jsonl", "--ref", "data", "--since", "main")).document)).toEqual([50, 75]);
  });

  it.each<[string, string[], string, string, number]>([
    ["that is not there", ["--history", "nope.jsonl"], "HISTORY_MISSING", "there is no file", 3],
    ["that the ref does not have", ["--history", "nope.jsonl", "--ref", "main"], "HISTORY_MISSING", "main has no file nope.jsonl", 3],
    ["that is none", ["--history", "a.txt"], "HISTORY_MALFORMED", "a.txt:1: it is no JSON", 3],
    ["of a ref that is none", ["--ref", "origin/nope"], "REF_NOT_FOUND", "no commit is called origin/nope", 4],
    ["of a commit that is none", ["--ref", "-x"], "REF_NOT_FOUND", "no commit is called -x", 4],
  ])("is an error %s", async (_sentence, argv, code, message, exit) => {
    const repo = withHistory(...THREE);
    repo.write({ "a.txt": "hello" });
    const { document, exitCode } = await trend(repo, ...argv);
    expect([exitCode, document.status, document.errors[0]?.code]).toEqual([exit, "error", code]);
    expect(document.errors[0]?.message).toContain(message);
    expect(document.nextActions).toEqual([document.errors[0]?.hint]);
  });
});

describe("a name or a date that nobody knows", () => {
  it.each<[string, string[], string]>([
    ["is a package", ["--package", "@shop/shp"], "--package: there is no @shop/shp (did you mean @shop/shop?); there is @shop/shop"],
    ["is a layer", ["--layer", "xyz"], "--layer: there is no xyz; there is entities"],
    [
      "is a metric",
      ["--metric", "line"],
      "option '--metric <name>' argument 'line' is invalid. It takes statements, branches, functions, lines, tests, test-time (did you mean lines?).",
    ],
    [
      "is a date",
      ["--since", "last spring"],
      "--since last spring is no commit and no date: it takes a branch, a tag or a commit, a date such as 2026-05-13, or 90d, 12w, 6m, 1y, 3 months ago",
    ],
    [
      "is a figure of tests under the gate",
      ["--metric", "tests", "--fail-on-drop", "1"],
      "--fail-on-drop is about coverage, and --metric tests leaves none of it",
    ],
    ["are points", ["--fail-on-drop", "x"], "option '--fail-on-drop <points>' argument 'x' is invalid. It takes points from 0 to 100."],
  ])("%s: exit 2, with what is allowed", async (_sentence, argv, message) => {
    const { document, exitCode } = await trend(withHistory(...THREE), ...argv);
    expect([exitCode, document.errors]).toEqual([2, [{ code: "USAGE", message, hint: "pnpm coverage:trend --help" }]]);
  });

  it("is not told without a point", async () => {
    expect((await trend(withHistory(), "--package", "x", "--layer", "y")).exitCode).toBe(0);
  });
});

const MANIFEST = "packages/shop/src/feature.manifest.ts";
const REPO_MANIFEST = "repo.manifest.ts";
const SHOP = {
  "package.json": '{ "name": "w" }',
  "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
  "packages/shop/package.json": '{ "name": "@shop/shop" }',
  "packages/shop/src/entities/price.ts": "export const price = 1;\n",
  [MANIFEST]: `import { defineFeature } from "@repo/core-shared/conformance/feature";
// kept as it is
export const shopManifest = defineFeature({
  name: "shop",
  coverage: {
    bands: {
      baseline: { statements: 80, branches: 75, functions: 80, lines: 60.5 },
      entities: { statements: 100, branches: 100, functions: 100, lines: 60 },
    },
  },
} as const);
`,
  [REPO_MANIFEST]: `import { defineRepo } from "@repo/core-shared/conformance/feature";
export default defineRepo({ band: { statements: 95.87, branches: 88.91, functions: 100, lines: 50 } });
`,
};

describe("--ratchet", () => {
  const files = { ...SHOP, [SUMMARY]: textOf(summaryOf([7, 9], "aaaaaa1")) };
  const shop = (more: Readonly<Record<string, string>> = {}) => withHistory({ day: "01-01", message: "m", files: { ...files, ...more } });
  const diffOf = (repo: TempRepo) => repo.git("diff", "--unified=0").match(/^[-+] .*/gm) ?? [];

  it("raises what the last point exceeds, where it stands, and nothing else", async () => {
    const repo = shop();
    const { document, exitCode, stderr } = await trend(repo, "--ratchet");
    expect([exitCode, document.warnings.map(({ code }) => code)]).toEqual([0, ["COMMIT_MISSING"]]);
    expect(document.ratchet?.map(({ file, band, metric, from, to }) => `${file} ${band} ${metric} ${from} ${to}`)).toEqual([
      `${REPO_MANIFEST} null statements 95.87 100`,
      `${REPO_MANIFEST} null branches 88.91 100`,
      `${REPO_MANIFEST} null lines 50 77`,
      `${MANIFEST} baseline statements 80 100`,
      `${MANIFEST} baseline branches 75 100`,
      `${MANIFEST} baseline functions 80 100`,
      `${MANIFEST} baseline lines 60.5 77`,
      `${MANIFEST} entities lines 60 77`,
    ]);
    expect(diffOf(repo)).toEqual([
      "-      baseline: { statements: 80, branches: 75, functions: 80, lines: 60.5 },",
      "-      entities: { statements: 100, branches: 100, functions: 100, lines: 60 },",
      "+      baseline: { statements: 100, branches: 100, functions: 100, lines: 77 },",
      "+      entities: { statements: 100, branches: 100, functions: 100, lines: 77 },",
    ]);
    expect(readFileSync(repo.path(REPO_MANIFEST), "utf8")).toContain("{ statements: 100, branches: 100, functions: 100, lines: 77 }");
    expect(stderr).toContain(`ratchet: ${MANIFEST} entities.lines 60 → 77`);
    expect(document.nextActions).toEqual(["pnpm test --coverage, and commit the manifests: git diff"]);
    expect((await trend(repo, "--ratchet")).document).toMatchObject({ ratchet: [], nextActions: [] });
  });

  it.each<[string, string[], string[]]>([
    ["of one package leaves the repository's band", ["--package", "@shop/shop"], [MANIFEST]],
    ["of one layer leaves the rest", ["--layer", "entities"], [MANIFEST]],
  ])("%s", async (_sentence, argv, expected) => {
    const { document } = await trend(shop(), "--ratchet", ...argv);
    expect([...new Set(document.ratchet?.map(({ file }) => file))]).toEqual(expected);
    expect(document.ratchet?.every(({ band }) => !argv.includes("--layer") || band === "entities")).toBe(true);
  });

  it("says which bounds stay because they are no plain numbers", async () => {
    const text = SHOP[MANIFEST].replace("lines: 60 }", "lines: low }").replace("// kept", "const low = 60;\n// kept");
    const { document } = await trend(shop({ [MANIFEST]: text }), "--ratchet");
    expect(document.warnings).toContainEqual({
      code: "RATCHET_SKIPPED",
      message: `${MANIFEST}: entities.lines stays at 60, though 77 is reached: there is no plain number at its place`,
    });
    expect(document.ratchet?.some(({ band, metric }) => band === "entities" && metric === "lines")).toBe(false);
  });

  it("says so of the repository's band too, and leaves a file without a plain number alone", async () => {
    const text = "const low = 50;\nexport default defineRepo({ band: { statements: 100, branches: 100, functions: 100, lines: low } });\n";
    const repo = shop({ [REPO_MANIFEST]: text });
    const { document } = await trend(repo, "--ratchet");
    expect(document.warnings.map(({ message }) => message)).toContain(
      `${REPO_MANIFEST}: band.lines stays at 50, though 77 is reached: there is no plain number at its place`,
    );
    expect([readFileSync(repo.path(REPO_MANIFEST), "utf8"), document.ratchet?.some(({ band }) => band === null)]).toEqual([text, false]);
  });

  it("raises the manifest of a repository that is one package", async () => {
    const { [MANIFEST]: manifest } = SHOP;
    const files = {
      "package.json": '{ "name": "@shop/shop" }',
      "src/feature.manifest.ts": manifest,
      "src/entities/price.ts": "export const p = 1;\n",
    };
    const repo = withHistory({ day: "01-01", message: "m", files: { ...files, [SUMMARY]: textOf(summaryOf([7, 9], "aaaaaa1")) } });
    const { document } = await trend(repo, "--ratchet", "--layer", "entities");
    expect(document.ratchet).toEqual([{ file: "src/feature.manifest.ts", band: "entities", metric: "lines", from: 60, to: 77 }]);
  });

  it("leaves a layer whose globs are held one by one, and says so", async () => {
    const text = SHOP[MANIFEST].replace("    bands:", '    layers: { entities: ["src/entities/**", "src/models/**"] },\n    bands:');
    const repo = shop({ [MANIFEST]: text, "packages/shop/src/models/m.ts": "export const m = 1;\n" });
    const { document } = await trend(repo, "--ratchet");
    expect(document.warnings.map(({ message }) => message).join("\n")).toContain(
      `${MANIFEST}: entities.lines stays, though its figure would allow 77`,
    );
  });

  it("leaves baseline where it governs files that the last point knows nothing of", async () => {
    const repo = shop({ "packages/shop/src/other.ts": "export const other = 1;\n" });
    const { document } = await trend(repo, "--ratchet");
    expect(document.ratchet?.filter(({ band }) => band === "baseline")).toEqual([]);
    expect(document.warnings.filter(({ code }) => code === "RATCHET_SKIPPED")).toHaveLength(4);
  });

  it("says that sources have changed since they were measured", async () => {
    const repo = shop();
    const measured = repo.git("rev-parse", "--short=7", "HEAD");
    addCommits(repo, [{ day: "01-02", message: "n", files: { [SUMMARY]: textOf(summaryOf([7, 9], measured)) } }]);
    const warned = async () => (await trend(repo, "--ratchet")).document.warnings.filter(({ code }) => code !== "COMMIT_MISSING");
    expect(await warned()).toEqual([]);
    repo.git("checkout", "-q", "--", ".");
    repo.write({ "packages/shop/src/entities/price.ts": "export const price = 2;\n" });
    expect(await warned()).toEqual([
      {
        code: "RATCHET_STALE",
        message: `the bounds are what ${measured} reached, and 1 source files have changed since: pnpm test --coverage && pnpm coverage:aggregate, then --ratchet again`,
      },
    ]);
  });

  it("takes the figures of the summary on disk", async () => {
    const repo = shop();
    repo.write({ [SUMMARY]: textOf(summaryOf([8, 9], "aaaaaa2")) });
    expect((await trend(repo, "--ratchet")).document.ratchet?.find(({ band }) => band === "entities")?.to).toBe(88);
  });

  it("has nothing to raise without a point, a manifest, or a package that the point has", async () => {
    expect((await trend(withHistory(), "--ratchet")).document.ratchet).toEqual([]);
    expect((await trend(withHistory(...THREE), "--ratchet")).document.ratchet).toEqual([]);
    const bare = { ...SHOP, [REPO_MANIFEST]: "export default defineRepo({});\n" };
    const repo = withHistory({
      day: "01-01",
      message: "m",
      files: { ...bare, [SUMMARY]: textOf(summaryOf([1, 1], "aaaaaa1", { byPackage: {} })) },
    });
    expect((await trend(repo, "--ratchet")).document.ratchet).toEqual([]);
  });

  it("is not asked for by a mere look", async () => {
    const repo = shop();
    expect((await trend(repo)).document.ratchet).toBeNull();
    expect(diffOf(repo)).toEqual([]);
  });
});

describe("--format coverage-trend=FILE", () => {
  const historyIn = (repo: TempRepo, file: string) => plainHistory.parse(JSON.parse(readFileSync(repo.path(file), "utf8")));

  it("writes the plain history: domains and targets, and no path of a file", async () => {
    const repo = withHistory({ day: "01-01", message: "m", files: SHOP }, ...THREE);
    const { exitCode, stdout } = await trend(repo, "--format", "coverage-trend=out/trend.json", "--format", "json=out/t.json");
    expect([exitCode, readFileSync(repo.path("out/t.json"), "utf8")]).toEqual([0, stdout]);
    expect(historyIn(repo, "out/trend.json")).toEqual({
      coverage_history: [
        { date: "2026-01-10", commit: "aaaaaa1", overall_percent: 80, entities_percent: 80, test_count: 3, provider: "v8" },
        { date: "2026-02-10", commit: "aaaaaa2", overall_percent: 90, entities_percent: 90, test_count: 3, provider: "v8" },
        { date: "2026-03-10", commit: "aaaaaa3", overall_percent: 70, entities_percent: 70, test_count: 3, provider: "v8" },
      ],
      targets: { overall: 50, entities: 60 },
    });
  });

  it("adds to what the file says, and reads it back as the same points", async () => {
    const repo = withHistory(...THREE);
    const before = {
      note: "ours",
      coverage_history: [
        { date: "2025-12-31", overall_percent: 10, author: "ana" },
        { date: "2026-01-10", commit: "aaaaaa1", overall_percent: 1 },
      ],
    };
    repo.write({ "t.json": JSON.stringify(before) });
    await trend(repo, "--format", "coverage-trend=t.json");
    const { note, coverage_history: entries } = historyIn(repo, "t.json");
    expect([note, entries.map(({ date, overall_percent: overall }) => [date, overall])]).toEqual([
      "ours",
      [
        ["2025-12-31", 10],
        ["2026-01-10", 80],
        ["2026-02-10", 90],
        ["2026-03-10", 70],
      ],
    ]);
    repo.write({ [SUMMARY]: null });
    expect(pctsOf((await trend(repo, "--history", "t.json")).document)).toEqual([10, 80, 90, 70]);
  });

  it("names layers by feature where several packages have them, whether a manifest names the feature or not", async () => {
    const { byPackage } = summaryOf([1, 2], "aaaaaa1");
    const both = { ...byPackage, "@shop/cart": { ...totalsOf([1, 4]), byLayer: { entities: totalsOf([1, 4]) } } };
    const repo = withHistory(recorded("01-10", [1, 2], "aaaaaa1", { byPackage: both }));
    await trend(repo, "--format", "coverage-trend=t.json");
    expect(historyIn(repo, "t.json").coverage_history[0]).toMatchObject({ "shop-entities_percent": 50, "cart-entities_percent": 25 });
  });

  it("leaves a file alone that is no such history", async () => {
    const repo = withHistory(...THREE);
    repo.write({ "t.json": "hello" });
    const { document, exitCode } = await trend(repo, "--format", "coverage-trend=t.json");
    expect([exitCode, document.errors[0]?.code, readFileSync(repo.path("t.json"), "utf8")]).toEqual([3, "HISTORY_MALFORMED", "hello"]);
  });
});

it("help is the answer where it is asked for, and nothing is read", async () => {
  const { exitCode, stdout } = await run(command, ["--", "--help"], { cwd: "/" });
  expect([exitCode, stdout.includes("--fail-on-drop <points>"), existsSync("/coverage")]).toEqual([0, true, false]);
});

it("outside a repository it says so", async () => {
  const { document, exitCode } = await runDocument(trendDocument, command, [], { cwd: "/" });
  expect([exitCode, document.errors[0]?.code]).toEqual([4, "NOT_A_REPOSITORY"]);
});
