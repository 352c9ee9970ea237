import { z } from "zod";
import { count, exitCode, notice, percent, problem, schemaVersion } from "./common.js";

export const metricCounts = z.strictObject({ covered: count, total: count, pct: percent });
export const totals = z.strictObject({ statements: metricCounts, branches: metricCounts, functions: metricCounts, lines: metricCounts });

export const tests = z.strictObject({
  /** Tests that ran, whether they passed or failed. */
  count,
  durationMs: z.number().min(0),
  /** Of `count`; older summaries do not say. */
  failed: count.optional(),
  /** Tests that did not run: skipped, disabled, still to be written; not in `count`. Older summaries do not say. */
  skipped: count.optional(),
});

const byPackage = z.record(
  z.string(),
  totals.extend({
    byLayer: z.record(z.string(), totals),
    tests: tests.optional(),
  }),
);

const fields = {
  schemaVersion,
  generatedAt: z.iso.datetime(),
  commit: z.string(),
  provider: z.string(),
  repo: totals,
  /** Of all packages together; absent where no test report was found. Older summaries do not say. */
  tests: tests.optional(),
  byPackage,
};

/** `coverage/summary.json`: the committed trend point. */
export const summaryDocument = z.strictObject(fields);

/** What the tests took, against what the repository's manifest allows. */
const testTime = z.strictObject({
  /** Above `warnMs` it is `warn`, above `failMs` `fail`, which fails the run. */
  status: z.enum(["pass", "warn", "fail"]),
  durationMs: z.number().min(0),
  warnMs: z.number(),
  failMs: z.number(),
  /** The packages whose tests took longest, at most three. */
  slowest: z.array(z.strictObject({ name: z.string(), durationMs: z.number().min(0) })),
  /** The command that shows the slow tests; null where there is nothing to do. */
  nextAction: z.string().nullable(),
});

/** What `coverage:aggregate` prints: the summary, with the verdict on the repository's own band beside it. */
export const aggregateDocument = z.strictObject({
  $schema: z.string(),
  ...fields,
  status: z.enum(["pass", "fail", "error"]),
  exitCode,
  commit: z.string().nullable(),
  provider: z.string().nullable(),
  repo: totals.nullable(),
  reports: z.array(z.string()),
  /** coverage.py's own figure, which mixes lines and branches, by report. */
  percentCovered: z.record(z.string(), percent).optional(),
  /** Absent where no test report was found. */
  testTime: testTime.optional(),
  missed: z.array(z.strictObject({ metric: z.string(), actual: z.number(), required: z.number() })),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type MetricCounts = z.infer<typeof metricCounts>;
export type Totals = z.infer<typeof totals>;
export type TestTime = z.infer<typeof testTime>;
export type SummaryDocument = z.infer<typeof summaryDocument>;
export type AggregateDocument = z.infer<typeof aggregateDocument>;
