/** @module-tag slow */
import type { TempRepo } from "@repo/core-testing";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createFlakyWorkspace, flakyIn, verdictsOf } from "./__fixtures__/flaky-workspace.js";

const guide = readFileSync(join(import.meta.dirname, "../../../docs/guides/test-isolation.md"), "utf8");

/** The code blocks that begin with a comment of a test file's name, by that name. */
function examplesOf(language: "ts" | "python"): Record<string, string> {
  const blocks = [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, code]) => code as string);
  return Object.fromEntries(
    blocks.map((code) => {
      const [, name] = /^(?:\/\/|#) (\S+)\n/.exec(code) ?? [];
      if (name === undefined) throw new Error(`an example has no name: ${code}`);
      return [name, code];
    }),
  );
}

const [vitest, pytest] = [examplesOf("ts"), examplesOf("python")];
const topicOf = (name: string) => name.replace(/^.*(?:\/|test_)|\.test\.ts$|\.py$/g, "");
let repo: TempRepo;

beforeAll(() => {
  repo = createFlakyWorkspace();
  repo.write(Object.fromEntries(Object.entries(vitest).map(([name, code]) => [`packages/void/${name}`, code])));
  repo.write(Object.fromEntries(Object.entries(pytest).map(([name, code]) => [`python/${name}`, code])));
});
afterAll(() => repo.remove());

it("each topic has an example for vitest and one for pytest", () => {
  const topics = Object.keys(vitest).map(topicOf);
  expect(topics).toHaveLength(8);
  expect(Object.keys(pytest).map(topicOf).sort()).toEqual(topics.filter((topic) => topic !== "shared-wrong").sort());
});

it("the examples for vitest pass in any order, but for the one that is told not to", async () => {
  const { document } = await flakyIn(repo, ["--filter", "@demo/void", "--seed", "1", "--repeats", "4", "--no-rerun"]);
  expect(verdictsOf(document)).toEqual([expect.stringMatching(/^@demo\/void shared-wrong\.test\.ts .*: flaky/)]);
  expect(document.runs[0]?.passed).toBeGreaterThan(12);
});

const hasPytest = spawnSync("/usr/bin/python3", ["-m", "pytest", "--version"]).status === 0;

it.skipIf(!hasPytest)("the examples for pytest pass forwards and backwards", () => {
  const run = (...args: string[]) =>
    spawnSync("/usr/bin/python3", ["-m", "pytest", "-p", "no:cacheprovider", ...args], {
      cwd: repo.path("python"),
      encoding: "utf8",
    });
  const { status, stdout } = run("-v");
  const tests = [...stdout.matchAll(/^(\S+::.*?) PASSED/gm)].map(([, name]) => name as string);
  expect([status, tests.length]).toEqual([0, 13]);
  expect(run(...tests.reverse())).toMatchObject({ status: 0, stdout: expect.stringContaining("13 passed") as string });
});
