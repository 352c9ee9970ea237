import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { openRepository } from "../git/open-repository.js";
import { readPackageInputs, type InputsOf } from "./package-inputs.js";

const FILES = {
  ".gitignore": "dist/\n*.log\n",
  "pnpm-lock.yaml": "lock",
  "packages/a/src/a.ts": "a",
  "packages/ab/src/other.ts": "other",
  "packages/b/package.json": "{}",
  "packages/b/src/b.ts": "b",
  "packages/c/package.json": "{}",
  "packages/c/src/c.ts": "c",
};

async function inputsIn(repo: TempRepo, changed: Partial<InputsOf> = {}) {
  const tree = await openRepository(repo.root);
  return readPackageInputs({ tree, folder: "packages/a", dependencies: [], extraFiles: [], ...changed });
}

/** @param untracked what is written after the commit. */
async function check(untracked: Record<string, string | null>, changed: Partial<InputsOf>, expected: readonly string[]): Promise<void> {
  using repo = createTempRepo(FILES);
  repo.write(untracked);
  expect((await inputsIn(repo, changed)).map(({ path }) => path)).toEqual(expected);
}

it.each<[string, Record<string, string | null>, Partial<InputsOf>, string[]]>([
  ["a package's own files", {}, {}, ["packages/a/src/a.ts"]],
  [
    "untracked files, but none that git ignores",
    { "packages/a/b.ts": "", "packages/a/x.log": "", "packages/a/dist/a.js": "" },
    {},
    ["packages/a/b.ts", "packages/a/src/a.ts"],
  ],
  ["no file that is deleted", { "packages/a/src/a.ts": null }, {}, []],
  ["the whole repository where it is the package", {}, { folder: "" }, Object.keys(FILES).sort()],
  [
    "what is built of a dependency",
    { "packages/b/dist/x/b.js": "", "packages/b/dist/b.d.ts": "" },
    { dependencies: ["packages/b"] },
    ["packages/a/src/a.ts", "packages/b/dist/x/b.js", "packages/b/package.json"],
  ],
  [
    "all of one that is not built",
    {},
    { dependencies: ["packages/c"] },
    ["packages/a/src/a.ts", "packages/c/package.json", "packages/c/src/c.ts"],
  ],
  [
    "further files, each once, and none that is not there",
    {},
    { extraFiles: ["pnpm-lock.yaml", "none", "packages/a/src/a.ts"] },
    ["packages/a/src/a.ts", "pnpm-lock.yaml"],
  ],
  [
    "no repository inside this one",
    { "packages/a/inner/.git/HEAD": "ref: refs/heads/main\n", "packages/a/inner/.git/objects/x": "", "packages/a/inner/.git/refs/x": "" },
    {},
    ["packages/a/src/a.ts"],
  ],
])("inputs are %s", (_sentence, untracked, changed, expected) => check(untracked, changed, expected));

it("an input changes with the bytes on disk, and has git's id", async () => {
  using repo = createTempRepo(FILES);
  expect(await inputsIn(repo)).toEqual([{ path: "packages/a/src/a.ts", blob: repo.git("hash-object", "packages/a/src/a.ts") }]);
  repo.write({ "packages/a/src/a.ts": "changed" });
  expect(await inputsIn(repo)).toEqual([{ path: "packages/a/src/a.ts", blob: repo.git("hash-object", "packages/a/src/a.ts") }]);
});
