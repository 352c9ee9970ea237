import { describe, expect, it, vi } from "vitest";
import { createTempFolder } from "./__fixtures__/temp-folder.js";
import { defineFeatureVitestConfig } from "./define-feature-vitest-config.js";
import { FreshnessReporter } from "./freshness-reporter.js";
import { PresetError } from "./preset-error.js";

const LOW = { statements: 1, branches: 2, functions: 3, lines: 4 };
const HIGH = { statements: 91, branches: 92, functions: 93, lines: 94 };
const FILES = { "repo/pnpm-workspace.yaml": "", "repo/packages/auth/src/entities/user.ts": "" };

type Manifest = Parameters<typeof defineFeatureVitestConfig>[0];
type Coverage = Manifest["coverage"];

/** @param expected a part of `test.coverage`, for the package's folder. */
function check(coverage: Coverage, expected: (root: string) => object): void {
  using folder = createTempFolder(FILES);
  const root = folder.path("repo/packages/auth");
  const config = defineFeatureVitestConfig({ name: "auth", coverage }, { root });
  expect(config).toMatchObject({ root, test: { name: "auth", coverage: expected(root) } });
}

describe("a feature's vitest config", () => {
  it.each<[string, Coverage, (root: string) => object]>([
    ["has baseline as its thresholds", { bands: { baseline: LOW } }, () => ({ thresholds: LOW })],
    [
      "has a threshold for each layer with a band",
      { bands: { baseline: LOW, entities: HIGH } },
      () => ({ thresholds: { ...LOW, "src/entities/**": HIGH } }),
    ],
    [
      "measures the sources of this package only",
      { bands: { baseline: LOW } },
      (root) => ({ include: [`${root}/src/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}`] }),
    ],
    [
      "leaves out what the rules and the manifest exempt, in this package",
      { bands: { baseline: LOW }, exempt: ["src/old/**"] },
      (root) => ({
        exclude: expect.arrayContaining([`${root}/**/index.ts`, `${root}/**/feature.manifest.ts`, `${root}/src/old/**`]) as unknown,
      }),
    ],
    [
      "does not leave out sources for their folder's name",
      { bands: { baseline: LOW } },
      (root) => ({ exclude: expect.not.arrayContaining([`${root}/**/coverage/**`]) as unknown }),
    ],
    [
      "has reports relative to the repository, also where a test fails",
      { bands: { baseline: LOW } },
      (root) => ({
        reporter: [["lcovonly", { projectRoot: root.replace("/packages/auth", "") }], ["json"]],
        reportsDirectory: "coverage",
        reportOnFailure: true,
        provider: "v8",
      }),
    ],
  ])("%s", (_sentence, coverage, expected) => check(coverage, expected));

  it.each<[string, { readonly isolate?: boolean }, string | undefined, boolean]>([
    ["has modules of their own", {}, undefined, true],
    ["has modules of their own where it is asked for", { isolate: true }, undefined, true],
    ["shares modules where it is asked for", { isolate: false }, undefined, false],
    ["has modules of their own under Stryker", { isolate: false }, "1", true],
  ])("each test file %s", (_sentence, options, worker, expected) => {
    vi.stubEnv("STRYKER_MUTATOR_WORKER", worker);
    using folder = createTempFolder(FILES);
    const config = defineFeatureVitestConfig(
      { name: "auth", coverage: { bands: { baseline: LOW } } },
      { root: folder.path("repo"), ...options },
    );
    vi.unstubAllEnvs();
    expect(config).toMatchObject({ test: { isolate: expected } });
  });

  it("is that of the current folder where no other is named", () => {
    const config = defineFeatureVitestConfig({ name: "here", coverage: { bands: { baseline: LOW } } });
    expect(config.root).toBe(process.cwd());
  });

  it("does not exist where a band holds no file", () => {
    using folder = createTempFolder(FILES);
    const manifest = { name: "auth", coverage: { bands: { baseline: LOW, controllers: HIGH } } };
    expect(() => defineFeatureVitestConfig(manifest, { root: folder.path("repo/packages/auth") })).toThrow(PresetError);
  });
});

interface ResolvedConfig {
  root: string;
  coverage: { enabled: boolean; reportsDirectory: string; thresholds?: object };
  reporters: unknown[];
  shard?: { index: number; count: number };
}

interface PresetPlugin {
  configureVitest(context: { vitest: { config: ResolvedConfig } }): void;
}

function isPresetPlugin(plugin: unknown): plugin is PresetPlugin {
  return typeof plugin === "object" && plugin !== null && "configureVitest" in plugin;
}

/** @returns the config of a vitest that names `dot`, as the preset's plugins leave it. */
function configured(enabled: boolean, reportsDirectory = "coverage", more: Partial<ResolvedConfig> = {}): ResolvedConfig {
  const { plugins = [] } = defineFeatureVitestConfig({ name: "here", coverage: { bands: { baseline: LOW } } });
  const coverage = { enabled, reportsDirectory, thresholds: LOW };
  const config: ResolvedConfig = { root: "/repo/packages/auth", coverage, reporters: ["dot"], ...more };
  for (const plugin of (plugins as readonly unknown[]).filter(isPresetPlugin)) plugin.configureVitest({ vitest: { config } });
  return config;
}

describe("the preset's plugin", () => {
  const withJson = (outputFile: string): unknown[] => ["dot", expect.any(FreshnessReporter), ["json", { outputFile }]];

  it.each<[string, boolean, string, unknown[]]>([
    ["adds its reporters to those that are named", true, "coverage", withJson("/repo/packages/auth/coverage/tests.json")],
    ["follows the folder of the reports", true, "/elsewhere", withJson("/elsewhere/tests.json")],
    ["adds none without coverage", false, "coverage", ["dot"]],
  ])("%s", (_sentence, enabled, reports, reporters) => expect(configured(enabled, reports).reporters).toEqual(reporters));

  it("asks a shard for no threshold, and a whole run for its own", () => {
    expect(configured(true, "coverage", { shard: { index: 1, count: 2 } }).coverage.thresholds).toBeUndefined();
    expect(configured(true).coverage.thresholds).toEqual(LOW);
  });
});
