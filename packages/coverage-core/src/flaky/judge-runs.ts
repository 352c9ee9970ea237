/** The same tests, run several times, each time in another order: whose result varied? */
import type { FailingTest, FlakyTest, MissingTests } from "../contract/flaky.js";
import { groupBy } from "../group-by.js";
import { byText } from "../path/repo-path.js";
import type { FileRun, Outcome, PackageRun, TestOutcome } from "./model.js";
import { rerunCommand, type RerunPlaces } from "./rerun-command.js";

export interface JudgedRuns {
  readonly flaky: readonly FlakyTest[];
  readonly failing: readonly FailingTest[];
  readonly missing: readonly MissingTests[];
}

/** A test, a file or a package's run, and what became of it by seed. */
interface Subject {
  readonly package: string;
  readonly file: string | null;
  readonly test: string | null;
  readonly results: Map<number, Result>;
}

type Result = Pick<TestOutcome, "outcome" | "message">;

/** @param runs each package once a seed. @returns by package, file and test. Never throws. */
export function judgeRuns(runs: readonly PackageRun[], places: RerunPlaces): JudgedRuns {
  const subjects = subjectsOf(runs);
  const judged = subjects.map((subject) => ({ subject, passed: seedsOf(subject, "passed"), failed: seedsOf(subject, "failed") }));
  const failures = judged.filter(({ failed }) => failed.length > 0);
  return {
    flaky: failures
      .filter(({ passed }) => passed.length > 0)
      .map(({ subject, passed, failed }) => flakyTest(subject, passed, failed, places)),
    failing: failures.filter(({ passed }) => passed.length === 0).map(({ subject, failed }) => failingTest(subject, failed, places)),
    missing: missingTests(subjects, runs),
  };
}

const PASSED: Result = { outcome: "passed", message: "" };
const failed = (message: string): Result => ({ outcome: "failed", message });

function subjectsOf(runs: readonly PackageRun[]): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const run of runs) {
    const put = (file: string | null, test: string | null, result: Result) => {
      const key = JSON.stringify([run.package, file, test]);
      const subject = subjects.get(key) ?? { package: run.package, file, test, results: new Map<number, Result>() };
      subjects.set(key, subject);
      subject.results.set(run.seed, worse(subject.results.get(run.seed), result));
    };
    put(null, null, isUnexplained(run) ? failed(run.said) : PASSED);
    for (const { file, fault, tests } of run.files ?? []) {
      put(file, null, fault === null ? PASSED : failed(fault));
      for (const { name, ...result } of tests) put(file, name, result);
    }
  }
  return [...subjects.values()].sort((a, b) => byText(orderOf(a), orderOf(b)));
}

function orderOf({ package: name, file, test }: Subject): string {
  return [name, file ?? "", test ?? ""].join("\0");
}

const RANK: readonly Outcome[] = ["not-run", "passed", "failed"];

/** Of tests with one name the one that failed speaks for all; where none did, one that ran. */
function worse(known: Result | undefined, other: Result): Result {
  return known !== undefined && RANK.indexOf(known.outcome) >= RANK.indexOf(other.outcome) ? known : other;
}

/** It failed, and no test or file says why: an error outside of any test, a threshold, a crash. */
function isUnexplained({ isGreen, files }: PackageRun): boolean {
  return !isGreen && !(files ?? []).some(hasFailed);
}

function hasFailed({ fault, tests }: FileRun): boolean {
  return fault !== null || tests.some(({ outcome }) => outcome === "failed");
}

function seedsOf({ results }: Subject, outcome: Outcome): number[] {
  return [...results].filter(([, result]) => result.outcome === outcome).map(([seed]) => seed);
}

function failingTest(subject: Subject, seeds: readonly number[], places: RerunPlaces): FailingTest {
  const { results, ...named } = subject;
  const [first] = seeds as readonly [number];
  const { message } = results.get(first) as Result;
  return { ...named, failed: seeds.length, message, rerun: rerunCommand(subject, first, places) };
}

function flakyTest(subject: Subject, passed: number[], seeds: number[], places: RerunPlaces): FlakyTest {
  const failing = failingTest(subject, seeds, places);
  return { ...failing, passed: passed.length, seeds: { passed, failed: seeds }, again: [], reproduced: null, orderDecides: null };
}

/** A package that wrote no report misses all of its tests, and that is told once, of the package. */
function missingTests(subjects: readonly Subject[], runs: readonly PackageRun[]): MissingTests[] {
  const reported = groupBy(
    runs.filter(({ files }) => files !== null),
    (run) => run.package,
  );
  const each = subjects.flatMap(({ package: name, file, test, results }) => {
    if (file === null || test === null) return [];
    const ran = (seed: number) => (results.get(seed)?.outcome ?? "not-run") !== "not-run";
    const seeds = (reported.get(name) as PackageRun[]).map(({ seed }) => seed);
    const without = seeds.filter((seed) => !ran(seed));
    return without.length === 0 || without.length === seeds.length ? [] : [{ package: name, file, test, seeds: without }];
  });
  const groups = groupBy(each, (one) => JSON.stringify([one.package, one.file, one.seeds]));
  return [...groups.values()].map((group) => {
    const [{ package: name, file, seeds }] = group as [(typeof group)[number]];
    return { package: name, file, tests: group.map(({ test }) => test), seeds };
  });
}
