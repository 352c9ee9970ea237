import { DEFAULT_COVERAGE_BANDS } from "@repo/core-shared/conformance/coverage";
import type { FeatureManifest, RepoManifest } from "@repo/core-shared/conformance/feature";
import { expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { createPolicy, type PackageFacts } from "./file-policy.js";

const LOW = { statements: 10, branches: 20, functions: 30, lines: 40 };

function packageOf(folder: string, manifest: Partial<FeatureManifest["coverage"]> | null, root?: string): PackageFacts {
  const coverage = { bands: { baseline: LOW }, ...manifest };
  const name = folder === "" ? "root" : (folder.split("/").at(-1) ?? "");
  return {
    name,
    folder: asRepoPath(folder),
    manifest: manifest === null ? null : { name, coverage, ...(root === undefined ? {} : { root }) },
    manifestFile: null,
  };
}

const packages = [
  packageOf("packages/shop", {}),
  packageOf("packages/shop/kit", {
    layers: { core: ["src/**"] },
    bands: { baseline: LOW, core: { ...LOW, lines: 99 } },
    exempt: ["src/gen/**"],
  }),
  packageOf("packages/plain", null),
  packageOf("src/entities/odd", null),
  packageOf("manifests/py", { layers: { domain: ["app/**"] } }, "backend"),
];
const repo: RepoManifest = { exempt: [{ id: "legacy", globs: ["old/**"], why: "to be removed" }] };

it.each<[string, string, string | null, string, number, string | null]>([
  ["the longest folder that holds a file is its package", "packages/shop/kit/src/a.ts", "kit", "core", 99, null],
  ["a layer without a band falls through to baseline", "packages/shop/src/entities/a.ts", "shop", "entities", 40, null],
  [
    "a package without a manifest has the default bands",
    "packages/plain/src/entities/a.ts",
    "plain",
    "entities",
    DEFAULT_COVERAGE_BANDS.entities.lines,
    null,
  ],
  ["a file of no package has the default baseline", "tools/a.ts", null, "baseline", DEFAULT_COVERAGE_BANDS.baseline.lines, null],
  [
    "a folder's name is no prefix of another's",
    "packages/shopping/src/entities/a.ts",
    null,
    "baseline",
    DEFAULT_COVERAGE_BANDS.baseline.lines,
    null,
  ],
  ["a layer is looked for inside the package, not in the names of its folders", "src/entities/odd/lib/a.ts", "odd", "baseline", 80, null],
  ["a manifest may speak for another folder", "backend/app/a.py", "py", "domain", 40, null],
  ["a feature exempts its own files", "packages/shop/kit/src/gen/a.ts", "kit", "core", 99, "feature-kit"],
  ["and not another's", "packages/shop/src/gen/a.ts", "shop", "baseline", 40, null],
  ["the repository exempts files by its own rules", "old/a.ts", null, "baseline", 80, "legacy"],
  ["the common rules hold everywhere", "packages/shop/src/a.test.ts", "shop", "baseline", 40, "test-file"],
])("%s", (_sentence, file, name, layer, lines, exempt) => {
  const policy = createPolicy(packages, repo)(asRepoPath(file));
  expect([policy.package?.name ?? null, policy.layer, policy.band.lines, policy.exempt?.id ?? null]).toEqual([name, layer, lines, exempt]);
});

it("a repository that is one package has the root as its folder, and needs no manifest", () => {
  const policyOf = createPolicy([packageOf("", { exempt: ["src/gen/**"] })], null);
  expect(policyOf(asRepoPath("src/entities/a.ts"))).toMatchObject({ layer: "entities", exempt: null });
  expect(policyOf(asRepoPath("src/gen/a.ts")).exempt?.id).toBe("feature-root");
});
