/** The mutants of a package, by name, and what is known of them already. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { asRepoPath, type RepoPath } from "@repo/coverage-core";
import { keyMutants, type KeyedMutant, type MutantOutcome } from "@repo/coverage-core/mutation";
import { packageVersion, readPackageInputs, readReport, type Repository } from "@repo/coverage-io";
import { findStryker } from "@repo/coverage-io/stryker";
import type { Engines } from "./engines.js";
import type { MutationTarget } from "./find-targets.js";
import { readKnown } from "./result-cache.js";

export interface PlannedMutant extends KeyedMutant {
  /** Why no run runs it: a comment in the source, or the configuration; null where one will. */
  readonly ignored: string | null;
}

export interface PackagePlan {
  readonly target: MutationTarget;
  /** In the order of the engine. */
  readonly mutants: readonly PlannedMutant[];
  /** A hash of everything that can change a result. */
  readonly inputs: string;
  /** What earlier runs of the very same inputs found out, by key. */
  readonly known: ReadonlyMap<string, MutantOutcome>;
  /** Whether that counts as a result of this run; it is kept in any case. */
  readonly reuse: boolean;
  /** Versions of what judged, and a hash of the part of the configuration that can change a result. */
  readonly tools: { readonly stryker: string; readonly vitest: string };
  readonly config: string;
}

export interface PlanOptions {
  readonly repository: Repository;
  readonly engines: Engines;
  /** Whether results of an earlier run of the very same inputs count. */
  readonly reuse: boolean;
  /** The files that the run is about; all of them where it is absent. */
  readonly files?: readonly RepoPath[] | undefined;
}

/** At the repository's root: what versions are installed, and how sources are compiled. */
const SHARED_FILES = ["pnpm-lock.yaml", "package-lock.json", "yarn.lock", "tsconfig.base.json", "tsconfig.json"];

export function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(typeof value === "string" ? value : JSON.stringify(value))
    .digest("hex");
}

/** @throws IoError as `openEngine` and `discover`. */
export async function planPackage(target: MutationTarget, { repository, engines, reuse, files }: PlanOptions): Promise<PackagePlan> {
  const [{ version: stryker }, vitest = "none"] = await Promise.all([
    findStryker(target.strykerFrom),
    packageVersion("vitest", target.root),
  ]);
  const tools = { stryker, vitest };
  const { root } = repository;
  const { folder } = target.package;
  const read = await readPackageInputs({ tree: repository, folder, dependencies: target.dependencies, extraFiles: SHARED_FILES });
  const inputs = hashOf({ tools, node: process.version, config: target.config.judging, read });
  const known = await readKnown(root, target.package.name, inputs);
  // Which mutants there are follows from the inputs; what became of them may be asked for again.
  const mutants = known?.mutants ?? (await discover(target, root, engines, files));
  return {
    target,
    mutants,
    inputs,
    known: known?.outcomes ?? new Map(),
    reuse,
    tools,
    config: hashOf(target.config.judging).slice(0, 12),
  };
}

async function discover(target: MutationTarget, root: string, engines: Engines, files?: readonly RepoPath[]): Promise<PlannedMutant[]> {
  if (files?.length === 0) return [];
  const engine = await engines.of(target);
  const found = (await engine.discover(files?.map((file) => inPackage(target, file)))).map((each) => ({
    ...each,
    file: repoPathOf(target, each.file),
  }));
  const keyed: PlannedMutant[] = [];
  for (const file of new Set(found.map((each) => each.file))) {
    const text = (await readReport(join(root, file))).toString("utf8");
    keyed.push(
      ...keyMutants(
        target.package.name,
        file,
        text,
        found.filter((each) => each.file === file),
        hashOf,
      ),
    );
  }
  return keyed;
}

/** @param file relative to the package. */
export function repoPathOf({ package: { folder } }: MutationTarget, file: string): RepoPath {
  return asRepoPath(folder === "" ? file : `${folder}/${file}`);
}

/** The other way. */
export function inPackage({ package: { folder } }: MutationTarget, file: RepoPath): string {
  return folder === "" ? file : file.slice(folder.length + 1);
}
