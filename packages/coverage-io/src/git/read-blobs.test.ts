import { chmodSync } from "node:fs";
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import type { RepoPath } from "@repo/coverage-core";
import { afterEach, expect, it, vi } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { readTextsAt } from "./read-blobs.js";

it("texts of a commit come by one process, also empty ones, and not what is no file", async () => {
  using repo = createTempRepo({ "a.ts": "1\n", "ä b.ts": "é", "empty.ts": "", "deep/c.ts": "x" });
  const paths = ["missing.ts", "ä b.ts", "deep", "empty.ts", "a\nb.ts", "a.ts"].map((path) => path as RepoPath);
  expect([...(await readTextsAt(repo.root, "HEAD", paths))]).toEqual([
    ["ä b.ts", "é"],
    ["empty.ts", ""],
    ["a.ts", "1\n"],
  ]);
  expect((await readTextsAt(repo.root, "HEAD", [])).size).toBe(0);
});

afterEach(() => vi.unstubAllEnvs());

/** As many as fill the pipe to git, so that it ends before it has read them. */
const MANY = Array.from({ length: 50_000 }, (_, index) => `a${index}.ts` as RepoPath);

it.each<[string, (repo: TempRepo) => void, string]>([
  ["of a repository that git cannot read", (repo) => repo.write({ ".git/HEAD": "broken" }), "NOT_A_REPOSITORY"],
  ["where there is no git", () => vi.stubEnv("PATH", "/nowhere"), "GIT_MISSING"],
  ["of a commit that git cannot read", (repo) => repo.write({ ".git/config": "[broken" }), "GIT_FAILED"],
])("texts %s are an error, not an empty answer", async (_sentence, spoil, code) => {
  using repo = createTempRepo({ "a.ts": "1\n" });
  spoil(repo);
  expect(await failureOf(() => readTextsAt(repo.root, "HEAD", MANY))).toMatchObject({ code, exitCode: 4 });
});

it("git that a signal ends is an error, not half of an answer", async () => {
  using repo = createTempRepo({ "a.ts": "1\n", "bin/git": "#!/bin/sh\nkill -9 $$\n" });
  chmodSync(repo.path("bin/git"), 0o755);
  vi.stubEnv("PATH", `${repo.path("bin")}:${process.env["PATH"] ?? ""}`);
  await expect(readTextsAt(repo.root, "HEAD", MANY)).rejects.toThrow("git cat-file: it ended with a signal");
});
