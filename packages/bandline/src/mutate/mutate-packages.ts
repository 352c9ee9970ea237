/** One run of `mutate`: find the packages, plan, choose, test, judge. */
import { resolve } from "node:path";
import { createNearestTest, type MutateDocument } from "@repo/coverage-core";
import { judgeTrust } from "@repo/coverage-core/mutation";
import { openRepository, type Repository } from "@repo/coverage-io";
import { faultOf, type Fault } from "../command/to-problem.js";
import { failedMutate } from "../mutate-answer.js";
import type { MutateIo } from "../mutate.js";
import { changesSinceBase, type AskedChange } from "./asked-change.js";
import { chooseAll, chooseChanged, chooseKey, chooseShard, filesToPlan, type Chosen } from "./choose-mutants.js";
import { compareWithCommitted, writeScores } from "./committed-scores.js";
import { createEngines, type Engines } from "./engines.js";
import { findTargets, type MutationTarget } from "./find-targets.js";
import { documentOf, planDocument, type JudgedRun } from "./mutate-document.js";
import type { MutateFlags } from "./parse-flags.js";
import { planPackage, type PackagePlan } from "./plan-package.js";
import { createMutationProgress } from "./progress.js";
import { prove } from "./prove.js";
import { homeOfKey, rememberKeys } from "./result-cache.js";
import { runPackage } from "./run-package.js";
import { verifySurvivors } from "./verify-survivors.js";

export interface MutateRun {
  readonly flags: MutateFlags;
  readonly io: MutateIo;
  readonly repository: Repository;
  readonly engines: Engines;
}

/** @throws every fault that leaves nothing to judge; a failed gate, or a package whose tests fail by themselves, is a part of the document. */
export async function mutate(flags: MutateFlags, io: MutateIo): Promise<MutateDocument> {
  const begunAt = io.now();
  const repository = await openRepository(resolve(io.cwd, flags.cwd ?? "."));
  const { root } = repository;
  await using engines = createEngines({ root, env: io.env });
  const run = { flags, io, repository, engines };
  const change = flags.since === undefined ? null : await changesSinceBase(repository, flags.since, io.env);
  const key = flags.key ?? flags.prove;
  const found = await findTargets(root, flags.filter ?? []);
  const targets = key === undefined ? targetsOf(found, change) : await likelyFirst(found, key, root);
  const { plans, faults } = await planPackages(targets, run, change, key);
  const [fault] = faults;
  // Where a package could not be looked at, nobody knows whether the key is one of its.
  if (key !== undefined && fault !== undefined) return failedMutate(fault);
  if (flags.prove !== undefined) return await prove(run, chooseKey(plans, flags.prove));
  const { chosen, shard } = choose(plans, flags, change);
  if (flags.list === true) return planDocument(chosen, { plans, faults, change, shard });
  const runs = await test(chosen, run, faults, flags.budget === undefined ? null : begunAt + flags.budget);
  const isInterrupted = io.signal.aborted;
  const nearestTestOf = createNearestTest(await repository.files());
  const requireComplete = flags.requireComplete === true;
  const document = await documentOf(runs, { root, plans, faults, change, shard, requireComplete, isInterrupted, nearestTestOf });
  await rememberKeys(root, [...document.survivors, ...document.inconclusive]);
  if (isInterrupted || document.errors.length > 0) return document;
  const compared = flags.drift === undefined ? document : await compareWithCommitted(document, flags.drift, repository);
  const isWhole =
    (flags.filter ?? flags.since ?? flags.shard ?? flags.key) === undefined && runs.every(({ notRun }) => notRun.length === 0);
  if (isWhole && flags.score) await writeScores(compared, repository);
  return compared;
}

interface Planned {
  readonly plans: readonly PackagePlan[];
  /** Of packages that could not be looked at. */
  readonly faults: Fault[];
}

