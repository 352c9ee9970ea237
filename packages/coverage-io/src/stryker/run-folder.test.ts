import { spawnSync } from "node:child_process";
import { createTempRepo } from "@repo/core-testing";
import { existsSync, readFileSync, mkdirSync, readdirSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createRunFolder, prepareSandboxes, removeSandboxes, sweepSandboxes } from "./run-folder.js";

const FILES = { "base.json": "base", "packages/a/x.ts": "a", "packages/b/y.ts": "b" };

it("paths that lead out of the package lead to the same files from its place", () => {
  using repo = createTempRepo(FILES);
  using folder = createRunFolder(repo.root, repo.path("packages/a"));
  const read = (path: string) => readFileSync(join(folder.place, path), "utf8");
  expect([read("../../base.json"), read("../b/y.ts")]).toEqual(["base", "b"]);
  expect(existsSync(folder.place)).toBe(false);
  expect(readdirSync(join(folder.place, "../.."))).not.toContain(".git");
});

it("a sandbox finds what is beside and above its package, whether Stryker rewrote the path or not", () => {
  using repo = createTempRepo({ ...FILES, "tsconfig.json": "root", "packages/a/tsconfig.json": "own", "pnpm-workspace.yaml": "" });
  using folder = createRunFolder(repo.root, repo.path("packages/a"));
  const sandbox = join(prepareSandboxes(repo.root, repo.path("packages/a"), folder.place), "sandbox-1");
  mkdirSync(sandbox);
  const read = (path: string) => readFileSync(join(sandbox, path), "utf8");
  expect(["../../base.json", "../b/y.ts", "../../../b/y.ts", "../../../../base.json"].map(read)).toEqual(["base", "b", "b", "base"]);
  expect(["../../tsconfig.json", "../../../../tsconfig.json"].map(read)).toEqual(["own", "root"]);
  expect(["../..", "../../../.."].map((up) => existsSync(join(sandbox, up, "pnpm-workspace.yaml")))).toEqual([false, true]);
});

it("a package that is the repository has no surroundings", () => {
  using repo = createTempRepo(FILES);
  using folder = createRunFolder(repo.root, repo.root);
  expect(readdirSync(folder.path)).toEqual([]);
});

it("two runs have folders of their own, and the last takes the folder around with it", () => {
  using repo = createTempRepo(FILES);
  {
    using one = createRunFolder(repo.root, repo.path("packages/a"));
    {
      using two = createRunFolder(repo.root, repo.path("packages/a"));
      expect(two.path).not.toBe(one.path);
    }
    expect(existsSync(one.path)).toBe(true);
  }
  expect(existsSync(repo.path(".stryker-tmp"))).toBe(false);
  expect(existsSync(repo.path("packages/b/y.ts"))).toBe(true);
});

it("a process that was ended leaves no sandbox", () => {
  using repo = createTempRepo(FILES);
  using folder = createRunFolder(repo.root, repo.path("packages/a"));
  const temp = `${folder.place.slice(repo.root.length + 1)}/.stryker-tmp`;
  repo.write({ [`${temp}/sandbox-1/a.ts`]: "", [`${temp}/other`]: "" });
  removeSandboxes(folder);
  expect(readdirSync(join(folder.place, ".stryker-tmp"))).toEqual(["other"]);
});

it("a link that leads nowhere keeps no sandbox", () => {
  using repo = createTempRepo();
  mkdirSync(repo.path(".stryker-tmp/sandbox-1"), { recursive: true });
  symlinkSync("/nowhere/at/all", repo.path(".stryker-tmp/sandbox-1/node_modules"));
  utimesSync(repo.path(".stryker-tmp/sandbox-1"), LONG_AGO, LONG_AGO);
  sweepSandboxes(repo.root);
  expect(existsSync(repo.path(".stryker-tmp"))).toBe(false);
});

/** Of a process that has ended. */
const GONE = spawnSync(process.execPath, ["-e", ""]).pid;
const LONG_AGO = new Date(Date.now() - 2 * 3_600_000);

/** @param old paths that nobody has touched for long. */
function check(names: readonly string[], old: readonly string[], left: readonly string[]): void {
  using repo = createTempRepo();
  repo.write(Object.fromEntries(names.map((name) => [`.stryker-tmp/${name}/a.ts`, ""])));
  for (const path of old) utimesSync(repo.path(".stryker-tmp", path), LONG_AGO, LONG_AGO);
  sweepSandboxes(repo.root);
  const there = existsSync(repo.path(".stryker-tmp")) ? readdirSync(repo.path(".stryker-tmp")) : [];
  expect(there.sort()).toEqual(left);
}

it.each<[string, string[], string[], string[]]>([
  ["takes what belongs to a process that is gone", [`run-${GONE}-ab`], [], []],
  ["leaves what belongs to one that runs", [`run-${process.pid}-ab`, `run-${GONE}-ab`], [], [`run-${process.pid}-ab`]],
  ["leaves what belongs to one of somebody else", ["run-1-ab"], [], ["run-1-ab"]],
  ["takes a sandbox of raw Stryker that is long abandoned", ["sandbox-1"], ["sandbox-1/a.ts", "sandbox-1"], []],
  ["leaves one that is new", ["sandbox-1"], ["sandbox-1/a.ts"], ["sandbox-1"]],
  ["leaves one in which a worker has written", ["sandbox-1"], ["sandbox-1"], ["sandbox-1"]],
  ["leaves what it does not know", ["other"], ["other/a.ts", "other"], ["other"]],
  ["does nothing where there is nothing", [], [], []],
])("sweeping %s", (_sentence, names, old, left) => check(names, old, left));
