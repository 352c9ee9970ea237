import { BandlineError, EXIT } from "@repo/coverage-core";
import { faultOf } from "../command/to-problem.js";

const REMAKE = "make it where the base is checked out: pnpm test --coverage && pnpm coverage:aggregate; then give that coverage/lcov.info";

/** The same code and place, but the tests to run again are those of the base. */
export async function asBaseline<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { exitCode, problem } = faultOf(error);
    if (exitCode !== EXIT.data) throw error;
    const hint = problem.hint.includes("pnpm test") ? REMAKE : problem.hint;
    throw new BandlineError({ ...problem, message: `the baseline: ${problem.message}`, hint, exitCode });
  }
}
