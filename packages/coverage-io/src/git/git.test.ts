import type { TempRepo } from "@repo/core-testing";
import { createTempRepo } from "@repo/core-testing";
import { parseUnifiedDiff, type ChangedFile, type RepoPath } from "@repo/coverage-core";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createGit } from "./git.js";
import { openFolder, openRepository } from "./open-repository.js";
import { readTextsAt } from "./read-blobs.js";
import { readUntracked, streamDiff } from "./read-changes.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

function repoOf(...files: Parameters<typeof createTempRepo>): TempRepo {
  const repo = createTempRepo(...files);
  repos.push(repo);
  return repo;
}

const failure = (code: string, exitCode = 4): unknown =>
  expect.objectContaining({ code, exitCode, hint: expect.stringMatching(/./) as unknown });

describe("a repository", () => {
  it("is found from a folder in it, and through a link", async () => {
    const repo = repoOf({ "a/b.ts": "" });
    symlinkSync(repo.path("a"), repo.path("link"));
    expect((await openRepository(repo.path("a"))).root).toBe(repo.root);
    expect((await openRepository(repo.path("link"))).root).toBe(repo.root);
  });

  it("lists tracked and untracked files once each, names as they are, ignored ones not", async () => {
    const repo = repoOf({ ".gitignore": "ignored\n", 'ä "x"\t.ts': "" });
    repo.write({ ignored: "", "new.ts": "" });
    const { files } = await openRepository(repo.root);
    expect((await files()).sort()).toEqual([".gitignore", "new.ts", 'ä "x"\t.ts']);
  });

  it.each<[string, (repo: TempRepo) => void, boolean]>([
    ["is clean after a commit", () => undefined, false],
    ["is dirty by an edit", (repo) => repo.write({ "a.ts": "1" }), true],
    ["is dirty by a file that git does not know", (repo) => repo.write({ "b.ts": "" }), true],
    ["is clean with an ignored file", (repo) => repo.write({ ignored: "" }), false],
  ])("%s", async (_sentence, change, dirty) => {
    const repo = repoOf({ "a.ts": "", ".gitignore": "ignored\n" });
    change(repo);
    const { head } = await openRepository(repo.root);
    expect(await head()).toEqual({ sha: repo.git("rev-parse", "HEAD"), dirty });
  });

  it("without a commit has no head", async () => {
    const { head } = await openRepository(repoOf().root);
    await expect(head()).rejects.toThrow(failure("NO_COMMIT"));
  });

  it("is not there, or its folder is not", async () => {
    const repo = repoOf({ "a.ts": "" });
    rmSync(repo.path(".git"), { recursive: true });
    const error: unknown = await openRepository(repo.root).catch((thrown: unknown) => thrown);
    expect(error).toEqual(failure("NOT_A_REPOSITORY"));
    expect(await (await openFolder(repo.root, error)).files()).toEqual(["a.ts"]);
    const missing: unknown = await openRepository(repo.path("nowhere")).catch((thrown: unknown) => thrown);
    expect(missing).toEqual(failure("FOLDER_MISSING"));
    await expect(openFolder(repo.root, missing)).rejects.toBe(missing);
    await expect(openFolder(repo.root, new RangeError("other"))).rejects.toThrow("other");
  });
});

describe("git", () => {
  it("says what it says, and its own words where it fails", async () => {
    const { git, root } = await openRepository(repoOf({ "a.ts": "" }).root);
    expect(await git.run("rev-parse", "--show-toplevel")).toBe(`${root}\n`);
    expect(await git.ask("rev-parse", "--verify", "nowhere")).toBeUndefined();
    await expect(git.run("show", "nowhere")).rejects.toThrow(/git show: .*nowhere/s);
    await expect(git.stream(["show", "nowhere"], () => undefined)).rejects.toThrow(failure("GIT_FAILED"));
  });

  it("is said to be missing where it is", async () => {
    const path = process.env["PATH"];
    try {
      process.env["PATH"] = "/nowhere";
      await expect(createGit(repoOfNothing()).run("version")).rejects.toThrow(failure("GIT_MISSING"));
    } finally {
      process.env["PATH"] = path;
    }
  });

  it("hands on what its reader throws, once", async () => {
    const { git } = await openRepository(repoOf({ "a.ts": "x\n".repeat(100_000) }).root);
    let calls = 0;
    const read = git.stream(["show", "HEAD"], () => {
      calls += 1;
      throw new RangeError("seen enough");
    });
    await expect(read).rejects.toThrow("seen enough");
    expect(calls).toBe(1);
  });
});

