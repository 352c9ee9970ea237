/** What the guard compares: the changed files and manifests, now and at the merge base. */
import { join } from "node:path";
import { parseRepoSource, type GuardInput, type RepoPath } from "@repo/coverage-core";
import { readIfThere, readTextsAt } from "@repo/coverage-io";
import type { Changes } from "./gather-changes.js";
import { REPO_MANIFEST, gatherManifests, valueOf } from "./gather-manifests.js";
import type { LoadedPolicy } from "./load-policy.js";

/**
 * @param onDisk every file of the repository.
 * @returns the guard's input; without a base, texts of the base are unknown and only added lines count.
 */
export async function gatherGuard(
  root: string,
  { files, base }: Changes,
  { packages, repo }: LoadedPolicy,
  onDisk: readonly RepoPath[],
): Promise<GuardInput> {
  const compared = files.filter(({ kind }) => kind === "text" || kind === "deleted");
  const oldFiles = compared.flatMap(({ oldFile }) => (oldFile === null ? [] : [oldFile]));
  const before = base === null ? new Map<RepoPath, string>() : await readTextsAt(root, base.mergeBase, oldFiles);
  const now = new Map<RepoPath, string>();
  for (const { file, kind } of compared) {
    const bytes = kind === "text" ? await readIfThere(join(root, file)) : undefined;
    if (bytes !== undefined) now.set(file, bytes.toString("utf8"));
  }
  const repoManifest = compared.find(({ file, oldFile }) => (oldFile ?? file) === REPO_MANIFEST);
  return {
    files: onDisk,
    changes: files,
    textOf: (file) => now.get(file),
    baseTextOf: (file) => before.get(file),
    features: base === null ? [] : await gatherManifests({ root, mergeBase: base.mergeBase, compared, before, packages, files: onDisk }),
    repo:
      repoManifest === undefined
        ? null
        : { file: REPO_MANIFEST, head: repo ?? {}, base: valueOf(REPO_MANIFEST, before.get(REPO_MANIFEST), parseRepoSource) },
  };
}
