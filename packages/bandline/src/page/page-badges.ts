import { pctOf } from "@repo/coverage-core";
import { BADGES, renderBadge, type BadgeFigure, type BadgeName, type Page } from "@repo/coverage-core/page";

/** @returns the text of each badge by its file's name. */
export function pageBadges(page: Page): Map<string, string> {
  const figures: Readonly<Record<BadgeName, BadgeFigure>> = {
    lines: coverageFigure(page, "lines"),
    branches: coverageFigure(page, "branches"),
    mutation: mutationFigure(page),
  };
  return new Map(BADGES.map((name) => [`${name}.svg`, renderBadge(name, figures[name])]));
}

function coverageFigure({ repo }: Page, metric: "lines" | "branches"): BadgeFigure {
  const { pct } = repo.totals[metric];
  return { pct, short: repo.band === null || pct === null ? null : Math.max(0, repo.band[metric] - pct) };
}

/** Of all packages' mutants together; what it lacks is what the worst package lacks of its own score. */
function mutationFigure({ mutants }: Page): BadgeFigure {
  const packages = mutants.data?.packages ?? [];
  const noticed = packages.reduce((sum, { counts }) => sum + counts.killed + counts.timeout, 0);
  const alive = packages.reduce((sum, { counts }) => sum + counts.survived + counts.noCoverage, 0);
  const short = Math.max(0, ...packages.map(({ score, threshold }) => (score === null ? 0 : threshold - score)));
  return { pct: pctOf(noticed, noticed + alive), short };
}
