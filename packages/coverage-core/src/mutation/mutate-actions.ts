import type { MutateDocument, Survivor } from "../contract/mutate.js";
import { groupBy } from "../group-by.js";

/** More than these nobody reads at once. */
const MOST_ACTIONS = 5;

/** @returns what to do next, a test file at a time, those with the most survivors first; at most five and how many more. */
export function mutateActionsOf({
  survivors,
  inconclusive,
  drifts,
}: Pick<MutateDocument, "survivors" | "inconclusive" | "drifts">): string[] {
  const groups = [...groupBy(survivors, ({ file, suggestedTestFile }) => `${file}\n${suggestedTestFile}`).values()];
  const actions = groups.sort((a, b) => b.length - a.length).map(actionFor);
  const more = actions.length - MOST_ACTIONS;
  const [first] = inconclusive;
  const dropped = drifts.filter(({ kind }) => kind === "score-dropped");
  return [
    ...actions.slice(0, MOST_ACTIONS),
    ...(more > 0 ? [`and ${more} more files, as survivors has them`] : []),
    ...(first === undefined
      ? []
      : [`of ${inconclusive.length} inconclusive: ${first.reason ?? "no reason is known"}; run it again: ${first.rerun}`]),
    ...(survivors.length > 0
      ? []
      : dropped.map(({ name, from, to }) => `${name} fell from ${from} to ${to}: run pnpm mutate for its survivors`)),
  ];
}

function actionFor(group: readonly Survivor[]): string {
  const [{ file, range, symbol, hint, suggestedTestFile, rerun }] = group as [Survivor];
  const where = `${file}:${range.start.line}${symbol === null ? "" : ` (${symbol})`}`;
  const rest = group.length === 1 ? "" : `, and ${group.length - 1} more of this file`;
  return `in ${suggestedTestFile}, for ${where}: ${hint}; then: ${rerun}${rest}`;
}
