import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RepoPath } from "@repo/coverage-core";
import { createTempRepo } from "@repo/core-testing";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { IoError } from "../io-error.js";
import { openFolder, openRepository } from "./open-repository.js";
import { readTextsAt } from "./read-blobs.js";

const repo = createTempRepo({ "src/a.ts": "a\n", "src/deleted.ts": "", ".gitignore": "ignored/\n" });
repo.write({ "new ü.ts": "", "ignored/b.ts": "", "src/deleted.ts": null });
const outside = realpathSync(mkdtempSync(join(tmpdir(), "bandline-folder-")));
symlinkSync(repo.root, join(outside, "link"));

afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  repo.remove();
  rmSync(outside, { recursive: true });
});

async function check(cwd: string, root: string): Promise<void> {
  expect((await openRepository(cwd)).root).toBe(root);
}

describe("a repository is opened", () => {
  it.each<[string, string]>([
    ["at its root", repo.root],
    ["in a folder of it", repo.path("src")],
    ["in a folder that git ignores", repo.path("ignored")],
    ["by a link to it", join(outside, "link")],
    ["by a link to it, in a folder", join(outside, "link", "src")],
  ])("%s", (_sentence, cwd) => check(cwd, repo.root));

  it("where the folder says, whatever repository a hook runs in", async () => {
    using other = createTempRepo({ "b.ts": "" });
    vi.stubEnv("GIT_DIR", other.path(".git"));
    vi.stubEnv("GIT_INDEX_FILE", other.path(".git/index"));
    await check(repo.root, repo.root);
    expect(await (await openRepository(repo.root)).files()).toContain("src/a.ts");
  });

  it("whatever programs a user has set for git", async () => {
    for (const name of ["EDITOR", "PAGER", "VISUAL", "SSH_ASKPASS", "PREFIX", "GIT_EXTERNAL_DIFF"]) vi.stubEnv(name, "/bin/false");
    await check(repo.root, repo.root);
  });
});

describe("a folder is refused", () => {
  it.each<[string, string, string, RegExp]>([
    ["that is in no repository", outside, "NOT_A_REPOSITORY", /^name one|or name one with --cwd DIR$/],
    ["that is not there", join(outside, "none"), "FOLDER_MISSING", /--cwd DIR/],
    ["that is a file", repo.path("src/a.ts"), "FOLDER_MISSING", /--cwd DIR/],
    ["that is git's own", repo.path(".git"), "GIT_FAILED", /^run by hand: git rev-parse --show-toplevel$/],
  ])("%s", async (_sentence, cwd, code, hint) => {
    expect(await failureOf(() => openRepository(cwd))).toMatchObject({ code, exitCode: 4, hint: expect.stringMatching(hint) as string });
  });

  it.skipIf(process.getuid?.() !== 0)("that belongs to somebody else, with git's own command to trust it", async () => {
    using foreign = createTempRepo({ "a.ts": "" });
    using other = createTempRepo();
    chownSync(foreign.root, 12_345, 12_345);
    chownSync(foreign.path(".git"), 12_345, 12_345);
    vi.stubEnv("SUDO_UID", undefined);
    // Whatever this machine's user trusts.
    vi.stubEnv("HOME", other.root);
    vi.stubEnv("XDG_CONFIG_HOME", other.root);
    expect(await failureOf(() => openRepository(foreign.root))).toEqual({
      code: "REPOSITORY_UNTRUSTED",
      exitCode: 4,
      message: `fatal: detected dubious ownership in repository at '${foreign.root}'`,
      hint: `git config --global --add safe.directory ${foreign.root}`,
    });
    expect(await failureOf(() => readTextsAt(foreign.root, "HEAD", ["a.ts" as RepoPath]))).toMatchObject({ code: "REPOSITORY_UNTRUSTED" });
  });

  it("with the same code where git would speak another language", async () => {
    vi.stubEnv("LANGUAGE", "de");
    vi.stubEnv("LC_ALL", "C.UTF-8");
    expect(await failureOf(() => openRepository(outside))).toMatchObject({ code: "NOT_A_REPOSITORY" });
  });

  it("where there is no git", async () => {
    vi.stubEnv("PATH", outside);
    expect(await failureOf(() => openRepository(repo.root))).toMatchObject({ code: "GIT_MISSING", exitCode: 4, hint: "install git" });
  });
});

