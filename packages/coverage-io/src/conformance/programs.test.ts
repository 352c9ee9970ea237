/**
 * What the programs of a repository answer: the real dependency-cruiser, the real vitest.
 * @module-tag slow
 */
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { askThresholds } from "./ask-thresholds.js";
import { findArrows, isCruised, runCruise } from "./cruise.js";

const link = (repo: TempRepo, name: string, home: string) => {
  mkdirSync(repo.path("node_modules"), { recursive: true });
  symlinkSync(join(import.meta.dirname, home, name), repo.path("node_modules", name));
};

describe("arrows are looked for", () => {
  it.each<[files: string[], found: string | undefined]>([
    [[], undefined],
    [[".dependency-cruiser.mjs"], ".dependency-cruiser.mjs"],
    [[".dependency-cruiser.mjs", ".dependency-cruiser.json"], ".dependency-cruiser.json"],
  ])("among %j", async (files, found) => {
    using repo = createTempRepo(Object.fromEntries(files.map((file) => [file, ""])));
    expect(await findArrows(repo.root)).toBe(found);
  });

  it.each<[file: string, isRead: boolean]>([
    ["a.ts", true],
    ["a.mjs", true],
    ["a.test.tsx", true],
    ["a.d.ts", false],
    ["a.json", false],
    ["a.ts.md", false],
  ])("in %s: %s", (file, isRead) => expect(isCruised(file)).toBe(isRead));
});

it("dependency-cruiser is the repository's own, and reads every source", async () => {
  using repo = createTempRepo({ ".dependency-cruiser.cjs": "module.exports = {};", "src/[a](b).js": 'import "./c.mjs";', "src/c.mjs": "" });
  const call = {
    root: repo.root,
    config: ".dependency-cruiser.cjs",
    files: ["src/[a](b).js", "src/gone.js", "README.md"],
    env: process.env,
  };
  symlinkSync("nowhere", repo.path("src/gone.js"));
  expect(await runCruise(call)).toBeUndefined();
  link(repo, "dependency-cruiser", "../../../../node_modules");
  const { stdout = "" } = (await runCruise(call)) ?? {};
  const { modules } = JSON.parse(stdout) as { readonly modules: readonly { readonly source: string }[] };
  expect(modules.map(({ source }) => source).sort()).toEqual(["src/[a](b).js", "src/c.mjs"]);
});

describe("vitest says which thresholds it gets", () => {
  it.each<[sentence: string, config: string, answer: unknown]>([
    [
      "from its config, whatever that prints",
      'console.log("noise");\nexport default { test: { coverage: { thresholds: { lines: 7 } } } };',
      { lines: 7 },
    ],
    ["none where its config states none", "export default {};", null],
  ])("%s", async (_sentence, config, thresholds) => {
    using repo = createTempRepo({ "vitest.config.mjs": config });
    link(repo, "vitest", "../../node_modules");
    expect(await askThresholds(repo.root, process.env)).toEqual({ kind: "answered", thresholds });
  });

  it.each<[sentence: string, config: string, why: string]>([
    ["the error of its config", 'throw new TypeError("no");', "TypeError: no"],
    ["nothing more than it knows", "process.exit();", ""],
    ["the last line of what is no error", 'process.stderr.write("odd\\nit broke\\n"); process.exit();', "it broke"],
  ])("and where it cannot, %s", async (_sentence, config, why) => {
    using repo = createTempRepo({ "vitest.config.mjs": config });
    link(repo, "vitest", "../../node_modules");
    expect(await askThresholds(repo.root, process.env)).toEqual({ kind: "failed", why });
  });

  it("and that it is not installed", async () => {
    using repo = createTempRepo({});
    expect(await askThresholds(repo.root, process.env)).toMatchObject({
      kind: "failed",
      why: expect.stringContaining("Cannot find package 'vitest'") as string,
    });
  });
});
