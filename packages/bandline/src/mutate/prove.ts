/** `--prove`: a test is worth something where it passes on the code and fails on the mutant. */
import { resolve } from "node:path";
import { BandlineError, EXIT, type MutateDocument } from "@repo/coverage-core";
import { emptyMutateDocument } from "@repo/coverage-core/mutation";
import type { PlainRun } from "@repo/coverage-io/stryker";
import { isGreen, runByHand, testOfFlag } from "./apply-by-hand.js";
import type { Chosen } from "./choose-mutants.js";
import type { MutateRun } from "./mutate-packages.js";

/** @param chosen the one mutant. @throws BandlineError USAGE or TEST_EMPTY. */
export async function prove({ flags, io, repository: { root } }: MutateRun, chosen: readonly Chosen[]): Promise<MutateDocument> {
  const [{ plan, mutants }] = chosen as [Chosen];
  const [mutant] = mutants as [Chosen["mutants"][number]];
  const about = { root, target: plan.target, env: io.env, signal: io.signal };
  const test = testOfFlag(resolve(io.cwd, flags.test as string), about);
  const asked = { file: mutant.file, tests: [test] };
  const original = colourOf(await runByHand(about, { ...asked, mutant: null }), test);
  const mutated = original === "red" ? "red" : colourOf(await runByHand(about, { ...asked, mutant }), test);
  const isProven = original === "green" && mutated === "red";
  return {
    ...emptyMutateDocument(),
    status: isProven ? "pass" : "fail",
    exitCode: isProven ? EXIT.pass : EXIT.gateFailed,
    proof: { key: mutant.key, test, original, mutant: mutated },
    nextActions: isProven ? [`pnpm mutate --key ${mutant.key}`] : [adviceFor(original, test, mutant)],
  };
}

function adviceFor(
  original: "green" | "red",
  test: string,
  { file, range, original: code, replacement }: Chosen["mutants"][number],
): string {
  if (original === "red") return `${test} fails on the code as it is: mend the test, or the code`;
  return `${test} passes also where ${file}:${range.start.line} says ${replacement} for ${code}: assert what differs`;
}

/** @throws BandlineError TEST_EMPTY where no test ran, which is neither. */
export function colourOf(run: PlainRun, test: string): "green" | "red" {
  if (isGreen(run)) return "green";
  // It was ended: a mutant may run for ever.
  if (run.exitCode === null) return "red";
  if (run.tests !== null && run.tests.passed + run.tests.failed > 0) return "red";
  // A mutant can break a test file while it is loaded; on the original that is no test.
  if (/\bFAIL\b/.test(run.output)) return "red";
  throw new BandlineError({
    code: "TEST_EMPTY",
    message: `no test of ${test} ran:\n${run.output.trim().split("\n").slice(-10).join("\n")}`,
    hint: "name a test file with --test FILE",
    exitCode: EXIT.usage,
  });
}
