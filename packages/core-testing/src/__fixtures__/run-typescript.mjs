/**
 * `node --import` this file, in a folder whose TypeScript was compiled into `.compiled`: what is imported as `.js` and lies there as `.ts` is run,
 * under its own path. Node 20 cannot, and a process that compiles takes a second.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  const source = specifier.startsWith(".") ? new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL) : undefined;
  return source !== undefined && existsSync(source) ? { url: source.href, format: "module", shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const compiled = join(process.cwd(), ".compiled", relative(process.cwd(), fileURLToPath(url)));
  return { source: await readFile(compiled, "utf8"), format: "module", shortCircuit: true };
}
