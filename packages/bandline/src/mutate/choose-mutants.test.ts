import { asRepoPath, createPolicy, type ChangedFile } from "@repo/coverage-core";
import { describe, expect, it } from "vitest";
import { planOf, plannedAt } from "../__fixtures__/plans.js";
import { chooseAll, chooseChanged, chooseKey, chooseShard, filesToPlan, type ChangeOptions, type Chosen } from "./choose-mutants.js";

const SHOP = "packages/shop";
const BLOG = "packages/blog";
const shop = planOf("shop", [
  plannedAt(SHOP, "price.ts:1-9"),
  plannedAt(SHOP, "price.ts:2"),
  plannedAt(SHOP, "price.ts:2", { key: "shorter", original: "x" }),
  plannedAt(SHOP, "price.ts:4"),
  plannedAt(SHOP, "tax.ts:3"),
]);
const blog = planOf("blog", [plannedAt(BLOG, "slug.ts:1")]);
const plans = [shop, blog];
const policyOf = createPolicy(
  plans.map(({ target }) => target.package),
  null,
);

/** A file whose lines changed; those that are gone alone leave none. */
function changed(file: string, ...lines: readonly number[]): ChangedFile {
  const path = asRepoPath(file);
  return { file: path, oldFile: path, kind: "text", lines, hunks: [] };
}

const told = (chosen: readonly Chosen[]) => chosen.map(({ mutants }) => mutants.map(({ key }) => key));

describe("of a change", () => {
  const rows: [sentence: string, changes: readonly ChangedFile[], options: Partial<ChangeOptions>, expected: string[][]][] = [
    ["one mutant a line is run, the most specific", [changed(`${SHOP}/src/price.ts`, 2)], {}, [["shorter"], []]],
    [
      "every mutant of the line, where that is asked for",
      [changed(`${SHOP}/src/price.ts`, 2)],
      { all: true },
      [[`${SHOP}/price.ts:1-9`, `${SHOP}/price.ts:2`, "shorter"], []],
    ],
    ["a mutant that began before the line is run", [changed(`${SHOP}/src/price.ts`, 7)], {}, [[`${SHOP}/price.ts:1-9`], []]],
    ["but not with --lines-only", [changed(`${SHOP}/src/price.ts`, 7)], { linesOnly: true }, [[], []]],
    [
      "the mutants of every package are run",
      [changed(`${SHOP}/src/tax.ts`, 3), changed(`${BLOG}/src/slug.ts`, 1)],
      {},
      [[`${SHOP}/tax.ts:3`], [`${BLOG}/slug.ts:1`]],
    ],
    ["nothing is run of other files", [changed("README.md", 1)], {}, [[], []]],
  ];
  it.each(rows)("%s", (_, changes, options, expected) => {
    expect(told(chooseChanged(plans, changes, policyOf, { linesOnly: false, all: false, ...options }))).toEqual(expected);
  });

  const planned: [sentence: string, changes: readonly ChangedFile[], expected: string[] | undefined][] = [
    [
      "the sources of the package that changed",
      [changed(`${SHOP}/src/price.ts`, 2), changed(`${BLOG}/src/slug.ts`, 1)],
      [`${SHOP}/src/price.ts`],
    ],
    ["no file of nobody's", [changed("tools/a.ts", 1)], []],
    ["nothing that is no source", [changed(`${SHOP}/README.md`, 1)], []],
    ["nothing that is deleted", [{ ...changed(`${SHOP}/src/price.ts`), kind: "deleted" }], []],
    ["all of them where a test changed", [changed(`${SHOP}/src/price.ts`, 2), changed(`${SHOP}/src/price.test.ts`, 1)], undefined],
  ];
  it.each(planned)("the files that are looked at are %s", (_, files, expected) => {
    expect(filesToPlan(shop.target, { files, policyOf })).toEqual(expected);
  });

  const tests: [sentence: string, change: ChangedFile, expected: string[][]][] = [
    ["a test of the package", changed(`${SHOP}/src/price.test.ts`, 1), [[`${SHOP}/src/price.test.ts`], []]],
    [
      "a test that lost lines alone",
      { ...changed(`${SHOP}/src/price.test.ts`), hunks: [{ oldStart: 3, oldCount: 1, newStart: 3, newCount: 0 }] },
      [[`${SHOP}/src/price.test.ts`], []],
    ],
    ["no test whose text is the same", changed(`${SHOP}/src/price.test.ts`), [[], []]],
    ["no test that is deleted", { ...changed(`${SHOP}/src/price.test.ts`, 1), kind: "deleted" }, [[], []]],
    ["no source", changed(`${SHOP}/src/price.ts`, 1), [[], []]],
    ["no test of nobody's", changed("tools/a.test.ts", 1), [[], []]],
  ];
  it.each(tests)("what a changed test covers is run of %s", (_, change, expected) => {
    const chosen = chooseChanged(plans, [change], policyOf, { linesOnly: false, all: false });
    expect(chosen.map((each) => each.tests)).toEqual(expected);
  });

  it.each<[string, boolean, string[]]>([
    ["of each line one mutant", false, [`${SHOP}/price.ts:1-9`, "shorter", `${SHOP}/price.ts:4`, `${SHOP}/tax.ts:3`]],
    ["every mutant with --all", true, shop.mutants.map(({ key }) => key)],
  ])("and of what it covers %s", (_, all, expected) => {
    const [chosen] = chooseChanged([shop], [], policyOf, { linesOnly: false, all });
    expect(chosen?.coverable.map(({ key }) => key)).toEqual(expected);
  });
});

