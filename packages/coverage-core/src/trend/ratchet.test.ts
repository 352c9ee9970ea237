import type { CoverageBand } from "@repo/core-shared/conformance/coverage";
import { parseFeature } from "@repo/core-shared/conformance/feature";
import { describe, expect, it } from "vitest";
import { judgeGuard } from "../guard/judge-guard.js";
import { parseFeatureSource } from "../manifest/parse-manifest-source.js";
import { asRepoPath } from "../path/repo-path.js";
import { pointOf, totalsOf, type Figures } from "./__fixtures__/points.js";
import { applyRaises } from "./apply-raises.js";
import { raisesOfFeature, raisesOfRepo, type LayerReach, type RatchetFeature } from "./ratchet.js";

const bandOf = (lines: number): CoverageBand => ({ statements: 100, branches: 100, functions: 100, lines });
const WHOLE: LayerReach = { isWhole: true, layers: [] };

interface Case {
  /** Lines by band. */
  readonly bands: Record<string, number>;
  /** Covered and total of lines, by layer; `auth` is the package. */
  readonly figures: Figures;
  readonly reach?: Readonly<Record<string, LayerReach>>;
  readonly layers?: readonly string[];
  readonly asked?: readonly string[];
}

function ratchetOf({ bands, figures, reach = {}, layers = ["baseline", "core", "web"], asked = [] }: Case) {
  const manifest = parseFeature(
    {
      name: "auth",
      coverage: {
        layers: { core: ["src/core/**"], web: ["src/web/**"] },
        bands: Object.fromEntries(Object.entries(bands).map(([name, lines]) => [name, bandOf(lines)])),
      },
    },
    "f.ts",
  );
  const feature: RatchetFeature = { file: "f.ts", package: "auth", manifest, reachOf: (layer) => reach[layer] ?? WHOLE, layers };
  return raisesOfFeature(feature, pointOf(1, [1, 1], figures), asked);
}

describe("a bound is raised", () => {
  const full: Figures = { auth: [95, 100], "auth:baseline": [96, 100], "auth:core": [98, 100], "auth:web": [97, 100] };

  it.each<[string, Case, string[]]>([
    [
      "to whole percents",
      { bands: { baseline: 0, core: 90 }, figures: { ...full, "auth:core": [989, 1000] } },
      ["baseline 0 → 95", "core 90 → 98"],
    ],
    ["not where it holds already", { bands: { baseline: 95, core: 98 }, figures: full }, []],
    ["never to a lower one", { bands: { baseline: 99, core: 99.5 }, figures: full }, []],
    [
      "not from a fraction to the whole percent below it",
      { bands: { baseline: 100, core: 98.5 }, figures: { ...full, "auth:core": [989, 1000] } },
      [],
    ],
    ["of baseline to what the package has, where its layers have more", { bands: { baseline: 80 }, figures: full }, ["baseline 80 → 95"]],
    [
      "of baseline to the least of the layers that it governs",
      { bands: { baseline: 80, core: 98 }, figures: { ...full, "auth:web": [85, 100] } },
      ["baseline 80 → 85"],
    ],
    [
      "of baseline whatever a layer with its own band has",
      { bands: { baseline: 80, core: 10 }, figures: { ...full, "auth:core": [10, 100] } },
      ["baseline 80 → 95"],
    ],
    [
      "of baseline to the files of no layer, where they have least",
      { bands: { baseline: 80 }, figures: { ...full, "auth:baseline": [9, 10] } },
      ["baseline 80 → 90"],
    ],
    [
      "not where there is nothing to measure",
      { bands: { baseline: 80, core: 80 }, figures: { auth: [0, 0], "auth:baseline": [0, 0], "auth:core": [0, 0], "auth:web": [0, 0] } },
      [],
    ],
    ["not of a package that the point does not have", { bands: { baseline: 80 }, figures: {} }, []],
    ["only of what was asked for", { bands: { baseline: 0, core: 90, web: 0 }, figures: full, asked: ["core"] }, ["core 90 → 98"]],
  ])("%s", (_sentence, input, expected) => {
    const { raises, kept } = ratchetOf(input);
    expect(raises.map(({ band, metric, from, to }) => (metric === "lines" ? `${band} ${from} → ${to}` : metric))).toEqual(expected);
    expect(kept).toEqual([]);
  });
});

