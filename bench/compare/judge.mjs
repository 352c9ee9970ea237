/**
 * An answer is right where its verdict is the true one; a failure has to blame lines that are at fault, and no other.
 * A crash gives no verdict, so it is as right as an error of its own where there is nothing to judge.
 */
export function isRight({ verdict, at = {} }, { outcome, blamed }) {
  if (verdict === "refuse") return outcome === "refused";
  if (verdict === "pass") return outcome === "pass";
  const isAtFault = ([file, lines]) => file in at && lines.every((line) => at[file].includes(line));
  return outcome === "fail" && blamed.size > 0 && [...blamed].every(isAtFault);
}

/** Who is right, as the page says it. */
export function whoIsRight(bandline, diffCover) {
  if (bandline && diffCover) return "both";
  if (bandline) return "bandline";
  return diffCover ? "diff-cover" : "neither";
}
