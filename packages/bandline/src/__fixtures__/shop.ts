import { createTempRepo, blobIdOf, type TempRepo } from "@repo/core-testing";

/** Path of the one source file that tests change. */
export const PRICE = "packages/shop/src/entities/price.ts";
export const PRICE_TEST = "packages/shop/src/entities/price.test.ts";

/** Three executable lines: 2, 3 and 5. */
export const PRICE_TEXT = `export function price(net: number, free: boolean): number {
  if (free) {
    return 0;
  }
  return net * 2;
}
`;

const MANIFEST = `import { defineFeature } from "@repo/core-shared/conformance/feature";
export const shopManifest = defineFeature({
  name: "shop",
  coverage: {
    bands: {
      baseline: { statements: 80, branches: 75, functions: 80, lines: 80 },
      entities: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
  },
} as const);
`;

/** A workspace of one feature with one entity, committed on main. */
export function createShop(more: Readonly<Record<string, string>> = {}): TempRepo {
  return createTempRepo({
    ".gitignore": "coverage/\nnode_modules/\n",
    "package.json": '{ "name": "shop-workspace" }\n',
    "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
    "packages/shop/package.json": '{ "name": "@shop/shop" }\n',
    "packages/shop/src/feature.manifest.ts": MANIFEST,
    [PRICE]: PRICE_TEXT,
    [PRICE_TEST]: 'it("is free", () => {});\n',
    "README.md": "# shop\n",
    ...more,
  });
}

/** lcov's record of a file: hits by line, then arms as `line,block,arm,taken`. */
export function recordOf(file: string, lines: Readonly<Record<number, number>>, arms: readonly string[] = []): string {
  const hits = Object.entries(lines).map(([line, count]) => `DA:${line},${String(count)}`);
  return ["TN:", `SF:${file}`, ...arms.map((arm) => `BRDA:${arm}`), ...hits, "end_of_record", ""].join("\n");
}

/** Writes a merged report, and the record that it was made from the text on disk now, or from the texts that are given. */
export function writeReport(repo: TempRepo, lcov: string, texts: Readonly<Record<string, string>>): void {
  const sources = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, { blob: blobIdOf(Buffer.from(text)) }]));
  repo.write({ "coverage/lcov.info": lcov, "coverage/sources.json": JSON.stringify({ schemaVersion: "1.0", sources }) });
}

/** The price list grown by one rule at its top, which the report says ran or not. */
export const GROWN = PRICE_TEXT.replace("{\n", "{\n  if (net < 0) {\n    throw new RangeError(String(net));\n  }\n");
