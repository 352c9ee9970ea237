import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MutateDocument, MutationPackage } from "../contract/mutate.js";
import { mutateDocument } from "../contract/mutate.js";
import { MUTANT_STATUSES } from "../contract/names.js";
import { asRepoPath } from "../path/repo-path.js";
import { counts, documentOf, fileOf, FINGERPRINT, packageOf, resultAt, survivorAt } from "./__fixtures__/mutants.js";
import { judgePackage } from "./judge-package.js";
import { mergeRuns, type ShardRun } from "./merge-runs.js";
import { mutateActionsOf } from "./mutate-actions.js";
import { exitCodeOf, statusOfRun } from "./score.js";
import { shardMutants } from "./shard-mutants.js";
import { isUnkilled, survivorOf } from "./survivor-of.js";

const shard = (index: number, count: number, mutants: number, plan = "0123456789abcdef") => ({ index, count, plan, mutants });

/** Two shards of three mutants. */
const FIRST = documentOf({
  status: "fail",
  exitCode: 1,
  shard: shard(1, 2, 3),
  packages: [
    packageOf(
      "@repo/a",
      { killed: 1, survived: 1 },
      { files: [fileOf("a.ts", { killed: 1, survived: 1 }, ["k1"])], reused: 1, durationMs: 5 },
    ),
  ],
  survivors: [survivorAt("9:1-2", { key: "k1" })],
  warnings: [{ code: "W", message: "mind" }],
});
const SECOND = documentOf({
  shard: shard(2, 2, 3),
  packages: [packageOf("@repo/a", { survived: 1 }, { files: [fileOf("a.ts", { survived: 1 }, ["k0"])], reused: 2, durationMs: 6 })],
  survivors: [survivorAt("1:1-2", { key: "k0" })],
  warnings: [
    { code: "W", message: "mind" },
    { code: "V", message: "too" },
  ],
});

const named = (documents: readonly MutateDocument[]): ShardRun[] =>
  documents.map((document, index) => ({ source: `${String(index + 1)}.json`, document }));
const merge = (documents: readonly MutateDocument[], requireComplete = false) => mergeRuns(named(documents), { requireComplete });

describe("a merge", () => {
  it("is what one run of all would have said", () => {
    const survivors = [survivorAt("1:1-2", { key: "k0" }), survivorAt("9:1-2", { key: "k1" })];
    const merged = merge([SECOND, FIRST]);
    expect(merged).toEqual(
      documentOf({
        status: "fail",
        exitCode: 1,
        packages: [
          packageOf(
            "@repo/a",
            { killed: 1, survived: 2 },
            { files: [fileOf("a.ts", { killed: 1, survived: 2 }, ["k0", "k1"])], reused: 3, durationMs: 11 },
          ),
        ],
        survivors,
        nextActions: mutateActionsOf({ survivors, inconclusive: [], drifts: [] }),
        warnings: [
          { code: "V", message: "too" },
          { code: "W", message: "mind" },
        ],
      }),
    );
    expect(mutateDocument.parse(merged)).toEqual(merged);
  });

  it("of one shard of one is that shard", () => {
    const merged = merge([{ ...SECOND, shard: shard(1, 1, 1) }]);
    expect(merged).toMatchObject({ shard: null, packages: [{ name: "@repo/a", score: 0, status: "fail", durationMs: 6 }] });
  });

  it("keeps the base, and leaves out what was compared with a part", () => {
    const base = { ref: "main", sha: "1".repeat(40), mergeBase: "2".repeat(40), chosenBy: "flag" };
    const drift = { scope: "file" as const, name: "a.ts", kind: "score-dropped" as const, from: 1, to: 0, survivors: [] };
    const compared = (document: MutateDocument): MutateDocument => ({
      ...document,
      base,
      drifts: [drift],
      packages: document.packages.map((each) => ({ ...each, baseline: { score: 1, commit: "c" }, drift: -1 })),
    });
    expect(merge([FIRST, SECOND].map(compared))).toMatchObject({ base, drifts: [], packages: [{ baseline: null, drift: null }] });
  });

  it("is partial where a shard was, and fails so where that is asked for", () => {
    const partial = { ...SECOND, survivors: [], packages: [packageOf("@repo/a", { notRun: 1 })] };
    const good = { ...FIRST, survivors: [], packages: [packageOf("@repo/a", { killed: 2 })] };
    expect(merge([good, partial])).toMatchObject({ status: "partial", exitCode: 0 });
    expect(merge([good, partial], true)).toMatchObject({ status: "partial", exitCode: 5 });
  });

  it("sorts packages, files and survivors, the inconclusive ones too", () => {
    const files = ["d.ts", "b.ts"].map((file) => fileOf(file, { survived: 1 }, [file]));
    const first = documentOf({
      shard: shard(1, 2, 4),
      packages: [packageOf("@repo/b", { survived: 2 }, { files })],
      survivors: ["d.ts", "b.ts"].map((file) => survivorAt("1:1-2", { package: "@repo/b", file, key: file })),
      inconclusive: [survivorAt("2:1-2"), survivorAt("1:2-3", { key: "y" })],
    });
    const second = documentOf({
      shard: shard(2, 2, 4),
      packages: [
        packageOf("@repo/a", { survived: 1 }),
        packageOf("@repo/b", { survived: 1 }, { files: [fileOf("c.ts", { survived: 1 }, ["c"])] }),
      ],
      survivors: [survivorAt("3:1-2", { file: "z.ts" }), survivorAt("1:1-2", { package: "@repo/b", file: "c.ts", key: "c" })],
      inconclusive: [survivorAt("1:2-3", { key: "x" })],
    });
    const { packages, survivors, inconclusive } = merge([first, second]);
    expect(packages.map(({ name, files: own }) => [name, own.map(({ file }) => file)])).toEqual([
      ["@repo/a", []],
      ["@repo/b", ["b.ts", "c.ts", "d.ts"]],
    ]);
    expect(survivors.map(({ file }) => file)).toEqual(["z.ts", "b.ts", "c.ts", "d.ts"]);
    expect(inconclusive.map(({ key }) => key)).toEqual(["x", "y", "2:1-2"]);
  });
});

