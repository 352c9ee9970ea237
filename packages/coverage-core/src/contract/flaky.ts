import { z } from "zod";
import { count, exitCode, notice, problem, schemaVersion } from "./common.js";

const seed = z.int().min(0);
const outcome = z.enum(["passed", "failed", "not-run"]);

/** `file` is null where a package's run failed and no test of it did; `test` is null where a file did: it cannot be loaded, or a hook failed. */
const named = {
  package: z.string(),
  file: z.string().nullable(),
  /** Suites and title, joined by ` > `; tests of one name in a file count as one. */
  test: z.string().nullable(),
};

/** What failed, and how to see it again. */
const failure = {
  /** Runs that it failed in. */
  failed: count,
  /** What the first failure said, five lines at most, or what is known in its place. */
  message: z.string(),
  /** The command that runs it as it ran when it failed. */
  rerun: z.string(),
};

const flaky = z.strictObject({
  ...named,
  /** Runs that it passed in. */
  passed: count,
  ...failure,
  seeds: z.strictObject({ passed: z.array(seed), failed: z.array(seed) }),
  /** Its file run alone, with seeds of the runs above; empty where that was not tried. */
  again: z.array(z.strictObject({ seed, before: outcome, alone: outcome })),
  /** Whether it failed once more, alone, with a seed that it had failed with: then `rerun` has that seed. null where that was not tried. */
  reproduced: z.boolean().nullable(),
  /** Whether each seed came to the same again: then the order of the file's tests decides. null where that was not tried. */
  orderDecides: z.boolean().nullable(),
});

/** What `test:flaky` prints. */
export const flakyDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  /** `fail`: a test is flaky. `error`: none is, but one failed in each run, or no test ran, or the runs did not come to their end. */
  status: z.enum(["pass", "fail", "error"]),
  exitCode,
  /** As many runs as were asked for. */
  repeats: count,
  packages: z.array(z.string()),
  /** Those that came to their end, in order. */
  runs: z.array(z.strictObject({ seed, durationMs: z.number().min(0), passed: count, failed: count, skipped: count })),
  /** Failed in some runs, and passed in others. */
  flaky: z.array(flaky),
  /** Failed in each run that it was in. */
  failing: z.array(z.strictObject({ ...named, ...failure })),
  /** Tests that ran in some runs, and in others, those with these seeds, were skipped or not there. */
  missing: z.array(z.strictObject({ package: z.string(), file: z.string(), tests: z.array(z.string()), seeds: z.array(seed) })),
  nextActions: z.array(z.string()),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type FlakyDocument = z.infer<typeof flakyDocument>;
export type FlakyTest = z.infer<typeof flaky>;
export type FailingTest = FlakyDocument["failing"][number];
export type MissingTests = FlakyDocument["missing"][number];
