import { z } from "zod";
import { count, exitCode, problem, schemaVersion } from "./common.js";
import { coverageDiffDocument } from "./coverage-diff.js";
import { mutateDocument } from "./mutate.js";
import { DEEP_VERIFY_STEPS } from "./names.js";
import { aggregateDocument } from "./summary.js";

const step = z.strictObject({
  name: z.enum(DEEP_VERIFY_STEPS),
  status: z.enum(["pass", "fail", "error", "skipped"]),
  /** The process's own code; null where the step did not run. */
  exitCode: z.int().min(0).max(255).nullable(),
  durationMs: count,
  command: z.string(),
});

/** What `verify` prints. `aggregate`, `diff` and `mutate` are those commands' own documents, null where the step did not run. */
export const verifyDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "error"]),
  exitCode: z.union([exitCode, z.int().min(0).max(255)]),
  failedStep: z.enum(DEEP_VERIFY_STEPS).nullable(),
  steps: z.array(step),
  aggregate: aggregateDocument.nullable(),
  diff: coverageDiffDocument.nullable(),
  /** `--deep`: the mutants of the changed lines; null where it was not asked for. */
  mutate: mutateDocument.nullable(),
  nextActions: z.array(z.string()),
  errors: z.array(problem),
});

export type VerifyDocument = z.infer<typeof verifyDocument>;
export type VerifyStep = z.infer<typeof step>;
