import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { counts, fileOf, mutantAt, resultAt } from "./__fixtures__/mutants.js";
import { judgePackage } from "./judge-package.js";

const run = { name: "@repo/a", threshold: 80, config: "c", reused: 2, durationMs: 7, blobOf: (file: string) => `blob of ${file}` };

it("a package has its counts, and a row for each file with the keys of its survivors in order", () => {
  const b = { file: asRepoPath("b.ts") };
  const results = [
    resultAt("1:1-2", "killed", b),
    resultAt("2:1-2", "survived", { ...b, key: "k2" }),
    resultAt("3:1-2", "noCoverage", { ...b, key: "k1" }),
    resultAt("4:1-2", "inconclusive", { ...b, key: "k0" }),
    resultAt("1:1-2", "killed"),
  ];
  const notRun = [mutantAt("9:1-2")];
  expect(judgePackage({ ...run, results, notRun })).toEqual({
    name: "@repo/a",
    status: "fail",
    score: 50,
    threshold: 80,
    interval: { low: 33.33, high: 66.66 },
    config: "c",
    baseline: null,
    drift: null,
    counts: counts({ killed: 2, survived: 1, noCoverage: 1, inconclusive: 1, notRun: 1 }),
    files: [
      fileOf("a.ts", { killed: 1, notRun: 1 }, [], "blob of a.ts"),
      fileOf("b.ts", { killed: 1, survived: 1, noCoverage: 1, inconclusive: 1 }, ["k1", "k2"], "blob of b.ts"),
    ],
    reused: 2,
    durationMs: 7,
  });
});

it("a package without mutants has no row and nothing to do", () => {
  expect(judgePackage({ ...run, results: [], notRun: [] })).toMatchObject({
    status: "nothing-to-do",
    score: null,
    interval: null,
    files: [],
  });
});
