import type { MutantResult } from "@repo/coverage-core/mutation";
import { assertGreen, isGreen, runByHand, type ByHand } from "./apply-by-hand.js";

/**
 * `--verify`: each survivor is put into a copy of its package by hand, and the tests that ran it are run in plain vitest.
 * @returns by key of each survivor: true where those tests pass on the mutated text too. Where time is up, of those that were verified by then.
 * @throws BandlineError BASELINE_FAILED where they fail on the text as it is.
 */
export async function verifySurvivors(results: readonly MutantResult[], about: ByHand): Promise<Map<string, boolean>> {
  const verified = new Map<string, boolean>();
  try {
    await verifyEach(results, about, verified);
  } catch (error) {
    // Time is up: what is known stands.
    if (!about.signal.aborted) throw error;
  }
  return verified;
}

async function verifyEach(results: readonly MutantResult[], about: ByHand, verified: Map<string, boolean>): Promise<void> {
  const survivors = results.filter(({ status }) => status === "survived");
  const [first] = survivors;
  if (first === undefined) return;
  const wanted = survivors.map((mutant) => ({ file: mutant.file, mutant, tests: testsOf(mutant) }));
  const all = wanted.some(({ tests }) => tests.length === 0) ? [] : [...new Set(wanted.flatMap(({ tests }) => tests))];
  assertGreen(await runByHand(about, { file: first.file, mutant: null, tests: all }), about);
  for (const each of wanted) verified.set(each.mutant.key, isGreen(await runByHand(about, each)));
}

/** Every test of the package, where nobody knows: a static mutant runs while modules load. */
function testsOf({ coveredBy, isStatic }: MutantResult): MutantResult["coveredBy"][number]["file"][] {
  return isStatic ? [] : [...new Set(coveredBy.map(({ file }) => file))];
}
