import { createTempRepo } from "@repo/core-testing";
import { expect, it } from "vitest";
import { dependenciesOf } from "./dependencies-of.js";
import { readPackages } from "./read-workspace.js";

/** @param packages package.json files by folder. */
async function check(packages: Readonly<Record<string, string>>, name: string, expected: readonly string[]): Promise<void> {
  const files = Object.entries(packages).map(([folder, text]) => [`packages/${folder}/package.json`, text] as const);
  using repo = createTempRepo({ "pnpm-workspace.yaml": "packages: [packages/*]\n", ...Object.fromEntries(files) });
  const found = await dependenciesOf(repo.root, await readPackages(repo.root), name);
  expect(found.map((each) => each.name)).toEqual(expected);
}

const to = (name: string, section: string, ...names: readonly string[]) =>
  JSON.stringify({ name, [section]: Object.fromEntries(names.map((each) => [each, "workspace:*"])) });

it.each<[string, Record<string, string>, string, string[]]>([
  [
    "in every section",
    {
      a: to("a", "dependencies", "b"),
      b: to("b", "devDependencies", "c"),
      c: to("c", "optionalDependencies", "d"),
      d: to("d", "peerDependencies", "e"),
      e: to("e", "dependencies"),
    },
    "a",
    ["b", "c", "d", "e"],
  ],
  ["but none that others have", { a: to("a", "dependencies"), b: to("b", "dependencies", "a") }, "a", []],
  ["but none of a registry", { a: to("a", "dependencies", "vitest") }, "a", []],
  ["in a circle, but never itself", { a: to("a", "dependencies", "b"), b: to("b", "dependencies", "a") }, "a", ["b"]],
  ["but not through a package.json that is none", { a: to("a", "dependencies", "packages/b"), b: "{", c: "null" }, "a", ["packages/b"]],
  ["with a byte order mark", { a: `\uFEFF${to("a", "dependencies", "b")}`, b: to("b", "x") }, "a", ["b"]],
  ["of nobody where nobody has the name", { a: to("a", "dependencies", "b") }, "x", []],
])("dependencies are found %s", (_sentence, packages, name, expected) => check(packages, name, expected));

it("a package with a manifest alone depends on nothing", async () => {
  using repo = createTempRepo({ "pnpm-workspace.yaml": "packages: [packages/*]\n", "packages/py/feature.manifest.ts": "" });
  expect(await dependenciesOf(repo.root, await readPackages(repo.root), "packages/py")).toEqual([]);
});