describe("of a change the mutants are asked for", () => {
  const source = changed(`${SHOP}/src/price.ts`, 2);
  it.each<[string, readonly ChangedFile[], readonly string[] | undefined]>([
    ["of its sources alone", [source, changed(`${SHOP}/README.md`, 1), changed(`${BLOG}/src/slug.ts`, 1)], [source.file]],
    ["of every source where a test changed", [source, changed(`${SHOP}/src/price.test.ts`, 1)], undefined],
    ["of no source that is deleted", [{ ...source, kind: "deleted" }], []],
  ])("%s", (_, files, expected) => expect(filesToPlan(shop.target, { files, policyOf })).toEqual(expected));
});

describe("of the whole", () => {
  it("everything is run", () => expect(told(chooseAll(plans))).toEqual(plans.map(({ mutants }) => mutants.map(({ key }) => key))));

  it.each([1, 2, 3, 9])("%i shards have each mutant once, and one plan", (count) => {
    const shards = Array.from({ length: count }, (_, at) => chooseShard(plans, { index: at + 1, count }));
    const keys = shards.flatMap(({ chosen }) => told(chosen).flat());
    expect(keys.sort()).toEqual(told(chooseAll(plans)).flat().sort());
    expect(new Set(shards.map(({ plan, mutants }) => `${plan} ${mutants}`)).size).toBe(1);
    expect(shards[0]?.mutants).toBe(6);
    expect(shards.flatMap(({ chosen }) => chosen).every(({ mutants, tests }) => mutants.length > 0 && tests.length === 0)).toBe(true);
  });
});

describe("of one key", () => {
  it("that mutant alone is run, in its package", () => {
    const chosen = chooseKey(plans, `${BLOG}/slug.ts:1`);
    expect(chosen.map(({ plan }) => plan)).toEqual([blog]);
    expect(told(chosen)).toEqual([[`${BLOG}/slug.ts:1`]]);
  });

  it.each<[string, typeof plans, RegExp]>([
    ["no package has it", plans, /^no mutant of @demo\/shop, @demo\/blog has the key k: its code has changed, or never was$/],
    ["there is no package", [], /^no mutant of any package has the key k/],
  ])("nothing is run where %s", (_, given, message) => {
    const error = {
      code: "KEY_UNKNOWN",
      exitCode: 2,
      hint: "pnpm mutate --list --json",
      message: expect.stringMatching(message) as string,
    };
    expect(() => chooseKey(given, "k")).toThrow(expect.objectContaining(error));
  });
});
