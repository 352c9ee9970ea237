/** Points → breaks, moves, drops, and the verdict on the last point. */
import { EXIT } from "../contract/exit-code.js";
import type { TrendDocument, TrendDrop, TrendPoint } from "../contract/trend.js";
import type { Notice } from "../failure.js";
import { groupBy } from "../group-by.js";
import { appearancesBetween, breakBetween, dropsBetween, isComparable, scopedPoint, type ScopedPoint } from "./compare-points.js";
import type { TrendSelection } from "./figures.js";
import { largestMoves } from "./largest-moves.js";

export interface TrendQuestion {
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  readonly selection: TrendSelection;
  /** `--fail-on-drop`: percentage points; null where no drop fails. */
  readonly failOnDrop: number | null;
}

export type TrendJudgement = Pick<
  TrendDocument,
  "status" | "reason" | "exitCode" | "breaks" | "moves" | "moveCount" | "appearances" | "drops" | "nextActions"
> & { readonly notices: readonly Notice[] };

export function judgeTrend({ points, selection, failOnDrop }: TrendQuestion): TrendJudgement {
  const scoped = points.map((point) => scopedPoint(point, selection));
  const pairs = scoped.slice(1).map((after, index) => [scoped[index] as ScopedPoint, after] as const);
  const { moves, count } = largestMoves(scoped, selection);
  const last = pairs.at(-1);
  const drops = last === undefined ? [] : dropsBetween(...last, selection, failOnDrop ?? 0);
  const reason = reasonOf(points);
  const failing = failOnDrop === null ? [] : drops.filter(({ tolerated }) => tolerated === null);
  const hasFailed = failing.length > 0;
  return {
    status: hasFailed ? "fail" : "pass",
    reason,
    exitCode: hasFailed ? EXIT.gateFailed : EXIT.pass,
    breaks: pairs.flatMap(([before, after]) => breakBetween(before.point, after.point)),
    moves,
    moveCount: count,
    appearances: pairs.flatMap((pair) => appearancesBetween(...pair)),
    drops,
    nextActions: last === undefined ? [] : actionsFor(failing, last[0].point),
    notices: failOnDrop === null || reason === null ? [] : [nothingCompared(reason, points)],
  };
}

function reasonOf(points: readonly TrendPoint[]): TrendDocument["reason"] {
  const [before, after] = points.slice(-2);
  if (before === undefined) return "no-points";
  if (after === undefined) return "one-point";
  return isComparable(before, after) ? null : "provider-changed";
}

const WHY_NOT: Readonly<Record<NonNullable<TrendDocument["reason"]>, (points: readonly TrendPoint[]) => string>> = {
  "no-points": () => "there is no summary, neither on disk nor in the history",
  "one-point": () => "there is one point, and none before it",
  "provider-changed": (points) => {
    const [before, after] = points.slice(-2) as [TrendPoint, TrendPoint];
    return `the last point is of ${after.provider}, the one before it of ${before.provider}, and providers count differently`;
  },
};

/** A gate that had nothing to compare must not look like one that compared. */
function nothingCompared(reason: NonNullable<TrendDocument["reason"]>, points: readonly TrendPoint[]): Notice {
  return { code: "NOTHING_COMPARED", message: `--fail-on-drop compared nothing: ${WHY_NOT[reason](points)}` };
}

/** More than these nobody reads at once. */
const MOST_ACTIONS = 5;

/** Packages first: the repository's drop is the sum of theirs, and a layer's is a part of one. */
function actionsFor(failing: readonly TrendDrop[], { measured }: TrendPoint): string[] {
  if (failing.length === 0) return [];
  const packages = groupBy(failing, ({ scope, package: home, name }) => (scope === "layer" ? home : name));
  const named = [...packages].flatMap(([name, drops]) => (name === null ? [] : [`test what is new in ${name}: ${sayDrops(drops)}`]));
  const more = named.length - MOST_ACTIONS;
  return [
    // The date of an entry without a commit is none, and what a history file calls a commit may be anything.
    /^[0-9a-f]{4,64}$/.test(measured) ? `pnpm coverage:diff --base ${measured}` : "pnpm coverage:diff",
    ...named.slice(0, MOST_ACTIONS),
    ...(more > 0 ? [`and ${more} more packages, as drops has them`] : []),
  ];
}

function sayDrops(drops: readonly TrendDrop[]): string {
  const own = drops.filter(({ scope }) => scope === "package");
  return (own.length === 0 ? drops : own)
    .map(({ scope, name, metric, from, to, uncovered }) => {
      const where = scope === "layer" ? `${metric} of ${String(name)}` : metric;
      return `${where} fell from ${from} % to ${to} %${uncovered === null ? "" : ` (${uncovered.to} uncovered, ${uncovered.from} before)`}`;
    })
    .join(", ");
}
