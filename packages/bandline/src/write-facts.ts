/** What stands beside the merged lcov: which text was measured, and the summary. */
import { join } from "node:path";
import { jsonOf, renderSources, type SummaryDocument } from "@repo/coverage-core";
import { readIfThere, writeAtomically } from "@repo/coverage-io";
import type { GatheredAggregate } from "./gather/gather-aggregate.js";

/** @param summary null where `summary.json` is to be left as it is. @throws IoError FILE_UNWRITABLE. */
export async function writeFacts(
  out: string,
  { merged: { sources, bytes, fileCount, matched } }: Pick<GatheredAggregate, "merged">,
  summary: SummaryDocument | null,
): Promise<void> {
  await writeAtomically(join(out, "sources.json"), renderSources(sources, matched === fileCount ? { bytes } : undefined));
  if (summary === null) return;
  const path = join(out, "summary.json");
  const before = (await readIfThere(path))?.toString("utf8");
  if (before === undefined || !haveSameNumbers(before, summary)) await writeAtomically(path, `${JSON.stringify(summary, null, 2)}\n`);
}

/** The trend point is left alone when only clocks would move: when it was made, of which commit, how long the tests took. */
function haveSameNumbers(before: string, after: SummaryDocument): boolean {
  return withoutClocks(jsonOf(before)) === withoutClocks(after);
}

const CLOCKS = new Set(["generatedAt", "commit", "durationMs"]);

/** A package or a layer may bear a clock's name: its value is an object. */
function withoutClocks(summary: unknown): string | undefined {
  return JSON.stringify(summary, (key, value: unknown) => (CLOCKS.has(key) && typeof value !== "object" ? undefined : value));
}
