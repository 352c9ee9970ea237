/** Which mutants of a plan a run is about. */
import { BandlineError, EXIT, SOURCE_ENDINGS, type ChangedFile, type PolicyOf, type RepoPath } from "@repo/coverage-core";
import { planOf, selectChanged, shardMutants } from "@repo/coverage-core/mutation";
import type { AskedChange } from "./asked-change.js";
import type { MutationTarget } from "./find-targets.js";
import { hashOf, type PackagePlan, type PlannedMutant } from "./plan-package.js";

/** A package's part of a run. */
export interface Chosen {
  readonly plan: PackagePlan;
  readonly mutants: readonly PlannedMutant[];
  /** Changed tests, and the mutants of which those are run as well that they cover. */
  readonly tests: readonly RepoPath[];
  readonly coverable: readonly PlannedMutant[];
}

export interface ShardPlace {
  readonly index: number;
  readonly count: number;
}

export interface ChangeOptions {
  readonly linesOnly: boolean;
  readonly all: boolean;
}

const NO_TESTS = { tests: [], coverable: [] };

/** The whole of every plan. */
export function chooseAll(plans: readonly PackagePlan[]): Chosen[] {
  return plans.map((plan) => ({ plan, mutants: plan.mutants, ...NO_TESTS }));
}

/** @param changes of the whole repository. @param policyOf tells a test from a source. */
export function chooseChanged(
  plans: readonly PackagePlan[],
  changes: readonly ChangedFile[],
  policyOf: PolicyOf,
  options: ChangeOptions,
): Chosen[] {
  return plans.map((plan) => ({
    plan,
    mutants: selectChanged(plan.mutants, changes, options),
    tests: changedTests(plan.target, { files: changes, policyOf }),
    coverable: options.all ? plan.mutants : onePerLine(plan.mutants),
  }));
}

/** As if every line had changed. */
function onePerLine(mutants: readonly PlannedMutant[]): PlannedMutant[] {
  const files = new Set(mutants.map(({ file }) => file));
  const wholly = [...files].map((file): ChangedFile => {
    const last = Math.max(...mutants.filter((each) => each.file === file).map(({ range }) => range.end.line));
    const lines = Array.from({ length: last }, (_, index) => index + 1);
    return { file, oldFile: file, kind: "text", lines, hunks: [] };
  });
  return selectChanged(mutants, wholly);
}

/** @returns the files of a package whose mutants a change can ask for; undefined for all of them, where a test has changed: it may cover any. */
export function filesToPlan(target: MutationTarget, change: Change): RepoPath[] | undefined {
  if (changedTests(target, change).length > 0) return undefined;
  return changedFiles(target, change).filter((file) => SOURCE_ENDINGS.test(file));
}

type Change = Pick<AskedChange, "files" | "policyOf">;

/** Also those that only lost lines: an assertion that is gone lets mutants live. */
function changedTests(target: MutationTarget, change: Change): RepoPath[] {
  return changedFiles(target, change).filter((file) => change.policyOf(file).exempt?.id === "test-file");
}

/** Of the package, with other text than before. */
function changedFiles({ package: home }: MutationTarget, { files, policyOf }: Change): RepoPath[] {
  const hasOtherText = ({ kind, lines, hunks }: ChangedFile) => kind === "text" && lines.length + hunks.length > 0;
  return files.filter((each) => hasOtherText(each) && policyOf(each.file).package?.name === home.name).map(({ file }) => file);
}

/** What one package takes in each shard that has a part of it, counted in mutants: Stryker starts, and the tests run once without a mutant. */
const PACKAGE_COST = 40;

/** One of several parts: each mutant is in exactly one, on every machine the same. */
export function chooseShard(
  plans: readonly PackagePlan[],
  { index, count }: ShardPlace,
): { chosen: Chosen[]; plan: string; mutants: number } {
  const all = plans.flatMap((plan) => plan.mutants.map((mutant) => ({ package: plan.target.package.name, mutant, plan })));
  const mine = shardMutants(all, { index, count, packageCost: PACKAGE_COST });
  const keys = new Set(mine.map(({ mutant }) => mutant));
  const chosen = plans.map((plan) => ({ plan, mutants: plan.mutants.filter((each) => keys.has(each)), ...NO_TESTS }));
  return {
    chosen: chosen.filter(({ mutants }) => mutants.length > 0),
    ...planOf(
      all.map(({ mutant }) => mutant),
      hashOf,
    ),
  };
}

/** @throws BandlineError KEY_UNKNOWN where no plan has it. */
export function chooseKey(plans: readonly PackagePlan[], key: string): Chosen[] {
  for (const plan of plans) {
    const mutants = plan.mutants.filter((each) => each.key === key);
    if (mutants.length > 0) return [{ plan, mutants, ...NO_TESTS }];
  }
  throw new BandlineError({
    code: "KEY_UNKNOWN",
    message: `no mutant of ${plans.map(({ target }) => target.package.name).join(", ") || "any package"} has the key ${key}: its code has changed, or never was`,
    hint: "pnpm mutate --list --json",
    exitCode: EXIT.usage,
  });
}
