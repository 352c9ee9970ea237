import { callerOf } from "./caller.js";
import { parseRepo } from "./parse-manifest.js";
import type { CheckedRepo } from "./checked-manifest.js";
import type { RepoManifest } from "./schema.js";

/**
 * The repository's manifest, in `repo.manifest.ts` at its root.
 * @param manifest a literal, `as const`; bandline reads it from the source without running it.
 * @returns the same object with its literal types.
 * @throws ManifestError as `defineFeature`.
 */
export function defineRepo<const T extends RepoManifest>(manifest: CheckedRepo<T>): T {
  parseRepo(manifest, callerOf(defineRepo));
  // An argument that the compiler took is `T`.
  return manifest as T;
}
