/** How long a repository's tests may take: what its files of tests took, added up over all packages. */

/** Minutes. */
export interface TestTimeBudget {
  /** Above this `coverage:aggregate` warns. */
  readonly warnMinutes: number;
  /** Above this it fails. */
  readonly failMinutes: number;
}

/** What holds where the repository's manifest says nothing. */
export const DEFAULT_TEST_TIME = { warnMinutes: 5, failMinutes: 10 } as const satisfies TestTimeBudget;

/** The part of a repository's manifest that this file reads. */
interface TestTimePolicy {
  readonly testTime?: { readonly warnMinutes?: number | undefined; readonly failMinutes?: number | undefined } | undefined;
}

export function testTimeOf(repo: TestTimePolicy | null): TestTimeBudget {
  const { warnMinutes = DEFAULT_TEST_TIME.warnMinutes, failMinutes = DEFAULT_TEST_TIME.failMinutes } = repo?.testTime ?? {};
  return { warnMinutes, failMinutes };
}
