import { describe, expect, it } from "vitest";
import { createTempFolder } from "./__fixtures__/temp-folder.js";
import { assertBandsMatch } from "./assert-bands-match.js";

const BAND = { statements: 1, branches: 1, functions: 1, lines: 1 };
type Coverage = Parameters<typeof assertBandsMatch>[0]["coverage"];

/** Without a problem every band holds a file. `{root}` stands for the package's folder. */
function check(files: readonly string[], coverage: Coverage, problem?: string): void {
  using folder = createTempFolder(Object.fromEntries(files.map((file) => [file, ""])));
  const assertion = expect(() => assertBandsMatch({ name: "auth", coverage }, folder.root));
  if (problem === undefined) return assertion.not.toThrow();
  assertion.toThrow(expect.objectContaining({ code: "BAND_MATCHES_NO_FILE", exitCode: 2 }));
  assertion.toThrow(problem.replace("{root}", folder.root));
}

const entities: Coverage = { bands: { baseline: BAND, entities: BAND } };
const noEntities = 'the band "entities" of feature "auth" holds no file: nothing that is measured matches src/entities/** in {root}';
const own = (globs: string[]): Coverage => ({ bands: { baseline: BAND, own: BAND }, layers: { own: globs } });

describe("the bands of a manifest", () => {
  it.each<[string, string[], Coverage, string?]>([
    ["hold a file each", ["src/entities/user.ts"], entities],
    ["may hold a file of plain JavaScript", ["src/entities/user.mjs"], entities],
    ["may hold a file in a dot folder", ["src/entities/.inner/user.ts"], entities],
    ["may hold a file in a folder called coverage", ["src/coverage/a.ts"], own(["src/coverage/**"])],
    ["need no file for baseline", [], { bands: { baseline: BAND } }],
    ["need no file for a layer without a band", [], { bands: { baseline: BAND }, layers: { own: ["src/own/**"] } }],
    ["are not held by a folder with another name", ["src/models/user.ts"], entities, noEntities],
    ["are not held by an empty package", [], entities, noEntities],
    ["are not held by tests", ["src/entities/user.test.ts"], entities, noEntities],
    ["are not held by a barrel", ["src/entities/index.ts"], entities, noEntities],
    ["are not held by what vitest does not measure", ["src/entities/user.css"], entities, noEntities],
    ["are not held by files outside of src", ["entities/user.ts"], own(["entities/**"]), "matches entities/** in {root}"],
    ["are not held by what the manifest exempts", ["src/entities/user.ts"], { ...entities, exempt: ["src/entities/user.ts"] }, noEntities],
    ["hold a file for each of their globs", ["src/a/a.ts"], own(["src/a/**", "src/b/**"]), "matches src/b/** in {root}"],
    ["have a glob at all", ["src/a.ts"], own([]), 'the band "own" of feature "auth" holds no file: the layer has no globs'],
    [
      "are not held by a name that every object knows",
      ["src/a.ts"],
      { bands: { baseline: BAND, constructor: BAND } },
      'the band "constructor" of feature "auth" holds no file: the layer has no globs',
    ],
  ])("%s", (_sentence, files, coverage, problem) => check(files, coverage, problem));
});