describe("a bound stays, and that is said,", () => {
  const figures: Figures = { auth: [95, 100], "auth:baseline": [96, 100], "auth:core": [98, 100], "auth:web": [97, 100] };
  const part: LayerReach = { isWhole: false, layers: ["core"] };

  it.each<[string, Case, string[]]>([
    [
      "where vitest would hold a part of the layer to it",
      { bands: { baseline: 99, core: 90 }, figures, reach: { core: part } },
      [
        "f.ts: core.lines stays, though its figure would allow 98: vitest holds each of its globs to it, and the summary has the layer's figure alone",
      ],
    ],
    [
      "where its globs reach into a layer that is not whole",
      {
        bands: { baseline: 99, core: 90 },
        figures: { ...figures, "auth:core": [9, 9] },
        reach: { core: { isWhole: false, layers: ["core", "web"] } },
      },
      [
        "f.ts: core.lines stays, though its figure would allow 100: vitest holds each of its globs to it, and the summary has the layer's figure alone",
      ],
    ],
    [
      "where baseline governs files of which the point knows nothing",
      { bands: { baseline: 80, core: 99 }, figures: { auth: [95, 100], "auth:core": [98, 100], "auth:web": [97, 100] } },
      ["f.ts: baseline.lines stays, though its figure would allow 95: it holds baseline too, of which the last point knows nothing"],
    ],
  ])("%s", (_sentence, input, expected) => {
    expect(ratchetOf(input)).toEqual({ raises: [], kept: expected });
  });

  it("but not where each part is covered whole, or has nothing to measure", () => {
    const reach = { core: { isWhole: false, layers: ["core", "web"] } };
    const input = { bands: { baseline: 99, core: 90 }, figures: { ...figures, "auth:core": [9, 9], "auth:web": [0, 0] } as Figures, reach };
    expect(ratchetOf(input).raises.map(({ band, to }) => [band, to])).toEqual([["core", 100]]);
  });
});

it("the band of the repository is raised to what the repository has", () => {
  const band = { statements: 95.87, branches: 99, functions: 100, lines: 95.87 };
  expect(raisesOfRepo("repo.manifest.ts", band, { ...totalsOf([99, 100]), functions: { covered: 0, total: 0, pct: null } })).toEqual([
    { file: "repo.manifest.ts", band: null, metric: "statements", from: 95.87, to: 100 },
    { file: "repo.manifest.ts", band: null, metric: "branches", from: 99, to: 100 },
    { file: "repo.manifest.ts", band: null, metric: "lines", from: 95.87, to: 99 },
  ]);
});

const HEAD = 'import { defineFeature } from "@repo/core-shared/conformance/feature";\n';
const raise = (band: string, to: number, metric = "lines" as const) => ({ file: "src/feature.manifest.ts", band, metric, from: 80, to });

