import { createTempRepo } from "@repo/core-testing";
import type { MutantOutcome } from "@repo/coverage-core";
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

it("time that is up before anything ran leaves what was known, and the rest open", async () => {
  using repo = createTempRepo({});
  const [killed, survived, open] = ["a.ts:1", "a.ts:2", "a.ts:3"].map((place) => plannedAt("packages/shop", place));
  const known = new Map([
    [killed?.key ?? "", outcome("killed")],
    [survived?.key ?? "", outcome("survived")],
  ]);
  const mutants = [killed, survived, open].filter((each) => each !== undefined);
  const plan = { ...planOf("shop", mutants), known, reuse: true };
  await using engines = createEngines({ root: repo.root, env: {} });
  const progress = createMutationProgress({ write: () => true }, false, () => 0);
  const options = { root: repo.root, env: {}, engines, progress, signal: AbortSignal.abort(), now: () => 0, keep: true };
  const run = await runPackage({ plan, mutants, tests: [], coverable: [] }, options);
  expect(run.results.map(({ status }) => status)).toEqual(["killed", "survived"]);
  expect([run.notRun.map(({ key }) => key), run.reused]).toEqual([[open?.key], 2]);
  expect((await readKnown(repo.root, plan.target.package.name, plan.inputs))?.outcomes.size).toBe(2);
});
