import { z } from "zod";
import { band, count, exitCode, line, notice, percent, problem, schemaVersion } from "./common.js";
import { COVERAGE_METRICS, GUARD_KINDS, HIT_KINDS } from "./names.js";

const branchCounts = z.strictObject({ total: count, taken: count, percent });

export const range = z.strictObject({
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
  /** The changed lines that can run, with their arms; null where nobody asked (`--format cobertura`). */
  lines: z.array(z.strictObject({ line, hits: count, branches: z.strictObject({ total: count, taken: count }) })).nullable(),
  ranges: z.array(range),
});

const hit = z.strictObject({ file: z.string(), line, kind: z.enum(HIT_KINDS) });

export const guardFinding = z.strictObject({
  kind: z.enum(GUARD_KINDS),
  file: z.string(),
  line: line.nullable(),
  detail: z.string(),
  /** Whether a reason stands beside it: then it fails nothing. */
  accepted: z.boolean(),
  reason: z.string().nullable(),
});

const hunk = z.strictObject({ oldStart: count, oldCount: count, newStart: count, newCount: count });

/** One line of `--explain`. Every `why` and `because` is for people; the fields beside them are for programs. */
export const explanation = z.strictObject({
  file: z.string(),
  line,
  /** null where the file cannot be read as text. */
  text: z.string().nullable(),
  package: z.string().nullable(),
  layer: z.string(),
  band,
  function: z.strictObject({ name: z.string(), line }).nullable(),
  gate: z.strictObject({ gated: z.boolean(), rule: z.string().nullable(), why: z.string() }),
  change: z.strictObject({ changed: z.boolean(), hunk: hunk.nullable(), why: z.string() }),
  /** `statementLine` is where the statement begins whose count speaks for the line. */
  execution: z.strictObject({ executable: z.boolean(), statementLine: line.nullable(), hits: count.nullable(), why: z.string() }),
  /** `line` is that of the report: of the record's `SF:`, and of each `DA`. */
  coverage: z.strictObject({
    records: z.array(
      z.strictObject({ report: z.string(), line, path: z.string(), counts: z.array(z.strictObject({ line, count: z.string() })) }),
    ),
    why: z.string(),
  }),
  arms: z.array(z.strictObject({ arm: z.string(), taken: count.nullable() })),
  /** Git blob ids of the text that was measured and of the one on disk; null where nobody knows. */
  freshness: z.strictObject({
    state: z.enum(["fresh", "stale", "unknown"]),
    measured: z.string().nullable(),
    onDisk: z.string().nullable(),
    why: z.string(),
  }),
  guard: z.array(guardFinding),
  verdict: z.strictObject({
    outcome: z.enum(["fails", "passes", "not-judged"]),
    kind: z.enum([...HIT_KINDS, ...GUARD_KINDS]).nullable(),
    because: z.string(),
    /** The command to run next; null where there is nothing to do. */
    next: z.string().nullable(),
  }),
});

/** A changed line that ran, but what it says is held by no test: a mutant on it survived. Its key is for `mutate --key`. */
const unasserted = z.strictObject({
  file: z.string(),
  line,
  key: z.string(),
  mutator: z.string(),
  original: z.string(),
  replacement: z.string(),
  suggestedTestFile: z.string(),
  hint: z.string(),
});

const figure = z.strictObject({ covered: count, total: count, pct: percent });

/** The whole repository beside what the merge base has recorded of it. */
const deltas = z.strictObject({
  /** The summary of the merge base. `measured` is the commit that it is of, `ahead` how many commits the merge base has beyond it; null where git cannot tell. */
  base: z.strictObject({ measured: z.string(), ahead: count.nullable() }).nullable(),
  /** Why nothing is compared, and the next command; null where something is. */
  missing: z.strictObject({ why: z.string(), next: z.string() }).nullable(),
  /** The repository by each metric, then what moved of each package. `name` is the package's; null for the repository. */
  figures: z.array(
    z.strictObject({
      name: z.string().nullable(),
      metric: z.enum(COVERAGE_METRICS),
      /** null where the package is new. */
      from: figure.nullable(),
      /** null where the package is gone. */
      to: figure.nullable(),
      /** Percentage points, `to` less `from`; null where one of them is missing, or has nothing to measure. */
      points: z.number().nullable(),
    }),
  ),
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
  /** What `verify --deep` found; null where nobody asked. */
  unasserted: z.array(unasserted).nullable(),
  /** null where nobody asked (`--format markdown`). */
  deltas: deltas.nullable(),
  /** One entry for each `--explain`, in that order. */
  explain: z.array(explanation),
  nextActions: z.array(z.string()),
  truncated: z.strictObject({ shown: count, total: count }).nullable(),
  warnings: z.array(notice),
  errors: z.array(problem),
});

export type CoverageDiffDocument = z.infer<typeof coverageDiffDocument>;
export type FileSummary = z.infer<typeof fileSummary>;
export type DiffRange = z.infer<typeof range>;
export type Unasserted = z.infer<typeof unasserted>;
export type Deltas = z.infer<typeof deltas>;
export type Hit = z.infer<typeof hit>;
export type DiffBase = NonNullable<CoverageDiffDocument["base"]>;
export type DiffHead = NonNullable<CoverageDiffDocument["head"]>;
export type ExplainEntry = z.infer<typeof explanation>;
export type GuardEntry = CoverageDiffDocument["guard"][number];
