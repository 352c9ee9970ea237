import { execFileSync } from "node:child_process";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import type { RepoPath } from "@repo/coverage-core";
import { expect, it } from "vitest";
import { commitsSince, committedAt, findCommit, missingCommits } from "./find-commits.js";
import { createGit } from "./git.js";
import { readHistory } from "./read-history.js";
import { streamBlobs } from "./stream-blobs.js";

const FILE = "coverage/summary.json" as RepoPath;
/** Long enough that git finds it again under another name. */
const textOf = (name: string) => `${name}\n${"a line that stays\n".repeat(20)}`;
const history = (root: string, commit = "HEAD") => readHistory(root, commit, FILE, (text) => text.split("\n", 1)[0] as string);

/** Each entry as subject, path and first word of the text, oldest first. */
async function check(repo: TempRepo, expected: readonly string[], isThere = true): Promise<void> {
  const found = await history(repo.root);
  expect(found.entries.map(({ subject, path, value }) => `${subject}: ${path} ${value}`)).toEqual(expected);
  expect(found.isThere).toBe(isThere);
}

const record = (repo: TempRepo, text: string, message: string, file: string = FILE) => repo.commit({ [file]: textOf(text) }, message);

it("a history has each commit that changed the file, oldest first, with its id, date and first line", async () => {
  using repo = createTempRepo();
  const first = record(repo, "one", "first\n\nbody");
  repo.commit({ "src/a.ts": "1" }, "another file");
  const second = record(repo, "two", "second");
  expect((await history(repo.root)).entries).toEqual([
    { commit: first, subject: "first", at: "2026-01-01T00:00:00.000Z", path: FILE, value: "one" },
    { commit: second, subject: "second", at: "2026-01-01T00:00:00.000Z", path: FILE, value: "two" },
  ]);
});

it("a file that never was has none", async () => {
  using repo = createTempRepo({ "a.ts": "1" });
  await check(repo, [], false);
});

it("a merge is one entry, and what its side branch had in between is none", async () => {
  using repo = createTempRepo();
  record(repo, "one", "first");
  repo.git("checkout", "-qb", "side");
  record(repo, "side1", "side 1");
  record(repo, "side2", "side 2");
  repo.git("checkout", "-q", "main");
  repo.commit({ "src/a.ts": "1" }, "main");
  repo.git("merge", "-q", "--no-ff", "-m", "merge", "side");
  repo.git("checkout", "-qb", "unrelated");
  repo.commit({ "src/b.ts": "1" }, "no summary");
  repo.git("checkout", "-q", "main");
  repo.git("merge", "-q", "--no-ff", "-m", "merge of no summary", "unrelated");
  record(repo, "last", "last");
  await check(repo, [`first: ${FILE} one`, `merge: ${FILE} side2`, `last: ${FILE} last`]);
});

it("a rename is followed, also one that changes the text; one that does not is no entry", async () => {
  using repo = createTempRepo();
  record(repo, "one", "first", "old.json");
  repo.git("mv", "old.json", "middle.json");
  repo.commit({}, "moved alone");
  repo.git("mv", "middle.json", "new.json");
  repo.write({ "coverage/x": "" });
  repo.git("mv", "new.json", FILE);
  record(repo, "two", "moved and changed");
  await check(repo, ["first: old.json one", `moved and changed: ${FILE} two`]);
});

it("what was deleted and is there again has both its parts", async () => {
  using repo = createTempRepo();
  record(repo, "one", "first");
  repo.commit({ [FILE]: null }, "deleted");
  await check(repo, [`first: ${FILE} one`], false);
  record(repo, "two", "again");
  await check(repo, [`first: ${FILE} one`, `again: ${FILE} two`]);
});

it("the same text twice is read once, and is both times an entry", async () => {
  using repo = createTempRepo();
  for (const name of ["one", "two", "one"]) record(repo, name, name);
  const read: string[] = [];
  const { entries } = await readHistory(repo.root, "HEAD", FILE, (text) => read.push(text.slice(0, 3)));
  expect([entries.length, read.sort()]).toEqual([3, ["one", "two"]]);
});

it("a change of mode is no entry", async () => {
  using repo = createTempRepo();
  record(repo, "one", "first");
  repo.git("update-index", "--chmod=+x", FILE);
  repo.git("commit", "-qm", "mode");
  await check(repo, [`first: ${FILE} one`]);
});

