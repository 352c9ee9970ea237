import type {
  MutantCounts,
  MutationDrift,
  MutationFile,
  MutationFingerprint,
  MutationPackage,
  MutationScores,
} from "../contract/mutate.js";
import { EXIT } from "../contract/exit-code.js";
import type { Failure } from "../failure.js";
import { bestScoreOf, countedOf, unnoticed } from "./score.js";

/** From this many mutants on, one alone is worth at most 5 points. */
const MANY = 20;

export interface ComparedRun {
  readonly packages: readonly MutationPackage[];
  readonly fingerprint: MutationFingerprint;
}

export interface Comparison {
  /** With `baseline` and `drift`; as they were where there is nothing to compare with. */
  readonly packages: MutationPackage[];
  /** Package by package, in order: the package first, then its files. */
  readonly drifts: MutationDrift[];
  /** Why the two cannot be compared; then there are no drifts. */
  readonly refusal: Failure | null;
}

/**
 * Compares a run with the committed scores.
 * A drift is a score of a package or a file that is more than `points` points lower than it was, or a new survivor in a file whose text is the same.
 * In a package or file with fewer than 20 mutants one mutant alone moves the score by more than 5 points: there a lower score is a drift only where
 * at least two more mutants go unnoticed. Mutants that are still open count as noticed, for nobody knows better.
 * A file or package of which nothing was known before is no drift.
 */
export function compareScores(before: MutationScores, now: ComparedRun, { points }: { readonly points: number }): Comparison {
  const refusal = refusalOf(before, now);
  if (refusal !== null) return { packages: [...now.packages], drifts: [], refusal };
  const packages = now.packages.map((each) => {
    const then = before.packages[each.name];
    const change = then === undefined ? null : changeOf(then, each);
    return change === null ? each : { ...each, baseline: { score: change.from, commit: before.commit }, drift: change.points };
  });
  return { packages, drifts: now.packages.flatMap((each) => driftsOf(before, each, points)), refusal: null };
}

interface Measured {
  readonly score: number | null;
  readonly counts: MutantCounts;
}

/** @returns null where one of the two is no number; `points` are negative where the score fell. */
function changeOf(then: Measured, now: Measured): { from: number; to: number; points: number } | null {
  const [from, to] = [then.score, bestScoreOf(now.counts)];
  return from === null || to === null ? null : { from, to, points: Math.round((to - from) * 100) / 100 };
}

function driftsOf(before: MutationScores, { name, counts, score, files }: MutationPackage, points: number): MutationDrift[] {
  const then = before.packages[name];
  if (then === undefined) return [];
  const ofFiles = files.flatMap((file) => {
    const old = then.files[file.file];
    return old === undefined ? [] : [...droppedScore("file", file.file, old, file, points), ...newSurvivors(old, file)];
  });
  return [...droppedScore("package", name, then, { counts, score }, points), ...ofFiles];
}

function droppedScore(scope: MutationDrift["scope"], name: string, then: Measured, now: Measured, points: number): MutationDrift[] {
  const change = changeOf(then, now);
  if (change === null || -change.points <= points) return [];
  const isMany = Math.min(countedOf(then.counts), countedOf(now.counts)) >= MANY;
  if (!isMany && unnoticed(now.counts) - unnoticed(then.counts) < 2) return [];
  return [{ scope, name, kind: "score-dropped", from: change.from, to: change.to, survivors: [] }];
}

function newSurvivors(then: MutationScores["packages"][string]["files"][string], now: MutationFile): MutationDrift[] {
  const survivors = then.blob === now.blob ? now.survivors.filter((key) => !then.survivors.includes(key)) : [];
  if (survivors.length === 0) return [];
  return [{ scope: "file", name: now.file, kind: "new-survivor", from: then.score, to: now.score, survivors }];
}

function refusalOf(before: MutationScores, { packages, fingerprint }: ComparedRun): Failure | null {
  const differences = [
    ...differencesOf(before.fingerprint, fingerprint),
    ...packages
      .filter(({ name, config }) => (before.packages[name]?.config ?? config) !== config)
      .map(({ name }) => `the settings of ${name}`),
  ];
  if (differences.length === 0) return null;
  return {
    code: "FINGERPRINT_DIFFERS",
    message: `the scores of ${before.commit} were made otherwise, and cannot be compared: ${differences.join(", ")}`,
    hint: "run pnpm mutate without --drift; the nightly run on main writes coverage/mutation.json anew, and then both are alike",
    exitCode: EXIT.data,
  };
}

/** @returns in words what of two fingerprints differs: versions with both, settings by name. */
export function differencesOf(there: MutationFingerprint, here: MutationFingerprint): string[] {
  const versions = (["stryker", "vitest", "node"] as const).filter((name) => there[name] !== here[name]);
  return [
    ...versions.map((name) => `${name} ${there[name]} there, ${here[name]} here`),
    ...(there.config === here.config ? [] : ["the settings of the run"]),
  ];
}
