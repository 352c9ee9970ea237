import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createTempFolder, type TempFolder } from "./__fixtures__/temp-folder.js";
import { blobIdOf } from "./blob-id.js";
import { FreshnessReporter } from "./freshness-reporter.js";

const ROOT = "packages/auth";
const TEXT = "export {};\n";
const BLOB = blobIdOf(Buffer.from(TEXT));

/** @returns what is written to `reports`, for a run of vitest in which `meanwhile` happens. */
function sourcesOf(folder: TempFolder, files: readonly string[], meanwhile: () => void, reports = "coverage"): unknown {
  const reporter = new FreshnessReporter({ repoRoot: folder.root, include: ["src/**/*.ts"] });
  reporter.onInit({ config: { root: folder.path(ROOT), coverage: { reportsDirectory: reports } } });
  reporter.onTestRunStart();
  meanwhile();
  reporter.onCoverage({ files: () => files.map((file) => folder.path(ROOT, file)) });
  return JSON.parse(readFileSync(folder.path(ROOT, "coverage/sources.json"), "utf8"));
}

function check(file: string, meanwhile: (folder: TempFolder) => void, blob: string | null): void {
  using folder = createTempFolder({ [`${ROOT}/src/a.ts`]: TEXT, [`${ROOT}/src/.inner/b.ts`]: TEXT });
  const written = sourcesOf(folder, [file], () => meanwhile(folder));
  expect(written).toEqual({ schemaVersion: "1.0", sources: { [`${ROOT}/${file}`]: { blob } } });
}

describe("a measured file", () => {
  it.each<[string, string, (folder: TempFolder) => void, string | null]>([
    ["has its blob id, relative to the repository", "src/a.ts", () => undefined, BLOB],
    ["has it in a dot folder, too", "src/.inner/b.ts", () => undefined, BLOB],
    ["has it where it was written again with the same text", "src/a.ts", (folder) => folder.write({ [`${ROOT}/src/a.ts`]: TEXT }), BLOB],
    ["has none where it changed meanwhile", "src/a.ts", (folder) => folder.write({ [`${ROOT}/src/a.ts`]: "changed" }), null],
    [
      "has none where a file in a dot folder changed",
      "src/.inner/b.ts",
      (folder) => folder.write({ [`${ROOT}/src/.inner/b.ts`]: "" }),
      null,
    ],
    ["has none where it only came meanwhile", "src/new.ts", (folder) => folder.write({ [`${ROOT}/src/new.ts`]: TEXT }), null],
    ["has none where it went meanwhile", "src/a.ts", (folder) => rmSync(folder.path(ROOT, "src/a.ts")), null],
    ["has none where there never was one", "src/never.ts", () => undefined, null],
  ])("%s", (_sentence, file, meanwhile, blob) => check(file, meanwhile, blob));
});

describe("sources.json", () => {
  it("is sorted by path", () => {
    using folder = createTempFolder();
    const files = ["src/c.ts", "src/a.ts", "src/b/a.ts", "src/b.ts"];
    folder.write(Object.fromEntries(files.map((file) => [`${ROOT}/${file}`, TEXT])));
    const { sources } = sourcesOf(folder, files, () => undefined) as { sources: object };
    expect(Object.keys(sources)).toEqual(["src/a.ts", "src/b.ts", "src/b/a.ts", "src/c.ts"].map((file) => `${ROOT}/${file}`));
  });

  it("is a text with a last line's end", () => {
    using folder = createTempFolder({ [`${ROOT}/src/a.ts`]: TEXT });
    sourcesOf(folder, [], () => undefined);
    expect(readFileSync(folder.path(ROOT, "coverage/sources.json"), "utf8")).toBe('{\n  "schemaVersion": "1.0",\n  "sources": {}\n}\n');
  });

  it("lies in the folder of the reports, also where its path is absolute", () => {
    using folder = createTempFolder({ [`${ROOT}/src/a.ts`]: TEXT });
    expect(sourcesOf(folder, [], () => undefined, folder.path(ROOT, "coverage"))).toEqual({ schemaVersion: "1.0", sources: {} });
  });

  it("is written though a link leads nowhere", () => {
    using folder = createTempFolder({ [`${ROOT}/src/a.ts`]: TEXT });
    symlinkSync("nowhere.ts", folder.path(ROOT, "src/link.ts"));
    expect(sourcesOf(folder, ["src/a.ts"], () => undefined)).toMatchObject({ sources: { [`${ROOT}/src/a.ts`]: { blob: BLOB } } });
  });
});
