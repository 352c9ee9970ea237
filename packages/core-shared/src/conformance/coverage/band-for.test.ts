import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandFor, bandOfLayer, layersOf, type BandPolicy } from "./band-for.js";
import { DEFAULT_COVERAGE_BANDS, DEFAULT_MUTATION_SCORE, METRICS, type CoverageBand } from "./bands.js";
import { DEFAULT_LAYERS } from "./layers.js";

const LOW: CoverageBand = { statements: 1, branches: 2, functions: 3, lines: 4 };
const HIGH: CoverageBand = { statements: 91, branches: 92, functions: 93, lines: 94 };
const { baseline, entities, controllers, "use-cases": useCases } = DEFAULT_COVERAGE_BANDS;

const onlyEntities: BandPolicy = { coverage: { bands: { baseline: LOW, entities: HIGH } } };
const ownLayers: BandPolicy = {
  coverage: { bands: { baseline: LOW, security: HIGH, constructor: HIGH }, layers: { security: ["security/**"], plain: ["plain/**"] } },
};

function check(path: string, band: CoverageBand, policy?: BandPolicy): void {
  expect(bandFor(path, policy)).toEqual(band);
}

describe("the band of a file", () => {
  it.each<[string, string, CoverageBand, BandPolicy?]>([
    ["is its layer's default one", "src/entities/user.ts", entities],
    ["is the same from the repository's root", "packages/auth/src/entities/user.ts", entities],
    ["is use-cases' default one", "packages/auth/src/application/use-cases/a.ts", useCases],
    ["is controllers' default one", "packages/auth/src/interface-adapters/controllers/a.ts", controllers],
    ["is baseline elsewhere", "packages/auth/src/a.ts", baseline],
    ["is the manifest's own", "src/entities/user.ts", HIGH, onlyEntities],
    ["is the manifest's baseline elsewhere", "src/a.ts", LOW, onlyEntities],
    ["falls through to baseline where the layer is left out", "src/application/use-cases/a.ts", LOW, onlyEntities],
    ["is that of a declared layer", "packages/x/security/a.py", HIGH, ownLayers],
    ["falls through to baseline where a declared layer is left out", "plain/a.py", LOW, ownLayers],
    ["is baseline for a default layer that other layers replace", "src/entities/user.ts", LOW, ownLayers],
  ])("%s", (_sentence, path, band, policy) => check(path, band, policy));
});

describe("the band of a layer", () => {
  it.each<[string, string, CoverageBand, BandPolicy?]>([
    ["is the default one without a policy", "use-cases", useCases],
    ["is the policy's", "entities", HIGH, onlyEntities],
    ["is baseline for baseline", "baseline", LOW, onlyEntities],
    ["is baseline for a name that every object knows", "toString", LOW, onlyEntities],
    ["is its own where such a name has a band", "constructor", HIGH, ownLayers],
  ])("%s", (_sentence, layer, band, policy) => expect(bandOfLayer(layer, policy)).toEqual(band));

  it("is always one of the policy's", () => {
    fc.assert(
      fc.property(fc.string(), (layer) => {
        expect([LOW, HIGH]).toContain(bandOfLayer(layer, onlyEntities));
      }),
    );
  });
});

describe("the layers of a policy", () => {
  it("are the declared ones", () => expect(layersOf(ownLayers)).toBe(ownLayers.coverage.layers));
  it("are the default ones where it declares none", () => expect(layersOf(onlyEntities)).toBe(DEFAULT_LAYERS));
});

describe("the numbers that hold without a manifest", () => {
  it.each<[string, CoverageBand, number[]]>([
    ["are 80/75/80/80 for baseline", baseline, [80, 75, 80, 80]],
    ["are full for entities", entities, [100, 100, 100, 100]],
    ["are full but for branches for use-cases", useCases, [100, 95, 100, 100]],
    ["are full but for branches for controllers", controllers, [100, 95, 100, 100]],
  ])("%s", (_sentence, band, numbers) => expect(METRICS.map((metric) => band[metric])).toEqual(numbers));

  it("ask that 80 % of the mutants are noticed", () => expect(DEFAULT_MUTATION_SCORE).toBe(80));
});
