/** One package's mutants, tested: what is known already is not run again. */
import type { RepoPath } from "@repo/coverage-core";
import type { MutantResult, TestName } from "@repo/coverage-core/mutation";
import { assertTestsLoad, type EngineMutant, type EngineResult } from "@repo/coverage-io/stryker";
import type { Chosen } from "./choose-mutants.js";
import type { Engines } from "./engines.js";
import { inPackage, repoPathOf, type PlannedMutant } from "./plan-package.js";
import type { MutationProgress } from "./progress.js";
import { writeKnown } from "./result-cache.js";

export interface PackageRun {
  readonly chosen: Chosen;
  /** In the order of the plan. */
  readonly results: readonly MutantResult[];
  /** Of the chosen mutants those that a budget, or an interrupt, left out. */
  readonly notRun: readonly PlannedMutant[];
  /** How many results are of an earlier run. */
  readonly reused: number;
  readonly durationMs: number;
}

export interface RunOptions {
  /** Absolute: the repository's root. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly engines: Engines;
  readonly progress: MutationProgress;
  /** Aborted where time is up: what is known by then is the result. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Whether what is found out is kept for later runs. */
  readonly keep: boolean;
}

/** @throws IoError BASELINE_FAILED, STRYKER_FAILED, FILE_UNWRITABLE. */
export async function runPackage(chosen: Chosen, options: RunOptions): Promise<PackageRun> {
  const { plan, mutants, tests } = chosen;
  const { engines, progress, signal, now } = options;
  const begunAt = now();
  const found = new Map<string, MutantResult>(mutants.flatMap((each) => knownOf(each, chosen)));
  const reused = [...found.values()].filter(({ status }) => status !== "ignored").length;
  const todo = mutants.filter(({ key }) => !found.has(key));
  progress.begin(plan.target.package.name, todo.length);
  if (todo.length > 0 || tests.length > 0) {
    const byIdentity = new Map(plan.mutants.map((each) => [identityOf(each), each]));
    const take = (result: EngineResult) => {
      const mutant = byIdentity.get(identityOf({ ...result, file: repoPathOf(plan.target, result.file) }));
      if (mutant === undefined || (mutant.ignored !== null && found.has(mutant.key))) return;
      found.set(
        mutant.key,
        resultOf(mutant, result, (file) => repoPathOf(plan.target, file)),
      );
      progress.step();
    };
    let isSure = false;
    try {
      await test(chosen, todo, options, take);
      isSure = await haveAllTestsRun(chosen, [...found.values()], options);
    } finally {
      await keepKnown(chosen, new Map([...found].filter(([, { status }]) => isSure || isNoticed(status))), options);
    }
  }
  if (signal.aborted) await engines[Symbol.asyncDispose]();
  return {
    chosen,
    results: plan.mutants.flatMap(({ key }) => found.get(key) ?? []),
    notRun: mutants.filter(({ key }) => !found.has(key)),
    reused,
    durationMs: Math.round(now() - begunAt),
  };
}

async function test(
  { plan, tests, coverable }: Chosen,
  todo: readonly PlannedMutant[],
  { engines, signal }: RunOptions,
  take: (result: EngineResult) => void,
): Promise<void> {
  if (isUp(signal)) return;
  const isWhole = todo.length === plan.mutants.filter(({ ignored }) => ignored === null).length;
  const asEngine = ({ file, range, mutator, replacement }: PlannedMutant): EngineMutant => ({
    file: inPackage(plan.target, file),
    range,
    mutator,
    replacement,
  });
  const coveredBy = tests.map((file) => ({ file: inPackage(plan.target, file) }));
  const pick = { only: todo.map(asEngine), coveredBy, among: coverable.map(asEngine) };
  try {
    await (await engines.of(plan.target)).test(isWhole ? {} : { pick }, take, signal);
  } catch (error) {
    // Time is up: what is known stands.
    if (!isUp(signal)) throw error;
  }
}

/**
 * Where every mutant was noticed it does not matter which tests there were.
 * @returns false where time is up. @throws IoError BASELINE_FAILED.
 */
async function haveAllTestsRun(
  { plan: { target } }: Chosen,
  results: readonly MutantResult[],
  { root, env, signal }: RunOptions,
): Promise<boolean> {
  if (results.every(({ status }) => isNoticed(status))) return true;
  try {
    await assertTestsLoad({ root, packageRoot: target.root, env, signal, hint: `pnpm test --filter ${target.package.name}` });
    return true;
  } catch (error) {
    if (isUp(signal)) return false;
    throw error;
  }
}

/** Or nothing that a test could notice. */
function isNoticed(status: MutantResult["status"]): boolean {
  return status !== "survived" && status !== "noCoverage";
}

function isUp(signal: AbortSignal): boolean {
  return signal.aborted;
}

function knownOf(mutant: PlannedMutant, { plan }: Chosen): [string, MutantResult][] {
  const { ignored, ...keyed } = mutant;
  if (ignored !== null) {
    return [[mutant.key, { ...keyed, status: "ignored", reason: ignored, coveredBy: [], testsCompleted: null, isStatic: false }]];
  }
  const outcome = plan.reuse ? plan.known.get(mutant.key) : undefined;
  return outcome === undefined ? [] : [[mutant.key, { ...keyed, ...outcome }]];
}

function resultOf(mutant: PlannedMutant, result: EngineResult, pathOf: (file: string) => RepoPath): MutantResult {
  const { file, range, mutator, replacement, key, symbol, original } = mutant;
  const { status, reason, testsCompleted, isStatic } = result;
  const coveredBy = result.coveredBy.map(({ file, test }): TestName => ({ file: pathOf(file), test }));
  return { file, range, mutator, replacement, key, symbol, original, status, reason, testsCompleted, isStatic, coveredBy };
}

/** A killed run loses nothing that it had found out, and a run of a part nothing that was known of the rest. */
async function keepKnown({ plan }: Chosen, found: ReadonlyMap<string, MutantResult>, { root, keep }: RunOptions): Promise<void> {
  if (!keep) return;
  const outcomes = new Map(plan.known);
  for (const [key, { status, reason, coveredBy, testsCompleted, isStatic }] of found) {
    if (status !== "ignored" && status !== "notRun") outcomes.set(key, { status, reason, coveredBy, testsCompleted, isStatic });
  }
  await writeKnown(root, plan.target.package.name, plan.inputs, { mutants: plan.mutants, outcomes });
}

function identityOf({ file, range: { start, end }, mutator, replacement }: Omit<EngineMutant, "file"> & { readonly file: string }): string {
  return JSON.stringify([file, start.line, start.column, end.line, end.column, mutator, replacement]);
}
