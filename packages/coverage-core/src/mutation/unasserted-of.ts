import type { Unasserted } from "../contract/coverage-diff.js";
import type { MutateDocument } from "../contract/mutate.js";

/** @returns the changed lines that ran under tests which would not notice if they were wrong, in the order of the run. Lines that did not run are L1's. */
export function unassertedOf({ survivors }: Pick<MutateDocument, "survivors">): Unasserted[] {
  return survivors
    .filter(({ status, changedInDiff }) => status === "survived" && changedInDiff === true)
    .map(({ file, range, key, mutator, original, replacement, suggestedTestFile, hint }) => ({
      file,
      line: range.start.line,
      key,
      mutator,
      original,
      replacement,
      suggestedTestFile,
      hint,
    }));
}
