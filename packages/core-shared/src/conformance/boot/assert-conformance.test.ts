import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import { defineFeature } from "../feature/define-feature.js";
import type { FeatureManifest } from "../feature/schema.js";
import { createTempFolder, recordOf, type Files } from "./__fixtures__/temp-package.js";
import { assertFeatureConformance, assertFeaturesConformance } from "./assert-conformance.js";
import { ConformanceError } from "./conformance-error.js";

const BAND = { statements: 80, branches: 80, functions: 80, lines: 80 };
const FULL = { statements: 100, branches: 100, functions: 100, lines: 100 };
const manifest = { name: "shop", coverage: { bands: { baseline: BAND, entities: FULL } } } satisfies FeatureManifest;

const ENTITY = "src/entities/user.ts";
const LCOV = recordOf(`packages/shop/${ENTITY}`, 4, 4) + recordOf("packages/shop/src/main.ts", 4, 5);
/** Sources, package and repository; a report in the place of `null` is left out. */
const REPO: Files = {
  "pnpm-workspace.yaml": "",
  "packages/shop/package.json": '{ "name": "@demo/shop" }',
  [`packages/shop/${ENTITY}`]: "user\n",
  "packages/shop/src/main.ts": "main\n",
  "packages/shop/coverage/lcov.info": LCOV,
};

const lcov = (text: string): Files => ({ "packages/shop/coverage/lcov.info": text });
const omit = (from: Files, ...files: string[]): Files => Object.fromEntries(Object.entries(from).filter(([file]) => !files.includes(file)));
const without = (...files: string[]): Files => omit(REPO, ...files);
const IMAGE = without("pnpm-workspace.yaml", `packages/shop/${ENTITY}`, "packages/shop/src/main.ts");

type Options = NonNullable<Parameters<typeof assertFeatureConformance>[1]>;

/** @returns `pass`, or what was thrown or warned, with the folder as `{root}`. */
function outcome(files: Files, env: Options["env"], options: Omit<Options, "env"> = {}, of: FeatureManifest = manifest): string {
  using folder = createTempFolder(files);
  const warned: string[] = [];
  const shown = (text: string) => text.replaceAll(folder.root, "{root}");
  try {
    const warn = (message: string) => void warned.push(message);
    const { status } = assertFeatureConformance(of, { root: folder.path("packages/shop"), env, warn, ...options });
    expect(status).toBe(warned.length === 0 ? "pass" : "warned");
    return warned.length === 0 ? "pass" : `warned ${shown(warned.join("\n"))}`;
  } catch (error) {
    if (!(error instanceof ConformanceError)) throw error;
    expect(warned).toEqual([]);
    return `threw ${error.exitCode} ${shown(error.message)}`;
  }
}

const PRODUCTION = { NODE_ENV: "production" };
const RERUN = "\n  next: pnpm --filter @demo/shop exec vitest run --coverage";
const REPORT = "{root}/packages/shop/coverage/lcov.info";

