/** One run of every suite with one seed, and one file of it alone. */
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { parseFileRuns, type PackageRun } from "@repo/coverage-core/flaky";
import { runVitest, type VitestRun } from "@repo/coverage-io/vitest";
import type { FlakyIo } from "../flaky.js";
import type { Suite } from "./find-suites.js";
import { inParallel } from "./in-parallel.js";

export interface RunContext {
  /** Absolute: the repository's. */
  readonly root: string;
  readonly io: Pick<FlakyIo, "env" | "signal">;
}

/** Side by side, as `pnpm test` does. @throws the signal's reason where it is aborted. */
export function runSuites(suites: readonly Suite[], seed: number, context: RunContext): Promise<PackageRun[]> {
  return inParallel(suites, availableParallelism(), (suite) => runSuite(suite, seed, suite.args, context));
}

/** @param file of the suite, relative to the repository's root. @throws as `runSuites`. */
export function runAlone(suite: Suite, file: string, seed: number, context: RunContext): Promise<PackageRun> {
  return runSuite(suite, seed, [relative(suite.folder, file), ...suite.options], context);
}

async function runSuite(suite: Suite, seed: number, args: readonly string[], { root, io }: RunContext): Promise<PackageRun> {
  const call = { ...suite, env: io.env, signal: io.signal };
  const run = await runVitest(call, [...args, "--sequence.shuffle", `--sequence.seed=${seed}`]);
  return {
    package: suite.name,
    seed,
    isGreen: run.exitCode === 0,
    said: saidAtLast(run),
    files: run.report === null ? null : parseFileRuns(run.report, root),
  };
}

const MOST_LINES = 15;

/** What vitest says before it sums up. */
function saidAtLast({ output, exitCode }: VitestRun): string {
  const [before] = output.split(/^ *Test Files /m) as [string];
  const lines = before.split("\n").filter((line) => line.trim() !== "");
  return [
    `vitest ended ${exitCode === null ? "by a signal" : `with exit ${exitCode}`}, and no test says why:`,
    ...lines.slice(-MOST_LINES),
  ].join("\n");
}
