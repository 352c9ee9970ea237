import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandFor, type DeclaredBands } from "./band-for.js";
import { DEFAULT_COVERAGE_BANDS, type CoverageBand } from "./bands.js";
import { matcherOf } from "./globs.js";
import { DEFAULT_LAYERS, type Layers } from "./layers.js";
import { vitestThresholdsFromBands, vitestThresholdsFromManifest } from "./vitest-thresholds.js";

const LOW: CoverageBand = { statements: 1, branches: 2, functions: 3, lines: 4 };
const MIDDLE: CoverageBand = { statements: 51, branches: 52, functions: 53, lines: 54 };
const HIGH: CoverageBand = { statements: 91, branches: 92, functions: 93, lines: 94 };

function check(bands: DeclaredBands, layers: Layers | undefined, expected: object): void {
  expect(vitestThresholdsFromBands(bands, layers)).toEqual(expected);
  expect(vitestThresholdsFromManifest({ coverage: { bands, layers } })).toEqual(expected);
}

describe("vitest's thresholds", () => {
  it.each<[string, DeclaredBands, Layers | undefined, object]>([
    ["are baseline's, where nothing else is stated", { baseline: LOW }, undefined, LOW],
    ["hold a layer's band under its glob", { baseline: LOW, entities: HIGH }, undefined, { ...LOW, "src/entities/**": HIGH }],
    [
      "hold it under each of its globs",
      { baseline: LOW, both: HIGH },
      { both: ["src/a/**", "src/b/**"] },
      { ...LOW, "src/a/**": HIGH, "src/b/**": HIGH },
    ],
    ["leave out a layer without a band", { baseline: LOW, a: HIGH }, { a: ["src/a/**"], b: ["src/b/**"] }, { ...LOW, "src/a/**": HIGH }],
    ["leave out a band without a layer", { baseline: LOW, a: HIGH }, {}, LOW],
    ["leave out a layer whose name every object knows", { baseline: LOW }, { constructor: ["src/**"] }, LOW],
    [
      "hold the first layer's band for a glob of two",
      { baseline: LOW, a: HIGH, b: MIDDLE },
      { a: ["src/**"], b: ["src/**"] },
      { ...LOW, "src/**": HIGH },
    ],
    [
      "hold the default bands for the default layers",
      DEFAULT_COVERAGE_BANDS,
      undefined,
      {
        statements: 80,
        branches: 75,
        functions: 80,
        lines: 80,
        "src/entities/**": { statements: 100, branches: 100, functions: 100, lines: 100 },
        "src/application/use-cases/**": { statements: 100, branches: 95, functions: 100, lines: 100 },
        "src/interface-adapters/controllers/**": { statements: 100, branches: 95, functions: 100, lines: 100 },
      },
    ],
  ])("%s", (_sentence, bands, layers, expected) => check(bands, layers, expected));

  it("hold each file to the band that bandFor names", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const band = fc.record({ statements: percent, branches: percent, functions: percent, lines: percent });
    const declared = fc.record({ baseline: band, entities: band, "use-cases": band, controllers: band }, { requiredKeys: ["baseline"] });
    const file = fc.constantFrom(
      "src/a.ts",
      "src/entities/a.ts",
      "src/application/use-cases/a.ts",
      "src/interface-adapters/controllers/a.ts",
    );
    fc.assert(
      fc.property(declared, file, (bands, path) => {
        const thresholds = vitestThresholdsFromBands(bands);
        const glob = Object.values(DEFAULT_LAYERS)
          .flat()
          .find((candidate) => candidate in thresholds && matcherOf([candidate])(path));
        const { statements, branches, functions, lines } = thresholds;
        const held = glob === undefined ? { statements, branches, functions, lines } : thresholds[glob];
        expect(held).toEqual(bandFor(path, { coverage: { bands } }));
      }),
    );
  });
});
