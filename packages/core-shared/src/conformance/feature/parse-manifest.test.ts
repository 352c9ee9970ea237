import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ManifestError } from "./manifest-error.js";
import { parseFeature, parseRepo } from "./parse-manifest.js";

const FILE = "packages/auth/src/feature.manifest.ts";
const BAND = { statements: 80, branches: 75, functions: 80, lines: 80 };

function feature(coverage: object = {}, rest: object = {}): unknown {
  return { name: "auth", ...rest, coverage: { bands: { baseline: BAND }, ...coverage } };
}

function linesOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof ManifestError) return error.message.split("\n").map((line) => line.replace(`${FILE}: `, ""));
    throw error;
  }
  return [];
}

/** An empty list of lines says that the manifest is good. */
function check(value: unknown, lines: readonly string[]): void {
  expect(linesOf(() => parseFeature(value, FILE))).toEqual(lines);
}

const PERCENT = "a number from 0 to 100";
const BAND_FIELDS = "statements, branches, functions, lines";
const COVERAGE_FIELDS = "bands, layers, mutationTargets, mutationScore, exempt, reports";
const LAYERS = "a layer: entities, use-cases, controllers";
const NAME = "a name in kebab-case, such as marketing-pages";
const circular: unknown[] = [];
circular.push(circular);

describe("a good feature", () => {
  it.each<[string, unknown]>([
    ["needs a name and a baseline", feature()],
    ["may have a root", feature({}, { root: "packages/auth" })],
    ["may be no plain object, such as a module's namespace", Object.assign(Object.create(null) as object, feature())],
    ["may have bands for the default layers", feature({ bands: { baseline: BAND, entities: BAND, "use-cases": BAND } })],
    ["may declare layers of any name", feature({ layers: { governance: ["a/**"] }, bands: { baseline: BAND, governance: BAND } })],
    ["may leave a declared layer without a band", feature({ layers: { governance: ["a/**"] } })],
    ["may target default layers", feature({ mutationTargets: ["entities", "use-cases"] })],
    ["may target declared layers", feature({ layers: { a: ["a/**"] }, mutationTargets: ["a"] })],
    ["may have the rest, too", feature({ mutationScore: 0, exempt: ["src/old/**"], reports: ["out/lcov.info"] })],
    [
      "may have percents from 0 to 100, and parts of one",
      feature({ bands: { baseline: { statements: 0, branches: 100, functions: 99.5, lines: 0.1 } } }),
    ],
    [
      "may have a layer whose name every object knows",
      feature({ layers: { constructor: ["a/**"] }, bands: { baseline: BAND, constructor: BAND } }),
    ],
  ])("%s", (_sentence, value) => {
    check(value, []);
    expect(parseFeature(value, FILE)).toEqual(value);
  });
});

describe("a percent", () => {
  it.each<[string, unknown, string]>([
    ["above 100", 120, "120"],
    ["barely above 100", 100.01, "100.01"],
    ["below 0", -1, "-1"],
    ["that is no number", Number.NaN, "NaN"],
    ["without end", Number.POSITIVE_INFINITY, "Infinity"],
    ["as text", "80", '"80"'],
    ["that is null", null, "null"],
    ["that is missing", undefined, "nothing"],
    ["that is a list", [80], "[80]"],
    ["that is an object", { min: 80 }, '{"min":80}'],
    ["that is a bigint", 80n, "80"],
    ["that is a function", () => 80, "a function"],
    ["that is a circle", circular, "an object that is no JSON"],
    ["that is a text of 78 characters", "x".repeat(78), `"${"x".repeat(78)}"`],
    ["that is a longer text", "x".repeat(79), `"${"x".repeat(79)}…`],
  ])("%s is refused", (_sentence, branches, received) => {
    const bands = { baseline: BAND, entities: { ...BAND, branches } };
    check(feature({ bands }), [`coverage.bands.entities.branches is ${received}; allowed: ${PERCENT}`]);
  });
});

