import { z } from "zod";
import { count, exitCode, notice, percent, problem, schemaVersion } from "./common.js";

const metricCounts = z.strictObject({ covered: count, total: count, pct: percent });
const totals = z.strictObject({ statements: metricCounts, branches: metricCounts, functions: metricCounts, lines: metricCounts });

const byPackage = z.record(
  z.string(),
  totals.extend({
    byLayer: z.record(z.string(), totals),
    tests: z.strictObject({ count, durationMs: z.number().min(0) }).optional(),
  }),
);

const fields = {
  schemaVersion,
  generatedAt: z.iso.datetime(),
  commit: z.string(),
  provider: z.string(),
  repo: totals,
  byPackage,
};

/** `coverage/summary.json`: the committed trend point. */
export const summaryDocument = z.strictObject(fields);

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
  missed: z.array(z.strictObject({ metric: z.string(), actual: z.number(), required: z.number() })),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type MetricCounts = z.infer<typeof metricCounts>;
export type Totals = z.infer<typeof totals>;
export type SummaryDocument = z.infer<typeof summaryDocument>;
export type AggregateDocument = z.infer<typeof aggregateDocument>;
