import { createTempRepo } from "@repo/core-testing";
import fc from "fast-check";
import { symlinkSync } from "node:fs";
import { glob } from "tinyglobby";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { plainFolders, plainPackages } from "./plain-globs.js";

it("a list of packages is what YAML says, or is left to its reader", () => {
  const line = fc.constantFrom(
    "packages:",
    '  - "packages/*"',
    "  - 'apps/web'",
    "  - packages/*",
    "  - apps/web # note",
    "  - '!x/**'",
    "  - true",
    "  - x: y/z",
    "- a/b",
    "    - c/d",
    "catalog:",
    "  zod: 4",
    '"packages": [x]',
    "# note",
    "---",
    "",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
      const text = lines.join("\n");
      const plain = plainPackages(text);
      if (plain !== undefined) expect(plain).toEqual(packagesIn(text));
    }),
    { numRuns: 1_000 },
  );
});

/** undefined where the text is no YAML: then what was plain in it may be taken. */
function packagesIn(text: string): unknown {
  try {
    return (parse(text) as { packages?: unknown } | null)?.packages;
  } catch {
    return plainPackages(text);
  }
}

it.each([
  ["in quotes", "packages:\n  - \"packages/*\"\n  - 'apps/web'\n\ncatalog:\n  x: 1\n", ["packages/*", "apps/web"]],
  ["without quotes, at the end", "catalog: {}\npackages:\n- packages/*\n", ["packages/*"]],
])("a plain list is read: %s", (_sentence, text, expected) => {
  expect(plainPackages(text)).toEqual(expected);
});

it("folders are those that the library for globs finds", async () => {
  using repo = createTempRepo({
    "packages/a/x": "",
    "packages/b/deep/x": "",
    "packages/.hidden/x": "",
    "packages/node_modules/x": "",
    "packages/file": "",
    "apps/web/x": "",
    "scope/@x/y/z": "",
  });
  symlinkSync(repo.path("apps"), repo.path("packages/link"));
  symlinkSync(repo.path("nowhere"), repo.path("packages/broken"));
  for (const globs of [
    ["packages/*"],
    ["apps/web", "packages/b/*"],
    ["none/*", "none", "packages/file", "packages/file/*", "packages/file/x"],
    ["scope/@x/*", "apps"],
  ]) {
    const found = await glob(globs, { cwd: repo.root, onlyDirectories: true, expandDirectories: false, ignore: ["**/node_modules/**"] });
    expect(plainFolders(repo.root, globs)?.sort()).toEqual(found.map((folder) => folder.replace(/\/$/, "")).sort());
  }
});

it.each(["packages/**", "!packages/a", "packages/{a,b}", ".", "../other", "packages/*/x", "packages/."])(
  "a glob that is more than plain is left to it: %s",
  (glob) => {
    expect(plainFolders("/", [glob])).toBeUndefined();
  },
);