describe("a merge refuses", () => {
  const ANEW = "run all shards anew, of one commit and with the same tools";
  const changed = (more: Partial<MutateDocument>): MutateDocument[] => [FIRST, { ...SECOND, ...more }];
  const ofPackage = (more: Partial<MutationPackage>) => changed({ packages: SECOND.packages.map((each) => ({ ...each, ...more })) });
  const ref = { ref: "main", sha: "1".repeat(40), mergeBase: "2".repeat(40), chosenBy: "flag" };

  it.each<[string, MutateDocument[], string, string, string, number?]>([
    [
      "nothing",
      [],
      "SHARDS_MISSING",
      "no document of a shard was given",
      "name the documents: pnpm mutate merge shard-1.json shard-2.json",
      2,
    ],
    ["a missing shard", [FIRST], "SHARDS_MISSING", "of 2 shards one is missing: 2", "pnpm mutate --shard 2/2 --json > shard-2.json"],
    [
      "several missing shards",
      [{ ...FIRST, shard: shard(2, 4, 3) }],
      "SHARDS_MISSING",
      "of 4 shards 3 are missing: 1, 3, 4",
      "pnpm mutate --shard 1/4 --json > shard-1.json",
    ],
    [
      "a shard beyond the count",
      [
        { ...FIRST, shard: shard(3, 2, 3) },
        { ...FIRST, shard: shard(1, 2, 3) },
      ],
      "SHARDS_MISSING",
      "of 2 shards one is missing: 2",
      "pnpm mutate --shard 2/2 --json > shard-2.json",
    ],
    ["a shard that comes twice", [FIRST, SECOND, FIRST], "SHARD_TWICE", "shard 1/2 is given twice: 1.json, 3.json", "give each shard once"],
    [
      "a run that is no shard",
      changed({ shard: null }),
      "SHARD_EXPECTED",
      "2.json is the answer of a run that is no shard",
      "make it anew: pnpm mutate --shard 1/2 --json > shard-1.json",
    ],
    [
      "a run without tools",
      changed({ fingerprint: null }),
      "SHARD_EXPECTED",
      "2.json is the answer of a run that is no shard",
      "make it anew: pnpm mutate --shard 1/2 --json > shard-1.json",
    ],
    [
      "a shard that failed",
      changed({ fingerprint: null, shard: null, errors: [{ code: "X", message: "it broke", hint: "mend it" }] }),
      "SHARD_FAILED",
      "2.json: the shard has no result: X: it broke",
      "mend it; then run the shard again",
    ],
    [
      "other tools",
      changed({ fingerprint: { ...FINGERPRINT, vitest: "5", node: "22" } }),
      "FINGERPRINT_DIFFERS",
      "1.json and 2.json were made otherwise: vitest 4.1.12 there, 5 here, node 20 there, 22 here",
      ANEW,
    ],
    [
      "another cut",
      changed({ shard: shard(2, 3, 3) }),
      "SHARDS_UNLIKE",
      "1.json and 2.json are of different cuts: 1/2 and 2/3",
      "give the shards of one run only",
    ],
    [
      "another plan",
      changed({ shard: shard(2, 2, 3, "other") }),
      "PLAN_DIFFERS",
      "1.json and 2.json are of different plans: 0123456789ab with 3 mutants and other with 3 mutants",
      ANEW,
    ],
    [
      "a plan of another size",
      changed({ shard: shard(2, 2, 4) }),
      "PLAN_DIFFERS",
      "1.json and 2.json are of different plans: 0123456789ab with 3 mutants and 0123456789ab with 4 mutants",
      ANEW,
    ],
    ["another base", changed({ base: ref }), "PLAN_DIFFERS", "1.json and 2.json have different bases: none and main (2222222)", ANEW],
    [
      "shards that are not the whole",
      ofPackage({ counts: counts({}) }),
      "SHARDS_INCOMPLETE",
      "the plan has 3 mutants, and the shards have 2 together",
      ANEW,
    ],
    [
      "shards that are more than the whole",
      ofPackage({ counts: counts({ survived: 2 }) }),
      "SHARDS_INCOMPLETE",
      "the plan has 3 mutants, and the shards have 4 together",
      ANEW,
    ],
    ["another threshold", ofPackage({ threshold: 81 }), "FINGERPRINT_DIFFERS", "the shards have different settings of @repo/a", ANEW],
    ["other settings", ofPackage({ config: "d" }), "FINGERPRINT_DIFFERS", "the shards have different settings of @repo/a", ANEW],
    [
      "another text",
      ofPackage({ files: [fileOf("a.ts", { survived: 1 }, ["k0"], "other")] }),
      "SOURCES_DIFFER",
      "the shards mutated different texts of a.ts",
      ANEW,
    ],
    [
      "a mutant that ran twice",
      ofPackage({ files: [fileOf("a.ts", { survived: 1 }, ["k1"])] }),
      "SHARDS_OVERLAP",
      "mutant k1 of a.ts is in more than one shard",
      ANEW,
    ],
  ])("%s", (_sentence, documents, code, message, hint, exitCode = 3) => {
    expect(() => merge(documents)).toThrow(expect.objectContaining({ code, message, hint, exitCode }));
  });
});