describe("in production a feature", () => {
  const blobOf = (text: string) => createHash("sha1").update(`blob ${text.length}\0${text}`).digest("hex");
  const sources = (blob: string | null, more: object = {}): Files => ({
    "packages/shop/coverage/sources.json": JSON.stringify({
      schemaVersion: "1.0",
      sources: { [`packages/shop/${ENTITY}`]: { blob, ...more } },
    }),
  });
  const statements = (s: object): Files => ({
    "packages/shop/coverage/coverage-final.json": JSON.stringify({ "/elsewhere/packages/shop/src/main.ts": { s, statementMap: {} } }),
  });
  const below = (text: string) =>
    `threw 1 FEATURE_BELOW_BAND: feature shop is below its bands in ${REPORT}\n  ${text}\n  next: cover what is not covered, then: pnpm --filter @demo/shop exec vitest run --coverage`;
  const stale = (why: string) => `threw 3 REPORT_STALE: ${REPORT}: the report was made from other sources: ${why}${RERUN}`;

  it.each<[string, Files, string]>([
    ["passes where every band holds", REPO, "pass"],
    ["passes in an image without sources or repository", IMAGE, "pass"],
    ["passes where a report has paths of the package", { ...REPO, ...lcov(LCOV.replaceAll("packages/shop/", "")) }, "pass"],
    ["passes where an image's report has paths of the package", { ...IMAGE, ...lcov(LCOV.replaceAll("packages/shop/", "")) }, "pass"],
    ["passes where a report has paths of another machine", { ...REPO, ...lcov(LCOV.replaceAll("SF:", "SF:/home/ci/repo/")) }, "pass"],
    ["passes where a report has paths of this machine", { ...REPO, ...lcov(LCOV.replaceAll("SF:", "SF:{root}/")) }, "pass"],
    [
      "passes where a report has paths of Windows",
      { ...REPO, ...lcov(LCOV.replaceAll("SF:packages/shop/", "SF:C:\\ci\\packages\\shop\\")) },
      "pass",
    ],
    [
      "passes where other packages are in its report",
      { ...REPO, ...lcov(LCOV + recordOf("packages/blog/src/a.ts", 0, 9) + recordOf("packages/shopping/src/a.ts", 0, 9)) },
      "pass",
    ],
    ["is not asked to cover what a rule exempts", { ...REPO, ...lcov(LCOV + recordOf("packages/shop/src/index.ts", 0, 9)) }, "pass"],
    [
      "passes where nothing can be measured",
      { ...REPO, ...lcov(recordOf(`packages/shop/${ENTITY}`, 0, 0) + recordOf("packages/shop/src/main.ts", 0, 0)) },
      "pass",
    ],
    [
      "is below its bands by layer and metric",
      {
        ...REPO,
        ...lcov(
          recordOf("packages/shop/src/main.ts", 7, 9, "FN:1,f\nFNDA:0,f\n") +
            recordOf(`packages/shop/${ENTITY}`, 2, 3, "BRDA:1,0,0,-\nBRDA:1,0,1,5\n"),
        ),
      },
      below(`entities: statements 66.66 %, required 100 % (1 of 3 not covered)
  entities: branches 50 %, required 100 % (1 of 2 not covered)
  entities: lines 66.66 %, required 100 % (1 of 3 not covered)
  baseline: statements 77.77 %, required 80 % (2 of 9 not covered)
  baseline: functions 0 %, required 80 % (1 of 1 not covered)
  baseline: lines 77.77 %, required 80 % (2 of 9 not covered)`),
    ],
    [
      "has the statements of the coverage map beside its report",
      { ...REPO, ...statements({ 0: 1, 1: 0, 2: 0 }) },
      below("baseline: statements 33.33 %, required 80 % (2 of 3 not covered)"),
    ],
    [
      "has no statements of a file that the map does not speak of",
      { ...REPO, "packages/shop/coverage/coverage-final.json": '{"/a.ts":{"s":{"0":0}}}' },
      "pass",
    ],
    ["needs a report", without("packages/shop/coverage/lcov.info"), `threw 3 REPORT_MISSING: there is no report ${REPORT}${RERUN}`],
    [
      "needs a report where its folder is a file",
      { ...without("packages/shop/coverage/lcov.info"), "packages/shop/coverage": "" },
      `threw 3 REPORT_MISSING: there is no report ${REPORT}${RERUN}`,
    ],
    ["needs a report that says something", { ...REPO, ...lcov("") }, `threw 3 REPORT_EMPTY: ${REPORT} has no record${RERUN}`],
    [
      "needs a report that can be read",
      { ...REPO, ...lcov(`${LCOV}SF:a.ts\nDA:1\n`) },
      `threw 3 REPORT_MALFORMED: ${REPORT}:21: expected DA:line,count, received "DA:1"${RERUN}`,
    ],
    [
      "needs a report of its own",
      { ...REPO, ...lcov(recordOf("packages/blog/src/a.ts", 1, 1)) },
      `threw 3 PATHS_UNMATCHED: ${REPORT}: no path is of @demo/shop, such as packages/blog/src/a.ts${RERUN}; or name the package's folder in its repository by the option folder`,
    ],
    [
      "needs a report whose paths have more of its folder than one name, in an image",
      { ...IMAGE, ...lcov(LCOV.replaceAll("packages/shop/", "shop/")) },
      expect.stringContaining("PATHS_UNMATCHED") as string,
    ],
    [
      "needs a report of its own in an image",
      { ...IMAGE, ...lcov(recordOf("packages/blog/src/a.ts", 1, 1)) },
      expect.stringContaining("PATHS_UNMATCHED") as string,
    ],
    [
      "needs a report of this machine's package",
      { ...REPO, ...lcov(recordOf("/home/ci/other/src/a.ts", 1, 1) + recordOf("../a.ts", 1, 1)) },
      expect.stringContaining("PATHS_UNMATCHED") as string,
    ],
    [
      "needs a coverage map that can be read",
      { ...REPO, "packages/shop/coverage/coverage-final.json": "{" },
      `threw 3 REPORT_MALFORMED: {root}/packages/shop/coverage/coverage-final.json: expected istanbul's coverage-final.json${RERUN}`,
    ],
    [
      "needs a file for each band",
      { ...without(`packages/shop/${ENTITY}`), ...lcov(recordOf("packages/shop/src/main.ts", 1, 1)) },
      `threw 2 BAND_MATCHES_NO_FILE: ${REPORT}: the band "entities" of feature "shop" holds no file of the report\n  next: correct the layer's globs, or take the band "entities" out of the manifest`,
    ],
    ["passes where the text that was measured is the one that is there", { ...REPO, ...sources(blobOf("user\n")) }, "pass"],
    ["passes where an image has no text to compare", { ...IMAGE, ...sources(blobOf("other\n")) }, "pass"],
    ["passes where coverage:aggregate saw another text", { ...REPO, ...sources(blobOf("other\n"), { by: "aggregate" }) }, "pass"],
    ["may not have changed since", { ...REPO, ...sources(blobOf("other\n")) }, stale(`${ENTITY} changed since`)],
    ["may not have changed meanwhile", { ...REPO, ...sources(null) }, stale(`${ENTITY} changed while its tests ran`)],
    ["may not have lost a source", without(`packages/shop/${ENTITY}`), stale(`${ENTITY} is gone`)],
    ["may not have a source that was not measured", { ...REPO, "packages/shop/src/new.tsx": "" }, stale("src/new.tsx was not measured")],
    ["may have what no gate asks for", { ...REPO, "packages/shop/src/new.test.ts": "", "packages/shop/src/a.css": "" }, "pass"],
    [
      "needs a record of sources that can be read",
      { ...REPO, "packages/shop/coverage/sources.json": "{" },
      `threw 3 SOURCES_MALFORMED: {root}/packages/shop/coverage/sources.json is no record of measured sources${RERUN}`,
    ],
    [
      "needs a record of sources that is one",
      { ...REPO, "packages/shop/coverage/sources.json": '{"sources":{"a.ts":null}}' },
      expect.stringContaining("SOURCES_MALFORMED") as string,
    ],
    [
      "needs a record of sources that has some",
      { ...REPO, "packages/shop/coverage/sources.json": "{}" },
      expect.stringContaining("SOURCES_MALFORMED") as string,
    ],
  ])("%s", (_sentence, files, expected) => expect(outcome(files, PRODUCTION)).toEqual(expected));

  it("passes where its sources lie elsewhere than in src", () => {
    for (const path of ["packages/shop/lib/a.ts", "lib/a.ts"]) {
      const files = { ...REPO, ...lcov(recordOf(path, 1, 1)), "packages/shop/lib/a.ts": "" };
      const others = omit(files, "packages/shop/src/main.ts", `packages/shop/${ENTITY}`);
      expect(outcome(others, PRODUCTION, {}, { name: "shop", coverage: { bands: { baseline: BAND } } })).toBe("pass");
    }
  });

  it("needs a report of files below its folder, not beside it", () => {
    const files = { ...REPO, ...lcov(recordOf("../blog/a.ts", 1, 1)), "packages/blog/a.ts": "" };
    expect(outcome(files, PRODUCTION)).toContain("PATHS_UNMATCHED");
  });

  it("needs sources that can be read", () => {
    const files = { ...without(`packages/shop/${ENTITY}`), ...sources(blobOf("")), [`packages/shop/${ENTITY}/a.css`]: "" };
    expect(outcome(files, PRODUCTION)).toMatch(/^threw 3 FILE_UNREADABLE: .*user\.ts cannot be read: EISDIR/);
  });

  it("is a manifest: what is none is a fault of who calls", () => {
    expect(() => assertFeatureConformance({ name: "shop" } as FeatureManifest, { root: "." })).toThrow(TypeError);
  });

  it("needs a report that is a file", () => {
    expect(outcome({ ...without("packages/shop/coverage/lcov.info"), "packages/shop/coverage/lcov.info/a": "" }, PRODUCTION)).toMatch(
      /^threw 3 FILE_UNREADABLE: .*lcov\.info cannot be read: EISDIR/,
    );
  });
});

