/** The verdict on a change that has been opened. */
import {
  asRepoPath,
  createTouchedTests,
  diffDocument,
  judgeDiff,
  judgeGuard,
  unreadSettings,
  type CoverageDiffDocument,
  type ExplainedLine,
} from "@repo/coverage-core";
import type { AskedPlace } from "./gather/find-place.js";
import { gatherDiff } from "./gather/gather-diff.js";
import { gatherNearestTests } from "./gather/gather-nearest-tests.js";
import type { Notices } from "./gather/notices.js";
import type { DiffRequest, OpenedChange } from "./gather/open-change.js";

export interface JudgeRequest extends DiffRequest {
  readonly explain?: readonly AskedPlace[];
  readonly limit?: number;
  readonly brief?: boolean;
  /** With the changed lines that can run. */
  readonly lines?: boolean;
}

/** @throws every fault that leaves nothing to judge; a failed gate is a document, not an error. */
export async function judgeChange(request: JudgeRequest, opened: OpenedChange, notices: Notices): Promise<CoverageDiffDocument> {
  const gathered = await gatherDiff(request, opened, notices);
  const { root, changes, files, sources, guard, policyOf } = gathered;
  const verdict = judgeDiff({ ...gathered, changes: changes.files, sourceOf: (file) => sources.get(file) });
  for (const notice of guard === null ? [] : unreadSettings(guard)) notices.add(notice);
  const explained = await explainedLines();
  const failing = verdict.files.filter(({ ranges }) => ranges.length > 0);
  const nearestTests = await gatherNearestTests(root, files, [...failing, ...explained.map(({ explanation }) => explanation)]);
  return diffDocument({
    verdict,
    explain: explained,
    guard: guard === null ? [] : judgeGuard(guard),
    base: changes.base,
    head: changes.head,
    warnings: notices.list(),
    textOf: (file) => sources.get(asRepoPath(file))?.text,
    nearestTestOf: (file) => nearestTests.get(asRepoPath(file)) ?? null,
    packageOf: (file) => policyOf(asRepoPath(file)).package,
    touchedTestsOf: createTouchedTests(changes.files),
    limit: request.limit,
    brief: request.brief,
    lines: request.lines,
  });

  async function explainedLines(): Promise<ExplainedLine[]> {
    if (request.explain === undefined) return [];
    const { gatherExplain } = await import("./gather/gather-explain.js");
    return gatherExplain(request.explain, request, gathered, verdict, notices);
  }
}
