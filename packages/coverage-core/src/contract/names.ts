/** The names that documents give to things. The schemas stand apart: no run needs them, and their library takes longer to load than to judge. */
export const HIT_KINDS = ["uncovered", "no-coverage-data", "partial-branch", "stale-coverage", "lost-coverage"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export const GUARD_KINDS = ["ignore-added", "test-skipped", "test-deleted", "assertion-removed", "band-lowered", "exempt-widened"] as const;
export type GuardKind = (typeof GUARD_KINDS)[number];

export const VERIFY_STEPS = ["build", "test", "aggregate", "diff"] as const;
/** `verify --deep` has one step more. */
export const DEEP_VERIFY_STEPS = [...VERIFY_STEPS, "mutate"] as const;
export type VerifyStepName = (typeof DEEP_VERIFY_STEPS)[number];

/** What became of a mutant. `inconclusive` is one whose run says nothing, `notRun` one that a budget left out. */
export const MUTANT_STATUSES = [
  "killed",
  "timeout",
  "survived",
  "noCoverage",
  "ignored",
  "compileError",
  "runtimeError",
  "inconclusive",
  "notRun",
] as const;
export type MutantStatus = (typeof MUTANT_STATUSES)[number];

export const COVERAGE_METRICS = ["statements", "branches", "functions", "lines"] as const;
export type CoverageMetric = (typeof COVERAGE_METRICS)[number];

/** What a trend knows beside coverage: how many tests ran, and how many seconds they took. */
export const TREND_METRICS = [...COVERAGE_METRICS, "tests", "test-time"] as const;
export type TrendMetric = (typeof TREND_METRICS)[number];

/** The parts of the page that have data or say why not. */
export const PAGE_SECTIONS = ["coverage", "change", "trend", "domains", "mutants", "tests"] as const;
export type PageSection = (typeof PAGE_SECTIONS)[number];

/** The static rules of `conformance`, in the order in which they are told. */
export const CONFORMANCE_RULES = [
  "manifests",
  "one-source",
  "layer-globs",
  "use-case-tests",
  "arrows",
  "work-state",
  "pinned-workflows",
  "generated-files",
] as const;
export type ConformanceRuleId = (typeof CONFORMANCE_RULES)[number];
