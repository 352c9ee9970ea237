import { createTempRepo } from "@repo/core-testing";
import { describe, expect, it } from "vitest";
import { findTargets, type MutationTarget } from "./find-targets.js";

const CONFIG = '{ "mutate": ["src/**/*.ts"], "thresholds": { "break": 90 } }\n';

const FILES: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "root" }\n',
  "pnpm-workspace.yaml": "packages: [packages/*, apps/*]\n",
  "packages/shop/package.json": '{ "name": "@demo/shop", "dependencies": { "@demo/money": "workspace:*" } }\n',
  "packages/shop/stryker.config.json": CONFIG,
  "packages/money/package.json": '{ "name": "@demo/money" }\n',
  "packages/money/stryker.config.json": CONFIG,
  "packages/plain/package.json": '{ "name": "@demo/plain" }\n',
  "apps/web/package.json": '{ "name": "web" }\n',
  "apps/web/stryker.config.json": '{ "extends": "../../packages/shop/stryker.config.json", "thresholds": { "break": 60 } }\n',
  "apps/web/src/feature.manifest.ts": `import { defineFeature } from "@repo/core-shared/conformance/feature";
export const webManifest = defineFeature({
  name: "shop-window",
  coverage: {
    bands: { baseline: { statements: 80, branches: 75, functions: 80, lines: 80 } },
    mutationTargets: ["entities"],
    mutationScore: 95,
  },
} as const);
`,
};

async function targets(filters: readonly string[], more: Readonly<Record<string, string | null>> = {}): Promise<MutationTarget[]> {
  using repo = createTempRepo({ ...FILES, ...more });
  const found = await findTargets(repo.root, filters);
  const bare = (path: string) => path.replace(repo.root, "");
  return found.map((each) => ({ ...each, root: bare(each.root), strykerFrom: each.strykerFrom.map(bare) }));
}

describe("the packages whose mutants are tested", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["are all that have a configuration, by name", [], ["@demo/money", "@demo/shop", "web"]],
    ["are the one of a name", ["@demo/shop"], ["@demo/shop"]],
    ["are the one of a folder", ["packages/shop"], ["@demo/shop"]],
    ["are the one of a folder as a shell completes it", ["./packages/shop/"], ["@demo/shop"]],
    ["are the one of a manifest's name", ["shop-window"], ["web"]],
    ["are those of a glob of names", ["@demo/*"], ["@demo/money", "@demo/shop"]],
    ["are those of a glob of folders", ["apps/*"], ["web"]],
    ["are each one once, whatever names it", ["web", "apps/*", "@demo/money"], ["@demo/money", "web"]],
    ["are the rest where one has no configuration", ["@demo/plain", "@demo/shop"], ["@demo/shop"]],
  ])("%s", async (_, filters, expected) => expect((await targets(filters)).map((each) => each.package.name)).toEqual(expected));

  it.each<[string, readonly string[], RegExp]>([
    ["an unknown name, and the nearest one is named", ["@demo/shpo"], /^--filter @demo\/shpo is no package; did you mean @demo\/shop\?$/],
    ["a name that is like no other", ["something-else-altogether"], /^--filter something-else-altogether is no package$/],
    ["one unknown name among others", ["web", "@demo/mony"], /did you mean @demo\/money\?$/],
    ["only packages without a configuration", ["@demo/plain"], /^@demo\/plain has no stryker\.config\.json$/],
  ])("are not to be found by %s", async (_, filters, message) => {
    await expect(targets(filters)).rejects.toMatchObject({
      code: "USAGE",
      exitCode: 2,
      hint: "pnpm mutate --help",
      message: expect.stringMatching(message) as string,
    });
  });

  it("take the layers and the score of their manifest, and what they build on", async () => {
    const [money, shop, web] = await targets([]);
    expect([money, shop, web].map((each) => each?.config.threshold)).toEqual([90, 90, 95]);
    expect(shop?.config.options["mutate"]).toEqual(["src/**/*.ts"]);
    expect(web?.config.options["mutate"]).toContain("src/entities/**");
    expect([money?.dependencies, shop?.dependencies]).toEqual([[], ["packages/money"]]);
  });

  it("look for Stryker from themselves, then from what they extend, then from the repository", async () => {
    expect((await targets(["web"]))[0]?.strykerFrom).toEqual(["/apps/web", "/apps/web", "/packages/shop", ""]);
  });

  it("may be the repository itself", async () => {
    const [own] = await targets([], { "pnpm-workspace.yaml": null, "packages/shop/package.json": null, "stryker.config.json": CONFIG });
    expect([own?.package.name, own?.package.folder, own?.root]).toEqual(["root", "", ""]);
  });

  it("are none where no package has a configuration", async () => {
    using repo = createTempRepo({ "package.json": '{ "name": "root" }\n' });
    expect(await findTargets(repo.root, [])).toEqual([]);
  });
});
