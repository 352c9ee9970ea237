import { EXEMPT_RULES, vitestThresholdsFromManifest, type BandPolicy } from "@repo/core-shared/conformance/coverage";
import { escapePath } from "tinyglobby";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import type { Reporter, Vite } from "vitest/node";
import { assertBandsMatch } from "./assert-bands-match.js";
import { FreshnessReporter } from "./freshness-reporter.js";
import { findRepoRoot } from "./repo-root.js";

const SOURCES = ["src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}"];

/**
 * A feature's whole vitest config. Thresholds, layers and excludes come from its manifest and the exempt rules.
 * With `--coverage` it writes `coverage/lcov.info` (paths relative to the repository, untested files with zero hits),
 * `coverage/coverage-final.json`, `coverage/sources.json` and `coverage/tests.json`, also where tests or thresholds fail.
 * @param manifest what `defineFeature` returned.
 * @param options.root the package's folder; the folder that vitest runs in where it is left out.
 * @throws PresetError where a band of the manifest holds no file.
 */
export function defineFeatureVitestConfig(manifest: BandPolicy & FeatureLike, options: { readonly root?: string } = {}): ViteUserConfig {
  const root = options.root ?? process.cwd();
  const repoRoot = findRepoRoot(root);
  assertBandsMatch(manifest, root);
  return defineConfig({
    root,
    plugins: [reportersWithCoverage([new FreshnessReporter({ repoRoot, include: SOURCES })])],
    test: {
      name: manifest.name,
      include: ["src/**/*.test.{ts,tsx,mjs}"],
      exclude: ["**/node_modules/**", "**/dist/**", "**/.stryker-tmp/**"],
      coverage: {
        provider: "v8",
        include: SOURCES,
        exclude: coverageExcludes(root, manifest.coverage.exempt ?? []),
        reporter: [["lcovonly", { projectRoot: repoRoot }], ["json"]],
        reportsDirectory: "coverage",
        reportOnFailure: true,
        thresholds: vitestThresholdsFromManifest(manifest),
      },
    },
  });
}

interface FeatureLike {
  readonly name: string;
  readonly coverage: { readonly exempt?: readonly string[] | undefined };
}

/**
 * vitest matches an exclude anywhere in the absolute path, so each glob is tied to the package's root:
 * a checkout below a folder named `coverage` must not lose its sources.
 * The rule for build output has no say here: nothing below `src` is made by a tool.
 */
function coverageExcludes(root: string, exempt: readonly string[]): string[] {
  const rules = EXEMPT_RULES.filter((rule) => rule.id !== "build-output").flatMap((rule) => rule.globs);
  return [...rules, ...exempt].map((glob) => `${escapePath(root)}/${glob}`);
}

/** A reporter named in the config is lost when one is named on the command line; one that a plugin adds is not. */
function reportersWithCoverage(reporters: readonly Reporter[]): Vite.Plugin {
  return {
    name: "bandline:reporters",
    configureVitest({ vitest }) {
      if (!vitest.config.coverage.enabled) return;
      (vitest.config.reporters as unknown[]).push(...reporters, ["json", { outputFile: "coverage/tests.json" }]);
    },
  };
}
