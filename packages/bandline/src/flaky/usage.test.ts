import { createTempRepo } from "@repo/core-testing";
import { expect, it, vi } from "vitest";
import { createFlakyWorkspace, flakyIn } from "../__fixtures__/flaky-workspace.js";
import { captured } from "../__fixtures__/run.js";
import { runFlaky } from "../flaky.js";

const shop = () =>
  createTempRepo({ "pnpm-workspace.yaml": "packages: [packages/*]\n", "packages/shop/package.json": '{ "name": "@demo/shop" }\n' });

it.each<[string, string[], number, RegExp]>([
  ["a flag that nobody knows", ["--twice"], 2, /^USAGE: unknown option '--twice'/],
  ["one run alone", ["--repeats", "1"], 2, /^USAGE: .*from 2 to 1000: what runs once cannot vary/],
  ["too many runs", ["--repeats", "1001"], 2, /^USAGE: /],
  ["a number of runs that is none", ["--repeats", "two"], 2, /^USAGE: /],
  ["a seed that is none", ["--seed", "-1"], 2, /^USAGE: .*from 0 to 2147000000/],
  ["a seed that is too large", ["--seed", "2147000001"], 2, /^USAGE: /],
  ["a package that nobody knows", ["--filter", "@demo/shp"], 2, /^USAGE: --filter @demo\/shp is no package; did you mean/],
  ["a package left out that nobody knows", ["--filter", "!x"], 2, /^USAGE: --filter x is no package$/],
  ["a package without vitest", ["--filter", "@demo/shop"], 2, /^USAGE: vitest is not installed in @demo\/shop$/],
  ["a folder that is not there", ["--cwd", "nowhere"], 4, /^FOLDER_MISSING: /],
  ["no package with vitest", [], 3, /^NO_TESTS_RAN: no test ran in any package$/],
])("%s is told in one document", async (_sentence, argv, code, said) => {
  using repo = shop();
  const { document, exitCode } = await flakyIn(repo, argv);
  expect([exitCode, document.status, document.nextActions.length]).toEqual([code, "error", 1]);
  expect(document.errors.map((error) => `${error.code}: ${error.message}`).join()).toMatch(said);
});

it("what does not build is not tested", async () => {
  using repo = shop();
  const { document, exitCode } = await flakyIn(repo, [], {}, 2);
  expect([exitCode, document.errors.map(({ code }) => code), document.nextActions]).toEqual([3, ["BUILD_FAILED"], ["pnpm build"]]);
});

it("an interrupt before anything ran leaves nothing known", async () => {
  using repo = shop();
  using flaky = createFlakyWorkspace();
  for (const each of [repo, flaky]) {
    const { document } = await flakyIn(each, ["--json"], { signal: AbortSignal.abort() });
    expect([document.status, document.exitCode, document.runs]).toEqual(["error", 130, []]);
  }
});

it("what cannot be, such as no place for temporary files, is told", async () => {
  using repo = createFlakyWorkspace();
  vi.stubEnv("TMPDIR", repo.path("nowhere"));
  const { document, exitCode } = await flakyIn(repo, ["--include-slow"]).finally(() => vi.unstubAllEnvs());
  expect([exitCode, document.errors[0]?.message]).toEqual([70, expect.stringContaining("nowhere/bandline-tests-")]);
});

it("--help lists the flags", async () => {
  const { io, ran } = captured({ cwd: "/" });
  const { exitCode, stdout } = ran(await runFlaky(["--help"], { ...io, signal: new AbortController().signal, now: () => 0 }, 0));
  expect([exitCode, ["--repeats", "--seed", "--filter", "--include-slow", "--no-rerun"].filter((flag) => !stdout.includes(flag))]).toEqual([
    0,
    [],
  ]);
});
