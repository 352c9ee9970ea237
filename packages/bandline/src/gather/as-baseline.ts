import { BandlineError, EXIT } from "@repo/coverage-core";
import { faultOf } from "../command/to-problem.js";

const REMAKE = "make it where the base is checked out: pnpm test --coverage && pnpm coverage:aggregate; then give that coverage/lcov.info";

/** coverage/lcov.info is the report of now. */
const APART = { out: "coverage/base", report: "coverage/base/lcov.info" };

/** The same code and place, but the tests to run again are those of the base, and what is made of its report lies apart. */
export async function asBaseline<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { exitCode, problem } = faultOf(error);
    if (exitCode !== EXIT.data) throw error;
    throw new BandlineError({ ...problem, message: `the baseline: ${problem.message}`, hint: hintOf(problem.hint), exitCode });
  }
}

function hintOf(hint: string): string {
  if (hint.includes("pnpm test")) return REMAKE;
  return hint.replace(/^(pnpm coverage:aggregate) (.*); then: .*$/s, `$1 --out ${APART.out} $2; then give --baseline ${APART.report}`);
}
