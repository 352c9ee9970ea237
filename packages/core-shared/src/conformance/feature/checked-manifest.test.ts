/** Each `@ts-expect-error` holds one thing that does not compile, at the line below it; `tsc -b` checks it. What does not compile is refused at run time too. */
import { describe, expect, expectTypeOf, it } from "vitest";
import { defineFeature } from "./define-feature.js";
import { defineRepo } from "./define-repo.js";
import { ManifestError } from "./manifest-error.js";
import type { FeatureManifest, RepoManifest } from "./schema.js";

const BAND = { statements: 80, branches: 75, functions: 80, lines: 80 } as const;
const coverage = { bands: { baseline: BAND } } as const;

describe("a feature's manifest does not compile", () => {
  it.each<[string, () => unknown]>([
    [
      "with a target that is no layer",
      // @ts-expect-error with a target that is no layer
      () => defineFeature({ name: "a", coverage: { bands: { baseline: BAND }, mutationTargets: ["entities", "entites"] } }),
    ],
    [
      "with a target that is no layer, as const",
      // @ts-expect-error with a target that is no layer, as const
      () => defineFeature({ name: "a", coverage: { bands: { baseline: BAND }, mutationTargets: ["entites"] } } as const),
    ],
    [
      "with a target that is a default layer and none of its own",
      // @ts-expect-error with a target that is a default layer and none of its own
      () => defineFeature({ name: "a", coverage: { ...coverage, layers: { own: ["src/**"] }, mutationTargets: ["entities"] } }),
    ],
    [
      "with a target that is only a band",
      // @ts-expect-error with a target that is only a band
      () => defineFeature({ name: "a", coverage: { ...coverage, mutationTargets: ["baseline"] } }),
    ],
    [
      "with a band of no layer",
      // @ts-expect-error with a band of no layer
      () => defineFeature({ name: "a", coverage: { bands: { baseline: BAND, entites: BAND } } }),
    ],
    [
      "without bands",
      // @ts-expect-error coverage without bands
      () => defineFeature({ name: "a", coverage: {} }),
    ],
    [
      "without a baseline",
      // @ts-expect-error coverage without a baseline
      () => defineFeature({ name: "a", coverage: { bands: {} } }),
    ],
    [
      "without a baseline beside another band, as const",
      // @ts-expect-error coverage without a baseline beside another band, as const
      () => defineFeature({ name: "a", coverage: { bands: { entities: BAND } } } as const),
    ],
    [
      "with a band that lacks a metric",
      // @ts-expect-error with a band that lacks a metric
      () => defineFeature({ name: "a", coverage: { bands: { baseline: { statements: 80, branches: 75, functions: 80 } } } }),
    ],
    [
      "with a metric that no band has",
      // @ts-expect-error with a metric that no band has
      () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, line: 80 } } } }),
    ],
    [
      "with a field of no manifest",
      // @ts-expect-error with a field of no manifest
      () => defineFeature({ name: "a", coverage, owner: "me" }),
    ],
    [
      "with a field of no coverage",
      // @ts-expect-error with a field of no coverage
      () => defineFeature({ name: "a", coverage: { ...coverage, mutationTarget: ["entities"] } }),
    ],
    [
      "with no name",
      // @ts-expect-error a manifest with no name
      () => defineFeature({ name: "", coverage }),
    ],
    [
      "with no root",
      // @ts-expect-error a manifest with no root
      () => defineFeature({ name: "a", root: "", coverage }),
    ],
    [
      "with a layer's glob that is empty",
      // @ts-expect-error with a layer's glob that is empty
      () => defineFeature({ name: "a", coverage: { ...coverage, layers: { own: [""] } } }),
    ],
    [
      "with an exempt glob that is empty",
      // @ts-expect-error with an exempt glob that is empty
      () => defineFeature({ name: "a", coverage: { ...coverage, exempt: ["src/old/**", ""] } }),
    ],
    [
      "with a report that is empty",
      // @ts-expect-error with a report that is empty
      () => defineFeature({ name: "a", coverage: { ...coverage, reports: [""] } }),
    ],
  ])("%s", (_sentence, define) => expect(define).toThrow(ManifestError));
});

