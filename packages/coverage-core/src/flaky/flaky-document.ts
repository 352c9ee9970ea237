/** What `test:flaky` prints, and how it ends. */
import { EXIT } from "../contract/exit-code.js";
import type { FlakyDocument } from "../contract/flaky.js";
import { schemaId } from "../contract/schema-id.js";
import type { JudgedRuns } from "./judge-runs.js";
import type { PackageRun } from "./model.js";

type RunOfAll = FlakyDocument["runs"][number];

/** @param runs of one seed. */
export function sumRuns(runs: readonly PackageRun[], seed: number, durationMs: number): RunOfAll {
  const files = runs.flatMap((run) => run.files ?? []);
  const tests = files.flatMap((file) => file.tests);
  const countOf = (outcome: string) => tests.filter((test) => test.outcome === outcome).length;
  const faults = files.filter(({ fault }) => fault !== null).length;
  return { seed, durationMs, passed: countOf("passed"), failed: countOf("failed") + faults, skipped: countOf("not-run") };
}

export interface FlakyFacts extends Pick<FlakyDocument, "repeats" | "packages" | "runs"> {
  readonly judged: JudgedRuns;
  readonly isInterrupted: boolean;
}

/** So many commands are told to go on with; the others stand beside their tests. */
const MOST_ACTIONS = 10;

export function flakyDocumentOf({ judged, isInterrupted, ...facts }: FlakyFacts): FlakyDocument {
  const { flaky, failing, missing } = judged;
  const rerun = [...new Set([...flaky, ...failing].map((each) => each.rerun))].slice(0, MOST_ACTIONS);
  const document = {
    ...emptyFlakyDocument(),
    ...facts,
    flaky: [...flaky],
    failing: [...failing],
    missing: [...missing],
    nextActions: rerun,
  };
  const warned = { ...document, warnings: missing.length === 0 ? [] : [missingWarning(judged)] };
  if (isInterrupted) return { ...warned, status: "error", exitCode: EXIT.interrupted };
  if (flaky.length > 0) return { ...warned, status: "fail", exitCode: EXIT.gateFailed };
  const [problem] = [...failedProblem(judged, facts.runs.length), ...idleProblem(facts)];
  if (problem === undefined) return warned;
  return { ...warned, status: "error", exitCode: EXIT.data, errors: [problem], nextActions: [problem.hint, ...rerun.slice(1)] };
}

function failedProblem({ failing }: JudgedRuns, runs: number): FlakyDocument["errors"] {
  const [first] = failing;
  if (first === undefined) return [];
  const message = `${failing.length} failed in each of ${runs} runs that had them, so nobody knows whether they are flaky too`;
  return [{ code: "TESTS_FAILED", message, hint: first.rerun }];
}

function idleProblem({ runs, packages }: Pick<FlakyFacts, "runs" | "packages">): FlakyDocument["errors"] {
  if (runs.some(({ passed }) => passed > 0)) return [];
  const message = `no test ran in ${packages.length === 0 ? "any package" : packages.join(", ")}`;
  return [{ code: "NO_TESTS_RAN", message, hint: "pnpm test:flaky --help" }];
}

function missingWarning({ missing }: JudgedRuns): FlakyDocument["warnings"][number] {
  const count = missing.reduce((sum, { tests }) => sum + tests.length, 0);
  return {
    code: "TESTS_MISSING",
    message: `${count} tests ran in some runs, and not in others: ${missing.map(({ file }) => file).join(", ")}`,
  };
}

export function emptyFlakyDocument(): FlakyDocument {
  return {
    $schema: schemaId("test-flaky"),
    schemaVersion: "1.0",
    status: "pass",
    exitCode: EXIT.pass,
    repeats: 0,
    packages: [],
    runs: [],
    flaky: [],
    failing: [],
    missing: [],
    nextActions: [],
    warnings: [],
    errors: [],
  };
}
