/**
 * The hooks of .husky, run by git in a repository of their own, with this repository's doors.
 * @module-tag slow
 */
import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { storyFrom } from "./__fixtures__/stories.js";

const ROOT = join(import.meta.dirname, "../../..");
const CONFIG = `export default [{ files: ["**/*.mjs"], rules: { "no-var": "error" } }];\n`;
const HOOKS = ["pre-commit", "pre-push"] as const;

const hookOf = (name: string) => readFileSync(join(ROOT, ".husky", name), "utf8");
const repos: TempRepo[] = [];
let repo: TempRepo;

beforeEach(() => {
  repo = createTempRepo({
    ".gitignore": "node_modules\nscripts\nhooks\n",
    "eslint.config.mjs": CONFIG,
    ...Object.fromEntries(HOOKS.map((name) => [`.husky/${name}`, hookOf(name)])),
  });
  repos.push(repo);
  // As husky runs them.
  repo.write(Object.fromEntries(HOOKS.map((name) => [`hooks/${name}`, `#!/bin/sh\nexec sh -e .husky/${name} "$@"\n`])));
  for (const name of HOOKS) chmodSync(repo.path("hooks", name), 0o755);
  symlinkSync(join(ROOT, "node_modules"), repo.path("node_modules"));
  symlinkSync(join(ROOT, "scripts"), repo.path("scripts"));
  repo.git("config", "core.hooksPath", "hooks");
});
afterAll(() => {
  for (const each of repos) each.remove();
});

function git(...args: string[]): { readonly exitCode: number; readonly said: string } {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") && !name.startsWith("VITEST"));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1" };
  const ran = spawnSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", ...args], {
    ...{ cwd: repo.root, env, encoding: "utf8" },
  });
  return { exitCode: ran.status ?? 130, said: `${ran.stdout}${ran.stderr}` };
}

function commit(files: Readonly<Record<string, string>>) {
  repo.write(files);
  repo.git("add", "--all");
  return git("commit", "--quiet", "--message", "more");
}

const MANIFEST = `export default defineFeature({ name: "solo", coverage: { bands: { baseline: DEFAULT_COVERAGE_BANDS.baseline } } } as const);\n`;
const STATE = "docs/work/_system/_state.json";

it.each<[string, Record<string, string>, number, RegExp]>([
  ["takes what is no code and no story", { "a.txt": "var a;" }, 0, /^$/],
  ["takes code that is well", { "a b.mjs": "export const a = 1;\n" }, 0, /^$/],
  ["refuses code that is not, and says where", { "a b.mjs": "var a = 1;\n" }, 1, /a b\.mjs[^]*no-var/],
  [
    "refuses a story that the state does not know",
    { "docs/work/a/a.md": storyFrom("a").text },
    1,
    /next:\n {2}pnpm work state, and commit/,
  ],
  ["takes a feature whose rules hold, and says nothing", { "src/feature.manifest.ts": MANIFEST }, 0, /^$/],
  [
    "refuses a use case without a test, and says which",
    { "src/feature.manifest.ts": MANIFEST, "src/application/use-cases/buy.ts": "export const buy = 1;\n" },
    1,
    /buy\.ts:1 the use case has no test beside it/,
  ],
  ["refuses a story that cannot be read", { "docs/work/a/a.md": "nothing\n" }, 1, /STORY_MALFORMED/],
])("pre-commit %s", (_, files, exitCode, said) => {
  const ran = commit(files);
  expect([ran.exitCode, ran.said]).toEqual([exitCode, expect.stringMatching(said)]);
});

it("pre-commit takes a story with its state, and asks again where the story is deleted", () => {
  repo.write({ "docs/work/a/a.md": storyFrom("a").text });
  expect(spawnSync(process.execPath, [repo.path("scripts/work/work.mjs"), "state", "--json"], { cwd: repo.root }).status).toBe(0);
  expect(commit({})).toEqual({ exitCode: 0, said: `work pass: ${STATE} is up to date\n` });
  expect(repo.git("ls-files", STATE)).toBe(STATE);
  repo.git("rm", "--quiet", "docs/work/a/a.md");
  expect(git("commit", "--quiet", "--message", "less").exitCode).toBe(1);
});

it("pre-commit lints what is staged, and nothing else", () => {
  repo.write({ "staged.mjs": "export const a = 1;\n" });
  repo.git("add", "staged.mjs");
  repo.write({ "other.mjs": "var b = 1;\n" });
  expect(git("commit", "--quiet", "--message", "more")).toEqual({ exitCode: 0, said: "" });
});

it("pre-push takes a change that no test could run, and refuses one that none ran", () => {
  mkdirSync(repo.path("hooks", "remote"));
  repo.git("init", "--quiet", "--bare", "hooks/remote");
  repo.git("remote", "add", "origin", "hooks/remote");
  repo.git("switch", "--quiet", "--create", "change");
  expect(commit({ "README.md": "# Shop\n" }).exitCode).toBe(0);
  const push = () => git("push", "--quiet", "origin", "change");
  expect(push()).toMatchObject({ exitCode: 0, said: expect.stringContaining("coverage:diff pass") as string });
  expect(commit({ "src/price.mjs": "export const price = (net) => net * 2;\n" }).exitCode).toBe(0);
  expect(push()).toMatchObject({ exitCode: 1, said: expect.stringContaining("REPORT_MISSING") as string });
});
