import type { PlannedMutant, Survivor } from "../contract/mutate.js";
import { renderUnifiedDiff } from "../diff/render-unified-diff.js";
import { groupBy } from "../group-by.js";
import { byText, type RepoPath } from "../path/repo-path.js";
import { hintFor } from "./hint-for.js";
import type { KeyedMutant, MutantResult, TestName } from "./model.js";
import { mutatedText } from "./mutated-text.js";

/** A survivor is one that tests, or the lack of them, let live; an inconclusive one is told in the same way. */
export interface UnkilledMutant extends MutantResult {
  readonly status: Survivor["status"];
}

export function isUnkilled(result: MutantResult): result is UnkilledMutant {
  return result.status === "survived" || result.status === "noCoverage" || result.status === "inconclusive";
}

export interface SurvivorInput extends Pick<Survivor, "package" | "changedInDiff" | "verified"> {
  readonly result: UnkilledMutant;
  /** Of the file that was mutated. */
  readonly text: string;
  /** The test that lies nearest to the file; null where none does. */
  readonly nearestTest: RepoPath | null;
}

/** What an agent needs to know of a mutant that lives. `reason` is kept only of an inconclusive one. */
export function survivorOf({ package: name, result, text, nearestTest, changedInDiff, verified }: SurvivorInput): Survivor {
  const { file, status, coveredBy, testsCompleted, key } = result;
  return {
    ...plannedOf(name, result),
    diff: renderUnifiedDiff(file, text, mutatedText(text, result)),
    status,
    reason: status === "inconclusive" ? (result.reason ?? "its run says nothing") : null,
    coveredBy: coveredBy.map(({ file: testFile, test }) => ({ file: testFile, test })),
    testsCompleted,
    changedInDiff,
    verified,
    suggestedTestFile: nearestTest ?? busiestTest(coveredBy) ?? siblingTest(file),
    rerun: `pnpm mutate --key ${key}`,
    hint: status === "noCoverage" ? `no test runs this yet: ${hintFor(result)}` : hintFor(result),
  };
}

/** @returns a mutant as `--list` shows it. */
export function plannedOf(name: string, { key, file, range, symbol, mutator, original, replacement }: KeyedMutant): PlannedMutant {
  const { start, end } = range;
  const place = { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
  return { key, package: name, file, range: place, symbol, mutator, original, replacement };
}

/** The file with the most tests that ran the mutant; the first by name of equals. */
function busiestTest(coveredBy: readonly TestName[]): RepoPath | undefined {
  const files = [...groupBy(coveredBy, ({ file }) => file)].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || byText(a, b));
  return files[0]?.[0];
}

/** The test that is still to be written. */
function siblingTest(file: RepoPath): string {
  return file.replace(/(\.[^./]+)$/, ".test$1");
}
