import { z } from "zod";
import { count, exitCode, line, notice, percent, problem, schemaVersion } from "./common.js";
import { MUTANT_STATUSES } from "./names.js";

const position = z.strictObject({ line, column: line });
/** 1-based; `end` is behind the last character, as in Stryker's report. */
const range = z.strictObject({ start: position, end: position });

const counts = z.strictObject(
  Object.fromEntries(MUTANT_STATUSES.map((status) => [status, count])) as Record<(typeof MUTANT_STATUSES)[number], typeof count>,
);

/** Scores of runs whose fingerprints differ are never compared. `config` is a hash of what of the configuration can change a result. */
const fingerprint = z.strictObject({ stryker: z.string(), vitest: z.string(), node: z.string(), config: z.string() });

/** `blob` is the git blob id of the text that was mutated; `survivors` are keys, in order, those without coverage among them. */
const file = z.strictObject({ file: z.string(), blob: z.string(), score: percent, counts, survivors: z.array(z.string()) });

const packageResult = z.strictObject({
  name: z.string(),
  status: z.enum(["pass", "fail", "partial", "error", "nothing-to-do"]),
  score: percent,
  threshold: z.number().min(0).max(100),
  /** Between which the score lies whatever becomes of the mutants that did not run; null where all ran. */
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  config: z.string(),
  /** What this run is compared with, under `--drift`; null where there is nothing to compare with. */
  baseline: z.strictObject({ score: percent, commit: z.string() }).nullable(),
  drift: z.number().nullable(),
  counts,
  files: z.array(file),
  /** Results of an earlier run of the very same inputs. */
  reused: count,
  durationMs: count,
});

const test = z.strictObject({ file: z.string(), test: z.string() });

const planned = z.strictObject({
  key: z.string(),
  package: z.string(),
  file: z.string(),
  range,
  symbol: z.string().nullable(),
  mutator: z.string(),
  original: z.string(),
  replacement: z.string(),
});

const survivor = planned.extend({
  /** Unified, from the repository's root: `git apply` takes it. */
  diff: z.string(),
  status: z.enum(["survived", "noCoverage", "inconclusive"]),
  /** Why it is inconclusive; null where it is not. */
  reason: z.string().nullable(),
  coveredBy: z.array(test),
  testsCompleted: count.nullable(),
  /** null where no change was asked about. */
  changedInDiff: z.boolean().nullable(),
  /** What `--verify` found: true where the tests pass on the mutated text in plain vitest too; null where it was not asked for. */
  verified: z.boolean().nullable(),
  suggestedTestFile: z.string(),
  rerun: z.string(),
  hint: z.string(),
});

const drift = z.strictObject({
  scope: z.enum(["package", "file"]),
  name: z.string(),
  kind: z.enum(["score-dropped", "new-survivor"]),
  from: percent,
  to: percent,
  /** The keys of new survivors; empty for a dropped score. */
  survivors: z.array(z.string()),
});

/** What `mutate` prints. */
export const mutateDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "partial", "error", "nothing-to-do"]),
  exitCode,
  fingerprint: fingerprint.nullable(),
  /** `plan` is a hash of the keys of every mutant of all shards, `mutants` their number; null for a run that is no shard. */
  shard: z.strictObject({ index: z.int().min(1), count: z.int().min(1), plan: z.string(), mutants: count }).nullable(),
  base: z.strictObject({ ref: z.string(), sha: z.string(), mergeBase: z.string(), chosenBy: z.string() }).nullable(),
  packages: z.array(packageResult),
  survivors: z.array(survivor),
  inconclusive: z.array(survivor),
  drifts: z.array(drift),
  /** `--list`: what a run would run; null otherwise. */
  plan: z.array(planned).nullable(),
  /** `--prove`; null otherwise. */
  proof: z
    .strictObject({ key: z.string(), test: z.string(), original: z.enum(["green", "red"]), mutant: z.enum(["green", "red"]) })
    .nullable(),
  nextActions: z.array(z.string()),
  warnings: z.array(notice),
  errors: z.array(problem),
});

const byFile = z.record(z.string(), z.strictObject({ blob: z.string(), score: percent, counts, survivors: z.array(z.string()) }));

/** `coverage/mutation.json`: the committed scores, by package and file. */
export const mutationScores = z.strictObject({
  schemaVersion,
  generatedAt: z.iso.datetime(),
  commit: z.string(),
  fingerprint,
  packages: z.record(z.string(), z.strictObject({ score: percent, threshold: z.number(), config: z.string(), counts, files: byFile })),
});

export type MutateDocument = z.infer<typeof mutateDocument>;
export type MutationPackage = z.infer<typeof packageResult>;
export type MutationFile = z.infer<typeof file>;
export type MutationDrift = z.infer<typeof drift>;
export type Survivor = z.infer<typeof survivor>;
export type PlannedMutant = z.infer<typeof planned>;
export type MutationFingerprint = z.infer<typeof fingerprint>;
export type MutationScores = z.infer<typeof mutationScores>;
export type MutantCounts = z.infer<typeof counts>;
