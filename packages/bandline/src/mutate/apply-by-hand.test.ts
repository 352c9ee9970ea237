/** @module-tag slow */
import { asRepoPath } from "@repo/coverage-core";
import { type MutantResult } from "@repo/coverage-core/mutation";
import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { GRADE, GRADE_TEST, SIGN_TEST, createWorkspace } from "../__fixtures__/graded-workspace.js";
import { isGreen, runByHand, type ByHand } from "./apply-by-hand.js";
import { findTargets, type MutationTarget } from "./find-targets.js";
import { verifySurvivors } from "./verify-survivors.js";

const repo = createWorkspace();
afterAll(() => repo.remove());

async function about(more: Partial<ByHand> = {}): Promise<ByHand> {
  const [target] = (await findTargets(repo.root, [])) as [MutationTarget];
  return { root: repo.root, target, env: process.env, signal: new AbortController().signal, ...more };
}

/** Of `n < 0`. */
function survivor(more: Partial<MutantResult> = {}): MutantResult {
  return {
    file: asRepoPath(GRADE),
    range: { start: { line: 6, column: 10 }, end: { line: 6, column: 15 } },
    mutator: "EqualityOperator",
    replacement: "n > 0",
    key: "k",
    symbol: "signOf",
    original: "n < 0",
    status: "survived",
    reason: null,
    coveredBy: [{ file: asRepoPath(GRADE_TEST), test: "is high" }],
    testsCompleted: 1,
    isStatic: false,
    ...more,
  };
}

const timeout = 120_000;

it("tests of which vitest tells nothing are not green", () => expect(isGreen({ exitCode: 0, output: "", tests: null })).toBe(false));

describe("slow: mutants by hand", () => {
  it("a mutant that runs for ever is ended, and has no exit code", { timeout }, async () => {
    const endless = survivor({ replacement: "(() => { for (;;); })()" });
    const run = await runByHand(await about({ longestMs: 1_000 }), { file: endless.file, mutant: endless, tests: [asRepoPath(SIGN_TEST)] });
    expect(run).toEqual({ exitCode: null, output: "not at its end after 1000 ms", tests: null });
    expect(existsSync(repo.path(".stryker-tmp"))).toBe(false);
  });

  it.each<[string, Partial<MutantResult>, [string, boolean][]]>([
    ["runs every test of a static one", { isStatic: true, coveredBy: [] }, [["k", false]]],
    ["runs nothing of one that no test covers", { status: "noCoverage" }, []],
  ])("verifying a survivor %s", { timeout }, async (_, more, expected) => {
    expect([...(await verifySurvivors([survivor(more)], await about()))]).toEqual(expected);
  });

  it("a survivor is not verified where its tests fail by themselves", { timeout }, async () => {
    repo.write({ [GRADE_TEST]: 'import { expect, it } from "vitest";\nit("is red", () => expect(1).toBe(2));\n' });
    const verified = verifySurvivors([survivor()], await about());
    await expect(verified).rejects.toMatchObject({ code: "BASELINE_FAILED", exitCode: 3, hint: "pnpm test --filter @demo/grade" });
    await expect(verified).rejects.toThrow(/fail in plain vitest without any mutant:[^]*expected 1 to be 2/);
    repo.git("checkout", "--", "packages");
  });
});
