/** What a test run says of its tests, by one rule for every producer. */
export interface TestFacts {
  /** Tests that ran, whether they passed or failed. */
  readonly count: number;
  /** Of `count`, those that failed; a file that could not be loaded is one. */
  readonly failed: number;
  /** Tests that did not run: skipped, disabled, or still to be written. */
  readonly skipped: number;
  /** What the run's files took, added up. */
  readonly durationMs: number;
}

/** One test report, and the package whose tests it speaks of. */
export interface TestRun {
  readonly package: string;
  /** The report's path, for messages. */
  readonly name: string;
  readonly facts: TestFacts;
}

/** The runs of each package added up: shards are runs of one suite. */
export function sumTests(runs: readonly TestRun[]): Map<string, TestFacts> {
  const sums = new Map<string, TestFacts>();
  for (const { package: name, facts } of runs) {
    const known = sums.get(name);
    sums.set(name, known === undefined ? facts : addFacts(known, facts));
  }
  return sums;
}

export function addFacts(a: TestFacts, b: TestFacts): TestFacts {
  return {
    count: a.count + b.count,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    durationMs: a.durationMs + b.durationMs,
  };
}