describe("instead of throwing it warns", () => {
  const missing = without("packages/shop/coverage/lcov.info");
  const stale = { ...REPO, "packages/shop/src/new.ts": "" };
  const red = lcov(LCOV.replace("DA:1,1", "DA:1,0"));
  it.each<[string, Files, Options["env"], string]>([
    ["in development where there is no report", missing, {}, `warned REPORT_MISSING: there is no report ${REPORT}${RERUN}`],
    ["in tests where there is no report", missing, { NODE_ENV: "test" }, "warned REPORT_MISSING"],
    ["in development where the report is of other sources", stale, {}, "warned REPORT_STALE"],
    ["never in production where there is no report", missing, PRODUCTION, "threw 3 REPORT_MISSING"],
    ["never in production where the report is of other sources", stale, PRODUCTION, "threw 3 REPORT_STALE"],
    ["never in development below a band", { ...REPO, ...red }, {}, "threw 1 FEATURE_BELOW_BAND"],
    ["never in development where the report is broken", { ...REPO, ...lcov("x") }, {}, "threw 3 REPORT_NOT_LCOV"],
    ["with USE_DEV_SEED below a band", { ...REPO, ...red }, { USE_DEV_SEED: "true" }, "warned FEATURE_BELOW_BAND"],
    ["with USE_DEV_SEED where the report is broken", { ...REPO, ...lcov("x") }, { USE_DEV_SEED: "true" }, "warned REPORT_NOT_LCOV"],
    ["with USE_DEV_SEED in production too", missing, { ...PRODUCTION, USE_DEV_SEED: "true" }, "warned REPORT_MISSING"],
    ["with no other value of USE_DEV_SEED", { ...REPO, ...red }, { USE_DEV_SEED: "1" }, "threw 1 FEATURE_BELOW_BAND"],
    ["and passes with USE_DEV_SEED where all is well", REPO, { USE_DEV_SEED: "true" }, "pass"],
  ])("%s", (_sentence, files, env, expected) => expect(outcome(files, env).slice(0, expected.length)).toBe(expected));
});

