/** What the guard compares: the changed files and manifests, now and at the merge base. */
import { join } from "node:path";
import { parseFeatureSource, parseRepoSource, type GuardInput, type ManifestPair, type RepoPath } from "@repo/coverage-core";
import { readIfThere, readTextsAt } from "@repo/coverage-io";
import type { Changes } from "./gather-changes.js";
import type { LoadedPolicy } from "./load-policy.js";

const REPO_MANIFEST = "repo.manifest.ts";

/** @returns the guard's input; without a base, texts of the base are unknown and only added lines count. */
export async function gatherGuard(root: string, { files, base }: Changes, { packages, repo }: LoadedPolicy): Promise<GuardInput> {
  const compared = files.filter(({ kind }) => kind === "text" || kind === "deleted");
  const oldFiles = compared.flatMap(({ oldFile }) => (oldFile === null ? [] : [oldFile]));
  const before = base === null ? new Map<RepoPath, string>() : await readTextsAt(root, base.mergeBase, oldFiles);
  const now = new Map<RepoPath, string>();
  for (const { file, kind } of compared) {
    const bytes = kind === "text" ? await readIfThere(join(root, file)) : undefined;
    if (bytes !== undefined) now.set(file, bytes.toString("utf8"));
  }
  const pair = <T>(file: RepoPath, head: T, parse: (file: string, text: string) => T): ManifestPair<T> => ({
    file,
    head,
    base: valueOf(file, before.get(file), parse),
  });
  const repoManifest = compared.find(({ file }) => file === REPO_MANIFEST)?.file;
  return {
    changes: files,
    textOf: (file) => now.get(file),
    baseTextOf: (file) => before.get(file),
    features: packages.flatMap(({ manifest, manifestFile }) =>
      manifest === null || manifestFile === null || !before.has(manifestFile) ? [] : [pair(manifestFile, manifest, parseFeatureSource)],
    ),
    repo: repoManifest === undefined ? null : pair(repoManifest, repo ?? {}, parseRepoSource),
  };
}

/** A manifest that could not be read at the base promised nothing that could be taken away. */
function valueOf<T>(file: string, text: string | undefined, parse: (file: string, text: string) => T): T | null {
  if (text === undefined) return null;
  try {
    return parse(file, text);
  } catch {
    return null;
  }
}
