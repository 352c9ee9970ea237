/** Which text of a file was measured. */
import { join } from "node:path";
import type { SourceRecord } from "@repo/coverage-core";
import { blobIdOf, createMayExist, modifiedAt, readIfThere } from "@repo/coverage-io";
import { mergeRecord } from "./read-sources.js";

type Sources = Readonly<Record<string, SourceRecord>>;

/**
 * @param each of every report; those of one folder have one and the same.
 * @returns what they say of each file together. No object: to ask one for a property keeps its name, and reports have names by the million.
 */
export function mergeSources(each: readonly Sources[]): ReadonlyMap<string, SourceRecord> {
  const merged = new Map<string, SourceRecord>();
  for (const sources of new Set(each))
    for (const [file, record] of Object.entries(sources)) merged.set(file, mergeRecord(merged.get(file), record));
  return merged;
}

/** Where nobody recorded it: `madeAt` is when the oldest report of the file was made, in milliseconds since the epoch. undefined without a file. */
export type RecordSource = (file: string, madeAt: number) => Promise<SourceRecord | undefined>;

/** @param files of the repository: what else reports name is, as a rule, not there. */
export function createSourceRecorder(root: string, files: ReadonlySet<string>): RecordSource {
  const mayExist = createMayExist();
  return async (file, madeAt) => {
    const path = join(root, file);
    const bytes = files.has(file) || mayExist(path) ? await readIfThere(path) : undefined;
    if (bytes === undefined) return undefined;
    // The text that is there now is the one that was measured, unless it is newer than its report: then nobody knows.
    const isNewer = ((await modifiedAt(path)) ?? 0) > madeAt;
    return { blob: isNewer ? null : blobIdOf(bytes), by: "aggregate" };
  };
}
