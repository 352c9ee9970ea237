import { expect, it } from "vitest";
import { engineConfig, literalGlob, type EngineSettings } from "./engine-config.js";

const settings: EngineSettings = {
  cwd: "/repo/a",
  tempDirName: "/repo/.stryker-tmp/run/a/.stryker-tmp",
  plugin: "/plugin.js",
  reports: false,
};

it.each<[string, object, Partial<EngineSettings>, object]>([
  [
    "the engine's own decisions before all others",
    {
      mutate: ["src/**"],
      reporters: ["html"],
      incremental: true,
      allowEmpty: true,
      dryRunOnly: true,
      cleanTempDir: false,
      tempDirName: "x",
    },
    {},
    {
      mutate: ["src/**"],
      reporters: [],
      incremental: false,
      allowEmpty: false,
      dryRunOnly: false,
      cleanTempDir: "always",
      tempDirName: settings.tempDirName,
    },
  ],
  [
    "no score that fails the engine",
    { thresholds: { high: 90, low: 80, break: 80 } },
    {},
    { thresholds: { high: 90, low: 80, break: null } },
  ],
  [
    "no sandbox inside a sandbox",
    { ignorePatterns: ["docs", "!.stryker-tmp"] },
    {},
    { ignorePatterns: ["docs", "!.stryker-tmp", ".stryker-tmp"] },
  ],
  [
    "the plugins as they are where every mutant runs",
    { plugins: ["/p.js"], checkers: ["typescript"] },
    {},
    { plugins: ["/p.js"], checkers: ["typescript"] },
  ],
  [
    "our checker before others where mutants are chosen",
    { plugins: ["/p.js"], checkers: ["typescript"] },
    { choice: { files: ["src/a.ts"] } },
    {
      plugins: ["/p.js", "/plugin.js"],
      checkers: ["bandline", "typescript"],
      reporters: [],
      bandline: { cwd: "/repo/a", files: ["src/a.ts"] },
    },
  ],
  [
    "our reporter where it tells the results, beside Stryker's default plugins",
    {},
    { reports: true },
    { plugins: ["@stryker-mutator/*", "/plugin.js"], checkers: [], reporters: ["bandline"], bandline: { cwd: "/repo/a" } },
  ],
])("the configuration has %s", (_sentence, config, changed, expected) => {
  expect(engineConfig({ ...config }, { ...settings, ...changed })).toMatchObject(expected);
});

it("signs of a glob in a path are taken literally", () => {
  expect(literalGlob("src/[id]/a*?.ts")).toBe("src/[[]id[]]/a[*][?].ts");
});
