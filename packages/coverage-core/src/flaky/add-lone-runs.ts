/** What flaky tests did when their file ran alone, with the seeds that it had run with among the others. */
import type { FlakyTest } from "../contract/flaky.js";
import type { LoneRun, Outcome } from "./model.js";
import { rerunCommand, type RerunPlaces } from "./rerun-command.js";

/** @param lone of files of flaky tests; of others they are not looked at. @returns the tests with what is known more. Never throws. */
export function addLoneRuns(flaky: readonly FlakyTest[], lone: readonly LoneRun[], places: RerunPlaces): FlakyTest[] {
  return flaky.map((test) => {
    const again = lone
      .filter(({ file, run }) => test.file === file && test.package === run.package)
      .map(({ run }) => ({ seed: run.seed, before: outcomeBefore(test, run.seed), alone: outcomeIn(test, run) }));
    if (again.length === 0) return test;
    const shown = again.find(({ before, alone }) => before === "failed" && alone === "failed");
    const rerun = rerunCommand(
      shown === undefined ? { ...test, file: null } : test,
      shown?.seed ?? (test.seeds.failed[0] as number),
      places,
    );
    return {
      ...test,
      rerun,
      again,
      reproduced: shown !== undefined,
      orderDecides: again.every(({ before, alone }) => before === alone),
    };
  });
}

function outcomeBefore({ seeds }: FlakyTest, seed: number): Outcome {
  if (seeds.failed.includes(seed)) return "failed";
  return seeds.passed.includes(seed) ? "passed" : "not-run";
}

function outcomeIn({ file, test }: FlakyTest, run: LoneRun["run"]): Outcome {
  const files = (run.files ?? []).filter((each) => each.file === file);
  const outcomes: Outcome[] =
    test === null
      ? files.map(({ fault }) => (fault === null ? "passed" : "failed"))
      : files.flatMap(({ tests }) => tests.filter(({ name }) => name === test).map(({ outcome }) => outcome));
  return (["failed", "passed"] as const).find((outcome) => outcomes.includes(outcome)) ?? "not-run";
}
