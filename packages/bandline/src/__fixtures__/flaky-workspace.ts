import type { TempRepo } from "@repo/core-testing";
import type { FlakyDocument } from "@repo/coverage-core";
import { flakyDocument } from "@repo/coverage-core/schemas";
import { runFlaky, type FlakyIo } from "../flaky.js";
import { createWorkspace } from "./graded-workspace.js";
import { captured, type Ran } from "./run.js";

/** One passes only where the other has run before it. */
export const ORDER_TEST = `import { expect, it } from "vitest";
let token: string | undefined;
it("signs in", () => {
  token = "t";
});
it("reads the token", () => expect(token).toBe("t"));
`;

/** @returns what runs at the top of a test file, and knows at how many runs it has run before this one. */
export const counted = (name: string): string => `import { existsSync, readFileSync, writeFileSync } from "node:fs";
const COUNT = new URL("./${name}.count", import.meta.url);
const before = existsSync(COUNT) ? Number(readFileSync(COUNT, "utf8")) : 0;
writeFileSync(COUNT, String(before + 1));
`;

const vitestPackage = (name: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      "package.json": `{ "name": "@demo/${name}", "type": "module" }\n`,
      "vitest.config.mjs": "export default { test: { root: import.meta.dirname } };\n",
      ...files,
    }).map(([file, text]) => [`packages/${name}/${file}`, text]),
  );

const WITH_TAG = 'export default { test: { root: import.meta.dirname, retry: 3, tags: [{ name: "slow" }] } };\n';

/**
 * Of @demo/shop a test depends on the order, and one fails at every second run; the slow one always fails.
 * At every second run @demo/cart cannot load a file, and in @demo/late an error comes from outside of any test.
 */
export function createFlakyWorkspace(): TempRepo {
  return createWorkspace({
    ".gitignore": "node_modules\n*.count\n",
    ...vitestPackage("shop", {
      "vitest.config.mjs": WITH_TAG,
      "src/order.test.ts": ORDER_TEST,
      "src/count.test.ts": `import { describe, expect, it } from "vitest";
${counted("count")}describe("a till", () => it("counts", () => expect(before % 2).toBe(0)));
`,
      "src/slow.test.ts": `/** @module-tag slow */
import { it } from "vitest";
it("takes its time", () => {
  throw new Error("and fails");
});
`,
    }),
    ...vitestPackage("cart", {
      "src/load.test.ts": `import { it } from "vitest";
${counted("load")}if (before % 2 === 1) throw new Error("cannot load");
it("is empty", () => undefined);
it("is free", () => undefined);
`,
    }),
    ...vitestPackage("late", {
      "src/late.test.ts": `import { it } from "vitest";
${counted("late")}it("is in time", async () => {
  if (before % 2 === 1) setTimeout(() => { throw new Error("too late"); }, 0);
  await new Promise((done) => setTimeout(done, 50));
});
`,
    }),
    ...vitestPackage("void", {}),
  });
}

export interface FlakyRan extends Ran {
  readonly document: FlakyDocument;
}

/** One run of `test:flaky` in a repository. */
export async function flakyIn(repo: TempRepo, argv: readonly string[], more: Partial<FlakyIo> = {}, buildCode = 0): Promise<FlakyRan> {
  const { io, ran } = captured({ cwd: repo.root, env: process.env });
  const signal = new AbortController().signal;
  const result = ran(await runFlaky(argv, { ...io, signal, now: () => 0, ...more }, buildCode));
  return { ...result, document: flakyDocument.parse(JSON.parse(result.stdout)) };
}

/** What is said of each test: its name, and how it went with which seed. */
export function verdictsOf({ flaky, failing, missing }: FlakyDocument): string[] {
  const nameOf = (each: { readonly package: string; readonly file: string | null; readonly test: string | null }) =>
    [each.package, each.file?.replace(/.*\//, ""), each.test].filter((part) => part != null).join(" ");
  return [
    ...flaky.map((each) => `${nameOf(each)}: flaky, failed with ${each.seeds.failed.join(",")}, order ${String(each.orderDecides)}`),
    ...failing.map((each) => `${nameOf(each)}: failed ${each.failed}`),
    ...missing.map((each) => `${each.package} ${each.tests.join(", ")}: missing with ${each.seeds.join(",")}`),
  ];
}
