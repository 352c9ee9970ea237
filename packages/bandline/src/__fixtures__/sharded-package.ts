import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { runVitest } from "./run-vitest.js";

const BLOG = join(import.meta.dirname, "../../../blog");

/** A copy of a feature package in a repository of its own, with tests that do not run beside those that do. */
export interface ShardedPackage {
  readonly repo: TempRepo;
  /** Relative to the repository's root. */
  readonly folder: string;
  /** `vitest run` with coverage in the package. @returns what it printed. @throws with that where it fails. */
  vitest(...args: string[]): Promise<string>;
}

/** One title has what XML has words of its own for. */
const NOT_ALL_RUN = `import { describe, expect, it } from "vitest";
import { slugOf } from "./slug.js";
it.skip("is skipped", () => {});
it.todo("is still to be written");
describe.skip("a suite", () => it("is skipped with it", () => {}));
it("runs & passes <always>", () => expect(slugOf).toBeDefined());
it.fails("fails as it should", () => expect(1).toBe(2));
`;

export function createShardedPackage(): ShardedPackage {
  const folder = "packages/blog";
  const names = [
    "package.json",
    "vitest.config.ts",
    ...readdirSync(join(BLOG, "src"), { recursive: true, encoding: "utf8" }).map((name) => `src/${name}`),
  ];
  const files = names
    .filter((name) => /\.(ts|json)$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(BLOG, name), "utf8")] as const);
  const repo = createTempRepo({
    ".gitignore": "coverage/\nnode_modules\n.vitest-reports/\n",
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    ...Object.fromEntries(files),
    [`${folder}/src/entities/not-all-run.test.ts`]: NOT_ALL_RUN,
  });
  symlinkSync(join(BLOG, "node_modules"), repo.path(folder, "node_modules"));
  return { repo, folder, vitest: (...args) => runVitest(join(BLOG, "node_modules"), repo.path(folder), args) };
}
