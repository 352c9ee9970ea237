/** What every rule looks at: the repository's files, its manifest, and its packages with theirs. */
import { createPolicy, type PolicyOf, type RepoPath } from "@repo/coverage-core";
import { stateFeature, stateRepo, type StatedPackage, type StatedRepo } from "@repo/coverage-core/conformance";
import { openRepository, readPackages, readRepoManifest } from "@repo/coverage-io";

export interface Place {
  /** Absolute: the repository's. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly files: readonly RepoPath[];
  /** null where the repository has no manifest. */
  readonly repo: StatedRepo | null;
  readonly packages: readonly StatedPackage[];
  /** Of the manifests that can be used: the rule `manifests` tells of the others. */
  readonly policyOf: PolicyOf;
}

/** @param cwd absolute. @throws IoError as `openRepository` and `readPackages`. */
export async function openPlace(cwd: string, env: NodeJS.ProcessEnv): Promise<Place> {
  const repository = await openRepository(cwd);
  const { root } = repository;
  const source = await readRepoManifest(root);
  const repo = source === null ? null : stateRepo(source);
  const [files, found] = await Promise.all([repository.files(), readPackages(root, repo?.value?.features)]);
  const packages = found.map(({ name, folder, manifest }) => ({
    name,
    folder,
    manifest: manifest === null ? null : stateFeature(manifest),
  }));
  const facts = packages.map(({ name, folder, manifest }) => ({
    name,
    folder,
    manifest: manifest?.value ?? null,
    manifestFile: manifest?.file ?? null,
  }));
  return { root, env, files, repo, packages, policyOf: createPolicy(facts, repo?.value ?? null) };
}
