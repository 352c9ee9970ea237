import { createTempRepo, type TempRepo } from "@repo/core-testing";
import { newFeatureDocument } from "@repo/coverage-core/schemas";
import { chmodSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runNewFeature, type NewFeatureIo } from "../index.js";
import { captured } from "./run.js";

/** What stands for the programs: shell scripts that run. */
export type Programs = Readonly<Record<"gen" | "pnpm" | "tsc", string>>;

const REFERENCES = '{\n  "references": [\n    { "path": "packages/shop" }\n  ]\n}\n';

export const PROGRAMS: Programs = {
  gen: `folder=$(printf %s "$NEW_FEATURE" | sed 's/.*"folder":"\\([^"]*\\)".*/\\1/')
mkdir -p "$folder/src" && printf '{ "name": "@repo/%s" }' "$6" > "$folder/package.json" && echo "export {};" > "$folder/src/index.ts"`,
  pnpm: 'echo "$*" >> pnpm-lock.yaml; mkdir -p node_modules/.pnpm; echo "$*" >> node_modules/.pnpm/lock.yaml',
  tsc: 'mkdir -p "$2/dist"; touch "$2/dist/index.js"',
};

/** A workspace with one package, and what somebody was about to do. */
export function createFeatureWorkspace(programs: Partial<Programs> = {}): TempRepo {
  const repo = createTempRepo({
    ".gitignore": "node_modules/\ndist/\n/packages/hidden/\n",
    "package.json": "{}\n",
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "pnpm-lock.yaml": "lock\n",
    "tsconfig.json": REFERENCES,
    "tsconfig.tests.json": REFERENCES,
    "packages/shop/package.json": '{ "name": "@repo/shop" }\n',
    "staged.txt": "",
    "edited.txt": "",
  });
  repo.write({ "edited.txt": "mine", "new.txt": "mine", "staged.txt": "mine" });
  repo.git("add", "staged.txt");
  for (const [name, program] of Object.entries({ ...PROGRAMS, ...programs })) {
    repo.write({ [`node_modules/.bin/${name}`]: `#!/bin/sh\n${program}\n` });
    chmodSync(repo.path("node_modules/.bin", name), 0o755);
  }
  return repo;
}

/** Every file but git's own, with its text. */
export function textsOf({ root }: Pick<TempRepo, "root">): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name).slice(root.length + 1)).filter((path) => !path.startsWith(".git/"));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

export async function newFeatureIn({ root }: Pick<TempRepo, "root">, argv: readonly string[], more: Partial<NewFeatureIo> = {}) {
  const { io, ran } = captured({ cwd: root, env: { PATH: process.env["PATH"] ?? "" } });
  const result = ran(await runNewFeature(argv, { ...io, signal: new AbortController().signal, ...more }));
  return { ...result, document: newFeatureDocument.parse(JSON.parse(result.stdout)) };
}
