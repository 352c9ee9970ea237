import type { FileSummary, HitKind } from "../contract/coverage-diff.js";

/** What to do about each kind, the most severe first. */
const ACTIONS: readonly { kind: HitKind; say: (at: string, what: string) => string }[] = [
  { kind: "stale-coverage", say: (at) => `${at} was edited after its tests ran: run its tests again` },
  { kind: "no-coverage-data", say: (at) => `${at} is in no report: add a test that imports it` },
  { kind: "uncovered", say: (at, what) => `test ${at}${what}, which no test runs` },
  { kind: "partial-branch", say: (at, what) => `test ${at}${what}` },
  { kind: "lost-coverage", say: (at, what) => `test ${at}${what} again, which was covered before` },
];

/** More than these nobody reads at once; the ranges say the rest. */
const MOST_ACTIONS = 20;

/** @returns one sentence a range with the command behind it, the most severe kind first, at most 20 and how many more; empty where the gate is green. */
export function nextActionsOf(files: readonly FileSummary[]): string[] {
  const actions = allActions(files);
  const more = actions.length - MOST_ACTIONS;
  return more > 0 ? [...actions.slice(0, MOST_ACTIONS), `and ${more} more, as fileSummaries has them`] : actions;
}

function allActions(files: readonly FileSummary[]): string[] {
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
