import { asRepoPath, type PackageFacts } from "@repo/coverage-core";
import { createTempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { gatherNearestTests } from "./gather-nearest-tests.js";

const BAND = { statements: 0, branches: 0, functions: 0, lines: 0 };
const SHOP: PackageFacts = { name: "shop", folder: asRepoPath("p/shop"), manifest: null, manifestFile: null };

async function check(
  files: Readonly<Record<string, string>>,
  expected: string | null,
  file: string,
  home: PackageFacts | null,
): Promise<void> {
  using repo = createTempRepo();
  repo.write(files);
  const policy = { package: home, layer: "baseline", band: BAND, exempt: null };
  const names = [...Object.keys(files), "p/shop/src/unreadable.test.ts", file].map(asRepoPath);
  const found = await gatherNearestTests(repo.root, names, [{ file: asRepoPath(file), policy }]);
  expect(found.get(asRepoPath(file)) ?? null).toBe(expected);
}

const IMPORTS_A = 'import { a } from "../src/a.js";';

it.each<[string, Readonly<Record<string, string>>, string | null, string?, (PackageFacts | null)?]>([
  ["the sibling, whoever else imports it", { "p/shop/src/a.test.ts": "", "p/shop/test/b.test.ts": IMPORTS_A }, "p/shop/src/a.test.ts"],
  ["one that imports it", { "p/shop/test/b.test.ts": IMPORTS_A, "p/shop/test/a.test.ts": 'it("a");' }, "p/shop/test/b.test.ts"],
  [
    "of its package, before one of another that lies as near",
    { "p/a/b.test.ts": 'import "../shop/src/a.js";', "p/shop/test/z.test.ts": IMPORTS_A },
    "p/shop/test/z.test.ts",
  ],
  ["of another package where its own has none", { "p/x/b.test.ts": 'import "../shop/src/a.js";' }, "p/x/b.test.ts"],
  [
    "one that imports it through an index file of an index file",
    {
      "p/shop/src/index.ts": 'export * from "./core/index.js";',
      "p/shop/src/core/index.ts": 'export * from "./c.js";',
      "p/shop/test/b.test.ts": 'import { c } from "../src";',
    },
    "p/shop/test/b.test.ts",
    "p/shop/src/core/c.ts",
  ],
  [
    "one that imports it itself, before a nearer one that imports an index file",
    {
      "p/shop/src/index.ts": 'export * from "./a.js";',
      "p/shop/src/all.test.ts": 'import "./index.js"; const a = 1;',
      "p/shop/test/b.test.ts": IMPORTS_A,
    },
    "p/shop/test/b.test.ts",
  ],
  ["one of an index file, by the name of its folder", { "p/shop/b.test.ts": 'import "./src";' }, "p/shop/b.test.ts", "p/shop/src/index.ts"],
  [
    "none that imports an index file without it",
    { "p/shop/src/index.ts": 'export * from "./z.js";', "p/shop/b.test.ts": 'import "./src";' },
    null,
  ],
  ["none that only speaks of it", { "p/shop/b.test.ts": 'it("a", () => "./src/a.js");' }, null],
  ["none of another language", { "p/shop/b.test.ts": 'import "./src/a.py";' }, null, "p/shop/src/a.py"],
  [
    "in the folder that a manifest elsewhere speaks for",
    { "b.test.ts": 'import "./app/src/a.js";', "app/test/deep/c.test.ts": 'import "../../src/a.js";' },
    "app/test/deep/c.test.ts",
    "app/src/a.ts",
    { ...SHOP, manifest: { name: "shop", root: "app", coverage: { bands: { baseline: BAND } } } },
  ],
  [
    "the nearest of all, for a file of no package",
    { "t/deep/a.test.ts": 'import "../../tools/a.js";', "t/z.test.ts": 'import "../tools/a.js";' },
    "t/z.test.ts",
    "tools/a.ts",
    null,
  ],
])("the nearest test is %s", (_sentence, files, expected, file = "p/shop/src/a.ts", home = SHOP) => check(files, expected, file, home));

it("at most 300 tests are read for one file, the nearest", async () => {
  const far = { "p/shop/z/deep/b.test.ts": 'import "../../src/a.js";' };
  const near = Object.fromEntries(Array.from({ length: 299 }, (_, index) => [`p/shop/src/${index}.test.ts`, ""]));
  await check({ ...near, ...far }, null, "p/shop/src/a.ts", SHOP);
  await check({ ...near, "p/shop/src/298.test.ts": 'import "./a.js";', ...far }, "p/shop/src/298.test.ts", "p/shop/src/a.ts", SHOP);
});
