import { z } from "zod";
import { count, exitCode, notice, percent, problem, schemaVersion } from "./common.js";
import { COVERAGE_METRICS, TREND_METRICS } from "./names.js";
import { tests } from "./summary.js";

/** As a summary counts; `covered` and `total` are null where a history of percentages alone was imported. */
const pointMetric = z.strictObject({ covered: count.nullable(), total: count.nullable(), pct: percent });
const pointTotals = z.strictObject({ statements: pointMetric, branches: pointMetric, functions: pointMetric, lines: pointMetric });

/** As a summary counts; the duration is null where a history without it was imported. */
const pointTests = tests.extend({ durationMs: z.number().min(0).nullable() });

const point = z.strictObject({
  /** The commit that recorded the point; of a history file, the one that it names; null for the summary on disk, and for an entry that names none. */
  commit: z.string().nullable(),
  /** The first line of that commit's message; null where nobody knows. */
  subject: z.string().nullable(),
  /** The commit that was measured, as the summary says; the date of an entry that names none. */
  measured: z.string(),
  at: z.iso.datetime(),
  provider: z.string(),
  source: z.enum(["git", "file", "disk"]),
  repo: pointTotals,
  tests: pointTests.optional(),
  byPackage: z.record(z.string(), pointTotals.extend({ byLayer: z.record(z.string(), pointTotals), tests: pointTests.optional() })),
});

/** What a figure belongs to: `name` is the package's, or the layer's; null for the repository. `package` is null but for a layer. */
const scoped = {
  scope: z.enum(["repo", "package", "layer"]),
  package: z.string().nullable(),
  name: z.string().nullable(),
};

/** From one point to the next; `points` is `to` less `from`, in percentage points, in seconds for `test-time`, a number for `tests`. */
const move = z.strictObject({
  ...scoped,
  metric: z.enum(TREND_METRICS),
  from: z.number(),
  to: z.number(),
  points: z.number(),
  /** The commits that were measured before and after: what lies between them did it. */
  since: z.string(),
  until: z.string(),
  /** The commit that recorded the new figure; null for the summary on disk. */
  commit: z.string().nullable(),
  /** The first line of its message; null where nobody knows. */
  subject: z.string().nullable(),
  at: z.iso.datetime(),
});

/** A package or a layer that one point has and the one beside it has not: no figure of it is compared there. */
const appearance = z.strictObject({
  ...scoped,
  is: z.enum(["new", "gone"]),
  /** The commit that recorded the first point with it, or without it. */
  commit: z.string().nullable(),
  at: z.iso.datetime(),
});

const drop = z.strictObject({
  ...scoped,
  metric: z.enum(COVERAGE_METRICS),
  from: z.number(),
  to: z.number(),
  points: z.number(),
  /** How many were not covered; null where only percentages are known. */
  uncovered: z.strictObject({ from: count, to: count }).nullable(),
  /** Whether it is one that `--fail-on-drop` lets pass, and why. */
  tolerated: z.string().nullable(),
});

/** A bound of a manifest that was, or can be, made tighter. */
const raise = z.strictObject({
  file: z.string(),
  /** A layer or `baseline`; null for the band of the repository. */
  band: z.string().nullable(),
  metric: z.enum(COVERAGE_METRICS),
  from: z.number(),
  to: z.number(),
});

/** What `coverage:trend` prints. */
export const trendDocument = z.strictObject({
  $schema: z.string(),
  schemaVersion,
  status: z.enum(["pass", "fail", "error"]),
  /** Why the last point was compared with none: `no-points`, `one-point`, `provider-changed`; null where it was compared. */
  reason: z.enum(["no-points", "one-point", "provider-changed"]).nullable(),
  exitCode,
  /** What was asked for; an empty list is everything. */
  selected: z.strictObject({ packages: z.array(z.string()), layers: z.array(z.string()), metrics: z.array(z.enum(TREND_METRICS)) }),
  /** Oldest first. */
  points: z.array(point),
  /** `commit` is that of the first point after the break. */
  breaks: z.array(
    z.strictObject({
      commit: z.string().nullable(),
      at: z.iso.datetime(),
      reason: z.literal("provider-changed"),
      from: z.string(),
      to: z.string(),
    }),
  ),
  /** The last point against the one before it. */
  drops: z.array(drop),
  /** Those of coverage before those of tests and of test time; of each the largest first, at most 100 a metric. */
  moves: z.array(move),
  /** How many there are. */
  moveCount: count,
  /** In the order of the points. */
  appearances: z.array(appearance),
  /** `--ratchet`; null where it was not asked for. */
  ratchet: z.array(raise).nullable(),
  /** `--limit`: the latest points alone are shown. */
  truncated: z.strictObject({ shown: count, total: count }).nullable(),
  nextActions: z.array(z.string()),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type TrendDocument = z.infer<typeof trendDocument>;
export type TrendPoint = z.infer<typeof point>;
export type PointTotals = z.infer<typeof pointTotals>;
export type PointTests = z.infer<typeof pointTests>;
export type TrendAppearance = z.infer<typeof appearance>;
export type TrendMove = z.infer<typeof move>;
export type TrendDrop = z.infer<typeof drop>;
export type BandRaise = z.infer<typeof raise>;