describe("the files of a repository", () => {
  it("are the tracked and the untracked ones that are on disk and not ignored", async () => {
    expect((await (await openRepository(repo.root)).files()).sort()).toEqual([".gitignore", "new ü.ts", "src/a.ts"]);
  });

  it("are all of them, also from a folder of it", async () => {
    expect(await (await openRepository(repo.path("src"))).files()).toContain(".gitignore");
  });

  it("stand once each while a merge waits to be resolved", async () => {
    using merging = createTempRepo({ "a.ts": "one\n" });
    merging.git("checkout", "-q", "-b", "other");
    merging.commit({ "a.ts": "two\n" });
    merging.git("checkout", "-q", "main");
    merging.commit({ "a.ts": "three\n" });
    expect(() => merging.git("merge", "other")).toThrow("git merge other");
    expect(await (await openRepository(merging.root)).files()).toEqual(["a.ts"]);
  });
});

describe("the head of a repository", () => {
  it.each<[string, Parameters<typeof repo.write>[0], boolean]>([
    ["is clean after a commit", {}, false],
    ["is dirty with an edit", { "a.ts": "b\n" }, true],
    ["is dirty with an untracked file", { "b.ts": "" }, true],
    ["is dirty with a deleted file", { "a.ts": null }, true],
    ["is clean with a file that is ignored", { "c.log": "" }, false],
  ])("%s", async (_sentence, files, dirty) => {
    using each = createTempRepo({ "a.ts": "a\n", ".gitignore": "*.log\n" });
    each.write(files);
    expect(await (await openRepository(each.root)).head()).toEqual({ sha: each.git("rev-parse", "HEAD"), dirty });
  });

  it("is dirty with an untracked file that git is told not to show", async () => {
    using each = createTempRepo({ "a.ts": "a\n" });
    each.git("config", "status.showUntrackedFiles", "no");
    each.write({ "b.ts": "" });
    expect((await (await openRepository(each.root)).head()).dirty).toBe(true);
  });

  it("is dirty with a staged edit", async () => {
    using each = createTempRepo({ "a.ts": "a\n" });
    each.write({ "a.ts": "b\n" });
    each.git("add", "a.ts");
    expect((await (await openRepository(each.root)).head()).dirty).toBe(true);
  });

  it("is dirty with a commit in a repository inside, whatever is said of those", async () => {
    using each = createTempRepo({ ".gitignore": "" });
    const commitInside = () =>
      each.git("-C", "sub", "-c", "user.name=a", "-c", "user.email=a", "commit", "--quiet", "--allow-empty", "--message", "x");
    each.git("init", "--quiet", "sub");
    commitInside();
    each.commit();
    commitInside();
    each.git("config", "diff.ignoreSubmodules", "all");
    expect((await (await openRepository(each.root)).head()).dirty).toBe(true);
  });

  it("is read without a touch to the index, which a commit may be writing", async () => {
    using each = createTempRepo({ "a.ts": "a\n" });
    utimesSync(each.path("a.ts"), 0, 0);
    const before = readFileSync(each.path(".git/index"));
    const opened = await openRepository(each.root);
    await opened.head();
    expect(readFileSync(each.path(".git/index")).equals(before)).toBe(true);
  });

  it("stays what it was when it was first asked for", async () => {
    using each = createTempRepo({ "a.ts": "a\n" });
    const opened = await openRepository(each.root);
    const [head, files] = [await opened.head(), await opened.files()];
    each.commit({ "b.ts": "" });
    expect([await opened.head(), await opened.files(), await opened.untracked()]).toEqual([head, files, []]);
  });

  it("is an error without a commit", async () => {
    using empty = createTempRepo();
    const opened = await openRepository(empty.root);
    expect(await failureOf(() => opened.head())).toMatchObject({ code: "NO_COMMIT", exitCode: 4, hint: "git commit" });
  });
});

describe("a folder without its repository", () => {
  const unknownTo = (code: string) => new IoError({ code, message: "", hint: "", exitCode: 4 });

  it.each(["NOT_A_REPOSITORY", "GIT_MISSING"])("is opened after %s", async (code) => {
    const tree = await openFolder(repo.path("src"), unknownTo(code));
    expect({ root: tree.root, files: await tree.files() }).toEqual({ root: repo.path("src"), files: ["a.ts"] });
  });

  it("is refused where it is not there", async () => {
    expect(await failureOf(() => openFolder(join(outside, "none"), unknownTo("NOT_A_REPOSITORY")))).toMatchObject({
      code: "FOLDER_MISSING",
    });
  });

  it.each<[string, Error]>([
    ["another fault of git", unknownTo("GIT_FAILED")],
    ["a repository of somebody else", unknownTo("REPOSITORY_UNTRUSTED")],
    ["a bug", new Error("a bug")],
  ])("is not opened after %s", async (_sentence, error) => {
    await expect(openFolder(repo.root, error)).rejects.toBe(error);
  });
});
