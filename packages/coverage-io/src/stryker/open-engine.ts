import type { EngineOptions, MutationEngine } from "./engine.js";
import { findStryker } from "./find-stryker.js";
import { createRunEngine } from "./run-engine.js";
import { createRunFolder, prepareSandboxes } from "./run-folder.js";
import { openServerEngine } from "./server-engine.js";

/**
 * Stryker for one package, to be bound with `await using`. What killed runs left behind is removed first.
 * @throws IoError STRYKER_MISSING or STRYKER_UNSUPPORTED.
 */
export async function openEngine(options: EngineOptions): Promise<MutationEngine> {
  const stryker = await findStryker(options.strykerFrom);
  const { root, packageRoot } = options;
  const setup = { stryker, options, folder: createRunFolder(root, packageRoot) };
  prepareSandboxes(root, packageRoot, setup.folder.place);
  const server = options.prefer === "run" ? undefined : await openServerEngine(setup);
  return server ?? createRunEngine(setup);
}