describe("in the text of a manifest", () => {
  const manifest = (bands: string) => `${HEAD}export const m = defineFeature({ name: "auth", coverage: { bands: ${bands} } } as const);\n`;
  const check = (bands: string, raises: ReturnType<typeof raise>[], after: string, skipped: string[] = []) => {
    const result = applyRaises("src/feature.manifest.ts", manifest(bands), raises);
    expect(result.text).toBe(manifest(after));
    expect(result.skipped.map(({ band }) => band)).toEqual(skipped);
    expect(result.raised.length + result.skipped.length).toBe(raises.length);
    const [base, head] = [manifest(bands), result.text].map((text) => parseFeatureSource("f.ts", text));
    const features = [{ file: asRepoPath("f.ts"), base: base ?? null, head: head ?? null }];
    const none = { files: [], changes: [], textOf: () => undefined, baseTextOf: () => undefined, repo: null };
    expect(judgeGuard({ ...none, features })).toEqual([]);
  };
  const band = (lines: string) => `{ statements: 80, branches: 75, functions: 80, lines: ${lines} }`;

  it.each<[string, string, ReturnType<typeof raise>[], string, string[]?]>([
    ["a number is changed where it stands", `{ baseline: ${band("80")} }`, [raise("baseline", 95)], `{ baseline: ${band("95")} }`],
    [
      "several are, whatever the order, and nothing else",
      `{ /* 80 */ "baseline": ${band("80 ")}, entities: ${band("80 as number")} }`,
      [raise("entities", 100), raise("baseline", 95)],
      `{ /* 80 */ "baseline": ${band("95 ")}, entities: ${band("100 as number")} }`,
    ],
    ["a number in an odd spelling is one", `{ baseline: ${band("8e1")} }`, [raise("baseline", 95)], `{ baseline: ${band("95")} }`],
    [
      "a typed band is one",
      `{ baseline: (${band("80")} as const) satisfies object }`,
      [raise("baseline", 95)],
      `{ baseline: (${band("95")} as const) satisfies object }`,
    ],
    [
      "the last of a name counts",
      `{ baseline: ${band("80")}, baseline: ${band("70")} }`,
      [raise("baseline", 95)],
      `{ baseline: ${band("80")}, baseline: ${band("95")} }`,
    ],
    [
      "what is spread in before it does not matter",
      `{ ...{ a: 1 }, baseline: ${band("80")} }`.replace("...{ a: 1 }, ", "...{}, "),
      [raise("baseline", 95)],
      `{ ...{}, baseline: ${band("95")} }`,
    ],
    [
      "what is spread in behind it may say it anew",
      `{ baseline: ${band("80")}, ...{} }`,
      [raise("baseline", 95)],
      `{ baseline: ${band("80")}, ...{} }`,
      ["baseline"],
    ],
  ])("%s", (_sentence, bands, raises, after, skipped = []) => {
    check(bands, raises, after, skipped);
  });

  it.each<[string, string]>([
    ["a constant", `const lines = 80;\n${manifest(`{ baseline: ${band("lines")} }`)}`],
    ["a band of a constant", `const band = ${band("80")};\n${manifest("{ baseline: band, entities: band }")}`],
    [
      "an imported band",
      `import { DEFAULT_COVERAGE_BANDS } from "@repo/core-shared/conformance/coverage";\n${manifest("DEFAULT_COVERAGE_BANDS")}`,
    ],
  ])("%s is no plain number at its place, and stays", (_sentence, text) => {
    const result = applyRaises("src/feature.manifest.ts", text, [raise("baseline", 95)]);
    expect(result).toEqual({ text, raised: [], skipped: [raise("baseline", 95)] });
  });

  it("the repository's band is changed where it stands", () => {
    const text = (lines: number) =>
      `export default defineRepo({ band: { statements: 80, branches: 70, functions: 80, lines: ${lines} } });\n`;
    const raises = [{ file: "repo.manifest.ts", band: null, metric: "lines" as const, from: 80, to: 99 }];
    expect(applyRaises("repo.manifest.ts", text(80), raises)).toEqual({ text: text(99), raised: raises, skipped: [] });
  });

  it("two raises of one bound are refused: the text would not state both", () => {
    const text = manifest(`{ baseline: ${band("80")} }`);
    expect(() => applyRaises("src/feature.manifest.ts", text, [raise("baseline", 100), raise("baseline", 9)])).toThrow(
      "would not state what was to be raised",
    );
  });

  it.each<[string, string]>([
    ["that has a syntax error", "export const m = defineFeature({"],
    ["that calls no definer", "export const m = 1;"],
  ])("a text %s is refused as the reader refuses it", (_sentence, text) => {
    expect(() => applyRaises("src/feature.manifest.ts", text, [raise("baseline", 95)])).toThrow(
      expect.objectContaining({ code: "MANIFEST_UNREADABLE" }),
    );
  });

  it("of two calls the first counts, as for the reader", () => {
    const text = `${manifest(`{ baseline: ${band("80")} }`)}${manifest(`{ baseline: ${band("70")} }`)
      .replace(HEAD, "")
      .replace("m =", "n =")}`;
    expect(applyRaises("src/feature.manifest.ts", text, [raise("baseline", 95)]).text).toBe(text.replace("lines: 80", "lines: 95"));
  });
});
