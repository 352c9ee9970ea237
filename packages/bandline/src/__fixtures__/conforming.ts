import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { keepMarked } from "../agents/keep-marked.js";
import { RULES } from "../agents/rules.js";
import { runSchemas, type OutsideCheck } from "../index.js";

export const MANIFEST = "packages/shop/src/feature.manifest.ts";
export const VITEST_CONFIG = "packages/shop/vitest.config.ts";
export const STRYKER_CONFIG = "packages/shop/stryker.config.json";
export const USE_CASE = "packages/shop/src/application/use-cases/buy.ts";
export const WORKFLOW = ".github/workflows/ci.yml";
export const SCHEMA = "schemas/shop.v1.json";
export const STATE = "docs/work/_system/_state.json";

export const MANIFEST_TEXT = `import { defineFeature } from "@repo/core-shared/conformance/feature";

export const shopManifest = defineFeature({
  name: "shop",
  coverage: {
    bands: {
      baseline: { statements: 80, branches: 75, functions: 80, lines: 80 },
      entities: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
    mutationTargets: ["entities"],
  },
} as const);
`;

export const WORKFLOW_TEXT = `on: push
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - run: npx --yes pnpm@12.21.0 test
`;

const SHOP = {
  ".gitignore": "node_modules\n",
  "package.json": '{ "name": "shop-workspace", "packageManager": "pnpm@12.21.0" }\n',
  "repo.manifest.ts": 'export default defineRepo({\n  features: ["packages/*"],\n} as const);\n',
  "testing/stryker.base.json": '{ "thresholds": { "break": 80 } }\n',
  "packages/shop/package.json": '{ "name": "@demo/shop" }\n',
  [MANIFEST]: MANIFEST_TEXT,
  [VITEST_CONFIG]: `import { defineFeatureVitestConfig } from "@repo/core-testing";
import { shopManifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(shopManifest, { root: import.meta.dirname });
`,
  [STRYKER_CONFIG]: '{ "extends": "../../testing/stryker.base.json" }\n',
  "packages/shop/src/entities/price.ts": "export const price = 2;\n",
  [USE_CASE]: 'import { price } from "../../entities/price.js";\nexport const buy = () => price;\n',
  "packages/shop/src/application/use-cases/buy.test.ts": 'it("buys", () => {});\n',
  [WORKFLOW]: WORKFLOW_TEXT,
  "AGENTS.md": keepMarked(undefined, RULES, "AGENTS.md"),
  "CLAUDE.md": keepMarked(undefined, RULES, "CLAUDE.md"),
  [SCHEMA]: "{}\n",
  [STATE]: "[]\n",
};

/** A workspace of one feature, in which every rule holds. Without arrows: dependency-cruiser takes most of a second. */
export function createConforming(more: Readonly<Record<string, string | null>> = {}): TempRepo {
  const repo = createTempRepo(SHOP);
  repo.write(more);
  return repo;
}

/** A violation of each rule but `arrows`: what the guide shows. */
export const VIOLATIONS: Readonly<Record<string, string | null>> = {
  "packages/cart/package.json": '{ "name": "@demo/cart" }\n',
  "packages/gifts/src/feature.manifest.ts": MANIFEST_TEXT.replace("shopManifest", "giftsManifest")
    .replace('"shop"', '"gifts"')
    .replace("75", "750"),
  [VITEST_CONFIG]: "export default {\n  test: { coverage: { thresholds: { lines: 80 } } },\n};\n",
  [STRYKER_CONFIG]: '{\n  "extends": "../../testing/stryker.base.json",\n  "thresholds": { "break": 50 }\n}\n',
  "packages/shop/src/entities/price.ts": null,
  "packages/shop/src/application/use-cases/buy.test.ts": null,
  [WORKFLOW]: WORKFLOW_TEXT.replace(/checkout@.*/, "checkout@v5").replace("12.21.0", "12.20.0"),
  "CLAUDE.md": keepMarked(undefined, "old", "CLAUDE.md"),
  [STATE]: "{}\n",
};

/** Checks as a door hands them in: of what `runSchemas` would write. */
export const CHECKS: readonly OutsideCheck[] = [
  check("generated-files", "schemas", "shop.v1.json", "{}\n"),
  check("work-state", "docs/work/_system", "_state.json", "[]\n"),
];

function check(rule: OutsideCheck["rule"], folder: string, name: string, text: string): OutsideCheck {
  const folders = [{ folder, texts: () => ({ [name]: text }) }];
  return { rule, name: "pnpm schemas", needs: folder.split("/").slice(0, 2).join("/"), run: (argv, io) => runSchemas(argv, io, folders) };
}

/** Programs that are to run in `repo`, as this workspace has them. */
export function linkInstalled(repo: TempRepo, ...names: readonly string[]): void {
  const homes = [join(import.meta.dirname, "../../node_modules"), join(import.meta.dirname, "../../../../node_modules")];
  for (const name of names) {
    const home = homes.find((each) => existsSync(join(each, name)));
    if (home === undefined) throw new Error(`${name} is not installed`);
    mkdirSync(repo.path("node_modules"), { recursive: true });
    symlinkSync(join(home, name), repo.path("node_modules", name));
  }
}
