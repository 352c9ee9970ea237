import { createPolicy, parseFeatureSource, parseRepoSource, type PackageFacts, type PolicyOf } from "@repo/coverage-core";
import { readPackages, readRepoManifest, type SourceText } from "@repo/coverage-io";
import type { RepoManifest } from "@repo/core-shared/conformance/feature";

/** Everything that manifests say. */
export interface LoadedPolicy {
  readonly repo: RepoManifest | null;
  readonly packages: readonly PackageFacts[];
  readonly policyOf: PolicyOf;
}

/** Reads every manifest from its source. @throws ManifestError or BandlineError, exit 2, for the first manifest that cannot be used. */
export async function loadPolicy(root: string): Promise<LoadedPolicy> {
  const source = await readRepoManifest(root);
  const repo = source === null ? null : parseRepoSource(source.file, source.text);
  const found = await readPackages(root, repo?.features);
  const packages = found.map(({ name, folder, manifest }) => ({
    name,
    folder,
    manifest: manifest === null ? null : parseFeatureSource(manifest.file, manifest.text),
    manifestFile: manifest?.file ?? null,
  }));
  return { repo, packages, policyOf: createPolicy(packages, repo) };
}

/** What a repository's manifest says of the base. @throws as `loadPolicy`. */
export function baseIn({ file, text }: SourceText): string | undefined {
  return parseRepoSource(file, text).base;
}
