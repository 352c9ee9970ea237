/** What runs come to, as one document. */
import { join } from "node:path";
import {
  EXIT,
  type MutateDocument,
  type MutationFingerprint,
  type MutationPackage,
  type RepoPath,
  type Survivor,
} from "@repo/coverage-core";
import {
  emptyMutateDocument,
  exitCodeOf,
  isUnkilled,
  judgePackage,
  mutateActionsOf,
  plannedOf,
  selectChanged,
  statusOfRun,
  survivorOf,
} from "@repo/coverage-core/mutation";
import { blobIdOf, readReport } from "@repo/coverage-io";
import type { Fault } from "../command/to-problem.js";
import type { AskedChange } from "./asked-change.js";
import type { Chosen } from "./choose-mutants.js";
import { hashOf, type PackagePlan } from "./plan-package.js";
import type { PackageRun } from "./run-package.js";

/** A run whose results can be relied on as far as that is known. */
export interface JudgedRun extends PackageRun {
  /** By key: whether a survivor's tests pass on the mutated text in plain vitest too. */
  readonly verified: ReadonlyMap<string, boolean>;
}

interface About {
  /** Of all packages that were asked about: the shards of one run have one fingerprint, whatever falls to each. */
  readonly plans: readonly PackagePlan[];
  readonly faults: readonly Fault[];
  readonly change: AskedChange | null;
  readonly shard: MutateDocument["shard"];
}

export interface DocumentOptions extends About {
  /** Absolute: the repository's root. */
  readonly root: string;
  readonly requireComplete: boolean;
  readonly isInterrupted: boolean;
  readonly nearestTestOf: (file: RepoPath) => RepoPath | null;
}

/** @throws IoError where a file that was mutated cannot be read any more. */
export async function documentOf(runs: readonly JudgedRun[], options: DocumentOptions): Promise<MutateDocument> {
  const { plans, faults, change, shard, requireComplete, isInterrupted } = options;
  const texts = await textsOf(runs, options.root);
  const packages = runs.map((run) => packageRow(run, texts));
  const unkilled = runs.flatMap((run) => survivorsOf(run, texts, options));
  const survivors = unkilled.filter(({ status }) => status !== "inconclusive");
  const inconclusive = unkilled.filter(({ status }) => status === "inconclusive");
  const [fault] = faults;
  const judged = { status: statusOfRun(packages, []), exitCode: exitCodeOf(packages, { drifts: [], requireComplete }) };
  const verdict =
    fault !== undefined && judged.exitCode !== EXIT.gateFailed ? { status: "error" as const, exitCode: fault.exitCode } : judged;
  const document = {
    ...emptyMutateDocument(),
    ...(isInterrupted ? { status: "error" as const, exitCode: EXIT.interrupted } : verdict),
    fingerprint: fingerprintOf(plans),
    shard,
    base: change?.base ?? null,
    packages,
    survivors,
    inconclusive,
    errors: faults.map(({ problem }) => problem),
  };
  return { ...document, nextActions: [...faults.map(({ problem }) => problem.hint), ...mutateActionsOf(document)] };
}

/** What a run would run. */
export function planDocument(chosen: readonly Chosen[], { plans, faults, change, shard }: About): MutateDocument {
  const plan = chosen.flatMap(({ plan, mutants }) =>
    mutants.filter(({ ignored }) => ignored === null).map((each) => plannedOf(plan.target.package.name, each)),
  );
  const [fault] = faults;
  const status = fault !== undefined ? ("error" as const) : plan.length > 0 ? ("pass" as const) : ("nothing-to-do" as const);
  return {
    ...emptyMutateDocument(),
    status,
    exitCode: fault?.exitCode ?? EXIT.pass,
    fingerprint: fingerprintOf(plans),
    shard,
    base: change?.base ?? null,
    plan,
    errors: faults.map(({ problem }) => problem),
    nextActions: faults.map(({ problem }) => problem.hint),
  };
}

function packageRow({ chosen, results, notRun, reused, durationMs }: JudgedRun, texts: Texts): MutationPackage {
  const { target, config } = chosen.plan;
  return judgePackage({
    name: target.package.name,
    threshold: target.config.threshold,
    config,
    results,
    notRun,
    blobOf: (file) => (texts.get(file) as MutatedFile).blob,
    reused,
    durationMs,
  });
}

function survivorsOf({ chosen, results, verified }: JudgedRun, texts: Texts, { change, nearestTestOf }: DocumentOptions): Survivor[] {
  const onChange = new Set(change === null ? [] : selectChanged(results, change.files, { all: true }));
  return results.filter(isUnkilled).map((result) =>
    survivorOf({
      package: chosen.plan.target.package.name,
      result,
      text: (texts.get(result.file) as MutatedFile).text,
      nearestTest: nearestTestOf(result.file),
      changedInDiff: change === null ? null : onChange.has(result),
      verified: verified.get(result.key) ?? null,
    }),
  );
}

/** How mutants are named and judged. Raised where that changes, for then scores from before cannot be compared; what a package sets has a hash of its own. */
const RULES = "keys 1, trust 1";

/** Versions are those of the first package: a workspace has one of each, or its lockfile says otherwise. */
function fingerprintOf([first]: readonly PackagePlan[]): MutationFingerprint | null {
  if (first === undefined) return null;
  return { ...first.tools, node: process.versions.node.split(".")[0] as string, config: hashOf(RULES).slice(0, 12) };
}

interface MutatedFile {
  readonly text: string;
  readonly blob: string;
}

type Texts = ReadonlyMap<RepoPath, MutatedFile>;

async function textsOf(runs: readonly JudgedRun[], root: string): Promise<Texts> {
  const files = new Set(runs.flatMap(({ results, notRun }) => [...results, ...notRun].map(({ file }) => file)));
  const read = [...files].map(async (file): Promise<[RepoPath, MutatedFile]> => {
    const bytes = await readReport(join(root, file));
    return [file, { text: bytes.toString("utf8"), blob: blobIdOf(bytes) }];
  });
  return new Map(await Promise.all(read));
}
