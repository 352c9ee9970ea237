import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPathJoiner, type PathMap } from "./join-paths.js";
import { asRepoPath, byText, isAbsolutePath, normalisePath } from "./repo-path.js";

it.each<[string, string, string]>([
  ["a plain path stays", "src/a.ts", "src/a.ts"],
  ["./ goes", "./src/./a.ts", "src/a.ts"],
  ["back-slashes turn", "src\\a.ts", "src/a.ts"],
  ["double separators are one", "src//a.ts", "src/a.ts"],
  ["a/.. goes", "src/x/../a.ts", "src/a.ts"],
  ["what leads out stays", "../../a.ts", "../../a.ts"],
  ["absolute stays absolute", "/src/../a.ts", "/a.ts"],
  ["what leads out of the root goes", "/../../a.ts", "/a.ts"],
  ["what leads out of a drive goes", "C:\\..\\..\\a.ts", "C:/a.ts"],
  ["a drive stays", "C:\\src\\a.ts", "C:/src/a.ts"],
])("a path in one form: %s", (_sentence, path, expected) => {
  expect(normalisePath(path)).toBe(expected);
});

it("a path in one form stays in it, and stays absolute or relative", () => {
  const piece = fc.constantFrom("/", "\\", ".", "..", "a", "b.ts", "C:");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = pieces.join("");
      const once = normalisePath(path);
      expect(normalisePath(once)).toBe(once);
      if (isAbsolutePath(path.replaceAll("\\", "/"))) expect(isAbsolutePath(once)).toBe(true);
    }),
  );
});

it("absolute is what begins with a slash or a drive", () => {
  expect(["/a", "C:/a", "a", "./a"].map(isAbsolutePath)).toEqual([true, true, false, false]);
});

it("the order of texts is that of their code units", () => {
  expect(["b", "ä", "a", "B", "a"].sort(byText)).toEqual(["B", "a", "a", "b", "ä"]);
  expect([byText("a", "b"), byText("b", "a"), byText("a", "a")]).toEqual([-1, 1, 0]);
});

const FILES = ["packages/shop/src/a.ts", "packages/cart/src/a.ts", "packages/shop/src/only.ts", "src/a.ts", "lone.ts"];

function check(
  path: string,
  expected: string,
  packageFolder = "",
  pathMaps: readonly PathMap[] = [],
  files: readonly string[] = FILES,
  root = "/home/me/repo",
): void {
  const joined = createPathJoiner({ files: files.map(asRepoPath), root, pathMaps })(path, asRepoPath(packageFolder));
  expect("file" in joined ? joined.file : `nothing${joined.candidates.map((file) => ` or ${file}`).join("")}`).toBe(expected);
}

