import { asRepoPath } from "@repo/coverage-core";
import { checkFailed, parseCruise, type Cruise } from "@repo/coverage-core/conformance";
import { findArrows, runCruise } from "@repo/coverage-io/conformance";
import { askKnown, keepKnown } from "./known-arrows.js";
import type { Place } from "./open-place.js";
import { readTexts } from "./read-texts.js";

export interface Arrows {
  readonly cruise: Cruise;
  /** Of the files that violations begin in. */
  readonly texts: ReadonlyMap<string, string>;
}

const HELD: Arrows = { cruise: { violations: [], comments: new Map(), reached: [] }, texts: new Map() };

/** @returns undefined where the repository states no arrows. @throws BandlineError CHECK_FAILED where dependency-cruiser is not there or breaks off. */
export async function gatherArrows(place: Place): Promise<Arrows | undefined> {
  const config = await findArrows(place.root);
  if (config === undefined) return undefined;
  const known = await askKnown(place, config);
  if (known.holds) return HELD;
  const cruise = await cruiseAll(place, config);
  if (cruise.violations.length === 0) await keepKnown(place, known.inputs, cruise.reached);
  const guilty = [...new Set(cruise.violations.map(({ from }) => asRepoPath(from)))];
  return { cruise, texts: new Map((await readTexts(place, guilty)).map(({ file, text }) => [file, text])) };
}

async function cruiseAll({ root, files, env }: Place, config: string): Promise<Cruise> {
  const answer = await runCruise({ root, config, files, env });
  if (answer === undefined)
    throw checkFailed("dependency-cruiser", `${config} is there, and it is not installed`, "pnpm add -D dependency-cruiser");
  const cruise = parseCruise(answer.stdout);
  if (cruise !== undefined) return cruise;
  const why = answer.stderr.trim() || `it ended with ${String(answer.exitCode)}, and answered no JSON`;
  throw checkFailed("dependency-cruiser", why, `pnpm exec depcruise --config ${config} .`);
}
