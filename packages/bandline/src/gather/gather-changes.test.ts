import type { CoverageDiffDocument } from "@repo/coverage-core";
import { coverageDiffDocument } from "@repo/coverage-core/schemas";
import type { TempRepo } from "@repo/core-testing";
import { chmodSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runDocument } from "../__fixtures__/run.js";
import { shortOf } from "../__fixtures__/short-of.js";
import { GROWN, PRICE, PRICE_TEXT, createShop, recordOf, writeReport } from "../__fixtures__/shop.js";
import { runDiff } from "../index.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
  vi.unstubAllEnvs();
});

function shop(more?: Readonly<Record<string, string>>): TempRepo {
  const repo = createShop(more);
  repos.push(repo);
  return repo;
}

async function check(repo: TempRepo, argv: readonly string[], expected: readonly string[]): Promise<CoverageDiffDocument> {
  const { document } = await runDocument(coverageDiffDocument, runDiff, argv, { cwd: repo.root });
  expect(shortOf(document)).toEqual(expected);
  return document;
}

describe("a change", () => {
  it("of a renamed file that attributes call binary is its edited lines only", async () => {
    const repo = shop({ ".gitattributes": "*.ts -diff\n" });
    const moved = PRICE.replace("price", "cost");
    repo.git("mv", PRICE, moved);
    repo.write({ [moved]: PRICE_TEXT.replace("net * 2", "net * 3") });
    writeReport(repo, recordOf(moved, { 2: 1, 3: 0, 5: 0 }), { [moved]: PRICE_TEXT.replace("net * 2", "net * 3") });
    const { summary } = await check(repo, [], ["fail 1", `uncovered ${moved}:5`]);
    expect([summary.filesChanged, summary.changedLines]).toEqual([1, 1]);
  });

  it("that only takes a file out of the index is judged by the text on disk", async () => {
    const repo = shop();
    repo.git("rm", "--quiet", "--cached", PRICE);
    writeReport(repo, recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }), { [PRICE]: PRICE_TEXT });
    const { summary } = await check(repo, [], ["fail 1", `uncovered ${PRICE}:3`]);
    expect(summary.filesChanged).toBe(1);
  });

  it.each<[string, (repo: TempRepo) => void]>([
    ["of a mode", (repo) => chmodSync(repo.path(PRICE), 0o755)],
    ["that adds a link", (repo) => symlinkSync("price.ts", repo.path("packages/shop/src/entities/link.ts"))],
    ["that adds a binary", (repo) => repo.write({ "packages/shop/src/entities/x.ts": "\0" })],
    ["that adds an empty file", (repo) => repo.write({ "packages/shop/src/entities/x.ts": "" })],
  ])("%s has no lines, and counts as a file", async (_sentence, act) => {
    const repo = shop();
    act(repo);
    const { summary } = await check(repo, [], ["pass 0 no-executable-lines"]);
    expect(summary).toMatchObject({ filesChanged: 1, filesGated: 0 });
  });

  it("of a style sheet is exempt: nobody measures those", async () => {
    const repo = shop();
    repo.write({ "packages/shop/src/price.css": "a {}\n" });
    writeReport(repo, recordOf(PRICE, { 2: 1 }), {});
    await check(repo, [], ["pass 0 only-exempt"]);
  });

  it("is judged against main where a branch has merged main into itself", async () => {
    const repo = shop();
    repo.git("checkout", "--quiet", "-b", "work");
    repo.commit({ [PRICE]: GROWN });
    repo.git("checkout", "--quiet", "main");
    repo.commit({ "packages/shop/src/entities/other.ts": "other();\n" });
    repo.git("checkout", "--quiet", "work");
    repo.git("merge", "--quiet", "--no-edit", "main");
    writeReport(repo, recordOf(PRICE, { 2: 1, 3: 1 }), { [PRICE]: GROWN });
    const { base, head, summary } = await check(repo, [], ["pass 0"]);
    expect(base).toEqual({
      ref: "main",
      sha: repo.git("rev-parse", "main"),
      mergeBase: repo.git("rev-parse", "main"),
      chosenBy: "default",
    });
    expect(head).toEqual({ sha: repo.git("rev-parse", "HEAD"), dirty: false });
    expect(summary.filesChanged).toBe(1);
  });
});

