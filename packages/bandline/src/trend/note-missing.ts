/** What of the history is not there: said, with the command that brings it. */
import type { TrendPoint } from "@repo/coverage-core";
import { missingCommits, type FoundCommit } from "@repo/coverage-io";
import type { Notices } from "../gather/notices.js";

export const UNSHALLOW = "git fetch --unshallow";

export function noteShallow(tip: FoundCommit | undefined, points: readonly TrendPoint[], { add }: Notices): void {
  if (tip?.isShallow !== true) return;
  const first = points.find(({ source }) => source === "git");
  const what =
    first?.commit == null
      ? "no point is known of it"
      : `points before ${first.at.slice(0, 10)} are missing, and the first may be older than ${first.commit.slice(0, 7)}, which seems to have recorded it`;
  add({
    code: "HISTORY_SHALLOW",
    message: `the clone is shallow: ${what}; ${UNSHALLOW} (on GitHub: actions/checkout with fetch-depth: 0)`,
  });
}

const MOST_NAMED = 3;

/** A shallow clone lacks commits for another reason, which is told already. */
export async function noteRewritten(
  root: string,
  tip: FoundCommit | undefined,
  points: readonly TrendPoint[],
  { add }: Notices,
): Promise<void> {
  if (tip === undefined || tip.isShallow) return;
  const missing = new Set(await missingCommits(root, [...new Set(points.map(({ measured }) => measured))]));
  const affected = points.filter(({ measured }) => missing.has(measured));
  if (affected.length === 0) return;
  const named = affected.slice(-MOST_NAMED).map(({ measured, at }) => `${measured} (${at.slice(0, 10)})`);
  const more = affected.length - named.length;
  const which = `${named.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
  const message = `commits that were measured are not in this repository: ${which}; history was rewritten, or they are on a git branch that is not here: git fetch --all`;
  add({ code: "COMMIT_MISSING", message });
}
