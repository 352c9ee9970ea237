/** Each rule: what it gathers, and what is judged of that. */
import type { ConformanceRuleId, RuleFinding } from "@repo/coverage-core";
import {
  judgeArrows,
  judgeManifests,
  judgeStrykerConfig,
  judgeUseCaseTests,
  judgeVitestConfig,
  judgeWorkflows,
} from "@repo/coverage-core/conformance";
import { faultOf, type Fault } from "../command/to-problem.js";
import type { Io } from "../command/io.js";
import { gatherStryker, gatherVitest } from "./gather-configs.js";
import { gatherArrows } from "./gather-arrows.js";
import { gatherUnmatched, gatherUntested, gatherWorkflows } from "./gather-files.js";
import { gatherManifests } from "./gather-manifests.js";
import type { Place } from "./open-place.js";
import { runChecks, type OutsideCheck } from "./run-checks.js";

/** A rule's findings, why there is nothing to judge, or why it cannot be judged. */
export type Judged =
  | { readonly kind: "judged"; readonly findings: readonly RuleFinding[] }
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "failed"; readonly fault: Fault };

export interface RuleContext {
  readonly place: Place;
  readonly io: Io;
  readonly checks: readonly OutsideCheck[];
}

/** Never throws: where one rule cannot be judged, the others still are. */
export async function judgeRule(id: ConformanceRuleId, context: RuleContext): Promise<Judged> {
  try {
    const found = await RULES[id](context);
    return typeof found === "string" ? { kind: "skipped", reason: found } : { kind: "judged", findings: found };
  } catch (error) {
    return { kind: "failed", fault: faultOf(error) };
  }
}

/** Findings, or why there is nothing to judge. */
type Rule = (context: RuleContext) => Promise<readonly RuleFinding[] | string>;

const RULES: Readonly<Record<ConformanceRuleId, Rule>> = {
  manifests: async ({ place }) => judgeManifests(await gatherManifests(place)),
  "one-source": async ({ place }) => {
    const [vitest, stryker] = await Promise.all([gatherVitest(place), gatherStryker(place)]);
    return [...vitest.flatMap(judgeVitestConfig), ...stryker.flatMap(judgeStrykerConfig)];
  },
  "layer-globs": ({ place }) => gatherUnmatched(place),
  "use-case-tests": async ({ place }) => judgeUseCaseTests(await gatherUntested(place)),
  arrows: async ({ place }) => {
    const gathered = await gatherArrows(place);
    return gathered === undefined ? "there is no configuration of dependency-cruiser" : judgeArrows(gathered.cruise, gathered.texts);
  },
  "work-state": (context) => outside("work-state", context, "there are no stories in docs/work"),
  "pinned-workflows": async ({ place }) => {
    const gathered = await gatherWorkflows(place);
    return gathered === undefined ? "there are no workflows in .github" : judgeWorkflows(gathered);
  },
  "generated-files": (context) => outside("generated-files", context, "there is nothing that is generated"),
};

/** What other packages generate is known to their checks alone. */
async function outside(
  id: ConformanceRuleId,
  { place, io, checks }: RuleContext,
  nothing: string,
): Promise<readonly RuleFinding[] | string> {
  return (await runChecks(id, checks, place.root, io)) ?? (checks.some(({ rule }) => rule === id) ? nothing : UNKNOWN);
}

const UNKNOWN = "this program knows no check of it: pnpm conformance in the repository may";
