/** Tests in plain vitest, on a copy of the package with another text in one file: what Stryker says, without Stryker. */
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readIfThere } from "../files/read-files.js";
import { DATA, ENVIRONMENT, IoError } from "../io-error.js";
import { runGroup } from "../process/run-group.js";
import { findVitest } from "../vitest.js";
import { createRunFolder, TEMP_FOLDER, type RunFolder } from "./run-folder.js";

export interface CopyOptions {
  /** The repository's, absolute. */
  readonly root: string;
  /** Absolute. */
  readonly packageRoot: string;
  /** Relative to the package. */
  readonly file: string;
  /** What stands in it in the copy. */
  readonly text: string;
  /** The whole environment of the tests. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the tests; a mutant may run for ever. */
  readonly signal?: AbortSignal | undefined;
}

export interface PlainRun {
  /** null where a signal ended vitest. */
  readonly exitCode: number | null;
  /** Both streams. */
  readonly output: string;
  /** null where vitest did not come to the end. */
  readonly tests: { readonly passed: number; readonly failed: number } | null;
}

/** @param files test files, relative to the package. @param test only those whose full name holds this. @throws `signal.reason`. */
export type RunTests = (files: readonly string[], test?: string) => Promise<PlainRun>;

/**
 * The copy is removed when `act` has ended, however it did.
 * @throws IoError VITEST_MISSING, and what `act` throws.
 */
export async function withMutatedCopy<T>(options: CopyOptions, act: (runTests: RunTests) => Promise<T>): Promise<T> {
  const { root, packageRoot, file, text } = options;
  const program = vitestOf(packageRoot);
  using folder = createRunFolder(root, packageRoot);
  copyPackage(packageRoot, folder.place);
  writeFileSync(join(folder.place, file), text);
  return await act((files, test) => runVitest(options, folder, program, files, test));
}

export interface LoadOptions extends Pick<CopyOptions, "root" | "packageRoot" | "env" | "signal"> {
  /** The command that shows the fault. */
  readonly hint: string;
}

/**
 * A test file that cannot be loaded is none to Stryker: its tests are not there, and what only they would notice survives.
 * @throws IoError BASELINE_FAILED where vitest cannot load every test file, VITEST_MISSING; `signal.reason`.
 */
export async function assertTestsLoad({ root, packageRoot, env, signal, hint }: LoadOptions): Promise<void> {
  const program = vitestOf(packageRoot);
  using folder = createRunFolder(root, packageRoot);
  const call = {
    program,
    args: ["list", `--json=${join(folder.path, "tests.json")}`],
    cwd: packageRoot,
    env: { ...env, NO_COLOR: "1" },
    folder: folder.path,
  };
  const { code, output } = await runGroup(call, signal);
  if (code === 0) return;
  const said = output.trim().split("\n").slice(-20).join("\n");
  throw new IoError({ code: "BASELINE_FAILED", message: `not every test file can be loaded:\n${said}`, hint, exitCode: DATA });
}

const LEFT_OUT = new Set(["node_modules", TEMP_FOLDER, ".git", "coverage"]);

function copyPackage(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  // What is called `coverage` below the sources is one of them.
  const isCopied = (path: string) => !(LEFT_OUT.has(basename(path)) && (dirname(path) === from || basename(path) !== "coverage"));
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: isCopied });
  const modules = join(from, "node_modules");
  if (existsSync(modules)) symlinkSync(modules, join(to, "node_modules"));
}

function vitestOf(packageRoot: string): string {
  const program = findVitest(packageRoot);
  if (program !== undefined) return program;
  const message = `vitest is not installed in ${packageRoot}`;
  throw new IoError({ code: "VITEST_MISSING", message, hint: "pnpm add --save-dev vitest", exitCode: ENVIRONMENT });
}

async function runVitest(
  { env, signal }: CopyOptions,
  { path, place }: RunFolder,
  program: string,
  files: readonly string[],
  test?: string,
): Promise<PlainRun> {
  const report = join(path, "tests.json");
  const named = test === undefined ? [] : ["--testNamePattern", test.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")];
  const args = [
    "run",
    ...files,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    "--coverage.enabled=false",
    ...named,
  ];
  const { code, output } = await runGroup({ program, args, cwd: place, env: { ...env, NO_COLOR: "1" }, folder: path }, signal);
  return { exitCode: code, output, tests: countsIn(await readIfThere(report)) };
}

function countsIn(report: Buffer | undefined): PlainRun["tests"] {
  if (report === undefined) return null;
  const counts = JSON.parse(report.toString("utf8")) as { readonly numPassedTests: number; readonly numFailedTests: number };
  return { passed: counts.numPassedTests, failed: counts.numFailedTests };
}
