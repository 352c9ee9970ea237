/**
 * `--prove` with real vitest. One run of Stryker finds out which mutants there are.
 * @module-tag slow
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GRADE, GRADE_TEST, SIGN_TEST, createWorkspace, mutateIn, nameOf, read, type MutateRan } from "../__fixtures__/graded-workspace.js";
import { colourOf } from "./prove.js";

const EDGE_TEST = "packages/grade/src/entities/edge.test.ts";
const RED_TEST = "packages/grade/src/entities/red.test.ts";

const repo = createWorkspace();
afterAll(() => repo.remove());

/** What is asked of the survivor at `>=`. */
let key: string;
beforeAll(async () => {
  repo.write({
    [EDGE_TEST]:
      'import { expect, it } from "vitest";\nimport { isHigh } from "./grade.js";\nit("is high at 10", () => expect(isHigh(10)).toBe(true));\n',
    // Green where Stryker's runner is at work, or there would be no run.
    [RED_TEST]: 'import { expect, it } from "vitest";\nit("is red", () => expect(globalThis).toHaveProperty("__stryker__"));\n',
    "packages/grade/src/entities/loaded.test.ts":
      'import { expect, it } from "vitest";\nimport { isHigh } from "./grade.js";\nif (!isHigh(10)) throw new Error("not even loaded");\nit("is loaded", () => expect(1).toBe(1));\n',
    "packages/grade/src/entities/skipped.test.ts": 'import { it } from "vitest";\nit.skip("is skipped", () => {});\n',
  });
  await mutateIn(repo, ["--json"]);
  const { document } = await mutateIn(repo, ["--list"]);
  key = document.plan?.find((each) => nameOf(each) === "grade.ts:2:10 n > 10")?.key ?? "none";
}, 300_000);

const prove = (test: string): Promise<MutateRan> => mutateIn(repo, ["--prove", key, "--test", test, "--json"]);

describe("slow: a proof", () => {
  const rows: [
    sentence: string,
    test: string,
    verdict: [exitCode: number, status: string, original: string, mutant: string],
    next: RegExp,
  ][] = [
    ["is a test that is green on the original and red on the mutant", EDGE_TEST, [0, "pass", "green", "red"], /^pnpm mutate --key \w+$/],
    [
      "is one that cannot even be loaded with the mutant",
      "packages/grade/src/entities/loaded.test.ts",
      [0, "pass", "green", "red"],
      /^pnpm mutate --key \w+$/,
    ],
    [
      "is no test that is green on both",
      GRADE_TEST,
      [1, "fail", "green", "green"],
      /grade\.test\.ts passes also where .*grade\.ts:2 says n > 10 for n >= 10: assert what differs$/,
    ],
    [
      "is no test that fails on the code as it is",
      RED_TEST,
      [1, "fail", "red", "red"],
      /red\.test\.ts fails on the code as it is: mend the test, or the code$/,
    ],
  ];
  it.each(rows)(
    "%s",
    async (_, test, [exitCode, status, original, mutant], next) => {
      const { document, exitCode: code } = await prove(test);
      expect([code, document.exitCode, document.status, document.proof]).toEqual([
        exitCode,
        exitCode,
        status,
        { key, test, original, mutant },
      ]);
      expect(document.nextActions).toEqual([expect.stringMatching(next)]);
    },
    120_000,
  );

  it.each([
    ["is none without a test that runs", "packages/grade/src/entities/skipped.test.ts", "TEST_EMPTY"],
    ["is none without the test file", "packages/grade/src/entities/missing.test.ts", "TEST_EMPTY"],
    ["is none by a test outside of the package", "packages/other/a.test.ts", "USAGE"],
    ["is none by a test outside of the repository", "../a.test.ts", "USAGE"],
  ])(
    "%s",
    async (_, test, code) => {
      const { document } = await prove(test);
      expect(document).toMatchObject({ status: "error", exitCode: 2, proof: null, errors: [{ code }] });
    },
    120_000,
  );

  it("leaves the code as it is", () => {
    expect(read(repo, GRADE)).toBe(repo.git("show", `HEAD:${GRADE}`) + "\n");
    expect(read(repo, SIGN_TEST)).toContain("has a sign");
  });
});

describe("the colour of a run", () => {
  it.each<[string, Parameters<typeof colourOf>[0], string]>([
    ["is red where it had to be ended", { exitCode: null, output: "", tests: null }, "red"],
    ["is red where vitest failed though its tests passed", { exitCode: 1, output: "", tests: { passed: 1, failed: 0 } }, "red"],
  ])("%s", (_, run, expected) => expect(colourOf(run, "a.test.ts")).toBe(expected));
});