function repoOfNothing(): string {
  return process.cwd();
}

it("texts of a commit come by one process, also empty ones, and not what is no file", async () => {
  const { root } = await openRepository(repoOf({ "a.ts": "1\n", "ä b.ts": "é", "empty.ts": "", "deep/c.ts": "x" }).root);
  const paths = ["missing.ts", "ä b.ts", "deep", "empty.ts", "a\nb.ts", "a.ts"].map((path) => path as RepoPath);
  expect([...(await readTextsAt(root, "HEAD", paths))]).toEqual([
    ["ä b.ts", "é"],
    ["empty.ts", ""],
    ["a.ts", "1\n"],
  ]);
  expect((await readTextsAt(root, "HEAD", [])).size).toBe(0);
});

/** `kind file:lines`, of the diff from HEAD and of untracked files. */
async function check(repo: TempRepo, expected: readonly string[]): Promise<void> {
  const repository = await openRepository(repo.root);
  const chunks: Uint8Array[] = [];
  await streamDiff(repository, "HEAD", (chunk) => chunks.push(chunk));
  const shortOf = ({ file, kind, lines }: ChangedFile) => `${kind} ${file}:${lines.join(",")}`;
  const untracked = (await readUntracked(repository)).map((each) => `new ${shortOf(each)}`);
  expect([...parseUnifiedDiff(Buffer.concat(chunks)).map(shortOf), ...untracked]).toEqual(expected);
}

describe("the diff does not depend on anybody's configuration", () => {
  const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  it.each<[string, string]>([
    ["color.ui", "always"],
    ["diff.noprefix", "true"],
    ["diff.mnemonicPrefix", "true"],
    ["diff.external", "false"],
    ["diff.renames", "false"],
    ["core.quotePath", "true"],
    ["diff.context", "5"],
    ["diff.interHunkContext", "9"],
    ["diff.algorithm", "minimal"],
    ["diff.relative", "true"],
    ["diff.submodule", "log"],
    ["diff.srcPrefix", "x/"],
    ["core.pager", "false"],
  ])("%s=%s", async (key, value) => {
    const repo = repoOf({ "ä b/a.ts": before, "old name.ts": before });
    repo.git("config", key, value);
    repo.git("mv", "old name.ts", "new name.ts");
    repo.write({ "ä b/a.ts": before.replace("2\n", "2\n2a\n").replace("9\n", "9a\n"), "new name.ts": `${before}10\n` });
    await check(repo, ["text new name.ts:10", "text ä b/a.ts:3,10"]);
  });

  it("nor on a driver that would turn text into something else", async () => {
    const repo = repoOf({ "a.ts": "1\n", ".gitattributes": "*.ts diff=shout\n" });
    repo.git("config", "diff.shout.textconv", "tr a-z A-Z < ");
    repo.git("config", "diff.shout.command", "false");
    repo.write({ "a.ts": "1\n2\n" });
    await check(repo, ["text a.ts:2"]);
  });
});

it("commits, the index and edits are one diff, with the lines of the file on disk", async () => {
  const repo = repoOf({ "a.ts": "1\n2\n" });
  repo.write({ "a.ts": "0\n1\n2\n" });
  repo.git("add", "a.ts");
  repo.write({ "a.ts": "00\n0\n1\n2\n3\n" });
  await check(repo, ["text a.ts:1,2,5"]);
});

it("untracked files are new as a whole; links, binaries, empty files and repositories have no lines", async () => {
  const repo = repoOf({ ".gitignore": "ignored\n" });
  repo.write({ "a.ts": "1\n2", "b.bin": new Uint8Array([1, 0, 2]), "c.ts": "", ignored: "x\n" });
  symlinkSync("a.ts", repo.path("d.ts"));
  mkdirSync(repo.path("inner"));
  createGit(repo.root);
  repo.git("init", "--quiet", "inner");
  repo.write({ "inner/x.ts": "1\n" });
  await check(repo, ["new text a.ts:1,2", "new binary b.bin:", "new text c.ts:", "new symlink d.ts:", "new submodule inner/:"]);
});