describe("what is asked", () => {
  const elsewhere = {
    ...without("packages/shop/coverage/lcov.info"),
    "packages/shop/out/a.info": LCOV,
    "packages/shop/out/b.info": recordOf("packages/shop/src/main.ts", 5, 5),
  };
  const image = {
    ...without("pnpm-workspace.yaml", `packages/shop/${ENTITY}`, "packages/shop/src/main.ts"),
    ...lcov(LCOV.replaceAll("packages/shop", "backend")),
  };
  const legacy = { ...REPO, ...lcov(LCOV + recordOf("packages/shop/src/old/a.ts", 0, 99)), "packages/shop/src/old/a.ts": "" };
  const rule = { id: "old", globs: ["packages/shop/src/old/**"], why: "it goes" };
  const withCoverage = (more: object): FeatureManifest => ({ name: "shop", coverage: { ...manifest.coverage, ...more } });
  it.each<[string, Files, Omit<Options, "env">, FeatureManifest, string]>([
    ["are reports by the option lcov", elsewhere, { lcov: "out/a.info" }, manifest, "pass"],
    ["are reports by the manifest", elsewhere, {}, withCoverage({ reports: ["out/a.info"] }), "pass"],
    [
      "are reports by the option lcov rather than by the manifest",
      elsewhere,
      { lcov: "out/a.info" },
      withCoverage({ reports: ["no.info"] }),
      "pass",
    ],
    [
      "are several reports as one",
      elsewhere,
      { lcov: ["out/b.info", "out/a.info"] },
      withCoverage({ bands: { baseline: FULL, entities: FULL } }),
      "pass",
    ],
    ["are all of several reports", elsewhere, { lcov: ["out/a.info", "out/none.info"] }, manifest, "threw 3 REPORT_MISSING"],
    ["is the package's folder by the option folder", image, { folder: "backend" }, manifest, "pass"],
    ["is the package's folder, which is not guessed", image, {}, manifest, "threw 3 PATHS_UNMATCHED"],
    ["is not what the repository exempts", legacy, { exempt: [rule] }, manifest, "pass"],
    ["is not what the manifest exempts", legacy, {}, withCoverage({ exempt: ["src/old/**"] }), "pass"],
    ["is what nobody exempts", legacy, {}, manifest, "threw 1 FEATURE_BELOW_BAND"],
    [
      "is a layer without a band of its own, by the baseline",
      REPO,
      {},
      withCoverage({ bands: { baseline: FULL } }),
      "threw 1 FEATURE_BELOW_BAND",
    ],
  ])("%s", (_sentence, files, options, of, expected) =>
    expect(outcome(files, PRODUCTION, options, of).slice(0, expected.length)).toBe(expected),
  );

  it.each([ENTITY, `./${ENTITY}`, `{root}/${ENTITY}`])("is a repository that is one package, whose report has %s", (path) => {
    using folder = createTempFolder({ ".git/HEAD": "", "package.json": "{}", [ENTITY]: "", "coverage/lcov.info": recordOf(path, 1, 1) });
    expect(assertFeatureConformance(manifest, { root: folder.root, env: PRODUCTION })).toMatchObject({ status: "pass" });
  });

  it("is not what a rule for folders of the root exempts, in a repository that is one package", () => {
    const lcovText = recordOf(ENTITY, 1, 1) + recordOf("scripts/a.mjs", 0, 9);
    using folder = createTempFolder({ ".git/HEAD": "", "package.json": "{}", "coverage/lcov.info": lcovText });
    expect(assertFeatureConformance(manifest, { root: folder.root, env: PRODUCTION })).toMatchObject({ status: "pass" });
  });

  it("is not what the repository exempts, of several features", () => {
    using folder = createTempFolder(legacy);
    const pair = [manifest, { root: folder.path("packages/shop") }] as const;
    expect(assertFeaturesConformance([pair], { env: PRODUCTION, exempt: [rule] })).toMatchObject([{ status: "pass" }]);
  });

  it("is where several reports count statements, by each of them", () => {
    const map = (...hits: number[]) =>
      JSON.stringify({
        [`packages/shop/${ENTITY}`]: { s: Object.fromEntries(hits.entries()), statementMap: { 0: { start: 1 }, 1: { start: 1 } } },
      });
    const files = {
      ...without("packages/shop/coverage/lcov.info"),
      "packages/shop/a/lcov.info": LCOV,
      "packages/shop/a/coverage-final.json": map(0, 1),
      "packages/shop/b/lcov.info": LCOV,
    };
    const reports = { lcov: ["a/lcov.info", "b/lcov.info"] };
    const statementsOf = (each: Files) => {
      using folder = createTempFolder(each);
      return assertFeatureConformance(manifest, {
        root: folder.path("packages/shop"),
        env: { USE_DEV_SEED: "true" },
        warn: () => {},
        ...reports,
      }).byLayer?.get("entities")?.statements;
    };
    expect(statementsOf(files)).toEqual({ covered: 4, total: 4 });
    expect(statementsOf({ ...files, "packages/shop/b/coverage-final.json": map(0, 0) })).toEqual({ covered: 1, total: 2 });
    expect(statementsOf({ ...files, "packages/shop/b/coverage-final.json": map(3, 0) })).toEqual({ covered: 2, total: 2 });
  });
});