describe("a percent that is written down does not compile", () => {
  const of = { bands: { baseline: BAND } } as const;
  it.each<[string, () => unknown]>([
    // @ts-expect-error a percent below 0
    ["below 0", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: -1 } } } })],
    // @ts-expect-error a percent below 0 by a little
    ["below 0 by a little", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: -0.01 } } } })],
    // @ts-expect-error a percent below 0 by very little
    ["below 0 by very little", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: -1e-7 } } } })],
    // @ts-expect-error a percent above 100
    ["above 100", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 101 } } } })],
    // @ts-expect-error a percent above 100 by a little
    ["above 100 by a little", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 100.1 } } } })],
    // @ts-expect-error a percent of many digits
    ["of many digits", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 9587 } } } })],
    // @ts-expect-error a percent with an exponent
    ["with an exponent", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 1e3 } } } })],
    // @ts-expect-error a percent with a large exponent
    ["with a large exponent", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 1.5e21 } } } })],
    // @ts-expect-error a percent in a hexadecimal
    ["in a hexadecimal", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 0x65 } } } })],
    // @ts-expect-error a percent of statements
    ["of statements", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, statements: 101 } } } })],
    // @ts-expect-error a percent of branches
    ["of branches", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, branches: 101 } } } })],
    // @ts-expect-error a percent of functions
    ["of functions", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, functions: 101 } } } })],
    // @ts-expect-error a percent as const
    ["as const", () => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines: 101 } } } } as const)],
    // @ts-expect-error a percent of a layer
    ["of a layer", () => defineFeature({ name: "a", coverage: { bands: { baseline: BAND, entities: { ...BAND, lines: 101 } } } })],
    // @ts-expect-error a percent of mutants
    ["of mutants", () => defineFeature({ name: "a", coverage: { ...of, mutationScore: 101 } })],
    // @ts-expect-error a percent of mutants, as const
    ["of mutants, as const", () => defineFeature({ name: "a", coverage: { ...of, mutationScore: -1 } } as const)],
    // @ts-expect-error a percent of a repository
    ["of a repository", () => defineRepo({ band: { ...BAND, lines: 101 } })],
    // @ts-expect-error a percent of a repository, as const
    ["of a repository, as const", () => defineRepo({ band: { ...BAND, lines: -1 } } as const)],
  ])("%s", (_sentence, define) => expect(define).toThrow("allowed: a number from 0 to 100"));

  it("and neither does one of several of which one is wrong", () => {
    const either = (lines: 80 | 101) =>
      // @ts-expect-error a percent of two is wrong
      defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines } } } });
    expect(() => either(101)).toThrow(ManifestError);
  });

  it("nor does one in a manifest that is a constant before it is passed on", () => {
    const manifest = { name: "a", coverage: { bands: { baseline: { ...BAND, lines: 101 } } } } as const;
    // @ts-expect-error a percent above 100
    expect(() => defineFeature(manifest)).toThrow(ManifestError);
  });
});

describe("a repository's manifest does not compile", () => {
  const rule = { id: "old", globs: ["old/**"], why: "it goes" } as const;
  it.each<[string, () => unknown]>([
    // @ts-expect-error a manifest with an unknown field
    ["with an unknown field", () => defineRepo({ feature: ["packages/*"] })],
    // @ts-expect-error a manifest with an empty glob of folders
    ["with an empty glob of folders", () => defineRepo({ features: [""] })],
    // @ts-expect-error a manifest with an empty base
    ["with an empty base", () => defineRepo({ base: "" })],
    // @ts-expect-error a manifest with a band that has more
    ["with a band that has more", () => defineRepo({ band: { ...BAND, mutants: 80 } })],
    // @ts-expect-error a manifest with a rule without a reason
    ["with a rule without a reason", () => defineRepo({ exempt: [{ id: "old", globs: ["old/**"] }] })],
    // @ts-expect-error a manifest with a rule whose reason is empty
    ["with a rule whose reason is empty", () => defineRepo({ exempt: [{ ...rule, why: "" }] })],
    // @ts-expect-error a manifest with a rule whose id is empty
    ["with a rule whose id is empty", () => defineRepo({ exempt: [{ ...rule, id: "" }] })],
    // @ts-expect-error a manifest with a rule whose glob is empty
    ["with a rule whose glob is empty", () => defineRepo({ exempt: [rule, { ...rule, globs: [""] }] })],
    // @ts-expect-error a manifest with a rule whose exception is empty
    ["with a rule whose exception is empty", () => defineRepo({ exempt: [{ ...rule, except: [""] }] })],
    // @ts-expect-error a manifest with a rule that has more
    ["with a rule that has more", () => defineRepo({ exempt: [{ ...rule, because: "it goes" }] })],
    // @ts-expect-error a manifest with a path map from nothing
    ["with a path map from nothing", () => defineRepo({ pathMaps: [{ from: "", to: "packages" }] })],
    // @ts-expect-error a manifest with a path map that has more
    ["with a path map that has more", () => defineRepo({ pathMaps: [{ from: "/app", to: "packages", by: "me" }] })],
    // @ts-expect-error a manifest with no minutes before it warns
    ["with no minutes before it warns", () => defineRepo({ testTime: { warnMinutes: 0 } })],
    // @ts-expect-error a manifest with fewer minutes than none
    ["with fewer minutes than none", () => defineRepo({ testTime: { failMinutes: -1 } })],
    // @ts-expect-error a manifest with a time of no such name
    ["with a time of no such name", () => defineRepo({ testTime: { warnSeconds: 1 } })],
  ])("%s", (_sentence, define) => expect(define).toThrow(ManifestError));
});

