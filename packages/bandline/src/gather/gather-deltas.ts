/** The whole repository now, by the packages' reports, beside the summary that the merge base has committed. */
import { summarize, type Deltas, type DiffBase } from "@repo/coverage-core";
import { compareWithBase, parseSnapshot, type Snapshot } from "@repo/coverage-core/trend";
import { openRepository, readTextsAt, type Git } from "@repo/coverage-io";
import { faultOf } from "../command/to-problem.js";
import { SUMMARY } from "../trend/gather-points.js";
import { gatherMeasured } from "./gather-measured.js";

export interface DeltasRequest {
  /** Absolute: the repository, or a folder in it. */
  readonly cwd: string;
  /** null for a diff that is not git's. */
  readonly base: DiffBase | null;
  /** `--lcov`. */
  readonly lcov?: readonly string[] | undefined;
}

/** Never throws what a report is to blame for: the verdict on the change stands without it. */
export async function gatherDeltas({ cwd, base, lcov }: DeltasRequest): Promise<Deltas> {
  // The summary counts what the packages' reports say, some of which no lcov has.
  if (base === null || lcov !== undefined)
    return missing("the base of a given diff is not known, and a given report is not the whole", "leave out --diff-file and --lcov");
  const repository = await openRepository(cwd);
  const text = (await readTextsAt(repository.root, base.mergeBase, [SUMMARY])).get(SUMMARY);
  const at = base.mergeBase.slice(0, 7);
  if (text === undefined) return missing(`${at} has no ${SUMMARY}`, "on the main branch: pnpm coverage:aggregate, and commit it");
  const before = parseSnapshot(text);
  if (typeof before === "string") return missing(`${SUMMARY} of ${at} cannot be read: ${before}`, `git show ${at}:${SUMMARY}`);
  try {
    const measured = await gatherMeasured({ repository, from: cwd, inputs: [] });
    const [incomplete] = measured.incomplete;
    if (incomplete !== undefined) return missing(incomplete.message, incomplete.hint);
    if (measured.stale.length > 0)
      return missing(`edited after their tests ran: ${String(measured.stale.length)} of the files`, "pnpm test --coverage");
    const now = summarize({ ...measured, ...measured.merged, generatedAt: before.generatedAt });
    if (now.provider !== before.provider)
      return missing(
        `the base was measured by ${before.provider}, this by ${now.provider}, and they count differently`,
        "pnpm coverage:trend",
      );
    return { base: await baseOf(before, base.mergeBase, repository.git), missing: null, figures: compareWithBase(before, now) };
  } catch (error) {
    const { problem } = faultOf(error);
    return missing(problem.message, problem.hint);
  }
}

function missing(why: string, next: string): Deltas {
  return { base: null, missing: { why, next }, figures: [] };
}

/** A commit that is not before the merge base was rewritten or squashed since; a summary may name anything. */
async function baseOf({ measured }: Snapshot, mergeBase: string, git: Git): Promise<Deltas["base"]> {
  const isCommit = /^[0-9a-f]{4,64}$/.test(measured);
  const counted = isCommit ? await git.run("rev-list", "--left-right", "--count", `${measured}...${mergeBase}`).catch(() => "") : "";
  const [, aside, ahead] = /^(\d+)\t(\d+)\s*$/.exec(counted) ?? [];
  return { measured, ahead: aside === "0" ? Number(ahead) : null };
}
