import { parseFeature } from "@repo/core-shared/conformance/feature";
import { describe, expect, it } from "vitest";
import { composeConfig, type ConfigLayer } from "./stryker-config.js";

const BAND = { statements: 80, branches: 75, functions: 80, lines: 80 };

function manifestWith(coverage: object) {
  return parseFeature({ name: "shop", coverage: { bands: { baseline: BAND }, ...coverage } }, "feature.manifest.ts");
}

interface Case {
  readonly layers: readonly Readonly<Record<string, unknown>>[];
  readonly manifest?: object;
  readonly cores?: number;
}

function compose({ layers, manifest, cores = 8 }: Case) {
  const files = layers.map((options, index): ConfigLayer => ({ file: `${String(index)}.json`, options }));
  return composeConfig(files, { manifest: manifest === undefined ? null : manifestWith(manifest), cores });
}

/** What Stryker is handed, but for the threshold that is never Stryker's to judge. */
function check(given: Case, expected: object): void {
  const { thresholds, ...options } = compose(given).options;
  expect(options).toEqual({ concurrency: 4, ...expected });
  expect(thresholds).toHaveProperty("break", null);
}

function checkFault(given: Case, expected: RegExp): void {
  expect(() => compose(given)).toThrow(
    expect.objectContaining({ code: "CONFIG_INVALID", exitCode: 2, message: expect.stringMatching(expected) as string }),
  );
}

describe("a Stryker configuration", () => {
  const rows: [sentence: string, given: Case, expected: object][] = [
    ["of one file is what that file says", { layers: [{ testRunner: "vitest" }] }, { testRunner: "vitest" }],
    [
      "takes from a base what the package leaves out",
      { layers: [{ testRunner: "vitest" }, { timeoutMS: 9 }] },
      { testRunner: "vitest", timeoutMS: 9 },
    ],
    ["says what the last file says", { layers: [{ timeoutMS: 1 }, { timeoutMS: 2 }] }, { timeoutMS: 2 }],
    ["takes a list as a whole", { layers: [{ mutate: ["a", "b"] }, { mutate: ["c"] }] }, { mutate: ["c"] }],
    [
      "merges objects",
      { layers: [{ vitest: { related: true, dir: "x" } }, { vitest: { dir: "y" } }] },
      { vitest: { related: true, dir: "y" } },
    ],
    ["keeps its schema to itself", { layers: [{ $schema: "./schema.json", timeoutMS: 1 }] }, { timeoutMS: 1 }],
    [
      "mutates the globs of the layers that the manifest names, whatever the files say",
      {
        layers: [{ mutate: ["src/**"] }],
        manifest: { layers: { core: ["src/core/**"] }, mutationTargets: ["core"], exempt: ["src/core/made/**"] },
      },
      { mutate: expect.arrayContaining(["src/core/**", "!**/*.test.{ts,tsx,mjs}", "!src/core/made/**"]) as string[] },
    ],
    [
      "mutates what the files say where the manifest names no target",
      { layers: [{ mutate: ["src/**"] }], manifest: {} },
      { mutate: ["src/**"] },
    ],
    [
      "mutates nothing where the manifest's list is empty",
      { layers: [{ mutate: ["src/**"] }], manifest: { mutationTargets: [] } },
      { mutate: [] },
    ],
    ["has four workers at most", { layers: [{ concurrency: 9 }] }, { concurrency: 4 }],
    ["has no more workers than there are cores", { layers: [{}], cores: 2 }, { concurrency: 2 }],
    ["has as many workers as are asked for", { layers: [{ concurrency: 3 }] }, { concurrency: 3 }],
    ["takes a part of the cores", { layers: [{ concurrency: "25%" }] }, { concurrency: 2 }],
    ["has one worker at least", { layers: [{ concurrency: "10%" }], cores: 1 }, { concurrency: 1 }],
  ];
  it.each(rows)("%s", (_, given, expected) => check(given, expected));

  const thresholds: [sentence: string, given: Case, expected: number][] = [
    ["the manifest's score is the threshold", { layers: [{ thresholds: { break: 70 } }], manifest: { mutationScore: 90 } }, 90],
    ["without one it is where the files break", { layers: [{ thresholds: { high: 90, low: 80, break: 70 } }], manifest: {} }, 70],
    ["without either it is 80", { layers: [{ thresholds: { break: null } }] }, 80],
  ];
  it.each(thresholds)("%s", (_, given, expected) => expect(compose(given).threshold).toBe(expected));

  it("judges the same wherever it runs: workers, plugins and reporters change no result", () => {
    const { judging } = compose({ layers: [{ plugins: ["/a/b.js"], reporters: ["json"], concurrency: 2, timeoutMS: 5 }] });
    expect(judging).toEqual({ timeoutMS: 5 });
  });

  const faults: [sentence: string, given: Case, expected: RegExp][] = [
    ["an option that nobody knows", { layers: [{ mutat: [] }] }, /^0\.json: mutat is no option; did you mean mutate\?$/],
    [
      "an option unlike any other",
      { layers: [{ zzzzzzzzzzzzzzzz: 1 }] },
      /^0\.json: zzzzzzzzzzzzzzzz is no option of Stryker's that a package may set$/,
    ],
    [
      "a threshold that nobody knows",
      { layers: [{ thresholds: { brake: 80 } }] },
      /^0\.json: thresholds\.brake is no option; did you mean break\?$/,
    ],
    [
      "a value of another kind, in the file that says it",
      { layers: [{}, { timeoutMS: "5" }] },
      /^1\.json: timeoutMS is "5"; allowed: a number$/,
    ],
    [
      "a percentage beyond 100",
      { layers: [{ thresholds: { break: 101 } }] },
      /^0\.json: thresholds\.break is 101; allowed: a number from 0 to 100$/,
    ],
    ["no workers", { layers: [{ concurrency: 0 }] }, /concurrency is 0; allowed: a whole number from 1, or a percentage/],
    ["what bandline decides itself", { layers: [{ incremental: true }] }, /incremental is no option of Stryker's that a package may set/],
  ];
  it.each(faults)("refuses %s", (_, given, expected) => checkFault(given, expected));
});
