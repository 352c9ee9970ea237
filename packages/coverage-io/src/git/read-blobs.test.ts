import { createTempRepo } from "@repo/core-testing";
import type { RepoPath } from "@repo/coverage-core";
import { expect, it, vi } from "vitest";
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

it("git that is not there is an error of ours", async () => {
  using repo = createTempRepo();
  vi.stubEnv("PATH", "/nowhere");
  await expect(readTextsAt(repo.root, "HEAD", ["a.ts" as RepoPath])).rejects.toThrow("git was not found on PATH");
  vi.unstubAllEnvs();
});

it("git that fails is an error, not an empty answer", async () => {
  using repo = createTempRepo();
  repo.write({ ".git/HEAD": "broken" });
  await expect(readTextsAt(repo.root, "HEAD", ["a.ts" as RepoPath])).rejects.toThrow("git cat-file: it ended with 128");
});
