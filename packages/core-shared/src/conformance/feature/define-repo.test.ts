import { fileURLToPath } from "node:url";
import { describe, expect, expectTypeOf, it } from "vitest";
import { defineRepo } from "./define-repo.js";
import { ManifestError } from "./manifest-error.js";

const FILE = fileURLToPath(import.meta.url);

function check(base: string, message: string): void {
  expect(() => defineRepo({ base })).toThrow(ManifestError);
  expect(() => defineRepo({ base })).toThrow(message);
}

describe("defining a repository", () => {
  it("gives the same object", () => {
    const manifest = { features: ["packages/*"], exempt: [{ id: "legacy", globs: ["old/**"], why: "it goes" }] } as const;
    expect(defineRepo(manifest)).toBe(manifest);
  });

  it("keeps the literal types", () => {
    const manifest = defineRepo({ base: "origin/main", features: ["packages/*"] });
    expectTypeOf(manifest.base).toEqualTypeOf<"origin/main">();
    expectTypeOf(manifest.features).toEqualTypeOf<readonly ["packages/*"]>();
  });

  it("refuses what is wrong, naming the file that defines", () => check("", `${FILE}: base is ""; allowed: a git ref`));
});