it("the user's configuration changes nothing", async () => {
  using repo = createTempRepo();
  record(repo, "one", "ä first");
  repo.git("checkout", "-qb", "side");
  record(repo, "two", "side");
  repo.git("checkout", "-q", "main");
  repo.git("merge", "-q", "--no-ff", "-m", "second", "side");
  for (const [name, value] of [
    ["log.showSignature", "true"],
    ["log.diffMerges", "off"],
    ["diff.relative", "true"],
    ["color.ui", "always"],
    ["core.quotePath", "true"],
    ["i18n.logOutputEncoding", "latin1"],
    ["log.abbrevCommit", "true"],
  ] as const)
    repo.git("config", name, value);
  await check(repo, [`ä first: ${FILE} one`, `second: ${FILE} two`]);
});

it("a text that git does not have is an entry without a value", async () => {
  using repo = createTempRepo();
  record(repo, "one", "first");
  record(repo, "two", "second");
  const blob = repo.git("rev-parse", `HEAD:${FILE}`);
  repo.write({ [`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`]: null });
  await check(repo, [`first: ${FILE} one`, `second: ${FILE} undefined`]);
});

it("texts come whole, however git cuts its answer", async () => {
  using repo = createTempRepo();
  const texts = ["", "x", "é".repeat(100_000), "y".repeat(300_000), "\n\n"];
  const ids = texts.map((text) =>
    execFileSync("git", ["hash-object", "-w", "--stdin"], { cwd: repo.root, input: text, encoding: "utf8" }).trim(),
  );
  const found = new Map<string, string>();
  await streamBlobs(repo.root, [...ids, "0".repeat(40)], (id, text) => void found.set(id, text));
  expect([...found]).toEqual(ids.map((id, index) => [id, texts[index]]));
  await streamBlobs(repo.root, [], () => expect.unreachable());
});

it("a name is a commit, where git knows one, whatever it begins with", async () => {
  using repo = createTempRepo({ "a.ts": "1" });
  const sha = repo.git("rev-parse", "HEAD");
  repo.git("tag", "v1");
  const git = createGit(repo.root);
  const found = await Promise.all(
    ["HEAD", "v1", "main", sha.slice(0, 7), "nope", "-x", "--all", "HEAD:a.ts", "90d"].map((name) => findCommit(git, name)),
  );
  const known = { sha, isShallow: false };
  expect(found).toEqual([known, known, known, known, undefined, undefined, undefined, undefined, undefined]);
});

it("a repository without a commit has none of any name", async () => {
  using repo = createTempRepo();
  expect(await findCommit(createGit(repo.root), "HEAD")).toBeUndefined();
});

it("a shallow clone says so", async () => {
  using repo = createTempRepo({ "a.ts": "1" });
  repo.commit({ "a.ts": "2" });
  using clone = createTempRepo();
  clone.git("clone", "-q", "--depth", "1", `file://${repo.root}`, "c");
  expect(await findCommit(createGit(clone.path("c")), "HEAD")).toMatchObject({ isShallow: true });
});

it("ids that are no commit of the repository are missing, and what is no id is not asked for", async () => {
  using repo = createTempRepo({ "a.ts": "1" });
  const sha = repo.git("rev-parse", "HEAD");
  expect(await missingCommits(repo.root, [sha, sha.slice(0, 7), "abcdef1", "2026-01-01", "f".repeat(40)])).toEqual([
    "abcdef1",
    "f".repeat(40),
  ]);
  expect(await missingCommits(repo.root, ["v1.0"])).toEqual([]);
});

it("the commits since another are those of the line of first parents; of an unrelated one nobody knows", async () => {
  using repo = createTempRepo({ "a.ts": "1" });
  const git = createGit(repo.root);
  repo.git("checkout", "-qb", "side");
  const side = repo.commit({ "b.ts": "1" }, "side");
  repo.git("checkout", "-q", "main");
  const second = repo.commit({ "a.ts": "2" }, "second");
  repo.git("merge", "-q", "--no-ff", "-m", "merge", "side");
  const merge = repo.git("rev-parse", "HEAD");
  const since = async (from: string) => [...((await commitsSince(git, from, "main")) ?? ["unrelated"])];
  expect(await since("HEAD^")).toEqual([merge]);
  expect(await since(side)).toEqual([merge, second]);
  expect(await since("HEAD")).toEqual([]);
  repo.git("checkout", "-q", "--orphan", "data");
  repo.commit({}, "data");
  expect(await since("data")).toEqual(["unrelated"]);
  expect(await committedAt(git, "data")).toBe(Date.parse("2026-01-01T00:00:00Z"));
});
