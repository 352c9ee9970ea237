/** Arms that Cobertura counts in its own sum and places on no line. */
import type { FileCoverage } from "../lcov/model.js";
import type { Counts } from "../percent.js";
import { plusCounts, takenOf } from "./parts.js";
import type { XmlElement } from "./xml.js";

/** A file, and the classes of Cobertura that speak of it. */
export interface ReadClasses {
  readonly coverage: FileCoverage;
  readonly classes: readonly XmlElement[];
}

/** Of which file the arms are that only the report's sum has: of the one whose rate says so, where the rate of each other one is that of its lines. */
export function holderOf(read: readonly ReadClasses[], lost: Counts): FileCoverage | undefined {
  if (lost.total <= 0 || lost.covered < 0 || lost.covered > lost.total) return undefined;
  const [holder, another] = read.filter((each) => hasRate(each, lost));
  const isCertain = holder !== undefined && another === undefined && read.every((each) => each === holder || hasRate(each, NONE));
  return isCertain ? holder.coverage : undefined;
}

const NONE: Counts = { covered: 0, total: 0 };

/** Rates have four digits, of which the last may be cut or rounded. Nothing of nothing may have any rate. */
function hasRate({ coverage, classes }: ReadClasses, more: Counts): boolean {
  const { covered, total } = plusCounts(takenOf(coverage.branches), more);
  const [only, another] = classes;
  const stated = another === undefined ? only?.attribute("branch-rate") : undefined;
  return total === 0 || (stated !== undefined && Math.abs(covered / total - Number(stated)) <= 0.00011);
}
