import { modifiedAt } from "@repo/coverage-io";
import { aggregate } from "../aggregate.js";
import { mergedReport, namedReports, packageReports, type ReportFile } from "./find-reports.js";
import type { LoadedPolicy } from "./load-policy.js";

/** The reports that a verdict is made from. */
export interface CurrentReports {
  readonly reports: readonly ReportFile[];
  /** How many package reports were newer than the merged one and have been merged first. */
  readonly merged: number;
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
  if (named.length > 0) return { reports: await namedReports(named, cwd, root, packages), merged: 0 };
  const merged = mergedReport(root);
  const madeAt = (await modifiedAt(merged.path)) ?? Number.NEGATIVE_INFINITY;
  const { reports } = await packageReports(root, packages);
  const times = await Promise.all(reports.map(({ path }) => modifiedAt(path)));
  const newer = times.filter((time) => (time ?? 0) > madeAt).length;
  if (newer > 0) await aggregate({ cwd: root, inputs: [], writeSummary: false });
  return { reports: [merged], merged: newer };
}
