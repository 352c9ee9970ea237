import type { ChangedFile, DiffBase, PolicyOf } from "@repo/coverage-core";
import { resolveBase, type Repository } from "@repo/coverage-io";
import { changesSince } from "../gather/gather-changes.js";
import { loadPolicy } from "../gather/load-policy.js";

/** What `--since` asks about: from the merge base to the files on disk. */
export interface AskedChange {
  readonly base: DiffBase;
  readonly files: readonly ChangedFile[];
  readonly policyOf: PolicyOf;
}

/** @throws what resolving the base, reading the diff and the manifests throw. */
export async function changesSinceBase(repository: Repository, since: string, env: NodeJS.ProcessEnv): Promise<AskedChange> {
  const base = await resolveBase(repository, { flag: since, env });
  const [{ files }, { policyOf }] = await Promise.all([changesSince(repository, base, {}), loadPolicy(repository.root)]);
  return { base, files, policyOf };
}
