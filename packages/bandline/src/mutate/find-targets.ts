/** The packages whose mutants are tested: those with a Stryker configuration, or of them the ones that were asked for. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { byText, type PackageFacts } from "@repo/coverage-core";
import { composeConfig, type PackageConfig } from "@repo/coverage-core/schemas";
import { dependenciesOf } from "@repo/coverage-io";
import { readConfigChain } from "@repo/coverage-io/stryker";
import { usageError } from "../command/parse-args.js";
import { choosePackages } from "../gather/choose-packages.js";
import { loadPolicy } from "../gather/load-policy.js";

export interface MutationTarget {
  readonly package: PackageFacts;
  /** Absolute: the package's folder. */
  readonly root: string;
  readonly config: PackageConfig;
  /** Folders of the packages of the workspace that its tests build on. */
  readonly dependencies: readonly string[];
  /** Folders from which Stryker is resolved: the first that has it. */
  readonly strykerFrom: readonly string[];
}

/**
 * @param root absolute: the repository's.
 * @param filters names or globs of packages or of their folders; every package where there are none.
 * @returns by name. @throws BandlineError USAGE for a filter that no package answers to, CONFIG_INVALID; IoError as `readConfigChain`.
 */
export async function findTargets(root: string, filters: readonly string[]): Promise<MutationTarget[]> {
  const { packages } = await loadPolicy(root);
  const asked = [...choosePackages("mutate", filters, packages)].sort((a, b) => byText(a.name, b.name));
  const found = await Promise.all(asked.map((each) => targetOf(root, each, packages)));
  const targets = found.filter((each) => each !== undefined);
  const without = asked.filter((each) => !targets.some((target) => target.package === each));
  if (filters.length > 0 && targets.length === 0) {
    throw usageError("mutate", `${without.map(({ name }) => name).join(", ")} has no stryker.config.json`);
  }
  return targets;
}

async function targetOf(root: string, facts: PackageFacts, packages: readonly PackageFacts[]): Promise<MutationTarget | undefined> {
  const folder = join(root, facts.folder);
  const chain = await readConfigChain(root, folder);
  if (chain === undefined) return undefined;
  return {
    package: facts,
    root: folder,
    config: composeConfig(chain, { manifest: facts.manifest, cores: availableParallelism() }),
    dependencies: (await dependenciesOf(root, packages, facts.name)).map((each) => each.folder),
    strykerFrom: [folder, ...chain.map((each) => each.folder).reverse(), root],
  };
}
