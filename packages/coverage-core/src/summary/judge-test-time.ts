/** Do the tests take longer than the repository allows? */
import { testTimeOf } from "@repo/core-shared/conformance/coverage";
import type { RepoManifest } from "@repo/core-shared/conformance/feature";
import type { SummaryDocument, TestTime } from "../contract/summary.js";
import { byText } from "../path/repo-path.js";
import { NO_PACKAGE } from "./tally.js";

/** So many packages are named. */
const SLOWEST = 3;
const MINUTE_MS = 60_000;

/** @param summary its `tests` and those of its packages are read. @returns undefined where no test report was found. */
export function judgeTestTime(
  { tests, byPackage }: Pick<SummaryDocument, "tests" | "byPackage">,
  repo: Pick<RepoManifest, "testTime"> | null,
): TestTime | undefined {
  if (tests === undefined) return undefined;
  const { warnMinutes, failMinutes } = testTimeOf(repo);
  const [warnMs, failMs] = [warnMinutes * MINUTE_MS, failMinutes * MINUTE_MS];
  const { durationMs } = tests;
  const status = durationMs > failMs ? "fail" : durationMs > warnMs ? "warn" : "pass";
  const timed = Object.entries(byPackage).flatMap(([name, of]) =>
    of.tests === undefined ? [] : { name, durationMs: of.tests.durationMs },
  );
  const slowest = timed.sort((a, b) => b.durationMs - a.durationMs || byText(a.name, b.name)).slice(0, SLOWEST);
  return { status, durationMs, warnMs, failMs, slowest, nextAction: status === "pass" ? null : commandFor(slowest[0] as Named) };
}

interface Named {
  readonly name: string;
}

/** Shows the slow tests of the slowest package. */
function commandFor({ name }: Named): string {
  return `pnpm test --coverage ${name === NO_PACKAGE ? "" : `--filter ${name} `}--reporter=verbose`;
}
