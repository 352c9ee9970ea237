import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACKAGE } from "./mutant-set.mjs";

const INSTALLED = fileURLToPath(new URL("../../packages/auth/node_modules", import.meta.url));

/** The dependencies of this checkout's features, one by one: what tools keep in `node_modules` stays in the set. A set may have served another checkout. */
export function linkDependencies(root) {
  const modules = join(root, PACKAGE, "node_modules");
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(INSTALLED).filter((each) => !each.startsWith(".")))
    symlinkSync(join(INSTALLED, name), join(modules, name));
}
