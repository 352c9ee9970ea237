/** Tests in plain vitest, on a copy of a package with the text of one mutant: for `--verify` and `--prove`. */
import { join, relative } from "node:path";
import { BandlineError, EXIT, type RepoPath } from "@repo/coverage-core";
import { mutatedText, type Mutant } from "@repo/coverage-core/mutation";
import { readReport } from "@repo/coverage-io";
import { withMutatedCopy, type PlainRun } from "@repo/coverage-io/stryker";
import type { MutationTarget } from "./find-targets.js";
import { inPackage } from "./plan-package.js";

export interface ByHand {
  /** Absolute: the repository's root. */
  readonly root: string;
  readonly target: MutationTarget;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Milliseconds after which tests are ended; five minutes where it is left out. */
  readonly longestMs?: number;
}

/** What is not at its end by then never will be. */
const LONGEST_MS = 300_000;

/**
 * @param mutant null for the text as it is; `file` says which.
 * @param tests of the package; all of them where there are none.
 * @returns a run without an exit code where the tests were not at their end by then.
 * @throws IoError as `withMutatedCopy`; the signal's reason where it is aborted.
 */
export async function runByHand(
  { root, target, env, signal, longestMs = LONGEST_MS }: ByHand,
  { file, mutant, tests }: { readonly file: RepoPath; readonly mutant: Mutant | null; readonly tests: readonly RepoPath[] },
): Promise<PlainRun> {
  const text = (await readReport(join(root, file))).toString("utf8");
  const timeUp = AbortSignal.timeout(longestMs);
  const copy = {
    root,
    packageRoot: target.root,
    file: inPackage(target, file),
    text: mutant === null ? text : mutatedText(text, mutant),
    env,
    signal: AbortSignal.any([signal, timeUp]),
  };
  try {
    return await withMutatedCopy(copy, (runTests) => runTests(tests.map((test) => inPackage(target, test))));
  } catch (error) {
    if (signal.aborted || !timeUp.aborted) throw error;
    return { exitCode: null, output: `not at its end after ${longestMs} ms`, tests: null };
  }
}

/** Whether tests ran, and all of them passed. */
export function isGreen({ exitCode, tests }: PlainRun): boolean {
  return exitCode === 0 && (tests?.passed ?? 0) > 0;
}

/** @throws BandlineError BASELINE_FAILED where tests fail without any mutant. */
export function assertGreen(run: PlainRun, { target }: ByHand): void {
  if (isGreen(run)) return;
  throw new BandlineError({
    code: "BASELINE_FAILED",
    message: `the tests of ${target.package.name} fail in plain vitest without any mutant:\n${run.output.trim().split("\n").slice(-30).join("\n")}`,
    hint: `pnpm test --filter ${target.package.name}`,
    exitCode: EXIT.data,
  });
}

/** @returns a test that a flag names, as a path of the repository. @throws BandlineError USAGE where it is not of the package. */
export function testOfFlag(path: string, { root, target }: ByHand): RepoPath {
  const file = relative(root, path).replaceAll("\\", "/") as RepoPath;
  const { folder } = target.package;
  if (!file.startsWith("../") && (folder === "" || file.startsWith(`${folder}/`))) return file;
  throw new BandlineError({
    code: "USAGE",
    message: `--test ${file} is no file of ${target.package.name}, whose mutant it is: a package is judged by its own tests`,
    hint: "pnpm mutate --help",
    exitCode: EXIT.usage,
  });
}
