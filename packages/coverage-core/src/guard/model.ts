import type { FeatureManifest, RepoManifest } from "@repo/core-shared/conformance/feature";
import type { GuardKind } from "../contract/names.js";
import type { ChangedFile } from "../diff/model.js";
import type { RepoPath } from "../path/repo-path.js";

/** A change that makes a gate see less. `line` belongs to the new side; null where the thing is gone. */
export interface GuardFinding {
  readonly kind: GuardKind;
  readonly file: RepoPath;
  readonly line: number | null;
  readonly detail: string;
  /** Why it is meant, as a comment says behind ` -- `; null where no comment does, and the gate fails. */
  readonly reason: string | null;
}

/** A manifest at the base and now; null where there is none, or none that can be read. */
export interface ManifestPair<T> {
  readonly file: RepoPath;
  readonly base: T | null;
  readonly head: T | null;
}

/** A feature's manifest; `head` is null where it is gone, or nobody reads it any more, so that the defaults hold. */
export interface FeaturePair extends ManifestPair<FeatureManifest> {
  /** Where the manifest still stands: the file that no longer names its folder. The finding belongs there. */
  readonly lostBy?: RepoPath;
}

export interface GuardInput {
  /** Every file of the repository, as it is on disk. */
  readonly files: readonly RepoPath[];
  readonly changes: readonly ChangedFile[];
  /** The text on disk; undefined where the file is gone or cannot be read. */
  readonly textOf: (file: RepoPath) => string | undefined;
  /** The text at the merge base, by its old path; undefined where the file was not there. */
  readonly baseTextOf: (oldFile: RepoPath) => string | undefined;
  readonly features: readonly FeaturePair[];
  readonly repo: ManifestPair<RepoManifest> | null;
}
