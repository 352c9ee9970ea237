/** Every report, as `coverage:aggregate` reads it, with the counts of each file; nothing is written. */
import { join } from "node:path";
import type { FileCounts, FilePolicy, RepoPath } from "@repo/coverage-core";
import { blobIdOf, readIfThere } from "@repo/coverage-io";
import { gatherAggregate, type AggregateRequest, type GatheredAggregate } from "./gather-aggregate.js";

/** One file of the repository, and what its tests cover. */
export interface MeasuredFile {
  readonly file: RepoPath;
  readonly policy: FilePolicy;
  readonly counts: FileCounts;
}

export interface Measured extends GatheredAggregate {
  /** In code unit order. A path of no repository is among them, as it is in the summary. */
  readonly files: readonly MeasuredFile[];
  /** Files whose report was made from another text than the one on disk, or from nobody knows which: their figures are of something else. */
  readonly stale: readonly RepoPath[];
}

/** @throws as `gatherAggregate`. */
export async function gatherMeasured(request: Omit<AggregateRequest, "write" | "onFile">): Promise<Measured> {
  const counted: { readonly file: RepoPath; readonly counts: FileCounts }[] = [];
  const gathered = await gatherAggregate({
    ...request,
    write: () => {},
    onFile: (file, counts) => void counted.push({ file: file as RepoPath, counts }),
  });
  const { policyOf } = gathered.policy;
  const files = counted.map((each) => ({ ...each, policy: policyOf(each.file) }));
  return { ...gathered, files, stale: await staleFiles(gathered) };
}

async function staleFiles({ repository: { root }, merged: { sources } }: GatheredAggregate): Promise<RepoPath[]> {
  const stale: RepoPath[] = [];
  for (const [file, { blob, by }] of sources) {
    // What aggregate wrote down is the text that it saw, a moment ago.
    const bytes = by === undefined && blob !== null ? await readIfThere(join(root, file)) : undefined;
    const isStale = blob === null || (bytes !== undefined && blobIdOf(bytes) !== blob);
    if (isStale) stale.push(file as RepoPath);
  }
  return stale;
}
