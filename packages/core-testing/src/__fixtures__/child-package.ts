import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTempFolder, type Files } from "./temp-folder.js";

const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));
const PRESET = fileURLToPath(new URL("../index.ts", import.meta.url));

/** A package with the preset in a workspace of its own, to run a real vitest in. */
export interface ChildPackage {
  /** What `readFileSync` takes; relative to the package's folder. */
  path(file: string): string;
  has(file: string): boolean;
  read(file: string): string;
  vitest(...args: string[]): Promise<ChildRun>;
  [Symbol.dispose](): void;
}

/** `output` is stdout, then stderr, without colours. */
export interface ChildRun {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * @param checkout the workspace's folder below a temporary one; the package is `packages/demo` in it.
 * @param manifest the source of an object, as `defineFeature` takes it.
 */
export function createChildPackage(checkout: string, manifest: string, files: Files): ChildPackage {
  const folder = createTempFolder({ [join(checkout, "pnpm-workspace.yaml")]: "packages: [packages/*]\n" });
  const root = folder.path(checkout, "packages/demo");
  const written = { ...files, "src/feature.manifest.ts": manifestSource(manifest), "vitest.config.ts": CONFIG, "package.json": PACKAGE };
  folder.write(Object.fromEntries(Object.entries(written).map(([file, text]) => [join(checkout, "packages/demo", file), text])));
  mkdirSync(join(root, "node_modules"));
  for (const name of ["@repo", "@vitest", "vitest"]) symlinkSync(join(MODULES, name), join(root, "node_modules", name));
  return {
    path: (file) => join(root, file),
    has: (file) => existsSync(join(root, file)),
    read: (file) => readFileSync(join(root, file), "utf8"),
    vitest: (...args) => runVitest(root, args),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

const PACKAGE = '{ "name": "demo", "type": "module" }\n';

const CONFIG = `import { defineFeatureVitestConfig } from ${JSON.stringify(PRESET)};
import { manifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(manifest);
`;

function manifestSource(manifest: string): string {
  return `import { defineFeature } from "@repo/core-shared/conformance/feature";\nexport const manifest = defineFeature(${manifest});\n`;
}

/** The variables by which the vitest around this one would speak to the child are left out. */
function runVitest(cwd: string, args: readonly string[]): Promise<ChildRun> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST") && name !== "NODE_ENV");
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1" };
  const command = [join(MODULES, "vitest/vitest.mjs"), "run", ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { cwd, env }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
