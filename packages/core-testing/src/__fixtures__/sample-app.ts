import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const MODULES = here("../../node_modules");

/** Receives a file's text; undefined deletes it. */
export type Edit = readonly [file: string, change: (text: string) => string | undefined];

/** `sample-app/` in a folder of its own. Paths are relative to it. */
export interface SampleApp {
  /** Runs the real tests of a feature with coverage. */
  measure(feature: string): Promise<Ended>;
  /** A copy with its reports, in which files are edited: started as a process of node by its `main.ts`. */
  start(env: Readonly<Record<string, string>>, ...edits: readonly Edit[]): Promise<Ended>;
  [Symbol.dispose](): void;
}

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  /** With the app's folder as `{root}`. */
  readonly stderr: string;
}

export function createSampleApp(): SampleApp {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "bandline-sample-")));
  const root = join(parent, "app");
  cpSync(here("sample-app"), root, { recursive: true });
  mkdirSync(join(root, "node_modules"));
  for (const name of ["@repo", "@vitest", "vitest"]) symlinkSync(join(MODULES, name), join(root, "node_modules", name));
  let copies = 0;
  return {
    measure(feature) {
      const folder = join(root, "packages", feature);
      writeFileSync(join(folder, "vitest.config.ts"), configOf(feature));
      return run(folder, root, [join(MODULES, "vitest/vitest.mjs"), "run", "--coverage"], {});
    },
    start(env, ...edits) {
      const copy = join(parent, `copy-${copies++}`);
      cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
      for (const [file, change] of edits) edit(join(copy, file), change);
      compile(copy);
      return run(copy, copy, ["--import", here("run-typescript.mjs"), "main.ts"], env);
    },
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}

function configOf(feature: string): string {
  return `import { defineFeatureVitestConfig } from ${JSON.stringify(here("../index.ts"))};
import { ${feature}Manifest } from "./src/feature.manifest.js";
export default defineFeatureVitestConfig(${feature}Manifest);
`;
}

/** For `run-typescript.mjs`. */
function compile(root: string): void {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((each) => /(?<!\.test|\.config)\.ts$/.test(each) && !each.includes("node_modules"))) {
    const compiled = join(root, ".compiled", file);
    mkdirSync(dirname(compiled), { recursive: true });
    writeFileSync(compiled, ts.transpileModule(readFileSync(join(root, file), "utf8"), { compilerOptions: OPTIONS }).outputText);
  }
}

const OPTIONS = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };

function edit(path: string, change: Edit[1]): void {
  const text = change(readFileSync(path, "utf8"));
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}

/** The variables by which the vitest around it would speak to the process, and those that it reads itself, are left out. */
function run(cwd: string, root: string, args: readonly string[], more: Readonly<Record<string, string>>): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_|^USE_DEV_SEED$/.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1", ...more };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd, env }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr: stderr.replaceAll(root, "{root}") }),
    );
  });
}
