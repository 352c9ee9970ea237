import leven from "leven";

/**
 * @returns the known name that is the fewest edits away from `name`, the first of equals;
 * undefined where even that one differs in more than half of its characters, rounded up.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, edits: leven(name.toLowerCase(), candidate.toLowerCase()) }));
  const [best] = ranked.sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= Math.ceil(best.candidate.length / 2) ? best.candidate : undefined;
}
