import { fileURLToPath } from "node:url";
import { describe, expect, expectTypeOf, it } from "vitest";
import { defineFeature } from "./define-feature.js";
import { ManifestError } from "./manifest-error.js";

const FILE = fileURLToPath(import.meta.url);
const BAND = { statements: 80, branches: 75, functions: 80, lines: 80 } as const;

function check(branches: number, problem: object): void {
  const define = () => defineFeature({ name: "auth", coverage: { bands: { baseline: BAND, entities: { ...BAND, branches } } } });
  expect(define).toThrow(ManifestError);
  expect(define).toThrow(expect.objectContaining({ file: FILE, problems: [problem] }));
}

describe("defining a feature", () => {
  it("gives the same object", () => {
    const manifest = { name: "auth", coverage: { bands: { baseline: BAND }, mutationTargets: ["entities"] } } as const;
    expect(defineFeature(manifest)).toBe(manifest);
  });

  it("keeps the literal types", () => {
    const manifest = defineFeature({
      name: "auth",
      coverage: { bands: { baseline: BAND, entities: BAND }, mutationTargets: ["entities", "use-cases"] },
    });
    expectTypeOf(manifest.name).toEqualTypeOf<"auth">();
    expectTypeOf(manifest.coverage.mutationTargets).toEqualTypeOf<readonly ["entities", "use-cases"]>();
    expectTypeOf(manifest.coverage.bands.entities.branches).toEqualTypeOf<75>();
    expectTypeOf<keyof typeof manifest.coverage.bands>().toEqualTypeOf<"baseline" | "entities">();
  });

  it("takes no manifest without a baseline", () => {
    // @ts-expect-error a baseline is missing
    expect(() => defineFeature({ name: "auth", coverage: { bands: {} } })).toThrow(ManifestError);
  });

  it.each<[string, number, string]>([
    ["above 100", 120, "120"],
    ["below 0", -1, "-1"],
    ["that is no number", Number.NaN, "NaN"],
  ])("refuses a percent %s, naming the file that defines, the field and what is allowed", (_sentence, branches, received) =>
    check(branches, { field: "coverage.bands.entities.branches", received, allowed: "a number from 0 to 100" }),
  );

  it("says all of it in the message", () => {
    // @ts-expect-error a percent above 100
    const define = () => defineFeature({ name: "auth", coverage: { bands: { baseline: { ...BAND, branches: 120 } } } });
    expect(define).toThrow(`${FILE}: coverage.bands.baseline.branches is 120; allowed: a number from 0 to 100`);
  });
});
