import { describe, expect, it } from "vitest";
import { createTempFolder, type Files } from "./__fixtures__/temp-folder.js";
import { findRepoRoot } from "./repo-root.js";

function check(files: Files, from: string, root: string): void {
  using folder = createTempFolder({ ...files, [`${from}/a.ts`]: "" });
  expect(findRepoRoot(folder.path(from))).toBe(folder.path(root));
}

describe("the root of a repository", () => {
  it.each<[string, Files, string, string]>([
    ["holds a workspace file", { "pnpm-workspace.yaml": "" }, "packages/auth", "."],
    ["holds a git repository", { ".git/HEAD": "" }, "packages/auth/src", "."],
    ["holds a file that leads to one, as a worktree does", { ".git": "gitdir: elsewhere" }, "packages/auth", "."],
    ["may be the folder itself", { "inner/pnpm-workspace.yaml": "" }, "inner", "inner"],
    ["is the nearest of two", { ".git/HEAD": "", "inner/pnpm-workspace.yaml": "" }, "inner/packages/auth", "inner"],
  ])("%s", (_sentence, files, from, root) => check(files, from, root));

  it("is the folder itself where there is none", () => {
    expect(findRepoRoot("/no-such-folder/packages/auth")).toBe("/no-such-folder/packages/auth");
  });
});
