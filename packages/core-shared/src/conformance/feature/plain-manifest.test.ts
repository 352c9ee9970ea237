import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlainFeature, isPlainRepo } from "./plain-manifest.js";
import { loadSchemas } from "./schema.js";

const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }));
const band = fc.record({ statements: percent, branches: percent, functions: percent, lines: percent }, { noNullPrototype: true });
const text = fc.constantFrom("src/**", "a", "x y", "coverage/lcov.info");
const texts = fc.array(text, { maxLength: 2 });
const layer = fc.constantFrom("entities", "use-cases", "controllers");

const goodFeature = fc.record(
  {
    name: fc.constantFrom("auth", "marketing-pages", "a1"),
    root: text,
    coverage: fc.record(
      {
        bands: fc.tuple(band, fc.dictionary(layer, band, { noNullPrototype: true })).map(([baseline, more]) => ({ ...more, baseline })),
        mutationTargets: fc.array(layer),
        mutationScore: percent,
        exempt: texts,
        reports: texts,
      },
      { requiredKeys: ["bands"], noNullPrototype: true },
    ),
  },
  { requiredKeys: ["name", "coverage"], noNullPrototype: true },
);

const goodRepo = fc.record(
  {
    features: texts,
    base: text,
    band,
    exempt: fc.array(
      fc.record(
        { id: fc.constant("build"), globs: texts, except: texts, why: text },
        { requiredKeys: ["id", "globs", "why"], noNullPrototype: true },
      ),
      { maxLength: 2 },
    ),
    testTime: fc.record(
      {
        warnMinutes: fc.double({ min: 0, minExcluded: true, max: 10, noNaN: true }),
        failMinutes: fc.double({ min: 10, max: 99, noNaN: true }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    pathMaps: fc.array(fc.record({ from: text, to: fc.constantFrom("", "src") }, { noNullPrototype: true }), { maxLength: 2 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Values that stand where they should not. */
const odd = fc.constantFrom<unknown>(
  null,
  undefined,
  "",
  "No-Kebab",
  "baseline",
  -1,
  101,
  Number.NaN,
  1n,
  [],
  [""],
  [1],
  {},
  { baseline: 1 },
  () => 1,
  new Date(0),
);

/** `value` with one of its parts, at any depth, replaced, left out or added. */
function spoilt(value: unknown, by: unknown, at: readonly number[]): unknown {
  if (typeof value !== "object" || value === null || at.length === 0) return by;
  const [first = 0, ...rest] = at;
  if (Array.isArray(value))
    return value.length === 0
      ? [by]
      : value.map((each: unknown, index) => (index === first % value.length ? spoilt(each, by, rest) : each));
  const keys = [...Object.keys(value), "extra", "layers"];
  const key = keys[first % keys.length] ?? "extra";
  return { ...value, [key]: spoilt((value as Record<string, unknown>)[key], by, rest) };
}

describe.each([
  ["a feature", goodFeature, isPlainFeature, () => loadSchemas().feature],
  ["a repository", goodRepo, isPlainRepo, () => loadSchemas().repo],
] as const)("%s", (_name, good, isPlain, schema) => {
  it("that is good is plainly good", () => {
    fc.assert(fc.property(good as fc.Arbitrary<unknown>, (value) => isPlain(value) && schema().safeParse(value).success));
  });

  it("that is plainly good is good, and the same for the schema, whatever is spoilt in it", () => {
    fc.assert(
      fc.property(good as fc.Arbitrary<unknown>, odd, fc.array(fc.nat(9), { maxLength: 5 }), (value, by, at) => {
        const each = spoilt(value, by, at);
        if (isPlain(each)) expect(schema().parse(each)).toEqual(each);
      }),
      { numRuns: 1_000 },
    );
  });
});

it.each<[string, unknown, boolean]>([
  ["up to the other is plainly good", { warnMinutes: 3, failMinutes: 3 }, true],
  ["above the other is not", { warnMinutes: 3.1, failMinutes: 3 }, false],
  ["above the other's default is not", { warnMinutes: 11 }, false],
  ["of 0 is not", { warnMinutes: 0 }, false],
  ["without end is not", { warnMinutes: 1, failMinutes: Number.POSITIVE_INFINITY }, false],
  ["as text is not", { warnMinutes: "3" }, false],
  ["beside an unknown field is not", { warnMinutes: 3, fail: 4 }, false],
])("a time for tests %s", (_sentence, testTime, expected) => {
  expect([isPlainRepo({ testTime }), loadSchemas().repo.safeParse({ testTime }).success]).toEqual([expected, expected]);
});

it("layers of their own may have bands and be targets, and no others", () => {
  const BAND = { statements: 80, branches: 75, functions: 80, lines: 80 };
  const feature = (name: string) => ({
    name: "auth",
    coverage: { bands: { baseline: BAND, [name]: BAND }, layers: { governance: ["gov/**"] }, mutationTargets: [name] },
  });
  expect([isPlainFeature(feature("governance")), isPlainFeature(feature("entities"))]).toEqual([true, false]);
});
