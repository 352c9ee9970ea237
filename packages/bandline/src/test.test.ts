import type { TempRepo } from "@repo/core-testing";
import { createTempRepo } from "@repo/core-testing";
import { chmodSync } from "node:fs";
import { expect, it } from "vitest";
import { captured } from "./__fixtures__/run.js";
import { runTest } from "./index.js";
import { testCommandLine } from "./test.js";

const QUICK = "--tags-filter=!slow";
const TURBO = ["turbo", "run", "test", "--continue", "--concurrency=100%"];

it.each<[string, string[], string[]]>([
  ["no arguments run every package, but no slow test", [], ["--", QUICK]],
  ["an option leaves slow tests out too", ["--bail=1"], ["--", "--bail=1", QUICK]],
  ["a tag that is asked for is run", ["--tagsFilter=slow"], ["--", "--tagsFilter=slow"]],
  ["a leading -- is dropped", ["--", "--coverage"], ["--", "--coverage"]],
  ["a filter behind a flag goes to turbo", ["--coverage", "--filter", "@repo/auth"], ["--filter=@repo/auth", "--", "--coverage"]],
  ["a filter before -- goes to turbo", ["--filter", "@repo/auth", "--", "--coverage"], ["--filter=@repo/auth", "--", "--coverage"]],
  ["a filter with = and several filters", ["--filter=a", "-F", "b"], ["--filter=a", "--filter=b", "--", QUICK]],
  ["a -- anywhere is dropped", ["-t", "x", "--", "--", "src/a.test.ts"], ["--", "-t", "x", "src/a.test.ts"]],
  ["a filter without a name is turbo's to refuse", ["--filter"], ["--filter=", "--", QUICK]],
  ["everything else goes to vitest", ["src/a.test.ts", "-t", "x"], ["--", "src/a.test.ts", "-t", "x"]],
])("%s", (_sentence, argv, expected) => {
  expect(testCommandLine(argv)).toEqual([...TURBO, ...expected]);
});

function withTurbo(script: string): TempRepo {
  const repo = createTempRepo();
  repo.write({ "node_modules/.bin/turbo": `#!/bin/sh\n${script}\n` });
  chmodSync(repo.path("node_modules/.bin/turbo"), 0o755);
  return repo;
}

it("pnpm test hands on what turbo prints, and its exit code", async () => {
  using repo = withTurbo('echo "$@"; exit 7');
  const { io, ran } = captured({ cwd: repo.root, env: { PATH: process.env["PATH"] ?? "" } });
  expect(ran(await runTest(["--coverage"], io))).toEqual({
    exitCode: 7,
    stdout: [...TURBO.slice(1), "--", "--coverage\n"].join(" "),
    stderr: "",
  });
});

it.each<[string, boolean, NodeJS.ProcessEnv, string]>([
  ["where a person looks", true, {}, "1"],
  ["nowhere else", false, {}, ""],
  ["not where the person wants none", true, { NO_COLOR: "1" }, ""],
])("turbo is told to use colours %s", async (_sentence, isTTY, env, colour) => {
  using repo = withTurbo('printf %s "$FORCE_COLOR"');
  const { io, ran } = captured({ cwd: repo.root, env: { PATH: process.env["PATH"] ?? "", ...env } });
  const exitCode = await runTest([], { ...io, stdout: { ...io.stdout, isTTY } });
  expect(ran(exitCode).stdout).toBe(colour);
});
