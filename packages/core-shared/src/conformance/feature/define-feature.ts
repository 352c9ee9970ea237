import { callerOf } from "./caller.js";
import { rememberPlace } from "./manifest-place.js";
import { parseFeature } from "./parse-manifest.js";
import type { CheckedFeature } from "./checked-manifest.js";
import type { FeatureManifest } from "./schema.js";

/**
 * A feature's manifest: its name and the coverage that is expected of it.
 * @param manifest a literal, `as const`; bandline reads it from the source without running it.
 * @returns the same object with its literal types.
 * @throws ManifestError naming the file, the field, what was received and what is allowed.
 */
export function defineFeature<const T extends FeatureManifest>(manifest: CheckedFeature<T>): T {
  const file = callerOf(defineFeature);
  parseFeature(manifest, file);
  rememberPlace(manifest, file);
  // An argument that the compiler took is `T`.
  return manifest as T;
}
