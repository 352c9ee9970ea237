import { createTempRepo } from "@repo/core-testing";
import type { MutantOutcome } from "@repo/coverage-core/mutation";
import { expect, it } from "vitest";
import { planOf, plannedAt } from "../__fixtures__/plans.js";
import { createEngines } from "./engines.js";
import { createMutationProgress } from "./progress.js";
import { readKnown } from "./result-cache.js";
import { runPackage } from "./run-package.js";

const outcome = (status: MutantOutcome["status"]): MutantOutcome => ({
  status,
  reason: null,
  coveredBy: [],
  testsCompleted: 1,
  isStatic: false,
});

/** A run whose time is up before it begins: one mutant is open, of the others these outcomes are known. */
async function check(statuses: readonly MutantOutcome["status"][]): Promise<void> {
  using repo = createTempRepo({});
  const mutants = [...statuses, "open"].map((_, index) => plannedAt("packages/shop", `a.ts:${index + 1}`));
  const known = new Map(statuses.map((status, index) => [mutants[index]?.key ?? "", outcome(status)]));
  const plan = planOf("shop", mutants, { known });
  await using engines = createEngines({ root: repo.root, env: {} });
  const progress = createMutationProgress({ write: () => true }, false, () => 0);
  const options = { root: repo.root, env: {}, engines, progress, signal: AbortSignal.abort(), now: () => 0, keep: true };
  const run = await runPackage({ plan, mutants, tests: [], coverable: [] }, options);
  expect(run.results.map(({ status }) => status)).toEqual(statuses);
  expect([run.notRun.map(({ key }) => key), run.reused]).toEqual([[mutants.at(-1)?.key], statuses.length]);
  expect((await readKnown(repo.root, plan.target.package.name, plan.inputs))?.outcomes.size).toBe(statuses.length);
}

it.each<[string, readonly MutantOutcome["status"][]]>([
  ["a survivor among it", ["killed", "survived"]],
  ["no survivor in it", ["killed", "timeout"]],
])("time that is up before anything ran leaves what was known, %s, and the rest open", (_, statuses) => check(statuses));
