/** `@repo/coverage-io/vitest`: a package's tests, run by its own vitest in a process group, which ends as a whole. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findInstalled } from "./files/find-installed.js";
import { readIfThere } from "./files/read-files.js";
import { runGroup, type GroupResult } from "./process/run-group.js";

export interface VitestCall {
  /** What `findVitest` answered. */
  readonly program: string;
  /** Absolute: the package's folder. */
  readonly packageRoot: string;
  /** The whole environment of the tests. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

export interface VitestRun {
  /** null where a signal ended vitest. */
  readonly exitCode: number | null;
  /** The end of both streams. */
  readonly output: string;
  /** What its JSON reporter wrote; null where it came to no end. */
  readonly report: string | null;
}

/** @returns the program of the vitest that is installed for a package; undefined where none is. */
export function findVitest(packageRoot: string): string | undefined {
  const home = findInstalled(packageRoot, "vitest");
  return home === undefined ? undefined : join(home, "vitest.mjs");
}

/** @param args of `vitest run`. @throws `signal.reason` where it is aborted. */
export function runVitest(call: VitestCall, args: readonly string[]): Promise<VitestRun> {
  return inFolder(async (folder) => {
    const report = join(folder, "tests.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await run(call, ["run", ...args, ...reporters], folder);
    return { exitCode: code, output, report: (await readIfThere(report))?.toString("utf8") ?? null };
  });
}

/** @returns whether the package's configuration of vitest declares the tag: a filter by a tag that it does not know is an error to vitest. */
export async function knowsTag(call: VitestCall, tag: string): Promise<boolean> {
  const { code, output } = await inFolder((folder) => run(call, ["run", "--list-tags=json"], folder));
  // What the configuration itself prints may stand around the list.
  return code === 0 && output.includes(`"name": ${JSON.stringify(tag)}`);
}

function run({ program, packageRoot, env, signal }: VitestCall, args: readonly string[], folder: string): Promise<GroupResult> {
  return runGroup({ program, args, cwd: packageRoot, env: { ...env, NO_COLOR: "1" }, folder }, signal);
}

/** The folder is removed when `act` has ended, however it did. */
async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bandline-tests-"));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
