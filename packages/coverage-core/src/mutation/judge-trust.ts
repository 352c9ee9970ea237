import type { MutantStatus } from "../contract/names.js";
import type { MutantResult } from "./model.js";

/** Fewer timeouts than these are no flood, whatever their share: a small package may have a loop or two. */
const FEWEST_OF_A_FLOOD = 5;
/** More than this share of the mutants that ran. */
const SHARE_OF_A_FLOOD = 1 / 3;

const RAN: ReadonlySet<MutantStatus> = new Set(["killed", "timeout", "survived"]);

/**
 * Takes back what a run cannot know; such a result becomes `inconclusive`, with a reason.
 * - A mutant that survived though no test ran to its end: the runner's fault, not the tests'. So is one whose run does not say, though tests are known to cover it.
 * - A mutant that was killed though no test ran to its end, where tests cover it: something else broke.
 * - All timeouts, where there are at least 5 and more than a third of the mutants that ran timed out: the machine was too slow, or the tests hang by themselves.
 * @param results of one package, or of one shard of it. @returns them in the same order.
 */
export function judgeTrust<R extends MutantResult>(results: readonly R[]): R[] {
  const ran = results.filter(({ status }) => RAN.has(status)).length;
  const timeouts = results.filter(({ status }) => status === "timeout").length;
  const isFlood = timeouts >= FEWEST_OF_A_FLOOD && timeouts > ran * SHARE_OF_A_FLOOD;
  return results.map((result) => {
    const reason = isFlood && result.status === "timeout" ? `${timeouts} of ${ran} mutants that ran timed out` : doubtOf(result);
    return reason === null ? result : { ...result, status: "inconclusive", reason };
  });
}

function doubtOf({ status, testsCompleted, coveredBy }: MutantResult): string | null {
  const isCovered = coveredBy.length > 0;
  if (status === "survived" && testsCompleted === 0) return "it survived, but no test ran to its end";
  if (status === "survived" && testsCompleted === null && isCovered) return "it survived, but the runner does not say that a test ran";
  if (status === "killed" && testsCompleted === 0 && isCovered) return "it was killed, but no test ran to its end";
  return null;
}
