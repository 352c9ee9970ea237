import type { PageNotice, PageTrend, Section } from "@repo/coverage-core/page";
import { gatherTrend } from "../trend/gather-trend.js";
import type { PageRequest } from "./gather-page.js";

/** Every point of the history. @param note receives what `coverage:trend` warns of. @throws as `gatherTrend`. */
export async function gatherHistory({ cwd, madeAt }: PageRequest, note: (notice: PageNotice) => void): Promise<Section<PageTrend>> {
  const { document } = await gatherTrend({}, { cwd, now: () => Date.parse(madeAt) });
  for (const warning of document.warnings) note({ level: "warning", about: "trend", hint: null, ...warning });
  if (document.points.length > 0) return { data: document, missing: null };
  const why = "No summary has been committed yet, so there is no history.";
  return { data: null, missing: { why, next: "pnpm coverage:aggregate" } };
}