describe("a feature is refused", () => {
  it.each<[string, unknown, string[]]>([
    ["where it is null", null, ["the manifest is null; allowed: an object with name and coverage"]],
    ["where it is a list", [], ["the manifest is []; allowed: an object with name and coverage"]],
    ["where it is missing", undefined, ["the manifest is nothing; allowed: an object with name and coverage"]],
    ["without a name", { coverage: { bands: { baseline: BAND } } }, [`name is nothing; allowed: ${NAME}`]],
    ["with a name in another case", feature({}, { name: "MarketingPages" }), [`name is "MarketingPages"; allowed: ${NAME}`]],
    ["with a name that ends in a dash", feature({}, { name: "auth-" }), [`name is "auth-"; allowed: ${NAME}`]],
    ["with a name that begins with a digit", feature({}, { name: "2auth" }), [`name is "2auth"; allowed: ${NAME}`]],
    ["with an empty root", feature({}, { root: "" }), ['root is ""; allowed: a folder, relative to the repository\'s root']],
    ["without coverage", { name: "auth" }, ["coverage is nothing; allowed: an object with bands"]],
    ["with coverage as a list", { name: "auth", coverage: [] }, ["coverage is []; allowed: an object with bands"]],
    ["without bands", { name: "auth", coverage: {} }, ["coverage.bands is nothing; allowed: an object of bands with a baseline"]],
    ["without a baseline", feature({ bands: {} }), [`coverage.bands.baseline is nothing; allowed: an object with ${BAND_FIELDS}`]],
    [
      "with a band as a number",
      feature({ bands: { baseline: 80 } }),
      [`coverage.bands.baseline is 80; allowed: an object with ${BAND_FIELDS}`],
    ],
    [
      "with a field of a band missing",
      feature({ bands: { baseline: { statements: 1, branches: 2, functions: 3 } } }),
      [`coverage.bands.baseline.lines is nothing; allowed: ${PERCENT}`],
    ],
    ["with an unknown field", feature({}, { titel: "Auth" }), ["titel is not a known field; allowed: name, root, coverage"]],
    [
      "with an unknown field, and the nearest is told",
      feature({}, { nmae: "auth" }),
      ["nmae is not a known field; allowed: name, root, coverage (did you mean name?)"],
    ],
    [
      "with an unknown field of coverage",
      feature({ mutationTarget: [] }),
      [`coverage.mutationTarget is not a known field; allowed: ${COVERAGE_FIELDS} (did you mean mutationTargets?)`],
    ],
    [
      "with an unknown field of a band",
      feature({ bands: { baseline: { ...BAND, line: 80 } } }),
      [`coverage.bands.baseline.line is not a known field; allowed: ${BAND_FIELDS} (did you mean lines?)`],
    ],
    [
      "with an unknown field of a layer's band",
      feature({ bands: { baseline: BAND, entities: { ...BAND, branch: 80 } } }),
      [`coverage.bands.entities.branch is not a known field; allowed: ${BAND_FIELDS} (did you mean branches?)`],
    ],
    [
      "with an unknown field of a band whose layer has a name that every object knows",
      feature({ layers: { constructor: ["a/**"] }, bands: { baseline: BAND, constructor: { ...BAND, line: 80 } } }),
      [`coverage.bands.constructor.line is not a known field; allowed: ${BAND_FIELDS} (did you mean lines?)`],
    ],
    [
      "with a band for an unknown layer",
      feature({ bands: { baseline: BAND, entitys: BAND } }),
      [`coverage.bands.entitys is "entitys"; allowed: ${LAYERS} (did you mean entities?)`],
    ],
    [
      "with a misspelt baseline",
      feature({ bands: { baseline: BAND, basline: BAND } }),
      [`coverage.bands.basline is "basline"; allowed: ${LAYERS} (did you mean baseline?)`],
    ],
    [
      "with a band for a layer that other layers replace",
      feature({ layers: { governance: ["a/**"] }, bands: { baseline: BAND, entities: BAND } }),
      ['coverage.bands.entities is "entities"; allowed: a layer: governance'],
    ],
    [
      "with a band for an unknown layer of a very long name",
      feature({ bands: { baseline: BAND, ["x".repeat(99)]: BAND } }),
      [`coverage.bands.${"x".repeat(99)} is "${"x".repeat(79)}…; allowed: ${LAYERS}`],
    ],
    [
      "with an unknown mutation target",
      feature({ mutationTargets: ["entities", "use-case"] }),
      [`coverage.mutationTargets.1 is "use-case"; allowed: ${LAYERS} (did you mean use-cases?)`],
    ],
    [
      "with baseline as a mutation target",
      feature({ mutationTargets: ["baseline"] }),
      [`coverage.mutationTargets.0 is "baseline"; allowed: ${LAYERS}`],
    ],
    [
      "with mutation targets as text",
      feature({ mutationTargets: "entities" }),
      ['coverage.mutationTargets is "entities"; allowed: a list of layer names'],
    ],
    [
      "with layers as a list",
      feature({ layers: ["a"] }),
      ['coverage.layers is ["a"]; allowed: an object of layer names, each with a list of globs'],
    ],
    ["with a layer as text", feature({ layers: { a: "a/**" } }), ['coverage.layers.a is "a/**"; allowed: a list of globs']],
    ["with an empty glob", feature({ exempt: [""] }), ['coverage.exempt.0 is ""; allowed: a glob']],
    ["with reports as text", feature({ reports: "lcov.info" }), ['coverage.reports is "lcov.info"; allowed: a list of paths']],
    ["with a mutation score above 100", feature({ mutationScore: 101 }), [`coverage.mutationScore is 101; allowed: ${PERCENT}`]],
  ])("%s", (_sentence, value, lines) => check(value, lines));

  it("with every problem at once", () => {
    const bands = { baseline: { ...BAND, lines: "80" }, entitys: { ...BAND, branches: 120 } };
    const lines = linesOf(() => parseFeature({ name: "Auth", coverage: { bands, mutationTargets: ["usecases"] }, nam: 1 }, FILE));
    expect(lines.toSorted()).toEqual([
      `coverage.bands.baseline.lines is "80"; allowed: ${PERCENT}`,
      `coverage.bands.entitys is "entitys"; allowed: ${LAYERS} (did you mean entities?)`,
      `coverage.bands.entitys.branches is 120; allowed: ${PERCENT}`,
      `coverage.mutationTargets.0 is "usecases"; allowed: ${LAYERS} (did you mean use-cases?)`,
      "nam is not a known field; allowed: name, root, coverage (did you mean name?)",
      `name is "Auth"; allowed: ${NAME}`,
    ]);
  });

  it("in the file that the reader named", () => {
    expect(() => parseFeature(null, "some/where.ts")).toThrow(/^some\/where\.ts: the manifest is null/);
  });
});