describe("a report's path is joined", () => {
  it.each<[string, string, string, string?, PathMap[]?]>([
    ["as it stands", "packages/shop/src/a.ts", "packages/shop/src/a.ts"],
    ["with ./ before it", "./packages/shop/src/a.ts", "packages/shop/src/a.ts"],
    ["in the package of its report, before the root", "src/a.ts", "packages/cart/src/a.ts", "packages/cart"],
    ["at the root where its report is there", "src/a.ts", "src/a.ts"],
    ["out of its package", "../shop/src/only.ts", "packages/shop/src/only.ts", "packages/cart"],
    ["from this checkout", "/home/me/repo/lone.ts", "lone.ts"],
    ["from another machine, by the longest suffix", "/ci/build/packages/shop/src/a.ts", "packages/shop/src/a.ts"],
    ["from Windows", "D:\\a\\packages\\cart\\src\\a.ts", "packages/cart/src/a.ts"],
    ["by a suffix of one name and its folder", "/ci/src/only.ts", "packages/shop/src/only.ts"],
    ["through a path map", "/build/out/a.ts", "packages/cart/src/a.ts", "", [{ from: "/build/out/", to: "packages/cart/src" }]],
    [
      "through a path map, before the package of its report",
      "src/a.ts",
      "packages/shop/src/a.ts",
      "packages/cart",
      [{ from: "src", to: "packages/shop/src" }],
    ],
    ["through a path map of one file", "/build/bundle.js", "lone.ts", "", [{ from: "/build/bundle.js", to: "lone.ts" }]],
    ["through a path map to the root", "webpack/lone.ts", "lone.ts", "", [{ from: "webpack", to: "" }]],
    ["through a path map of one file", "gen.ts", "packages/cart/src/a.ts", "", [{ from: "gen.ts", to: "packages/cart/src/a.ts" }]],
    ["as it stands, where a path map speaks of another folder", "lone.ts", "lone.ts", "", [{ from: "x", to: "packages/shop/src" }]],
    ["not by as much of it as this checkout's path is long", "/ho/you/reposs/lone.ts", "nothing"],
    ["through a path map from the root of a disk", "/lone.ts", "lone.ts", "", [{ from: "/", to: "." }]],
    ["through a path map from wherever the report stands", "a.ts", "packages/cart/src/a.ts", "", [{ from: ".", to: "packages/cart/src" }]],
    ["not through a map of relative paths when it is absolute", "/only.ts", "nothing", "", [{ from: ".", to: "packages/shop/src" }]],
    [
      "through the first path map that leads to a file",
      "out/a.ts",
      "packages/cart/src/a.ts",
      "",
      [
        { from: "out", to: "nowhere" },
        { from: "out", to: "packages/cart/src" },
        { from: "out", to: "src" },
      ],
    ],
    ["not through a path map that only looks alike", "/build/outer/nowhere.ts", "nothing", "", [{ from: "/build/out", to: "src" }]],
    ["by a bare name to the root", "lone.ts", "lone.ts"],
    ["not by a name alone from another machine", "/ci/only.ts", "nothing"],
    ["to nothing where there is nothing", "/ci/src/none.ts", "nothing"],
    ["to nothing where this checkout no longer has it", "/home/me/repo/packages/gone/src/only.ts", "nothing"],
    ["from a checkout whose name only begins alike", "/home/me/repository/packages/shop/src/only.ts", "packages/shop/src/only.ts"],
    ["out of a folder that is not here, by its suffix", "../../away/src/only.ts", "packages/shop/src/only.ts"],
    ["not out of a folder by a name alone", "../only.ts", "nothing"],
    ["to no one where two fit", "/ci/deep/src/a.ts", "nothing or packages/shop/src/a.ts or packages/cart/src/a.ts or src/a.ts"],
  ])("%s", (_sentence, path, expected, packageFolder, pathMaps) => {
    check(path, expected, packageFolder, pathMaps);
  });

  it("by a bare name to the only file of that name", () => {
    check("only.ts", "packages/shop/src/only.ts");
  });

  it("from a checkout at the root of a disk", () => check("/lone.ts", "lone.ts", "", [], FILES, "/"));

  it("from a checkout on Windows", () => check("C:\\me\\repo\\lone.ts", "lone.ts", "", [], FILES, "C:\\me\\repo\\"));

  it("always to itself, where it is a path of the repository", () => {
    const part = fc.stringMatching(/^[a-z]{1,3}$/);
    const paths = fc.uniqueArray(
      fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/")),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(paths, (files) => {
        for (const file of files) check(file, file, "", [], files);
      }),
    );
  });
});

it("one joiner joins the paths of reports of several packages, each in its own", () => {
  const joinPath = createPathJoiner({ files: FILES.map(asRepoPath), root: "/home/me/repo" });
  const folders = ["packages/cart", "packages/cart", "packages/shop", "", "packages/cart"].map(asRepoPath);
  expect(folders.map((folder) => joinPath("src/a.ts", folder))).toEqual(
    ["packages/cart/src/a.ts", "packages/cart/src/a.ts", "packages/shop/src/a.ts", "src/a.ts", "packages/cart/src/a.ts"].map((file) => ({
      file,
    })),
  );
});