describe("the law of merges", () => {
  const result = fc.tuple(fc.constantFrom("@repo/a", "@repo/b"), fc.constantFrom("x.ts", "y.ts"), fc.constantFrom(...MUTANT_STATUSES));

  it("the shards of a run give the run, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (all, count) => {
        const results = all.map(([name, file, status], index) => ({
          package: name,
          mutant: resultAt(`${String(index + 1)}:1-9`, status, { file: asRepoPath(`${name}/${file}`), key: `k${String(index)}` }),
        }));
        const answer = (own: typeof results, index: number | null): MutateDocument => {
          const packages = ["@repo/a", "@repo/b"].flatMap((name) => {
            const of = own.filter((each) => each.package === name).map(({ mutant }) => mutant);
            const run = { name, threshold: 80, config: "c", notRun: [], blobOf: (file: string) => file, reused: 0, durationMs: of.length };
            return of.length === 0 ? [] : [judgePackage({ ...run, results: of })];
          });
          const told = own.flatMap(({ package: name, mutant }) =>
            isUnkilled(mutant)
              ? [survivorOf({ package: name, result: mutant, text: "", nearestTest: null, changedInDiff: null, verified: null })]
              : [],
          );
          const survivors = told.filter(({ status }) => status !== "inconclusive");
          const inconclusive = told.filter(({ status }) => status === "inconclusive");
          return documentOf({
            status: statusOfRun(packages, []),
            exitCode: exitCodeOf(packages, { drifts: [], requireComplete: false }),
            shard: index === null ? null : shard(index, count, results.length),
            packages,
            survivors,
            inconclusive,
            nextActions: mutateActionsOf({ survivors, inconclusive, drifts: [] }),
          });
        };
        const shards = Array.from({ length: count }, (_, at) => answer(shardMutants(results, { index: at + 1, count }), at + 1));
        const whole = answer(shardMutants(results, { index: 1, count: 1 }), null);
        expect(merge(shards)).toEqual(whole);
        expect(merge(shards.toReversed())).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});
