/** Badges as SVG: the same figure gives the same bytes. */
import { makeBadge } from "badge-maker";

export interface BadgeFigure {
  /** null where nobody knows. */
  readonly pct: number | null;
  /** Percentage points that are missing to what is asked for, 0 where it is reached; null where nothing is asked. */
  readonly short: number | null;
}

export const BADGES = ["lines", "branches", "mutation"] as const;
export type BadgeName = (typeof BADGES)[number];

const LABELS: Readonly<Record<BadgeName, string>> = { lines: "lines", branches: "branches", mutation: "mutation score" };

/** The word stands beside the colour, and the title says both. */
export function renderBadge(name: BadgeName, figure: BadgeFigure): string {
  const message = figure.pct === null ? "unknown" : `${String(figure.pct)}%`;
  return `${makeBadge({ label: LABELS[name], message, color: colourOf(figure), idSuffix: name })}\n`;
}

const GREEN = "#2a7d4f";
const AMBER = "#9a6700";
const RED = "#b3382c";
const GREY = "#6b6f76";

/** By the band where there is one: reached, nearly, missed. Else by the figure alone. */
function colourOf({ pct, short }: BadgeFigure): string {
  if (pct === null) return GREY;
  const missing = short ?? Math.max(0, GOOD - pct);
  if (missing <= 0) return GREEN;
  return missing <= NEAR ? AMBER : RED;
}

/** Where no band says what is good. */
const GOOD = 80;
/** Points below the band that are still amber. */
const NEAR = 10;
