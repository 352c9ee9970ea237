import { createTempRepo } from "@repo/core-testing";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { failureOf } from "../__fixtures__/failure-of.js";
import { readPackages, readRepoManifest } from "./read-workspace.js";

type Files = Readonly<Record<string, string>>;

/** Packages as `name@folder manifest`. */
async function check(files: Files, expected: readonly string[], features?: readonly string[]): Promise<void> {
  using repo = createTempRepo(files);
  const packages = await readPackages(repo.root, features);
  expect(
    packages.map(({ name, folder, manifest }) =>
      [`${name.replace(basename(repo.root), "(root)")}@${folder}`, manifest?.file].filter((part) => part !== undefined).join(" "),
    ),
  ).toEqual(expected);
}

const PNPM = { "pnpm-workspace.yaml": 'packages:\n  - "packages/*/"\n' };

it.each<[string, Files, string[], string[]?]>([
  [
    "pnpm's workspace file",
    {
      ...PNPM,
      "packages/b/package.json": '{ "name": "@x/b" }',
      "packages/a/package.json": '{ "name": "@x/a" }',
      "packages/a/src/feature.manifest.ts": "",
    },
    ["@x/a@packages/a packages/a/src/feature.manifest.ts", "@x/b@packages/b"],
  ],
  ["package.json's workspaces", { "package.json": '{ "workspaces": ["libs/*"] }', "libs/a/package.json": '{ "name": "a" }' }, ["a@libs/a"]],
  [
    "package.json's workspaces in the long form",
    { "package.json": '{ "workspaces": { "packages": ["libs/*"] } }', "libs/a/package.json": '{ "name": "a" }' },
    ["a@libs/a"],
  ],
  [
    "the manifest's globs before them",
    { ...PNPM, "packages/a/package.json": "{}", "apps/b/package.json": '{ "name": "b" }' },
    ["b@apps/b"],
    ["apps/*"],
  ],
  [
    "one package alone, with its manifest",
    { "package.json": '{ "name": "one" }', "src/feature.manifest.ts": "" },
    ["one@ src/feature.manifest.ts"],
  ],
  ["a folder without anything, named by itself", {}, ["(root)@"]],
  [
    "a folder with only a manifest, named by its path",
    { ...PNPM, "packages/py/feature.manifest.ts": "" },
    ["packages/py@packages/py packages/py/feature.manifest.ts"],
  ],
  [
    "no folder without package.json and manifest, and none of node_modules",
    { ...PNPM, "packages/a/README.md": "", "packages/node_modules/package.json": "{}" },
    [],
  ],
  ["a package.json that is none, named by its folder", { ...PNPM, "packages/a/package.json": "{" }, ["packages/a@packages/a"]],
  ["a package.json without a name", { ...PNPM, "packages/a/package.json": '{ "name": "" }' }, ["packages/a@packages/a"]],
  ["a package.json with a byte order mark", { ...PNPM, "packages/a/package.json": '\uFEFF{ "name": "a" }' }, ["a@packages/a"]],
  ["a package.json that is null", { "package.json": "null" }, ["(root)@"]],
  ["a package.json with another kind of workspaces", { "package.json": '{ "workspaces": 7 }' }, ["(root)@"]],
  [
    "all folders but those that a glob takes out, in order",
    {
      "pnpm-workspace.yaml": 'packages: [".", "packages/**", "!packages/old"]\n',
      "package.json": '{ "name": "root" }',
      "packages/b/package.json": "{}",
      "packages/a/deep/package.json": "{}",
      "packages/old/package.json": "{}",
    },
    ["root@", "packages/a/deep@packages/a/deep", "packages/b@packages/b"],
  ],
  ["an empty workspace file: the root", { "pnpm-workspace.yaml": "" }, ["(root)@"]],
])("packages are found by %s", async (_sentence, files, expected, features) => {
  await check(files, expected, features);
});

it("a workspace file that is no YAML is an error of its own", async () => {
  using repo = createTempRepo({ "pnpm-workspace.yaml": "packages: [" });
  expect(await failureOf(() => readPackages(repo.root))).toMatchObject({
    code: "WORKSPACE_UNREADABLE",
    exitCode: 2,
    message: expect.stringMatching(/^pnpm-workspace\.yaml: /) as string,
  });
});

it("the repository's manifest is read as text", async () => {
  using repo = createTempRepo({ "repo.manifest.ts": "text" });
  expect(await readRepoManifest(repo.root)).toEqual({ file: "repo.manifest.ts", text: "text" });
  using none = createTempRepo();
  expect(await readRepoManifest(none.root)).toBeNull();
});
