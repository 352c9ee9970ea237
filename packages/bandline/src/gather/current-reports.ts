import { modifiedAt } from "@repo/coverage-io";
import { mergedReport, namedReports, packageReports, type ReportFile } from "./find-reports.js";
import type { LoadedPolicy } from "./load-policy.js";

/** The reports that a verdict is made from. */
export interface CurrentReports {
  readonly reports: readonly ReportFile[];
  /** Package reports that were newer than the merged one, and have been merged first. */
  readonly refreshed: readonly string[];
}

/**
 * The reports that flags name, else the merged report. Where a package has been tested since the last merge, the merge is made first:
 * a verdict on the older one would send its reader round in a circle.
 */
export async function currentReports(
  root: string,
  cwd: string,
  named: readonly string[],
  { packages }: LoadedPolicy,
): Promise<CurrentReports> {
  if (named.length > 0) return { reports: await namedReports(named, cwd, root, packages), refreshed: [] };
  const merged = mergedReport(root);
  const madeAt = (await modifiedAt(merged.path)) ?? Number.NEGATIVE_INFINITY;
  const { reports } = await packageReports(root, packages);
  const times = await Promise.all(reports.map(async ({ path, name }) => ({ name, time: (await modifiedAt(path)) ?? 0 })));
  const refreshed = times.filter(({ time }) => time > madeAt).map(({ name }) => name);
  if (refreshed.length > 0) await (await import("../aggregate.js")).aggregate({ cwd: root, inputs: [], writeSummary: false });
  return { reports: [merged], refreshed };
}
