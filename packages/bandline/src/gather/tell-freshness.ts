import { blobIdOf, modifiedAt, readIfThere } from "@repo/coverage-io";
import type { ExplainedLine, RepoPath, SourceState } from "@repo/coverage-core";
import type { ChangedCoverage } from "./gather-coverage.js";

/** What a source's freshness was decided by. @param path absolute. */
export async function tellFreshness(
  path: string,
  source: SourceState | undefined,
  { sources, byFile, madeAt }: ChangedCoverage,
  file: RepoPath,
): Promise<ExplainedLine["freshness"]> {
  if (source === undefined) return { state: "unknown", measured: null, onDisk: null, why: "the file cannot be read as text" };
  const bytes = await readIfThere(path);
  const onDisk = bytes === undefined ? null : blobIdOf(bytes);
  const record = sources.get(file);
  const state = source.freshness;
  const known = { state, measured: record?.blob ?? null, onDisk };
  if (record !== undefined) return { ...known, why: recordWhy(state, record.blob, record.by) };
  if (!byFile.has(file)) return { ...known, why: "no report speaks of the file" };
  if (state === "unknown") return { ...known, why: "no coverage/sources.json beside the report says which text was measured" };
  const newer = ((await modifiedAt(path)) ?? 0) > madeAt;
  return { ...known, why: newer ? "the file is newer than its report" : "the report speaks of lines that the file does not have" };
}

function recordWhy(state: SourceState["freshness"], blob: string | null, by: string | undefined): string {
  const whose = by === undefined ? "the test run" : "coverage:aggregate";
  if (blob === null) return "the file changed while its tests ran, or two reports were made from two texts of it";
  return state === "fresh"
    ? `${whose} recorded the text that is on disk, blob ${blob.slice(0, 7)}`
    : `${whose} recorded blob ${blob.slice(0, 7)}, and another text is on disk now`;
}
