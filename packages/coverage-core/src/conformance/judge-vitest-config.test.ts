import { DEFAULT_COVERAGE_BANDS, vitestThresholdsFromBands } from "@repo/core-shared/conformance/coverage";
import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { stateFeature } from "./judge-manifests.js";
import { judgeVitestConfig } from "./judge-vitest-config.js";
import { readVitestConfig, type VitestConfigSource } from "./read-vitest-config.js";

const FILE = asRepoPath("packages/shop/vitest.config.ts");
const MANIFEST = "packages/shop/src/feature.manifest.ts";
const KNOWN = new Set([MANIFEST, "packages/cart/src/feature.manifest.ts", "packages/shop/src/own.ts"]);
const read = (text: string, presetFolder: string | null = "packages/core-testing", file = FILE) =>
  readVitestConfig(file, text, { known: KNOWN, presetFolder: presetFolder === null ? null : asRepoPath(presetFolder) });

const PRESET = 'import { defineFeatureVitestConfig } from "@repo/core-testing";\n';
const OWN = 'import { shopManifest } from "./src/feature.manifest.js";\n';
const CALL = "export default defineFeatureVitestConfig(shopManifest, { root: import.meta.dirname });\n";
const plain = { kind: "plain", manifest: MANIFEST };
const unknown = { kind: "unknown" };

describe("the thresholds of a config come", () => {
  it.each<[sentence: string, text: string, source: object]>([
    ["from its manifest", PRESET + OWN + CALL, plain],
    [
      "from its manifest, by a constant",
      `${PRESET}${OWN}const config = defineFeatureVitestConfig(shopManifest);\nexport default config;\n`,
      plain,
    ],
    ["from its manifest, with modules shared", PRESET + OWN + CALL.replace("dirname }", "dirname, isolate: false }"), plain],
    [
      "from its manifest, under other names",
      `import { defineFeatureVitestConfig as of } from "@repo/core-testing";\nimport { shopManifest as m } from "./src/feature.manifest.js";\nexport default of(m);\n`,
      plain,
    ],
    ["from its manifest, by the preset's path", PRESET.replace("@repo/core-testing", "../core-testing/dist/index.js") + OWN + CALL, plain],
    [
      "from another manifest",
      PRESET + OWN.replace("./src", "../cart/src") + CALL,
      { kind: "plain", manifest: "packages/cart/src/feature.manifest.ts" },
    ],
    [
      "from a literal",
      `${PRESET}export default {\n  test: { coverage: {\n    thresholds: { lines: 80 },\n  } },\n};\n`,
      { kind: "literal", lines: [4] },
    ],
    [
      "from a literal in a constant",
      'const thresholds = { lines: 80 };\nexport default { test: { coverage: { thresholds, "thresholds": other } } };\n',
      { kind: "literal", lines: [2] },
    ],
    ["from who knows where, with a syntax error", "export default {", { kind: "broken" }],
  ])("%s", (_sentence, text, source) => expect(read(text)).toEqual(source));

  it.each<[sentence: string, text: string]>([
    ["with nothing exported", PRESET + OWN],
    ["with an object", "export default { test: { coverage: { ...shared } } };\n"],
    ["with a constant that is none here", 'import config from "../shared.js";\nexport default config;\n'],
    ["with another definer", PRESET.replace("defineFeatureVitestConfig", "other as defineFeatureVitestConfig") + OWN + CALL],
    ["with a definer of another package", PRESET.replace("@repo/core-testing", "@other/testing") + OWN + CALL],
    ["with a definer of its own", PRESET.replace("@repo/core-testing", "./src/own.js") + OWN + CALL],
    ["with a definer that is imported by default", `import defineFeatureVitestConfig from "@repo/core-testing";\n${OWN}${CALL}`],
    [
      "with a method of a module",
      `import * as preset from "@repo/core-testing";\n${OWN}export default preset.defineFeatureVitestConfig(shopManifest);\n`,
    ],
    ["with nothing handed over", `${PRESET}export default defineFeatureVitestConfig();\n`],
    ["with a changed manifest", `${PRESET}${OWN}export default defineFeatureVitestConfig({ ...shopManifest });\n`],
    ["with a manifest that is no import", `${PRESET}const shopManifest = {};\n${CALL}`],
    ["with a manifest of a package", PRESET + OWN.replace("./src/feature.manifest.js", "@demo/shop/manifest") + CALL],
    ["with a manifest that is not there", PRESET + OWN.replace("feature", "future") + CALL],
    ["with another root", `${PRESET}${OWN}export default defineFeatureVitestConfig(shopManifest, { root: "elsewhere" });\n`],
    [
      "with more options",
      `${PRESET}${OWN}export default defineFeatureVitestConfig(shopManifest, { root: import.meta.dirname, ...more });\n`,
    ],
    ["with something around it", `${PRESET}${OWN}export default merge(defineFeatureVitestConfig(shopManifest), {});\n`],
  ])("from where only vitest knows, %s", (_sentence, text) => expect(read(text)).toEqual(unknown));

  it("from the preset itself in the preset's own package, and from no path where it is not of this repository", () => {
    const own = asRepoPath("packages/core-testing/vitest.config.ts");
    const text = PRESET.replace("@repo/core-testing", "./src/index.js") + OWN.replace("./src", "../shop/src") + CALL;
    expect(read(text, "packages/core-testing", own)).toEqual(plain);
    expect(read(PRESET.replace("@repo/core-testing", "../core-testing/dist/index.js") + OWN + CALL, null)).toEqual(unknown);
  });
});

