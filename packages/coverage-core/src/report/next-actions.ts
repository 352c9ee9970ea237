import type { FileSummary, HitKind } from "../contract/coverage-diff.js";
import type { FileVerdict } from "../gate/model.js";

/** What to do about each kind, the most severe first. */
const ACTIONS: readonly { kind: HitKind; say: (at: string, what: string) => string }[] = [
  { kind: "stale-coverage", say: (at) => `${at} was edited after its tests ran: run its tests again` },
  { kind: "no-coverage-data", say: (at) => `${at} is in no report: add a test that imports it` },
  { kind: "uncovered", say: (at, what) => `test ${at}${what}, which no test runs` },
  { kind: "partial-branch", say: (at, what) => `test ${at}${what}` },
  { kind: "lost-coverage", say: (at, what) => `test ${at}${what} again, which was covered before` },
];

/** @returns one sentence a range with the command behind it, the most severe kind first; empty where the gate is green. */
export function nextActionsOf(files: readonly FileSummary[], verdicts: readonly FileVerdict[]): string[] {
  if (verdicts.every(({ status }) => status === "pass")) return [];
  return ACTIONS.flatMap(({ kind, say }) =>
    files.flatMap(({ file, ranges }) =>
      ranges
        .filter((range) => range.kind === kind)
        .map((range) => {
          const at =
            kind === "no-coverage-data" || kind === "stale-coverage"
              ? file
              : `${file}:${range.start}${range.end > range.start ? `-${range.end}` : ""}`;
          const arms = range.branches.map(({ arm }) => arm).join(", ");
          const what = `${range.function === null ? "" : ` (${range.function.name})`}${arms === "" ? "" : `: never taken: ${arms}`}`;
          return `${say(at, what)}; then: ${range.command}`;
        }),
    ),
  );
}
