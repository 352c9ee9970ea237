import { resolve } from "node:path";
import { EXEMPT_RULES, vitestThresholdsFromManifest, type BandPolicy } from "@repo/core-shared/conformance/coverage";
import { escapePath } from "tinyglobby";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import type { Reporter, Vite } from "vitest/node";
import { assertBandsMatch, SOURCE_GLOBS } from "./assert-bands-match.js";
import { FreshnessReporter } from "./freshness-reporter.js";
import { findRepoRoot } from "./repo-root.js";

/**
 * A feature's whole vitest config. Thresholds, layers and excludes come from its manifest and the exempt rules.
 * Thresholds hold for a whole run, and for the shards of one when they are merged (`--merge-reports`): a shard by itself has none.
 * With `--coverage` it writes `coverage/lcov.info` (paths relative to the repository, untested files with zero hits),
 * `coverage/coverage-final.json`, `coverage/sources.json` and `coverage/tests.json`, also where tests or thresholds fail.
 * @param manifest what `defineFeature` returned.
 * @param options.root the package's folder; the folder that vitest runs in where it is left out.
 * @param options.isolate whether each test file has its modules to itself, as vitest has it; `false` where the files are many, and loading modules takes
 * longer than the tests. Under Stryker they always have: a mutant in code that runs when its module is loaded needs it loaded anew.
 * @throws PresetError where a band of the manifest holds no file.
 */
export function defineFeatureVitestConfig(manifest: BandPolicy & FeatureLike, options: PresetOptions = {}): ViteUserConfig {
  const root = options.root ?? process.cwd();
  const repoRoot = findRepoRoot(root);
  // vitest looks for these globs anywhere in the absolute path, so each is tied to the package's root:
  // a checkout below a folder called `coverage` or `src` measures the same files as any other.
  const inRoot = (glob: string) => `${escapePath(root)}/${glob}`;
  assertBandsMatch(manifest, root);
  return defineConfig({
    root,
    plugins: [withCoverage([new FreshnessReporter({ repoRoot, include: SOURCE_GLOBS })])],
    test: {
      name: manifest.name,
      include: ["src/**/*.test.{ts,tsx,mjs}"],
      isolate: options.isolate !== false || process.env["STRYKER_MUTATOR_WORKER"] !== undefined,
      exclude: ["**/node_modules/**", "**/dist/**", "**/.stryker-tmp/**"],
      tags: [
        {
          name: "slow",
          description:
            "starts Stryker, whole runs of vitest, or many processes: `pnpm test` leaves it out, `pnpm test --coverage` does not",
        },
      ],
      // A test hangs or it does not; on a busy machine real git and real processes take many times as long.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      coverage: {
        provider: "v8",
        include: SOURCE_GLOBS.map(inRoot),
        exclude: [...EXEMPT_BELOW_SRC.flatMap((rule) => rule.globs), ...(manifest.coverage.exempt ?? [])].map(inRoot),
        reporter: [["lcovonly", { projectRoot: repoRoot }], ["json"]],
        reportsDirectory: "coverage",
        reportOnFailure: true,
        thresholds: vitestThresholdsFromManifest(manifest),
      },
    },
  });
}

interface PresetOptions {
  readonly root?: string;
  readonly isolate?: boolean;
}

interface FeatureLike {
  readonly name: string;
  readonly coverage: { readonly exempt?: readonly string[] | undefined };
}

/** The rules for what tools make have no say: nothing of it lies below `src`, where a folder may well be called `coverage`. */
const EXEMPT_BELOW_SRC = EXEMPT_RULES.filter((rule) => !["build-output", "coverage-report"].includes(rule.id));

/**
 * A reporter named in the config is lost when one is named on the command line; one that a plugin adds is not.
 * A shard runs some of the tests, so no band says anything of it.
 */
function withCoverage(reporters: readonly Reporter[]): Vite.Plugin {
  return {
    name: "bandline:coverage",
    configureVitest({ vitest }) {
      const { enabled, reportsDirectory } = vitest.config.coverage;
      if (!enabled) return;
      if (vitest.config.shard !== undefined) delete vitest.config.coverage.thresholds;
      const outputFile = resolve(vitest.config.root, reportsDirectory, "tests.json");
      (vitest.config.reporters as unknown[]).push(...reporters, ["json", { outputFile }]);
    },
  };
}
