/** What stands beside the merged lcov: which text was measured, and the summary. */
import { join } from "node:path";
import { byText, type SummaryDocument } from "@repo/coverage-core";
import { readIfThere, writeAtomically } from "@repo/coverage-io";
import type { GatheredAggregate } from "./gather/gather-aggregate.js";

/** @param summary null where `summary.json` is to be left as it is. @throws IoError FILE_UNWRITABLE. */
export async function writeFacts(
  out: string,
  { merged, sources }: Pick<GatheredAggregate, "merged" | "sources">,
  summary: SummaryDocument | null,
): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(sources).sort(([a], [b]) => byText(a, b)));
  const report = merged.matched === merged.files.length ? { report: { bytes: merged.bytes } } : {};
  await writeAtomically(join(out, "sources.json"), `${JSON.stringify({ schemaVersion: "1.0", ...report, sources: sorted }, null, 2)}\n`);
  if (summary === null) return;
  const path = join(out, "summary.json");
  const before = (await readIfThere(path))?.toString("utf8");
  if (before === undefined || !(await sameNumbers(before, summary))) await writeAtomically(path, `${JSON.stringify(summary, null, 2)}\n`);
}

/** The trend point is left alone when only clocks would move: when it was made, of which commit, how long the tests took. */
async function sameNumbers(before: string, after: SummaryDocument): Promise<boolean> {
  const { summaryDocument } = await import("@repo/coverage-core/schemas");
  try {
    return withoutClocks(summaryDocument.parse(JSON.parse(before))) === withoutClocks(after);
  } catch {
    return false;
  }
}

const CLOCKS = new Set(["generatedAt", "commit", "durationMs"]);

/** A package or a layer may bear a clock's name: its value is an object. */
function withoutClocks(summary: SummaryDocument): string {
  return JSON.stringify(summary, (key, value: unknown) => (CLOCKS.has(key) && typeof value !== "object" ? undefined : value));
}
