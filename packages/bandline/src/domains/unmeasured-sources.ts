import { join } from "node:path";
import { SOURCE_ENDINGS, type RepoPath } from "@repo/coverage-core";
import { canRun, type DeclaredDomain } from "@repo/coverage-core/domains";
import { readIfThere } from "@repo/coverage-io";
import type { Measured } from "../gather/gather-measured.js";

/** @returns for each domain its files that could run and are in no report, in code unit order. */
export async function unmeasuredSources(
  domains: readonly DeclaredDomain[],
  { repository, policy: { policyOf }, files }: Measured,
): Promise<Map<DeclaredDomain, RepoPath[]>> {
  const measured = new Set(files.map(({ file }) => file));
  const found = new Map<DeclaredDomain, RepoPath[]>();
  for (const file of (await repository.files()).sort()) {
    if (measured.has(file) || !SOURCE_ENDINGS.test(file)) continue;
    const policy = policyOf(file);
    const domain = domains.find((each) => each.package.name === policy.package?.name && each.name === policy.layer);
    if (domain === undefined || policy.exempt !== null) continue;
    const text = (await readIfThere(join(repository.root, file)))?.toString("utf8") ?? "";
    if (canRun(file, text)) found.set(domain, [...(found.get(domain) ?? []), file]);
  }
  return found;
}
