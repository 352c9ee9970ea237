// Imported by every process that `count-mutant-runs.mjs` starts, and of use in those in which Stryker runs tests:
// there each mutant that is handed to vitest leaves a line.
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";

if (isMainThread && /child-process-proxy-worker\.js$/.test(process.argv[1] ?? "")) {
  const { resolve } = createRequire(new URL("../../packages/core-testing/package.json", import.meta.url));
  const plugin = new URL("vitest-test-runner.js", pathToFileURL(resolve("@stryker-mutator/vitest-runner")));
  const { VitestTestRunner } = await import(plugin.href);
  const { mutantRun } = VitestTestRunner.prototype;
  VitestTestRunner.prototype.mutantRun = function (options) {
    appendFileSync(process.env.BENCH_MUTANT_RUNS, `${options.activeMutant.id}\n`);
    return mutantRun.call(this, options);
  };
}