describe("several features", () => {
  const blog = { name: "blog", coverage: { bands: { baseline: FULL } } } satisfies FeatureManifest;
  const files = {
    ...REPO,
    "packages/blog/package.json": "{}",
    "packages/blog/coverage/lcov.info": recordOf("packages/blog/src/a.ts", 0, 1),
  };

  it("are all looked at, and one error has all that is wrong", () => {
    using folder = createTempFolder({ ...files, ...lcov("") });
    const both = [[manifest, { root: folder.path("packages/shop") }] as const, [blog, { root: folder.path("packages/blog") }] as const];
    const assertBoth = () => assertFeaturesConformance(both, { env: PRODUCTION });
    expect(assertBoth).toThrow(
      expect.objectContaining({ code: "REPORT_EMPTY", exitCode: 3, hint: "pnpm --filter @demo/shop exec vitest run --coverage" }),
    );
    expect(assertBoth).toThrow(/^REPORT_EMPTY: [^]*\nFEATURE_BELOW_BAND: feature blog /);
    const missed = ["statements", "lines"].map((metric) => ({
      feature: "blog",
      layer: "baseline",
      metric,
      required: 100,
      actual: 0,
      covered: 0,
      total: 1,
    }));
    expect(assertBoth).toThrow(expect.objectContaining({ missed }));
    expect(() => assertFeaturesConformance(both.toReversed(), { env: PRODUCTION })).toThrow(
      expect.objectContaining({ code: "REPORT_EMPTY" }),
    );
  });

  it("may differ in what is forgiven", () => {
    using folder = createTempFolder({ ...files, ...without("x") });
    rmSync(folder.path("packages/shop/coverage/lcov.info"));
    const warned: string[] = [];
    const both = [[manifest, { root: folder.path("packages/shop") }] as const, [blog, { root: folder.path("packages/blog") }] as const];
    expect(() => assertFeaturesConformance(both, { env: {}, warn: (message) => void warned.push(message) })).toThrow(
      /^FEATURE_BELOW_BAND: feature blog/,
    );
    expect(warned).toEqual([expect.stringMatching(/^REPORT_MISSING/)]);
  });

  it("are told of in their order", () => {
    using folder = createTempFolder(files);
    const each = [[blog, { root: folder.path("packages/blog") }] as const, [manifest, { root: folder.path("packages/shop") }] as const];
    const told = assertFeaturesConformance(each, { env: { USE_DEV_SEED: "true" }, warn: () => {} });
    expect(told.map(({ feature, status }) => `${feature} ${status}`)).toEqual(["blog warned", "shop pass"]);
    expect(told[1]?.freshness).toEqual({ known: 0, unknown: 2 });
  });
});

