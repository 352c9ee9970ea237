import { z } from "zod";
import { band, count, exitCode, line, notice, percent, problem, schemaVersion } from "./common.js";

export const HIT_KINDS = ["uncovered", "no-coverage-data", "partial-branch", "stale-coverage", "lost-coverage"] as const;
export const GUARD_KINDS = ["ignore-added", "test-skipped", "test-deleted", "assertion-removed", "band-lowered", "exempt-widened"] as const;
export type GuardKind = (typeof GUARD_KINDS)[number];
export type HitKind = (typeof HIT_KINDS)[number];

const branchCounts = z.strictObject({ total: count, taken: count, percent });

const range = z.strictObject({
  start: line,
  end: line,
  lines: z.array(line).min(1),
  kind: z.enum(HIT_KINDS),
  function: z.strictObject({ name: z.string(), line }).nullable(),
  branches: z.array(z.strictObject({ line, arm: z.string() })),
  snippet: z.string().nullable(),
  nearestTest: z.string().nullable(),
  command: z.string(),
});

const fileSummary = z.strictObject({
  file: z.string(),
  package: z.string().nullable(),
  layer: z.string(),
  band,
  status: z.enum(["pass", "fail", "error"]),
  changedLines: count,
  executableLines: count,
  coveredLines: count,
  percent,
  branches: branchCounts,
  ranges: z.array(range),
});

const hit = z.strictObject({ file: z.string(), line, kind: z.enum(HIT_KINDS) });

const guardFinding = z.strictObject({
  kind: z.enum(GUARD_KINDS),
  file: z.string(),
  line: line.nullable(),
  detail: z.string(),
  /** Whether a reason stands beside it: then it fails nothing. */
  accepted: z.boolean(),
  reason: z.string().nullable(),
});

/** What `coverage:diff` prints. */
export const coverageDiffDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "error"]),
  reason: z.enum(["empty-diff", "only-exempt", "no-executable-lines"]).nullable(),
  exitCode,
  base: z.strictObject({ ref: z.string(), sha: z.string(), mergeBase: z.string(), chosenBy: z.string() }).nullable(),
  head: z.strictObject({ sha: z.string(), dirty: z.boolean() }).nullable(),
  summary: z.strictObject({
    filesChanged: count,
    filesGated: count,
    uncoveredCount: count,
    changedLines: count,
    executableLines: count,
    coveredLines: count,
    percent,
    branches: branchCounts,
  }),
  fileSummaries: z.array(fileSummary),
  uncovered: z.array(hit),
  guard: z.array(guardFinding),
  nextActions: z.array(z.string()),
  truncated: z.strictObject({ shown: count, total: count }).nullable(),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type CoverageDiffDocument = z.infer<typeof coverageDiffDocument>;
export type FileSummary = z.infer<typeof fileSummary>;
export type DiffRange = z.infer<typeof range>;
export type Hit = z.infer<typeof hit>;
export type DiffBase = NonNullable<CoverageDiffDocument["base"]>;
export type DiffHead = NonNullable<CoverageDiffDocument["head"]>;
export type GuardEntry = CoverageDiffDocument["guard"][number];