/** @param key where one mutant is meant: then the package that has it is the last that is looked at. */
async function planPackages(
  targets: readonly MutationTarget[],
  { flags, repository, engines }: MutateRun,
  change: AskedChange | null,
  key: string | undefined,
): Promise<Planned> {
  const plans: PackagePlan[] = [];
  const faults: Fault[] = [];
  for (const target of targets) {
    const files = change === null ? undefined : filesToPlan(target, change);
    try {
      const plan = await planPackage(target, { repository, engines, reuse: flags.reuse && key === undefined, files });
      plans.push(plan);
      // What was in the way elsewhere was only looked at for the key.
      if (plan.mutants.some((each) => each.key === key)) return { plans, faults: [] };
    } catch (error) {
      faults.push(faultOf(error));
    }
  }
  return { plans, faults };
}

/** A key says nothing of its package, but the run that told of it does. */
async function likelyFirst(targets: readonly MutationTarget[], key: string, root: string): Promise<readonly MutationTarget[]> {
  const home = await homeOfKey(root, key);
  const isHome = (target: MutationTarget) => target.package.name === home;
  return [...targets.filter(isHome), ...targets.filter((each) => !isHome(each))];
}

/** Of a change only the packages that it touches. */
function targetsOf(targets: readonly MutationTarget[], change: AskedChange | null): readonly MutationTarget[] {
  if (change === null) return targets;
  const isIn = (folder: string, file: string) => folder === "" || file.startsWith(`${folder}/`);
  return targets.filter((target) =>
    change.files.some(({ file, lines, hunks }) => isIn(target.package.folder, file) && lines.length + hunks.length > 0),
  );
}

function choose(
  plans: readonly PackagePlan[],
  { key, shard, linesOnly = false, all = false }: MutateFlags,
  change: AskedChange | null,
): { readonly chosen: Chosen[]; readonly shard: MutateDocument["shard"] } {
  if (key !== undefined) return { chosen: chooseKey(plans, key), shard: null };
  if (change !== null) return { chosen: chooseChanged(plans, change.files, change.policyOf, { linesOnly, all }), shard: null };
  if (shard === undefined) return { chosen: chooseAll(plans), shard: null };
  const { chosen, plan, mutants } = chooseShard(plans, shard);
  return { chosen, shard: { ...shard, plan, mutants } };
}

/** A timer of more would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Where nothing is left, it is over already: no Stryker is started for it. */
function timeUpAfter(leftMs: number): AbortSignal {
  return leftMs <= 0 ? AbortSignal.abort() : AbortSignal.timeout(Math.min(LONGEST_TIMER_MS, Math.ceil(leftMs)));
}

/** Serially: the workers inside take the cores. */
async function test(
  chosen: readonly Chosen[],
  { flags, io, repository, engines }: MutateRun,
  faults: Fault[],
  until: number | null,
): Promise<JudgedRun[]> {
  const progress = createMutationProgress(io.stderr, flags.json !== true, io.now);
  const runs: JudgedRun[] = [];
  for (const each of chosen) {
    const signal = until === null ? io.signal : AbortSignal.any([io.signal, timeUpAfter(until - io.now())]);
    const options = { root: repository.root, env: io.env, engines, progress, signal, now: io.now, keep: flags.since === undefined };
    try {
      const run = await runPackage(each, options);
      const judged = judgeTrust(run.results);
      const about = { root: repository.root, target: each.plan.target, env: io.env, signal };
      const verified = flags.verify === true && !signal.aborted ? await verifySurvivors(judged, about) : new Map<string, boolean>();
      runs.push({ ...run, results: judged.map((result) => disproved(result, verified)), verified });
    } catch (error) {
      faults.push(faultOf(error));
    }
  }
  progress.end();
  return runs;
}

/** Where plain vitest notices what Stryker's runner did not, the run says nothing of the tests. */
function disproved<R extends JudgedRun["results"][number]>(result: R, verified: ReadonlyMap<string, boolean>): R {
  if (verified.get(result.key) !== false) return result;
  return { ...result, status: "inconclusive", reason: "it survived, but its tests fail on the mutated text in plain vitest" };
}
