/** Which text of a file was measured. */
import { join } from "node:path";
import type { SourceRecord } from "@repo/coverage-core";
import { blobIdOf, modifiedAt, readIfThere } from "@repo/coverage-io";
import { mergeRecord } from "./read-sources.js";

type Sources = Readonly<Record<string, SourceRecord>>;

/** @param each of every report; those of one folder have one and the same. @returns what they say of a file together. */
export function mergeSources(each: readonly Sources[]): (file: string) => SourceRecord | undefined {
  const different = [...new Set(each)];
  const [only = {}, ...others] = different;
  if (others.length === 0) return (file) => (Object.hasOwn(only, file) ? only[file] : undefined);
  const merged = new Map<string, SourceRecord>();
  for (const sources of different)
    for (const [file, record] of Object.entries(sources)) merged.set(file, mergeRecord(merged.get(file), record));
  return (file) => merged.get(file);
}

/**
 * Where nobody recorded it: the text that is there now is the one that was measured, unless it is newer than its report. Then nobody knows.
 * @param madeAt when the oldest report of the file was made, in milliseconds since the epoch.
 * @returns undefined without a file.
 */
export async function recordSource(root: string, file: string, madeAt: number): Promise<SourceRecord | undefined> {
  const path = join(root, file);
  const changedAt = await modifiedAt(path);
  // Reports of other machines name many files that are not there, and opening what is not there takes longer than asking for it.
  const bytes = changedAt === undefined ? undefined : await readIfThere(path);
  if (changedAt === undefined || bytes === undefined) return undefined;
  return { blob: changedAt > madeAt ? null : blobIdOf(bytes), by: "aggregate" };
}