describe("a repository's manifest", () => {
  const rule = { id: "legacy", globs: ["old/**"], why: "it is on its way out" };

  it.each<[string, unknown, string[]]>([
    ["may be empty", {}, []],
    [
      "may state everything",
      {
        features: ["packages/*"],
        base: "origin/main",
        band: BAND,
        exempt: [{ ...rule, except: ["old/kept/**"] }],
        pathMaps: [{ from: "/app/", to: "" }],
        testTime: { warnMinutes: 2.5, failMinutes: 7 },
      },
      [],
    ],
    ["is no list", [], ["the manifest is []; allowed: an object"]],
    [
      "has no unknown field",
      { feature: [] },
      ["feature is not a known field; allowed: features, base, band, exempt, pathMaps, testTime (did you mean features?)"],
    ],
    ["has a base that is a ref", { base: "" }, ['base is ""; allowed: a git ref']],
    ["has features as a list", { features: "packages/*" }, ['features is "packages/*"; allowed: a list of globs of folders']],
    ["has a band with percents", { band: { ...BAND, lines: 101 } }, [`band.lines is 101; allowed: ${PERCENT}`]],
    [
      "has rules with ids in kebab-case",
      { exempt: [{ ...rule, id: "Old Code" }] },
      ['exempt.0.id is "Old Code"; allowed: an id in kebab-case'],
    ],
    [
      "has rules with a reason",
      { exempt: [rule, { id: "b", globs: [] }] },
      ["exempt.1.why is nothing; allowed: the reason, as a part of a sentence"],
    ],
    [
      "has rules without unknown fields",
      { exempt: [{ ...rule, glob: "a" }] },
      ["exempt.0.glob is not a known field; allowed: id, globs, except, why (did you mean globs?)"],
    ],
    [
      "has path maps that begin somewhere",
      { pathMaps: [{ from: "", to: "" }] },
      ['pathMaps.0.from is ""; allowed: how a report\'s paths begin'],
    ],
    [
      "has path maps that lead somewhere",
      { pathMaps: [{ from: "/app" }] },
      ["pathMaps.0.to is nothing; allowed: the folder in this repository that it stands for"],
    ],
    ["has a time for tests in minutes", { testTime: 5 }, ["testTime is 5; allowed: an object with warnMinutes and failMinutes"]],
    [
      "has a time for tests above 0",
      { testTime: { warnMinutes: 0, failMinutes: "9" } },
      [
        "testTime.warnMinutes is 0; allowed: a number of minutes above 0",
        'testTime.failMinutes is "9"; allowed: a number of minutes above 0',
      ],
    ],
    [
      "has a time for tests without unknown fields",
      { testTime: { warn: 5 } },
      ["testTime.warn is not a known field; allowed: warnMinutes, failMinutes"],
    ],
    [
      "warns of the time before it fails",
      { testTime: { warnMinutes: 8, failMinutes: 7 } },
      ["testTime.warnMinutes is 8; allowed: at most failMinutes, which is 7"],
    ],
    [
      "warns of the time before it fails by default",
      { testTime: { warnMinutes: 11 } },
      ["testTime.warnMinutes is 11; allowed: at most failMinutes, which is 10 by default"],
    ],
    [
      "fails after it warns of the time by default",
      { testTime: { failMinutes: 2 } },
      ["testTime.warnMinutes is nothing; allowed: at most failMinutes, which is 2; left out, it is 5"],
    ],
  ])("%s", (_sentence, value, lines) => expect(linesOf(() => parseRepo(value, FILE))).toEqual(lines));
});