/** Defines a feature as if the call stood in `file`, so that the engine itself says where that was. */
function defineIn(file: string, of: FeatureManifest): FeatureManifest {
  const call = runInThisContext("(define, manifest) => define(manifest)", { filename: file }) as (
    define: (of: FeatureManifest) => FeatureManifest,
    of: FeatureManifest,
  ) => FeatureManifest;
  return call(defineFeature, of);
}

describe("a package is found", () => {
  const spokenFor: Files = { ...REPO, "manifests/package.json": '{ "name": "@demo/manifests" }' };
  const unnamed = { ...REPO, "packages/shop/package.json": "{" };
  const unknown = "FEATURE_PLACE_UNKNOWN: where the package of feature shop lies cannot be told";
  const above = "there is no named package.json, or not the repository that root speaks of, above";
  const hint = "\n  next: name it: assertFeatureConformance(manifest, { root: DIR })";
  it.each<[string, Files, string, string | undefined, string]>([
    ["above the file that defines its feature", REPO, "packages/shop/dist/feature.manifest.js", undefined, "pass"],
    [
      "above a package.json without a name",
      { ...REPO, "packages/shop/dist/package.json": '{ "type": "commonjs" }' },
      "packages/shop/dist/feature.manifest.js",
      undefined,
      "pass",
    ],
    ["where a manifest of another folder says", spokenFor, "manifests/shop.manifest.js", "packages/shop", "pass"],
    [
      "nowhere where no package.json has a name",
      unnamed,
      "packages/shop/dist/feature.manifest.js",
      undefined,
      `${unknown}: ${above} {root}/packages/shop/dist/feature.manifest.js${hint}`,
    ],
    [
      "nowhere where a manifest speaks of another folder of a repository that is not to be seen",
      { ...IMAGE, "manifests/package.json": '{ "name": "@demo/manifests" }' },
      "manifests/shop.manifest.js",
      "packages/shop",
      `${unknown}: ${above} {root}/manifests/shop.manifest.js${hint}`,
    ],
    [
      "nowhere where the engine does not say",
      REPO,
      "evalmachine.<anonymous>",
      undefined,
      `${unknown}: its manifest is not what defineFeature returned${hint}`,
    ],
  ])("%s", (_sentence, files, file, root, expected) => {
    using folder = createTempFolder(files);
    const defined = defineIn(
      file.startsWith("evalmachine") ? file : folder.path(file),
      root === undefined ? { ...manifest } : { ...manifest, root },
    );
    const said = () => {
      try {
        return assertFeatureConformance(defined, { env: PRODUCTION }).status;
      } catch (error) {
        return (error as Error).message.replaceAll(folder.root, "{root}");
      }
    };
    expect(said()).toBe(expected);
  });

  it("nowhere for an object that is no manifest of defineFeature, which is no fault of a report", () => {
    expect(() => assertFeatureConformance(manifest)).toThrow(expect.objectContaining({ code: "FEATURE_PLACE_UNKNOWN", exitCode: 2 }));
  });
});

describe("without options", () => {
  it("the process's environment is read, and stderr is told", () => {
    using folder = createTempFolder(without("packages/shop/coverage/lcov.info"));
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    vi.stubEnv("NODE_ENV", "development");
    try {
      const defined = defineIn(folder.path("packages/shop/dist/feature.manifest.js"), { ...manifest });
      expect(assertFeaturesConformance([defined])).toMatchObject([{ feature: "shop", status: "warned", byLayer: undefined }]);
      expect(write.mock.calls).toEqual([[expect.stringMatching(/^REPORT_MISSING: [^\n]*\n {2}next: [^\n]*\n$/)]]);
      vi.stubEnv("NODE_ENV", "production");
      expect(() => assertFeaturesConformance([defined])).toThrow(ConformanceError);
    } finally {
      write.mockRestore();
      vi.unstubAllEnvs();
    }
  });
});
