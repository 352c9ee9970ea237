import type { TempRepo } from "@repo/core-testing";
import { createTempRepo } from "@repo/core-testing";
import { parseUnifiedDiff, type ChangedFile, type RepoPath } from "@repo/coverage-core";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openRepository } from "./open-repository.js";
import { isBinary, readUntracked, streamDiff, type DiffOptions } from "./read-changes.js";

const repos: TempRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.remove();
});

function repoOf(...files: Parameters<typeof createTempRepo>): TempRepo {
  const repo = createTempRepo(...files);
  repos.push(repo);
  return repo;
}

/** `kind file:lines`, of the diff from HEAD and of untracked files. @returns the diff. */
async function check(repo: TempRepo, expected: readonly string[], options?: DiffOptions): Promise<string> {
  const repository = await openRepository(repo.root);
  const chunks: Uint8Array[] = [];
  await streamDiff(repository, "HEAD", (chunk) => chunks.push(chunk), options);
  const shortOf = ({ file, kind, lines }: ChangedFile) => `${kind} ${file}:${lines.join(",")}`;
  const untracked = (await readUntracked(repository)).map((each) => `new ${shortOf(each)}`);
  const diff = Buffer.concat(chunks);
  expect([...parseUnifiedDiff(diff).map(shortOf), ...untracked]).toEqual(expected);
  return diff.toString("utf8");
}

describe("the diff does not depend on anybody's configuration", () => {
  const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  const edited = createTempRepo({ "a/gone.ts": "", "b/ä b/a.ts": before, "old name.ts": before, "old other.ts": `${before}other\n` });
  edited.git("mv", "old name.ts", "new name.ts");
  edited.git("mv", "old other.ts", "new other.ts");
  edited.write({
    "a/gone.ts": null,
    "b/ä b/a.ts": before.replace("2\n", "2\n2a\n").replace("9\n", "9a\n"),
    "new name.ts": `${before}10\n`,
    "new other.ts": `${before}other\n10\n`,
  });
  afterAll(() => {
    edited.remove();
  });

  it.each<[string, string]>([
    ["color.ui", "always"],
    ["diff.noprefix", "true"],
    ["diff.mnemonicPrefix", "true"],
    ["diff.external", "false"],
    ["diff.renames", "false"],
    ["core.quotePath", "true"],
    ["diff.context", "5"],
    ["diff.interHunkContext", "9"],
    ["diff.relative", "true"],
    ["diff.srcPrefix", "x/"],
    ["core.pager", "false"],
    ["diff.renameLimit", "1"],
    ["diff.orderFile", "/nowhere"],
    ["diff.suppressBlankEmpty", "true"],
    ["core.autocrlf", "true"],
    ["core.autocrlf", "input"],
    ["core.safecrlf", "true"],
    ["core.attributesFile", "/nowhere"],
    ["status.showUntrackedFiles", "no"],
  ])("%s=%s", async (key, value) => {
    edited.git("config", key, value);
    const diff = await check(edited, ["deleted a/gone.ts:", "text b/ä b/a.ts:3,10", "text new name.ts:10", "text new other.ts:11"]);
    edited.git("config", "--unset", key);
    expect(diff).not.toMatch(/^ /m);
  });

  it.each([
    ["diff.shout.textconv", "head -n 1"],
    ["diff.shout.command", "false"],
  ])("nor on a driver that would turn text into something else: %s", async (key, value) => {
    const repo = repoOf({ "a.ts": "1\n", ".gitattributes": "*.ts diff=shout\n" });
    repo.git("config", key, value);
    repo.write({ "a.ts": "1\n2\n" });
    await check(repo, ["text a.ts:2"]);
  });

  it.each(["myers", "minimal", "patience"])("nor on the algorithm: %s", async (algorithm) => {
    const repo = repoOf({ "a.ts": "c\na\nc\na\nb\nb\n" });
    repo.git("config", "diff.algorithm", algorithm);
    repo.write({ "a.ts": "c\na\nb\na\nc\na\n" });
    await check(repo, ["text a.ts:4,5,6"]);
  });

  it.each([
    ["diff.submodule", "log"],
    ["diff.ignoreSubmodules", "all"],
  ])("nor on what is said of a repository inside the repository: %s=%s", async (key, value) => {
    const repo = repoOf({ "a.ts": "" });
    const commitInside = () =>
      repo.git("-C", "sub", "-c", "user.name=a", "-c", "user.email=a", "commit", "--quiet", "--allow-empty", "--message", "x");
    repo.git("init", "--quiet", "sub");
    commitInside();
    repo.commit();
    commitInside();
    repo.git("config", key, value);
    await check(repo, ["submodule sub:"]);
  });
});