describe("what compiles", () => {
  it("is every percent from 0 to 100, however it is written", () => {
    const bands = {
      baseline: { statements: 0, branches: 100, functions: 100.0, lines: 1e2 },
      entities: { statements: 0.01, branches: 99.99, functions: 1e-7, lines: 0x64 },
      "use-cases": { statements: 9, branches: 9.5, functions: 10, lines: 95.87 },
    } as const;
    expect(defineFeature({ name: "a", coverage: { bands, mutationScore: 99.5 } }).coverage.bands).toBe(bands);
    expect(defineRepo({ band: bands.entities }).band).toBe(bands.entities);
  });

  it("is a number that only the schema can judge", () => {
    const lines: number = 101;
    expect(() => defineFeature({ name: "a", coverage: { bands: { baseline: { ...BAND, lines } }, mutationScore: lines } })).toThrow(
      ManifestError,
    );
    expect(() => defineRepo({ band: { ...BAND, lines }, testTime: { warnMinutes: lines } })).toThrow(ManifestError);
  });

  it("is a name that only the schema can judge", () => {
    const layers: Readonly<Record<string, readonly string[]>> = { own: ["src/**"] };
    const targets: readonly string[] = ["own"];
    expect(defineFeature({ name: "a", coverage: { ...coverage, layers, mutationTargets: ["own"] } }).coverage.layers).toBe(layers);
    expect(() => defineFeature({ name: "a", coverage: { ...coverage, mutationTargets: targets } })).toThrow(ManifestError);
  });

  it("is any manifest of the schema's type, and stays of that type", () => {
    const feature = (manifest: FeatureManifest) => defineFeature(manifest);
    const repo = (manifest: RepoManifest) => defineRepo(manifest);
    expectTypeOf(feature).returns.toEqualTypeOf<FeatureManifest>();
    expectTypeOf(repo).returns.toEqualTypeOf<RepoManifest>();
    expect(feature({ name: "a", coverage })).toEqual({ name: "a", coverage });
    expect(repo({})).toEqual({});
  });

  it("is a field that is left out by the value undefined", () => {
    const manifest = defineFeature({
      name: "a",
      root: undefined,
      coverage: { ...coverage, layers: undefined, mutationTargets: ["entities"] },
    });
    expectTypeOf(manifest.coverage.mutationTargets).toEqualTypeOf<readonly ["entities"]>();
    expect(manifest.root).toBeUndefined();
  });

  it("keeps its literal types, with all its fields, as const or not", () => {
    const own = defineFeature({
      name: "a",
      root: "backend",
      coverage: {
        layers: { own: ["src/**"], other: [] },
        bands: { baseline: BAND, own: BAND },
        mutationTargets: ["own", "other"],
        mutationScore: 90,
        exempt: ["src/old/**"],
        reports: ["coverage.xml"],
      },
    });
    const repo = defineRepo({
      features: ["packages/*"],
      base: "origin/main",
      band: BAND,
      exempt: [{ id: "old", globs: ["old/**"], except: ["old/new/**"], why: "it goes" }],
      pathMaps: [{ from: "/app", to: "" }],
      testTime: { warnMinutes: 0.5, failMinutes: 10 },
    } as const);
    expectTypeOf(own.coverage.mutationTargets).toEqualTypeOf<readonly ["own", "other"]>();
    expectTypeOf(own.coverage.bands.own.lines).toEqualTypeOf<80>();
    expectTypeOf(repo.exempt[0].why).toEqualTypeOf<"it goes">();
    expectTypeOf(repo.testTime.warnMinutes).toEqualTypeOf<0.5>();
  });
});