describe("--ignore-whitespace", () => {
  const INDENTED = PRICE_TEXT.replaceAll("  ", "\t");
  const UNTESTED = recordOf(PRICE, { 2: 0, 3: 0, 5: 0 });
  const FLAGS = ["--base", "HEAD", "--ignore-whitespace"];

  it("asks nothing of lines that were only indented, and counts their file", async () => {
    const repo = shop();
    repo.write({ [PRICE]: INDENTED });
    writeReport(repo, UNTESTED, { [PRICE]: INDENTED });
    await check(repo, ["--base", "HEAD"], ["fail 1", ...[2, 3, 5].map((line) => `uncovered ${PRICE}:${String(line)}`)]);
    const { summary } = await check(repo, FLAGS, ["pass 0 no-executable-lines"]);
    expect(summary).toMatchObject({ filesChanged: 1, filesGated: 0, changedLines: 0 });
  });

  it("judges what changed beside it, in renamed files and in those that attributes call binary", async () => {
    const repo = shop({ ".gitattributes": "*.ts -diff\n" });
    const moved = PRICE.replace("price", "cost");
    const text = PRICE_TEXT.replace("  return net * 2", "\treturn net * 3").replace("    return 0", "\treturn 0");
    repo.git("mv", PRICE, moved);
    repo.write({ [moved]: text });
    writeReport(repo, recordOf(moved, { 2: 0, 3: 0, 5: 0 }), { [moved]: text });
    await check(repo, FLAGS, ["fail 1", `uncovered ${moved}:5`]);
  });

  it("judges untracked files whole", async () => {
    const repo = shop();
    const file = "packages/shop/src/entities/other.ts";
    repo.write({ [file]: " other();\n" });
    writeReport(repo, recordOf(file, { 1: 0 }), { [file]: " other();\n" });
    await check(repo, FLAGS, ["fail 1", `uncovered ${file}:1`]);
  });

  it("leaves what has no lines as it is", async () => {
    const repo = shop();
    chmodSync(repo.path(PRICE), 0o755);
    const { summary } = await check(repo, FLAGS, ["pass 0 no-executable-lines"]);
    expect(summary).toMatchObject({ filesChanged: 1, changedLines: 0 });
  });

  it("follows unchanged lines through what was only indented", async () => {
    const repo = shop();
    const text = `more();\n${INDENTED}`;
    repo.write({ [PRICE]: text, "base.info": recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }) });
    writeReport(repo, recordOf(PRICE, { 1: 1, 3: 0, 4: 0, 6: 1 }), { [PRICE]: text });
    repo.write({ ".gitignore": "base.info\ncoverage/\n" });
    await check(repo, [...FLAGS, "--baseline", "base.info"], ["fail 1", `lost-coverage ${PRICE}:3`]);
    await check(repo, ["--base", "HEAD", "--baseline", "base.info"], ["fail 1", `uncovered ${PRICE}:3`, `uncovered ${PRICE}:4`]);
  });

  it("hides nothing from the guard", async () => {
    // To git, this skip is a change in whitespace alone.
    const repo = shop({ [PRICE]: PRICE_TEXT.replace("  if", "  // v8ignorenext\n  if") });
    repo.write({ [PRICE]: PRICE_TEXT.replace("  if", "  // v8 ignore next\n  if") });
    const { guard } = await check(repo, FLAGS, ["fail 1"]);
    expect(guard).toMatchObject([{ kind: "ignore-added", file: PRICE, line: 2 }]);
  });

  it("says that it does not change a diff that is handed in", async () => {
    const repo = shop();
    repo.write({ [PRICE]: INDENTED });
    repo.write({ "x.diff": `${repo.git("diff")}\n` });
    writeReport(repo, recordOf(PRICE, { 2: 1, 3: 0, 5: 1 }), { [PRICE]: INDENTED });
    await check(repo, ["--diff-file", "x.diff", "--ignore-whitespace"], ["fail 1", `uncovered ${PRICE}:3`, "WHITESPACE_JUDGED"]);
  });
});

describe("a diff that is handed in", () => {
  it("and is not there is missed by its own name", async () => {
    const { errors } = await check(shop(), ["--diff-file", "gone.diff"], ["error 3", "DIFF_MISSING"]);
    expect(errors[0]).toMatchObject({ message: "there is no diff at gone.diff", hint: expect.stringContaining("--diff-file -") as string });
  });

  it("is judged without git", async () => {
    const repo = shop();
    repo.write({ [PRICE]: GROWN });
    repo.write({ "x.diff": `${repo.git("diff")}\n` });
    writeReport(repo, recordOf(PRICE, { 2: 1, 3: 0 }), { [PRICE]: GROWN });
    vi.stubEnv("PATH", repo.path("coverage"));
    await check(repo, ["--diff-file", "x.diff"], ["fail 1", `uncovered ${PRICE}:3`]);
  });
});
