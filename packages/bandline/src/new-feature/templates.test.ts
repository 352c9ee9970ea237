/**
 * The generator itself, as `new:feature` starts it: what it makes is in prettier's form for the shortest and the longest name.
 * @module-tag slow
 */
import { createTempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { captured } from "../__fixtures__/run.js";
import { parseFeatureName } from "./name.js";
import { generate } from "./steps.js";

const WORKSPACE = join(import.meta.dirname, "../../../..");
const BLOG = join(WORKSPACE, "packages/blog");
const program = (name: string) => join(WORKSPACE, "node_modules/.bin", name);

async function generated(name: string) {
  const repo = createTempRepo();
  copyFileSync(join(WORKSPACE, ".prettierrc.json"), repo.path(".prettierrc.json"));
  const { io } = captured({ cwd: WORKSPACE, env: { PATH: process.env["PATH"] ?? "" } });
  const place = { root: WORKSPACE, io: { ...io, signal: new AbortController().signal }, names: parseFeatureName(name) };
  await generate(repo.path("made"), place);
  return repo;
}

describe("the templates", () => {
  it.each(["a", "abcdefghij-klmnopqrst-uvwxyz-9"])("are in prettier's form for the name %s", async (name) => {
    using repo = await generated(name);
    const { status, stderr } = spawnSync(program("prettier"), ["--check", "made"], { cwd: repo.root, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("say what the other features say: one package.json, one configuration, the same bands", async () => {
    using repo = await generated("fresh-bread");
    const made = (file: string) => readFileSync(repo.path("made", file), "utf8");
    const blog = (file: string) => readFileSync(join(BLOG, file), "utf8");
    const renamed = (text: string) => text.replaceAll("blogManifest", "freshBreadManifest").replaceAll("blog", "fresh-bread");
    const undescribed = (text: string) => text.replace(/"description": ".*"/, "");
    expect(undescribed(made("package.json"))).toBe(undescribed(renamed(blog("package.json"))));
    for (const file of ["tsconfig.json", "stryker.config.json", "vitest.config.ts", "src/feature.manifest.ts"])
      expect(made(file)).toBe(renamed(blog(file)));
  });

  it("leave no placeholder behind", async () => {
    using repo = await generated("fresh-bread");
    const files = readdirSync(repo.path("made"), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const texts = files.map((each) => `${each.name}\n${readFileSync(join(each.parentPath, each.name), "utf8")}`);
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter((text) => /\{\{|\.hbs/.test(text))).toEqual([]);
  });
});

it("the generator, started by itself, is `new:feature`", () => {
  const asked = ["run", "feature", "--root", WORKSPACE, "--args", "Blog"];
  const { status, stdout, stderr } = spawnSync(program("gen"), asked, {
    env: { ...process.env, NEW_FEATURE: undefined, npm_config_registry: "http://127.0.0.1:9/" },
    encoding: "utf8",
  });
  expect([status, stdout.includes('"code": "FEATURE_NAME_INVALID"')]).toEqual([1, true]);
  expect(stderr).toMatch(/FEATURE_NAME_INVALID: "Blog"[^]*Error - pnpm new:feature Blog/);
});