describe("whatever a manifest holds", () => {
  it("a percent outside of 0 to 100 is a ManifestError", () => {
    const outside = fc.oneof(fc.double({ min: 100, minExcluded: true }), fc.double({ max: -Number.MIN_VALUE }), fc.constant(Number.NaN));
    const metric = fc.constantFrom("statements", "branches", "functions", "lines");
    fc.assert(
      fc.property(outside, metric, fc.constantFrom("baseline", "entities"), (percent, field, layer) => {
        const bands = { baseline: BAND, [layer]: { ...BAND, [field]: percent } };
        check(feature({ bands }), [`coverage.bands.${layer}.${field} is ${percent}; allowed: ${PERCENT}`]);
      }),
    );
  });

  it("a percent from 0 to 100 is good", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (lines) => check(feature({ bands: { baseline: { ...BAND, lines } } }), [])),
    );
  });

  const names = fc.constantFrom(
    "name",
    "coverage",
    "bands",
    "baseline",
    "layers",
    "mutationTargets",
    "exempt",
    "constructor",
    "__proto__",
    "lines",
    "x",
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.jsonValue({ maxDepth: 0 }),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.array(fc.tuple(names, tie("tree")), { maxLength: 5 }).map((entries): unknown => Object.fromEntries(entries)),
    ),
  }));

  it.each([
    ["feature", parseFeature],
    ["repository's manifest", parseRepo],
  ])("JSON is a good %s or a ManifestError", (_sentence, parse) => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), tree), (value) => void linesOf(() => parse(value, FILE))));
  });

  it("JSON in the place of one field is good or a ManifestError", () => {
    const fields = fc.constantFrom("bands", "layers", "mutationTargets", "mutationScore", "exempt", "reports");
    fc.assert(fc.property(fields, tree, (field, value) => void linesOf(() => parseFeature(feature({ [field]: value }), FILE))));
  });
});