const TEXT = `export const shopManifest = defineFeature({ name: "shop", coverage: { bands: DEFAULT_COVERAGE_BANDS } } as const);\n`;
const manifest = stateFeature({ file: asRepoPath(MANIFEST), text: TEXT });
const EXPECTED = vitestThresholdsFromBands(DEFAULT_COVERAGE_BANDS);
const HINT =
  'make packages/shop/vitest.config.ts: import { defineFeatureVitestConfig } from "@repo/core-testing"; import { shopManifest } from "./src/feature.manifest.js"; export default defineFeatureVitestConfig(shopManifest, { root: import.meta.dirname });';

interface Row {
  readonly source: VitestConfigSource | null;
  readonly hasTests?: boolean;
  readonly received?: unknown;
  readonly of?: typeof manifest;
}

const ENTITIES = "src/entities/**";

describe("of a config is told", () => {
  it.each<[sentence: string, row: Row, told: string[]]>([
    ["nothing where it takes its own manifest", { source: { kind: "plain", manifest: asRepoPath(MANIFEST) } }, []],
    [
      "that it takes another manifest",
      { source: { kind: "plain", manifest: asRepoPath("packages/cart/src/feature.manifest.ts") } },
      [`1 the config takes its thresholds from packages/cart/src/feature.manifest.ts, and not from ${MANIFEST}`],
    ],
    [
      "each line with a literal",
      { source: { kind: "literal", lines: [3, 9] } },
      [3, 9].map((line) => `${line} the config states thresholds by itself, beside the manifest`),
    ],
    ["that it is broken", { source: { kind: "broken" } }, ["1 the config has a syntax error"]],
    [
      "that there is none for tests",
      { source: null, hasTests: true },
      ["- the package has tests and no vitest config, so no band of its manifest is held"],
    ],
    ["nothing where there is none, and no test", { source: null }, []],
    ["nothing where vitest gets the same", { source: { kind: "unknown" }, received: { ...EXPECTED, perFile: true } }, []],
    ["that vitest gets none", { source: { kind: "unknown" }, received: null }, ["1 vitest gets no thresholds"]],
    [
      "each difference",
      {
        source: { kind: "unknown" },
        received: {
          ...EXPECTED,
          lines: 50,
          functions: undefined,
          [ENTITIES]: undefined,
          "src/ui/**": { lines: 1 },
          "src/application/use-cases/**": { statements: 100, branches: 95, functions: 100, lines: 99 },
        },
      },
      [
        "1 vitest gets functions nothing for all files, the manifest says 80",
        "1 vitest gets lines 50 for all files, the manifest says 80",
        "1 vitest gets lines 99 for src/application/use-cases/**, the manifest says 100",
        "1 vitest gets no threshold for src/entities/**",
        "1 vitest gets a threshold for src/ui/**, of which the manifest says nothing",
      ],
    ],
    [
      "nothing against a manifest that cannot be used",
      { source: { kind: "unknown" }, received: null, of: stateFeature({ file: asRepoPath(MANIFEST), text: "" }) },
      [],
    ],
  ])("%s", (_sentence, { source, hasTests = false, received, of = manifest }, told) => {
    const findings = judgeVitestConfig({ manifest: of, file: FILE, source, hasTests, received });
    expect(findings.map(({ line, message }) => `${line ?? "-"} ${message}`).sort()).toEqual([...told].sort());
    for (const each of findings) expect([each.file, each.hint]).toEqual([FILE, HINT]);
  });

  it("the edit, also where the manifest has no name to import", () => {
    const unnamed = stateFeature({ file: asRepoPath(MANIFEST), text: TEXT.replace("export const shopManifest =", "export default") });
    const [finding] = judgeVitestConfig({ manifest: unnamed, file: FILE, source: { kind: "broken" }, hasTests: true });
    expect(finding?.hint).toContain("export default defineFeatureVitestConfig(manifest, {");
  });
});
