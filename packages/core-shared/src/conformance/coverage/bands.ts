/**
 * Bands: the coverage that a layer promises, in percent, 0 to 100.
 * The numbers here and in manifests are the only thresholds of the repository.
 */

/** The four metrics of a band, in the order in which they are printed. */
export const METRICS = ["statements", "branches", "functions", "lines"] as const;
export type Metric = (typeof METRICS)[number];

/** Percent, 0 to 100, that each metric has to reach at least. */
export type CoverageBand = Readonly<Record<Metric, number>>;

/** Band by layer name. `baseline` holds every file of no other layer, and every layer that is left out. */
export type CoverageBands = Readonly<{ baseline: CoverageBand } & Record<string, CoverageBand>>;

/** What holds where a manifest says nothing. */
export const DEFAULT_COVERAGE_BANDS = {
  baseline: { statements: 80, branches: 75, functions: 80, lines: 80 },
  entities: { statements: 100, branches: 100, functions: 100, lines: 100 },
  "use-cases": { statements: 100, branches: 95, functions: 100, lines: 100 },
  controllers: { statements: 100, branches: 95, functions: 100, lines: 100 },
} as const satisfies CoverageBands;

/** Percent of mutants that the tests of a feature have to notice, where its manifest says nothing. */
export const DEFAULT_MUTATION_SCORE = 80;