describe("the diff where lines end as on Windows", () => {
  it.each(["true", "input", "false"])("has only the edited line under core.autocrlf=%s", async (value) => {
    const repo = repoOf({ "a.ts": "1\r\n2\r\n" });
    repo.git("config", "core.autocrlf", value);
    repo.git("add", "--renormalize", ".");
    repo.git("commit", "--quiet", "--allow-empty", "--message", "normal");
    repo.write({ "a.ts": "1\r\n2\r\n3\r\n" });
    await check(repo, ["text a.ts:3"]);
  });
});

describe("attributes that call a source binary", () => {
  const hidden = (): TempRepo => {
    const repo = repoOf({ "a.ts": "1\n", "b.ts": "1\n2\n3\n4\n", ".gitattributes": "*.ts -diff\n" });
    repo.git("mv", "b.ts", "*.ts");
    repo.write({ "a.ts": "1\n2\n", "*.ts": "1\n2\n3\n4\n5\n" });
    return repo;
  };

  it("hide its lines", async () => {
    await check(hidden(), ["binary *.ts:", "binary a.ts:"]);
  });

  it("hide nothing from who asks for the text of certain files", async () => {
    await check(hidden(), ["text *.ts:5"], { asText: ["b.ts", "*.ts"] as RepoPath[] });
  });

  it.each<[string, Uint8Array, boolean]>([
    ["no NUL is text", Buffer.from("text ü \u0001"), false],
    ["a NUL early on is binary", Buffer.alloc(8_000, "a").fill(0, 7_999), true],
    ["a NUL further down is text", Buffer.alloc(8_001, "a").fill(0, 8_000), false],
    ["nothing at all is text", Buffer.alloc(0), false],
  ])("but a file with %s", (_sentence, bytes, expected) => expect(isBinary(bytes)).toBe(expected));
});

it("changes in whitespace alone can be left out, as git diff -w does", async () => {
  const repo = repoOf({ "a.ts": "a();\nb();\nc();\n", "b.ts": "a(1);\n", "c.ts": "1\n2\n3\n4\n", "d.ts": "a();\n" });
  repo.git("mv", "c.ts", "e.ts");
  repo.write({ "a.ts": "  a();\r\nb();\n\nc(1);\n", "b.ts": "a( 1 );\n", "e.ts": "1\n2\n3\n 4\n", "f.ts": " \n" });
  chmodSync(repo.path("d.ts"), 0o755);
  repo.write({ "d.ts": "\ta();\n" });
  await check(repo, ["text a.ts:1,3,4", "text b.ts:1", "text d.ts:1", "text e.ts:4", "new text f.ts:1"]);
  await check(repo, ["text a.ts:3,4", "mode d.ts:", "text e.ts:", "new text f.ts:1"], { ignoreWhitespace: true });
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
  repo.git("init", "--quiet", "inner");
  repo.write({ "inner/x.ts": "1\n" });
  await check(repo, ["new text a.ts:1,2", "new binary b.bin:", "new text c.ts:", "new symlink d.ts:", "new submodule inner/:"]);
});

it("untracked files that have gone since git saw them are not there", async () => {
  const { root } = repoOf({ "a.ts": "" });
  expect(await readUntracked({ root, untracked: async () => ["gone.ts" as RepoPath] })).toEqual([]);
});

it("untracked files whose names are not UTF-8 do not count as gone", async () => {
  const repo = repoOf({ "a.ts": "" });
  repo.write({ "b\uFFFD.ts": "1\n" });
  await check(repo, ["new text b\uFFFD.ts:1"]);
  writeFileSync(Buffer.concat([Buffer.from(repo.path("c")), Buffer.from([0xff])]), "1\n");
  const failure = { code: "FILE_UNREADABLE", exitCode: 3, message: "c\uFFFD: its name is not UTF-8" };
  await expect(readUntracked(await openRepository(repo.root))).rejects.toThrow(expect.objectContaining(failure));
});
