import { z } from "zod";
import { count, exitCode, notice, percent, problem, schemaVersion } from "./common.js";
import { COVERAGE_METRICS } from "./names.js";

/** A file that could bring the domain nearer to its target. */
const closer = z.strictObject({
  file: z.string(),
  /** Of the metric: lines, branches, … that did not run, of all that the file has. */
  uncovered: count,
  total: count,
});

const domain = z.strictObject({
  /** The feature's name, as its manifest says. */
  feature: z.string(),
  /** The package's name. */
  package: z.string(),
  /** The layer's name. */
  name: z.string(),
  status: z.enum(["pass", "fail", "nothing-to-measure"]),
  /** Where the domain began: the first point of the history that knows it; null where none does. */
  baseline: percent,
  current: percent,
  target: z.number().min(0).max(100),
  /** Percentage points from `current` to `target`; 0 where it is reached, null where there is nothing to measure. */
  gap: z.number().min(0).nullable(),
  covered: count,
  total: count,
  /** How many more have to be covered to reach the target. */
  missing: count,
  /** Those that close the gap fastest first. */
  closers: z.array(closer),
});

/** What `coverage:domains` prints. */
export const domainsDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "error"]),
  exitCode,
  metric: z.enum(COVERAGE_METRICS),
  commit: z.string().nullable(),
  reports: z.array(z.string()),
  domains: z.array(domain),
  /** Files of tests that the packages with domains have, and how many of them contributed; null where no test report tells. */
  testFiles: z.strictObject({ total: count, contributed: count }).nullable(),
  /** The history that `--record` wrote to; null where it wrote to none. */
  recorded: z.string().nullable(),
  nextActions: z.array(z.string()),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type DomainsDocument = z.infer<typeof domainsDocument>;
export type DomainFigures = z.infer<typeof domain>;
export type DomainCloser = z.infer<typeof closer>;
