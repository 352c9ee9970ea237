import type { FileSummary } from "../contract/coverage-diff.js";
import type { GuardKind, HitKind } from "../contract/names.js";
import type { GuardFinding } from "../guard/model.js";

/** What to do about each kind, the most severe first. */
const ACTIONS: readonly { kind: HitKind; say: (at: string, what: string) => string }[] = [
  { kind: "stale-coverage", say: (at) => `${at} was edited after its tests ran: run its tests again` },
  { kind: "no-coverage-data", say: (at) => `${at} is in no report: add a test that imports it` },
  { kind: "uncovered", say: (at, what) => `test ${at}${what}, which no test runs` },
  { kind: "partial-branch", say: (at, what) => `test ${at}${what}` },
];

const GUARD_ACTIONS: Readonly<Record<GuardKind, string>> = {
  "ignore-added": "take the ignore hint back and test the code",
  "test-skipped": "let the test run",
  "test-deleted": "bring the test back",
  "assertion-removed": "bring the assertion back",
  "band-lowered": "take the lower promise back",
  "exempt-widened": "take the exemption back and test the code",
};

/** What the guard found comes before everything: it is what makes the rest look better than it is. */
function guardActions(guard: readonly GuardFinding[]): string[] {
  return guard
    .filter(({ reason }) => reason === null)
    .map(
      ({ kind, file, line, detail }) =>
        `${GUARD_ACTIONS[kind]}, or say why behind " -- " in a comment there: ${file}${line === null ? "" : `:${line}`} (${detail})`,
    );
}

/** More than these nobody reads at once; the ranges say the rest. */
const MOST_ACTIONS = 20;

/** @returns one sentence a range, or a file that lost coverage, with the command behind it, the most severe kind first, at most 20 and how many more; empty where the gate is green. */
export function nextActionsOf(
  files: readonly FileSummary[],
  guard: readonly GuardFinding[],
  touchedTestsOf: (file: string) => string,
): string[] {
  const actions = [...guardActions(guard), ...allActions(files), ...lossActions(files, touchedTestsOf)];
  const more = actions.length - MOST_ACTIONS;
  return more > 0 ? [...actions.slice(0, MOST_ACTIONS), `and ${more} more, as fileSummaries has them`] : actions;
}

/** One a file: its ranges have one cause. */
function lossActions(files: readonly FileSummary[], touchedTestsOf: (file: string) => string): string[] {
  return files.flatMap(({ file, ranges }) => {
    const lost = ranges.filter(({ kind }) => kind === "lost-coverage");
    const [first] = lost;
    if (first === undefined) return [];
    const count = lost.reduce((total, { lines }) => total + lines.length, 0);
    const lines = count === 1 ? `line ${first.start} of ${file}, which` : `the ${count} unchanged lines of ${file} that`;
    const tests = touchedTestsOf(file);
    return [`test ${lines} ran at the base${tests === "" ? "" : ` (since then: ${tests})`}; then: ${first.command}`];
  });
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
